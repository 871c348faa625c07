"""What is listed for a person is what the planner then writes into the ledger."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from backend.common import clock
from reminders import kinds
from reminders.actions import plan, schedules
from reminders.models import DueReminder
from reminders.queries import upcoming
from reminders.scheduling.pace import AS_PLANNED, CLOSER, PACES, RARER
from tests.factories.reminders import make_schedule

# Eleven days before New York's clocks change.
START = datetime(2026, 10, 21, 15, 0, tzinfo=UTC)  # 11:00 in New York
DAYS = 20


@dataclass
class Paced:
    code: str
    pace: str = AS_PLANNED
    is_urgent = False

    def still_needed(self, subject_id, recipient, local_date):
        return True

    def wording(self, subject_id, recipient):
        return kinds.Wording("Hello", "Your page is ready.", "Open", "/")

    def paces(self, subject_ids):
        return dict.fromkeys(subject_ids, self.pace)


@pytest.fixture
def paced(monkeypatch):
    kind = Paced("paced")
    monkeypatch.setitem(kinds._registry, kind.code, kind)
    return kind


@pytest.fixture
def schedule(person, clinic, paced, at):
    at(START)
    return make_schedule(person, clinic, kind=paced.code, nudge_minutes=[240, 1440])


def listed(person):
    ahead = upcoming.of_recipient(person, ["paced"], DAYS)
    return [(one.local_date, one.is_nudge, one.due_at) for one in ahead]


def ledger():
    rows = DueReminder.objects.filter(due_at__gt=START).order_by("due_at")
    return [(row.local_date, row.slot > 0, row.due_at) for row in rows]


@pytest.mark.parametrize("pace", PACES)
def test_list_is_what_the_planner_writes_day_by_day(person, paced, schedule, at, pace):
    paced.pace = pace
    before = listed(person)

    for day in range(DAYS - 5):
        at(START + timedelta(days=day))
        plan.plan_due(clock.now())

    written = ledger()
    assert len(written) > 10
    assert written == before[: len(written)]


def test_list_follows_the_pace_of_today_after_what_is_planned(
    person, paced, schedule, at
):
    paced.pace = RARER
    plan.plan_due(clock.now())
    planned = ledger()
    assert planned

    paced.pace = CLOSER

    ahead = listed(person)
    assert set(planned) <= set(ahead)
    schedule.refresh_from_db()
    through = schedule.planned_through
    after = [day for day, is_nudge, _ in ahead if day > through and not is_nudge]
    assert after == [through + timedelta(days=1 + n) for n in range(len(after))]


def test_nudges_of_yesterday_that_are_still_to_come_are_listed(
    person, paced, schedule, at
):
    paced.pace = RARER
    plan.plan_due(clock.now())
    rang = DueReminder.objects.filter(slot=0).earliest("due_at")
    at(rang.due_at + timedelta(hours=7))
    plan.plan_due(clock.now())

    (first, *_) = listed(person)

    assert first[:2] == (rang.local_date, True)


def test_pause_and_closed_day_are_marked_and_an_ended_schedule_lists_nothing(
    person, clinic, paced, schedule
):
    today = clock.local_today(schedule.zone)
    clinic.closed_days, clinic.rests_on_closed_days = [str(today)], True
    clinic.save()
    tomorrow = today + timedelta(days=1)
    schedules.pause(schedule=schedule, first=tomorrow, last=tomorrow, by="test")

    ahead = upcoming.of_recipient(person, ["paced"], DAYS)

    prompts = {one.local_date: one for one in ahead if not one.is_nudge}
    assert (prompts[today].is_closed, prompts[today].is_paused) == (True, False)
    assert (prompts[tomorrow].is_closed, prompts[tomorrow].is_paused) == (False, True)
    schedules.end(schedule=schedule, by="test")
    assert listed(person) == []
