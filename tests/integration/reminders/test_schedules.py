from datetime import UTC, date, datetime, time, timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.common.errors import DomainError
from reminders import kinds
from reminders.actions import due, plan, schedules
from reminders.models import DueReminder, ReminderSchedule
from tests.factories.reminders import make_preference, make_schedule

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York
DUE = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # 18:30 in New York


@pytest.fixture(autouse=True)
def at_noon(at):
    at(NOON)


def ledger():
    rows = DueReminder.objects.order_by("local_date")
    return [
        (row.local_date.day, row.due_at.isoformat()[5:16], row.state) for row in rows
    ]


def audit():
    return list(
        AuditEvent.objects.order_by("created_at").values_list("action", flat=True)
    )


def test_setting_twice_gives_one_schedule_and_one_event(person, clinic):
    first = make_schedule(person, clinic)
    second = make_schedule(person, clinic, subject_id=first.subject_id)

    assert first == second
    assert audit() == ["reminder_schedule.set"]


def test_new_hour_moves_what_has_not_gone_out(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)

    make_schedule(person, clinic, subject_id=schedule.subject_id, wall_time=time(19, 0))
    plan.plan_due(NOON)

    assert ledger()[0] == (21, "11-22T00:00", "planned")
    assert ReminderSchedule.objects.count() == 1


def test_new_hour_does_not_ring_twice_on_one_day(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    due.claim(10, DUE)

    make_schedule(person, clinic, subject_id=schedule.subject_id, wall_time=time(20, 0))
    plan.plan_due(DUE + timedelta(minutes=5))

    assert ledger()[:2] == [
        (21, "11-21T23:30", "claimed"),
        (22, "11-23T01:00", "planned"),
    ]


def test_travel_moves_future_days_only(person, clinic):
    schedule = make_schedule(person, clinic)
    plan.plan_due(NOON)
    due.claim(10, DUE)

    make_schedule(person, clinic, subject_id=schedule.subject_id, zone="Asia/Tokyo")
    plan.plan_due(DUE + timedelta(minutes=5))

    assert ledger()[:2] == [
        (21, "11-21T23:30", "claimed"),
        (22, "11-22T09:30", "planned"),
    ]


def test_hour_that_the_person_chose_wins(person, clinic):
    make_preference(person, wall_time=time(9, 0))

    assert make_schedule(person, clinic).wall_time == time(9, 0)


def test_unknown_kind_is_refused(person, clinic):
    with pytest.raises(kinds.UnknownKindError):
        make_schedule(person, clinic, kind="unheard_of")


def test_ended_schedule_makes_room_for_a_new_one(person, clinic):
    first = make_schedule(person, clinic)
    schedules.end(schedule=first, by="test")
    schedules.end(schedule=first, by="test")

    second = make_schedule(person, clinic, subject_id=first.subject_id)

    assert first != second
    assert audit() == [
        "reminder_schedule.set",
        "reminder_schedule.ended",
        "reminder_schedule.set",
    ]


def test_pause_that_ends_before_it_starts_is_refused(person, clinic):
    schedule = make_schedule(person, clinic)

    with pytest.raises(DomainError) as refused:
        schedules.pause(
            schedule=schedule,
            first=date(2026, 11, 22),
            last=date(2026, 11, 21),
            by="test",
        )

    assert refused.value.code == "bad_pause"


def test_pause_and_resume_are_harmless_to_repeat(person, clinic):
    schedule = make_schedule(person, clinic)
    day = date(2026, 11, 22)

    schedules.pause(schedule=schedule, first=day, last=day, by="test")
    assert (schedule.state, schedule.paused_from) == ("paused", day)
    schedules.resume(schedule=schedule, by="test")
    schedules.resume(schedule=schedule, by="test")

    assert (schedule.state, schedule.paused_from) == ("active", None)
    assert audit() == [
        "reminder_schedule.set",
        "reminder_schedule.paused",
        "reminder_schedule.resumed",
    ]
