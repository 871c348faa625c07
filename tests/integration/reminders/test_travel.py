"""A change of the zone: what is planned moves, nothing rings twice or is lost."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from reminders.actions import due, plan
from reminders.models import DueReminder, ReminderSchedule
from reminders.models.schedule import earlier_from_stored
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import Course, prompts
from tests.factories.reminders import make_schedule

BERLIN, LISBON, TOKYO, NEW_YORK = (
    "Europe/Berlin",
    "Europe/Lisbon",
    "Asia/Tokyo",
    "America/New_York",
)
NOON = datetime(2026, 11, 21, 11, tzinfo=UTC)  # 12:00 in Berlin


@pytest.fixture
def lives(person, clinic, at):
    """`lives(zone, moment)`: from then on the schedule keeps that clock."""
    subject_id = make_schedule(person, clinic, zone=BERLIN).subject_id
    ReminderSchedule.objects.update(nudge_minutes=[240, 1440])

    def change(zone, moment):
        at(moment)
        make_schedule(
            person,
            clinic,
            subject_id=subject_id,
            zone=zone,
            nudge_minutes=[240, 1440],
        )
        plan.plan_due(moment)

    return change


def ledger(slot=0):
    rows = DueReminder.objects.filter(slot=slot).order_by("due_at")
    return [(row.local_date.day, row.due_at.isoformat()[8:16]) for row in rows]


def test_hour_there_holds_from_the_change_on(lives):
    lives(BERLIN, NOON)
    lives(LISBON, NOON + timedelta(minutes=5))

    assert ledger() == [(21, "21T18:30"), (22, "22T18:30")]


def test_hour_that_comes_twice_does_not_ring_twice(lives):
    lives(BERLIN, NOON)
    evening = datetime(2026, 11, 21, 17, 35, tzinfo=UTC)
    due.claim(10, evening)
    lives(LISBON, evening)
    due.claim(10, datetime(2026, 11, 21, 18, 35, tzinfo=UTC))

    assert ledger()[:2] == [(21, "21T17:30"), (22, "22T18:30")]
    assert DueReminder.objects.filter(state="claimed").count() == 1


def test_row_that_is_due_at_the_change_still_rings(lives):
    lives(BERLIN, NOON)
    late = datetime(2026, 11, 21, 17, 30, 5, tzinfo=UTC)
    lives(LISBON, late)
    due.claim(10, late)

    assert ledger()[0] == (21, "21T17:30")
    assert DueReminder.objects.get(state="claimed").local_date.day == 21


def test_hour_that_is_skipped_rings_when_quiet_hours_end(lives):
    lives(BERLIN, NOON)
    # 14:00 in Berlin, 22:00 in Tokyo: the evening's hour is over there.
    lives(TOKYO, datetime(2026, 11, 21, 13, tzinfo=UTC))

    assert ledger()[:2] == [(21, "21T23:00"), (22, "22T09:30")]


def test_there_and_back_leaves_the_plan_of_home(lives):
    lives(BERLIN, NOON)
    before = ledger()
    lives(NEW_YORK, NOON + timedelta(minutes=5))
    lives(BERLIN, NOON + timedelta(minutes=10))

    assert ledger() == before
    schedule = ReminderSchedule.objects.get()
    assert [one["zone"] for one in schedule.earlier_zones] == [BERLIN, NEW_YORK]


def test_across_the_date_line_a_date_rings_once(lives):
    lives("Pacific/Auckland", datetime(2026, 11, 21, 1, tzinfo=UTC))  # 14:00
    evening = datetime(2026, 11, 21, 5, 31, tzinfo=UTC)
    due.claim(10, evening)  # the 21st, 18:30 in Auckland
    lives("America/Los_Angeles", evening)  # the 20th, 21:31

    # The 21st comes a second time, and is not asked about again.
    assert ledger() == [(21, "21T05:30"), (22, "23T02:30")]


def test_nudge_about_a_date_that_rang_is_still_planned(lives):
    lives(BERLIN, NOON)
    evening = datetime(2026, 11, 21, 17, 31, tzinfo=UTC)
    due.claim(10, evening)
    before = ledger(slot=1)
    lives(LISBON, evening)

    # 22:30 in Berlin lies in quiet hours, and so does 21:30 in Lisbon: 8:00 there.
    assert before[0] == (21, "22T07:00")
    assert ledger(slot=1)[0] == (21, "22T08:00")


def test_old_zones_are_forgotten_when_no_planning_looks_that_far(lives):
    lives(LISBON, NOON)
    lives(BERLIN, NOON + timedelta(days=40))

    schedule = ReminderSchedule.objects.get()
    assert [one["zone"] for one in schedule.earlier_zones] == [LISBON]


def test_outage_across_a_change_is_written_down_by_the_zone_that_held(lives):
    lives(BERLIN, NOON)
    lives(LISBON, NOON + timedelta(days=1))

    plan.plan_due(NOON + timedelta(days=5))

    by_date = {row.local_date: row.due_at for row in DueReminder.objects.filter(slot=0)}
    assert by_date[date(2026, 11, 21)].astimezone(ZoneInfo(BERLIN)).time() == time(
        18, 30
    )
    assert {
        by_date[date(2026, 11, day)].astimezone(ZoneInfo(LISBON)).time()
        for day in range(22, 28)
    } == {time(18, 30)}


PLACES = [BERLIN, LISBON, TOKYO, NEW_YORK, "Pacific/Auckland", "Pacific/Honolulu"]
# The clocks go back in Europe on the 25th and in New York a week later.
START = datetime(2026, 10, 23, 0, 10, tzinfo=UTC)
DAYS = 12


@pytest.mark.parametrize("seed", range(6))
def test_ledger_of_any_journey_is_what_the_rules_say_of_it(seed, lives, at):
    """Hourly sweeps while the zone changes: nothing doubled, nothing lost."""
    choice = Random(seed)
    hours = sorted(choice.sample(range(6, (DAYS - 2) * 24), 4))
    lives(BERLIN, START)
    for hour in range(DAYS * 24):
        moment = START + timedelta(hours=hour)
        at(moment)
        if hour in hours:
            lives(choice.choice(PLACES), moment)
        plan.plan_due(moment)
        due.claim(10, moment)

    schedule = ReminderSchedule.objects.get()
    ended = START + timedelta(days=DAYS - 1)
    course = Course(
        segments=tuple(schedule.parsed_segments()),
        hours=Hours(time(18, 30)),
        zone=schedule.zone,
        quiet_from=time(21),
        quiet_to=time(8),
        earlier_zones=earlier_from_stored(schedule.earlier_zones),
    )
    asked = prompts(course, START.date(), ended.date())
    rows = DueReminder.objects.filter(slot=0, due_at__lt=ended)
    assert list(rows.order_by("due_at").values_list("local_date", "due_at")) == [
        (one.local_date, one.due_at) for one in asked if one.due_at < ended
    ]
    assert set(rows.values_list("state", flat=True)) == {"claimed"}
