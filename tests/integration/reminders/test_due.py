from datetime import UTC, date, datetime, timedelta

import pytest

from reminders.actions import due, plan, schedules
from reminders.models import DueReminder, Message
from reminders.queries import due as due_queries
from tests.factories.accounts import make_user
from tests.factories.reminders import make_schedule

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York
DUE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 18:30 in New York


@pytest.fixture
def schedule(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    return schedule


def first_row():
    row = DueReminder.objects.earliest("due_at")
    return row.state, row.reason


def test_nothing_is_queued_before_its_moment(schedule):
    assert due.queue_due(DUE - timedelta(seconds=1)) == 0
    assert first_row() == ("planned", "")


def test_due_occasion_becomes_one_message(schedule, person, clinic):
    assert due.queue_due(DUE) == 1

    message = Message.objects.get()
    assert message.pk == message.due_reminder_id
    assert (message.recipient, message.clinic) == (person, clinic)
    assert (message.kind, message.subject_id) == ("test", schedule.subject_id)
    assert message.expires_at == DUE + timedelta(hours=2, minutes=30)
    assert message.due_reminder.state == "claimed"
    assert message.due_reminder.local_date == date(2026, 11, 21)


def test_queueing_twice_changes_nothing(schedule):
    due.queue_due(DUE)

    assert due.queue_due(DUE) == 0
    # Also when the ledger row is put back by hand.
    DueReminder.objects.update(state="planned", claimed_at=None)
    due.queue_due(DUE)
    assert Message.objects.count() == 1


def test_late_occasion_expires(schedule):
    assert due.queue_due(DUE + timedelta(hours=2, minutes=30)) == 0
    assert first_row() == ("expired", "late")


def test_paused_occasion_is_cancelled(schedule):
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 21), last=date(2026, 11, 21), by="test"
    )

    assert due.queue_due(DUE) == 0
    assert first_row() == ("cancelled", "paused")
    assert due.queue_due(DUE + timedelta(days=1)) == 1


def test_resumed_schedule_reminds_again(schedule):
    schedules.pause(
        schedule=schedule, first=date(2026, 11, 21), last=date(2026, 11, 30), by="test"
    )
    schedules.resume(schedule=schedule, by="test")

    assert due.queue_due(DUE) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_queue_due_is_one_statement(clinic, count, django_assert_num_queries):
    for _ in range(count):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)

    # and the setting that makes it read the index
    with django_assert_num_queries(2):
        assert due.queue_due(DUE) == count


def test_due_works_in_chunks(monkeypatch, clinic):
    monkeypatch.setattr(due, "CHUNK", 2)
    for _ in range(5):
        make_schedule(make_user(), clinic)
    plan.plan_due(NOON)

    assert due.queue_due(DUE) == 5


def test_queries_tell_what_is_due_and_what_is_stuck(schedule):
    assert [row.local_date.day for row in due_queries.due_now(DUE)] == [21]
    due.queue_due(DUE)

    later = DUE + timedelta(minutes=3)
    assert not due_queries.due_now(DUE).exists()
    assert due_queries.lag(later) == timedelta(minutes=3)
    assert due_queries.stuck(later, timedelta(minutes=2)).count() == 1
    assert due_queries.stuck(later, timedelta(minutes=4)).count() == 0


@pytest.mark.parametrize(
    ("closed", "rests", "ends_as"),
    [
        (["2026-11-21"], True, ("cancelled", "clinic_closed")),
        (["2026-11-21"], False, ("claimed", "")),
        (["2026-11-20", "2026-11-22"], True, ("claimed", "")),
        ([], True, ("claimed", "")),
    ],
)
def test_closed_day_of_a_resting_clinic_sends_nothing(
    schedule, clinic, closed, rests, ends_as
):
    clinic.closed_days, clinic.rests_on_closed_days = closed, rests
    clinic.save()

    due.queue_due(DUE)

    assert first_row() == ends_as


def test_no_nudge_goes_out_on_a_closed_day(person, clinic):
    make_schedule(person, clinic, nudge_minutes=[240])
    plan.plan_due(NOON)
    clinic.closed_days, clinic.rests_on_closed_days = ["2026-11-22"], True
    clinic.save()
    nudge = DueReminder.objects.get(slot=1, local_date=date(2026, 11, 21))

    # About the day before, but out of the quiet hours it comes at eight that day.
    due.queue_due(nudge.due_at)

    nudge.refresh_from_db()
    assert (nudge.state, nudge.reason) == ("cancelled", "clinic_closed")
