"""The occasions of a course: hours, nudges, and the nights the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import Hours
from reminders.scheduling.pace import CLOSER, RARER
from reminders.scheduling.prompts import Course, prompts, wall_of

SATURDAY = date(2026, 3, 28)
DAILY = (Segment(date(2026, 3, 1), date(2026, 4, 30), "daily"),)
WEEKLY = (Segment(date(2026, 3, 1), date(2026, 4, 30), "weekly"),)
NUDGES = (timedelta(hours=4), timedelta(hours=24))


def course(**changes):
    fields = {
        "segments": DAILY,
        "hours": Hours(time(18, 30)),
        "zone": "Europe/Berlin",
        "quiet_from": time(21),
        "quiet_to": time(8),
    }
    return Course(**(fields | changes))


def listed(the_course, first, last):
    return [
        (p.local_date.day, p.slot, f"{wall_of(p.due_at, the_course.zone):%d %H:%M}")
        for p in prompts(the_course, first, last)
    ]


def test_weekend_has_its_own_hour_and_the_clock_change_moves_nobody():
    hours = Hours(time(18, 30), ((5, time(12)), (6, time(12))))

    found = list(prompts(course(hours=hours), date(2026, 3, 27), date(2026, 3, 30)))

    assert [p.due_at for p in found] == [
        datetime(2026, 3, 27, 17, 30, tzinfo=UTC),
        datetime(2026, 3, 28, 11, 0, tzinfo=UTC),
        datetime(2026, 3, 29, 10, 0, tzinfo=UTC),
        datetime(2026, 3, 30, 16, 30, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("day", "wall", "shown", "notes"),
    [
        (date(2026, 3, 29), time(2, 30), "03:00", ("hour_skipped",)),
        (date(2026, 10, 25), time(2, 30), "02:30", ("hour_doubled",)),
        (date(2026, 10, 26), time(2, 30), "02:30", ()),
    ],
)
def test_skipped_and_doubled_hours_follow_the_written_rules(day, wall, shown, notes):
    the_course = course(
        segments=(Segment(day, day, "daily"),),
        hours=Hours(wall),
        quiet_from=time(0),
        quiet_to=time(0),
    )

    (prompt,) = prompts(the_course, day, day)

    assert f"{wall_of(prompt.due_at, the_course.zone):%H:%M}" == shown
    assert prompt.notes == notes


def test_prompt_in_the_quiet_hours_waits_for_the_morning():
    (prompt,) = prompts(course(hours=Hours(time(23))), SATURDAY, SATURDAY)

    assert f"{wall_of(prompt.due_at, 'Europe/Berlin'):%d %H:%M}" == "29 08:00"
    assert prompt.notes == ("left_quiet_hours",)


def test_nudge_leaves_out_what_comes_close_to_the_next_prompt():
    # The second nudge would ring with the prompt of the next day.
    assert listed(course(nudges=NUDGES), SATURDAY, SATURDAY) == [
        (28, 0, "28 18:30"),
        (28, 1, "29 08:00"),
    ]


def test_rare_prompts_have_both_nudges_and_never_a_third():
    the_course = course(segments=WEEKLY, nudges=(*NUDGES, timedelta(hours=48)))

    assert listed(the_course, date(2026, 3, 22), date(2026, 3, 22)) == [
        (22, 0, "22 18:30"),
        (22, 1, "23 08:00"),
        (22, 2, "23 18:30"),
    ]


def test_nudges_that_would_come_together_are_one():
    close = (timedelta(hours=4), timedelta(hours=5))

    slots = [p.slot for p in prompts(course(segments=WEEKLY, nudges=close),
                                     date(2026, 3, 22), date(2026, 3, 22))]  # fmt: skip

    assert slots == [0, 1]


@pytest.mark.parametrize(
    ("segments", "pace", "days"),
    [
        (WEEKLY, CLOSER, [22, 23, 24, 25]),
        (DAILY, RARER, [23, 25]),
        (WEEKLY, RARER, [22]),
        ((Segment(date(2026, 3, 1), None, "none"),), CLOSER, []),
        ((Segment(date(2026, 3, 1), date(2026, 3, 22), "weekly"),), CLOSER, [22]),
    ],
)
def test_pace_bends_the_course_but_never_reaches_outside_it(segments, pace, days):
    the_course = course(segments=segments, pace=pace)

    found = prompts(the_course, date(2026, 3, 22), date(2026, 3, 25))

    assert [p.local_date.day for p in found] == days


def test_prompt_is_too_late_after_three_hours_and_never_in_quiet_hours():
    early, late = (
        next(prompts(course(hours=Hours(wall)), SATURDAY, SATURDAY))
        for wall in (time(12), time(20))
    )

    assert early.expires_at - early.due_at == timedelta(hours=3)
    assert late.expires_at - late.due_at == timedelta(hours=1)


def travelling(to, at, **changes):
    """Berlin until that moment, then somewhere else."""
    return course(zone=to, earlier_zones=((at, "Europe/Berlin"),), **changes)


def test_westward_the_hour_that_comes_twice_rings_once():
    # At 19:00 in Berlin, after the prompt; 18:00 in Lisbon.
    the_course = travelling("Europe/Lisbon", datetime(2026, 3, 10, 18, tzinfo=UTC))

    found = list(prompts(the_course, date(2026, 3, 9), date(2026, 3, 11)))

    assert [p.due_at for p in found] == [
        datetime(2026, 3, 9, 17, 30, tzinfo=UTC),
        datetime(2026, 3, 10, 17, 30, tzinfo=UTC),
        datetime(2026, 3, 11, 18, 30, tzinfo=UTC),
    ]


def test_eastward_the_hour_that_is_skipped_rings_at_the_change():
    # At 18:00 in Berlin, before the prompt; 20:00 in Istanbul.
    change = datetime(2026, 3, 10, 17, tzinfo=UTC)

    found = list(
        prompts(travelling("Europe/Istanbul", change), *[date(2026, 3, 10)] * 2)
    )

    assert [(p.due_at, p.notes) for p in found] == [(change, ("zone_changed",))]
    # Quiet hours begin at 21:00 there.
    assert found[0].expires_at == change + timedelta(hours=1)


def test_skipped_hour_at_night_waits_for_the_morning_there():
    # 17:00 in Berlin is midnight or later in Tokyo.
    change = datetime(2026, 3, 10, 16, tzinfo=UTC)

    found = listed(
        travelling("Asia/Tokyo", change), date(2026, 3, 10), date(2026, 3, 11)
    )

    assert found == [(10, 0, "11 08:00"), (11, 0, "11 18:30")]


def test_skipped_hour_shortly_before_the_next_prompt_does_not_ring():
    change = datetime(2026, 3, 10, 6, tzinfo=UTC)
    early = Hours(time(8, 30))

    found = listed(
        travelling("Pacific/Kiritimati", change, hours=early),
        date(2026, 3, 10),
        date(2026, 3, 11),
    )

    # 07:00 in Berlin is 20:00 of that date on Kiritimati: still time to ask.
    assert found == [(10, 0, "10 20:00"), (11, 0, "11 08:30")]
    later = datetime(2026, 3, 10, 7, 15, tzinfo=UTC)
    found = listed(
        travelling("Pacific/Kiritimati", later, hours=early),
        date(2026, 3, 10),
        date(2026, 3, 11),
    )
    # 21:15: the morning's prompt half an hour after it stands for both.
    assert found == [(11, 0, "11 08:30")]


def test_date_that_nobody_had_has_no_prompt():
    # 23:30 of the 10th in Pago Pago is 0:30 of the 12th on Kiritimati.
    change = datetime(2026, 3, 11, 10, 30, tzinfo=UTC)
    the_course = course(
        zone="Pacific/Kiritimati", earlier_zones=((change, "Pacific/Pago_Pago"),)
    )

    found = listed(the_course, date(2026, 3, 10), date(2026, 3, 12))

    assert [day for day, _, _ in found] == [10, 12]


def test_nudges_after_a_change_are_counted_from_the_prompt_that_rang():
    change = datetime(2026, 3, 10, 18, tzinfo=UTC)
    the_course = travelling(
        "America/New_York", change, nudges=NUDGES, segments=WEEKLY,
        hours=Hours(time(10)),
    )  # fmt: skip

    found = list(prompts(the_course, date(2026, 3, 8), date(2026, 3, 8)))

    assert [p.due_at.isoformat()[5:16] for p in found] == [
        "03-08T09:00", "03-08T13:00", "03-09T09:00",
    ]  # fmt: skip
