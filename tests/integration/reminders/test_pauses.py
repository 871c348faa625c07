from datetime import UTC, date, datetime

from reminders.actions import due, plan, schedules
from reminders.queries import pauses
from tests.factories.reminders import make_schedule

NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York
TOMORROW = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 9)


def test_pauses_and_days_of_a_resting_clinic_are_both_days_nobody_expects(
    person, stranger, clinic, at
):
    at(NOON)
    clinic.closed_days, clinic.rests_on_closed_days = ["2026-11-22"], True
    clinic.save()
    mine = make_schedule(person, clinic)
    theirs = make_schedule(stranger, clinic)
    schedules.pause(schedule=mine, first=FIRST, last=LAST, by="test")
    plan.plan_due(NOON)
    due.claim(10, TOMORROW)

    found = pauses.of_subjects("test", [mine.subject_id, theirs.subject_id])

    closed = (date(2026, 11, 22), date(2026, 11, 22))
    assert sorted(found[mine.subject_id]) == [(FIRST, LAST), closed]
    assert found[theirs.subject_id] == [closed]
    assert pauses.of_subjects("other", [mine.subject_id]) == {}
