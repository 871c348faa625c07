"""Push services and mail servers that answer badly, late, or not at all."""

import time
from collections.abc import Callable

import pytest

from backend.common import clock
from reminders.models import Message, Provider, PushSubscription
from tests.fakes import mail_server
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.faults.reminding import person_with, remind, settled, tries_of
from tests.product import Product, until

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_everybody_is_reached_once_whatever_their_push_service_says(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str]
) -> None:
    plans: dict[str, list[int | str]] = {
        "takes": [201],
        "unknown": [404],
        "gone": [410],
        "too large": [413],
        "busy": [429, 201],
        "broken": [500, 201],
        "hangs": ["hang"],
        "drips": ["drip"],
    }
    people = {name: person_with(push, vapid[1], *p) for name, p in plans.items()}
    people["busy"][1].retry_after = "1"
    # Longer than a silent server is waited for, as in production.
    product.env["MESSAGE_LEASE_SECONDS"] = "60"
    sent = {name: remind(user) for name, (user, _) in people.items()}
    product.start_worker()
    product.start_beat()

    until(lambda: tries_of(sent["takes"]))
    until(_hurried(*sent.values()))

    mailed = sorted(str(message["To"]) for message in mail.taken)
    pushed = {name: len(device.pushes) for name, (_, device) in people.items()}
    by_mail = {name for name, (user, _) in people.items() if user.email in mailed}
    assert len(mailed) == len(set(mailed))
    assert pushed == {name: int(name in {"takes", "busy", "broken"}) for name in people}
    # Push that hung may have arrived, so no reminder is sent again.
    assert by_mail >= {"unknown", "gone", "too large"}
    assert not by_mail & {"takes", "hangs", "drips"}
    assert tries_of(sent["hangs"])[0][1:] == ("unknown_outcome", "push_service_silent")
    assert tries_of(sent["drips"])[0][1:] == ("unknown_outcome", "push_service_silent")
    gone = PushSubscription.objects.exclude(gone_at=None)
    assert {device.user_id for device in gone} == {
        people["unknown"][0].pk,
        people["gone"][0].pk,
    }


def test_mail_server_that_was_away_gets_each_mail_once(
    product: Product, mail: MailServer, push: PushService, vapid: tuple[str, str]
) -> None:
    with mail_server.running() as reserved:
        port = reserved.port
    product.env["EMAIL_URL"] = f"smtp://127.0.0.1:{port}"
    pushed_to, device = person_with(push, vapid[1])
    waiting = [remind(person_with(push, vapid[1], 410)[0]) for _ in range(3)]
    product.start_worker()
    product.start_beat()

    until(lambda: all(tries_of(one)[1:] for one in waiting))
    # The other channel does not mind.
    until(settled(remind(pushed_to)))
    assert len(device.pushes) == 1
    assert {row for one in waiting for row in tries_of(one)[1:]} == {
        ("email", "temporary_failure", "mail_server_unreachable")
    }
    with mail_server.running(port) as back:
        until(_hurried(*waiting))
        assert len(back.taken) == 3


def _hurried(*messages: Message) -> Callable[[], bool]:
    """Whether all are at rest; what waits on purpose is asked again at once."""
    are_settled = settled(*messages)

    def check() -> bool:
        time.sleep(0.5)
        Provider.objects.update(rests_until=None, failures=0)
        Message.objects.filter(state="queued").update(next_attempt_at=clock.now())
        return are_settled()

    return check
