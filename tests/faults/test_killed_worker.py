"""The worker is killed and Redis emptied while an emergency is on its way out."""

from pathlib import Path

import pytest
import redis

from backend.accounts.models import User
from reminders.models import PushSubscription
from tests.environment import services
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import Device, PushService
from tests.faults.phone import report_numbness
from tests.product import Product, until
from tracker.models import Alert, Patient

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def test_the_alert_still_arrives_once(
    product: Product,
    mail: MailServer,
    push: PushService,
    vapid: tuple[str, str],
    tmp_path: Path,
    ada: User,
    pat: Patient,
) -> None:
    device = _subscribe(ada, push.subscribe(vapid[1]))
    killed = tmp_path / "killed"
    product.start_web()
    product.start_beat()
    product.start_worker(
        CAIRN_FAILPOINT="after_claim", CAIRN_FAILPOINT_MARKER=str(killed)
    )

    report_numbness(product, pat)
    until(killed.exists)
    assert not mail.taken
    product.kill("worker")
    redis.Redis.from_url(services.redis_url).flushall()
    product.start_worker()

    until(lambda: mail.taken and device.pushes)
    # Two more sweeps and a lease: whoever would send again has had the time.
    with pytest.raises(AssertionError, match="not true"):
        until(lambda: len(mail.taken) > 1 or len(device.pushes) > 1, seconds=12)
    assert mail.taken[0]["To"] == ada.email
    assert Alert.objects.get().status == "open"
    assert push.refusals == []


def test_the_alert_arrives_without_redis(
    product: Product, mail: MailServer, ada: User, pat: Patient
) -> None:
    """No bell can ring: the row waits, and the next sweep sends it."""
    product.env["REDIS_URL"] = "redis://127.0.0.1:1/0"
    product.start_web()

    report_numbness(product, pat)

    assert Alert.objects.get().status == "open"
    product.env["REDIS_URL"] = services.redis_url
    product.start_worker()
    product.start_beat()
    until(lambda: mail.taken)


def _subscribe(user: User, device: Device) -> Device:
    PushSubscription.objects.create(user=user, endpoint=device.endpoint, **device.keys)
    return device
