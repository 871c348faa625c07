"""plan -> due -> queue -> claim -> channel -> receipt, with real push and mail."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.test import Client

from backend.common import clock
from reminders import tasks
from reminders.models import Delivery, DueReminder
from reminders.queries import deliveries
from tests.factories.accounts import make_clinic, make_user
from tests.factories.reminders import make_device, make_schedule
from tests.fakes import mail_server, push_service

DAY = date(2026, 6, 1)


@pytest.fixture
def world(settings: Any, db: None) -> Any:
    settings.VAPID_PRIVATE_KEY, settings.VAPID_PUBLIC_KEY = (
        push_service.make_vapid_keys()
    )
    settings.PUSH_HOSTS, settings.PUSH_ALLOW_PRIVATE = ["127.0.0.1"], True
    settings.VAPID_SUBJECT = "mailto:operator@example.org"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with push_service.running() as pushes, mail_server.running() as mails:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mails.port
        pushes.time = lambda: clock.now().timestamp()
        yield pushes, mails


def run_jobs() -> None:
    tasks.plan_due()
    tasks.queue_due()
    tasks.deliver_messages()


def test_reminder_from_plan_to_receipt(world, at, settings, client: Client):
    pushes, mails = world
    person, clinic = make_user(zone="UTC"), make_clinic()
    phone = pushes.subscribe(settings.VAPID_PUBLIC_KEY)
    make_device(person, phone)
    at(datetime.combine(DAY, time(12), UTC))
    make_schedule(person, clinic)

    run_jobs()
    assert (phone.pushes, DueReminder.objects.get(local_date=DAY).state) == (
        [],
        "planned",
    )
    at(datetime.combine(DAY, time(18, 30), UTC))
    run_jobs()
    run_jobs()

    (push,) = phone.pushes
    assert mails.taken == []
    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.attempted_at) == ("sent", clock.now())
    assert DueReminder.objects.get(local_date=DAY).state == "accepted"

    for kind in ("shown", "opened"):
        body = {"delivery": push.payload["delivery"], "kind": kind}
        answer = client.post("/api/v1/receipts", body, content_type="application/json")
        assert answer.status_code == 204

    (logged,) = deliveries.of_recipient(person)
    assert logged.status == "delivered"
    assert logged.shown_at == logged.opened_at == clock.now()


def test_lapsed_phone_falls_back_to_mail_and_stays_silent(world, at, settings):
    pushes, mails = world
    person, clinic = make_user(zone="UTC"), make_clinic()
    phone = pushes.subscribe(settings.VAPID_PUBLIC_KEY)
    phone.plan = [410]
    make_device(person, phone)
    at(datetime.combine(DAY, time(18, 30), UTC))
    make_schedule(person, clinic)

    run_jobs()
    run_jobs()

    assert (phone.asked, phone.pushes, len(mails.taken)) == (1, [], 1)
    assert DueReminder.objects.get(local_date=DAY).state == "accepted"
