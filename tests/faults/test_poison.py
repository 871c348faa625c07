"""A row that breaks whoever takes it: set aside, and no harm to its neighbours."""

import pytest

from backend.common import clock
from reminders.models import Message
from reminders.scheduling.backoff import MAX_ATTEMPTS
from tests.factories.accounts import make_user
from tests.factories.reminders import make_message
from tests.fakes.push_service import PushService
from tests.faults.reminding import person_with, remind, settled
from tests.product import Product, until

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_poison_is_set_aside_and_its_neighbours_arrive(
    product: Product, push: PushService, vapid: tuple[str, str]
) -> None:
    broken = make_message(
        make_user(), None, kind="nobody_knows_it", attempts=MAX_ATTEMPTS - 2
    )
    deadly = make_message(make_user(), None, attempts=MAX_ATTEMPTS)
    people = [person_with(push, vapid[1]) for _ in range(5)]
    neighbours = [remind(user) for user, _ in people]
    product.start_worker()
    product.start_beat()

    until(settled(*neighbours, deadly))
    until(lambda: _state(broken) == ("queued", "UnknownKindError"))
    assert _state(deadly) == ("dead", "too_many_attempts")

    _is_due_again(broken)
    until(settled(broken))
    assert _state(broken) == ("dead", "UnknownKindError")
    assert [len(device.pushes) for _, device in people] == [1] * 5


def _state(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.reason


def _is_due_again(message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(next_attempt_at=clock.now())
