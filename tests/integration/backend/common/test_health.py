"""/readyz says what is wrong, but only to staff."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError
from django.test import Client

from backend.accounts.models import User
from backend.common import clock, heartbeat, pdf
from backend.common.models import Heartbeat
from reminders.actions import messages
from reminders.models import Message

At = Callable[[datetime], None]
SignIn = Callable[[User], Client]


@pytest.fixture
def all_jobs_ran(db: None) -> None:
    Heartbeat.objects.bulk_create(
        Heartbeat(job=job, last_good_at=clock.now()) for job in Heartbeat.LATE_AFTER
    )


def test_ready_when_everything_answers(client: Client, all_jobs_ran: None) -> None:
    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("minutes", [-10, 10], ids=["late", "by_a_wrong_clock"])
def test_a_late_job_is_named_to_staff_only(
    minutes: int, client: Client, signed_in: SignIn, ada: User, all_jobs_ran: None
) -> None:
    late = clock.now() + timedelta(minutes=minutes)
    Heartbeat.objects.filter(job="reminders.plan_due").update(last_good_at=late)

    assert client.get("/readyz").json() == {"status": "not ready"}
    answer = signed_in(ada).get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["late_jobs"] == ["reminders.plan_due"]


@pytest.mark.parametrize(
    ("seconds", "late"),
    [
        (0, set()),
        (60, set()),
        (61, {"reminders.deliver_messages"}),
        (1801, set(Heartbeat.LATE_AFTER)),
    ],
)
def test_a_job_that_never_ran_has_its_time_since_the_newest_migration(
    seconds: int, late: set[str], client: Client, db: None, at: At
) -> None:
    at(heartbeat.newest_migration() + timedelta(seconds=seconds))

    assert set(heartbeat.late_jobs()) == late
    assert client.get("/readyz").status_code == (503 if late else 200)


def test_a_stuck_outbox_is_not_ready(
    signed_in: SignIn, ada: User, all_jobs_ran: None
) -> None:
    messages.queue(
        recipient=ada,
        clinic=None,
        kind="alert_notice",
        subject_id=ada.pk,
        dedupe_key="stuck",
    )
    Message.objects.update(next_attempt_at=clock.now() - timedelta(minutes=5))

    assert signed_in(ada).get("/readyz").json()["failing"] == ["outbox"]


def test_without_the_broker_it_is_not_ready(
    signed_in: SignIn, ada: User, all_jobs_ran: None, settings: object
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"  # type: ignore[attr-defined]

    assert signed_in(ada).get("/readyz").json()["failing"] == ["broker"]


def test_without_the_database_nothing_else_is_asked(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down() -> bool:
        raise OperationalError

    monkeypatch.setattr("backend.common.health._database", down)

    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_what_papers_lack_is_told_to_staff_and_is_no_fault(
    client: Client,
    signed_in: SignIn,
    ada: User,
    all_jobs_ran: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "missing", lambda: ("pango",))

    answer = signed_in(ada).get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["missing"] == ["pango"]
    assert client.get("/readyz").json() == {"status": "ok"}
