"""The terminal command lists what the planner writes, across the clock changes."""

from datetime import UTC, date, datetime, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reminders.actions import plan
from reminders.models import DueReminder
from reminders.scheduling.hours import WEEKEND, WEEKEND_TIME
from tests.factories.reminders import make_schedule
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import check_in_reminders
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL


def listed(*options):
    out = StringIO()
    call_command("show_prompts", *options, stdout=out)
    return out.getvalue().splitlines()[1:]


def test_month_six_is_listed_across_both_clock_changes():
    lines = listed("--procedure-date", "2026-10-10", "--zone", "America/New_York")

    assert lines[0] == "  0  Sat 2026-10-10 12:00   2026-10-10 16:00"
    assert lines[2] == "  2  Mon 2026-10-12 18:30   2026-10-12 22:30"
    assert " 22  Sun 2026-11-01 12:00   2026-11-01 17:00  clocks_change" in lines
    assert lines[-1] == "182  Sat 2027-04-10 12:00   2027-04-10 16:00"
    # 15 daily, 12 at three a week, 21 weekly in two phases.
    assert len(lines) == 48


def test_skipped_hour_is_named():
    lines = listed(
        "--procedure-date", "2027-03-10", "--zone", "America/New_York",
        "--weekend-hour", "02:30", "--until-day", "4",
    )  # fmt: skip

    # Quiet hours until 8: the missing half past two is moved further.
    assert lines[-1].endswith("08:00   2027-03-14 12:00  hour_skipped "
                              "left_quiet_hours clocks_change")  # fmt: skip


def test_listed_is_planned(person, clinic):
    first = date(2026, 10, 22)
    make_schedule(
        person,
        clinic,
        zone="America/New_York",
        segments=check_in_reminders.segments(DEFAULT_PROTOCOL, first),
        wall_time=time(18, 30),
        weekday_times=dict.fromkeys(WEEKEND, WEEKEND_TIME),
        nudge_minutes=check_in_reminders.NUDGE_MINUTES,
    )
    for day in range(22, 31):
        plan.plan_due(datetime(2026, 10, day, 4, tzinfo=UTC))

    moments = [
        line[28:44]
        for line in listed(
            "--procedure-date", "2026-10-22", "--zone", "America/New_York", "--nudges"
        )
    ]

    planned = DueReminder.objects.filter(local_date__gte=first)
    stored = planned.order_by("local_date", "slot").values_list("due_at", flat=True)
    assert len(stored) > 15
    assert [f"{due_at:%Y-%m-%d %H:%M}" for due_at in stored] == moments[: len(stored)]


def test_prompts_of_one_patient_are_those_of_their_own_plan_and_pace(
    pat, pats_episode, at
):
    check_in_reminders.follow_plan(episode=pats_episode, by="test")

    lines = listed("--patient", str(pat.pk))

    check_ins = [line for line in lines if line.endswith(" check_in")]
    again = [line for line in lines if "check_in nudge" in line]
    questionnaires = [line for line in lines if " questionnaire" in line]
    assert len(check_ins) > 30
    assert again
    assert questionnaires
    days = [int(line[:3]) for line in lines]
    assert 9 <= days[0] <= 10  # the hour of today may have passed
    assert 175 < max(days) <= 182


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Name a patient with --patient"),
        (("--patient", "pat"), "is not the id of a patient"),
        (("--patient", "0198d0e0-0000-7000-8000-000000000000"), "No patient in care"),
    ],
)
@pytest.mark.django_db
def test_patient_who_cannot_be_found_is_refused(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        listed(*options)


def test_patient_who_has_not_joined_has_no_prompts(clinic_a):
    episode = make_episode(make_patient(clinic_a, user=None))

    with pytest.raises(CommandError, match="has not joined"):
        listed("--patient", str(episode.patient_id))


def test_unknown_zone_is_refused():
    with pytest.raises(CommandError, match="not an IANA zone"):
        listed("--procedure-date", "2026-10-10", "--zone", "Mars/Base")


def test_closed_day_of_a_resting_clinic_is_marked_also_for_nudges():
    lines = listed(
        "--procedure-date", "2026-12-24", "--zone", "Europe/Berlin", "--nudges",
        "--closed", "2026-12-25", "--until-day", "1",
    )  # fmt: skip

    # The day itself, what asks again on it, and what asks again about it.
    assert [line[5:21] for line in lines if line.endswith("clinic_closed")] == [
        "Fri 2026-12-25 0", "Fri 2026-12-25 1", "Sat 2026-12-26 0",
    ]  # fmt: skip
    assert len(lines) == 4


def test_journey_is_listed_by_the_clock_of_each_place():
    lines = listed(
        "--procedure-date", "2026-11-19", "--zone", "Europe/Berlin", "--until-day", "4",
        "--then", "2026-11-23T12:00Z=Europe/Berlin",
        "--then", "2026-11-20T17:00Z=Asia/Tokyo",
    )  # fmt: skip

    assert lines == [
        "  0  Thu 2026-11-19 18:30   2026-11-19 17:30",
        # 18:00 in Berlin is two in the morning in Tokyo: it rings after quiet hours.
        "  1  Sat 2026-11-21 08:00   2026-11-20 23:00  zone_changed left_quiet_hours",
        "  2  Sat 2026-11-21 12:00   2026-11-21 03:00",
        "  3  Sun 2026-11-22 12:00   2026-11-22 03:00",
        # The hour came in Tokyo before the flight home.
        "  4  Mon 2026-11-23 18:30   2026-11-23 09:30",
    ]


@pytest.mark.parametrize("change", ["Europe/Lisbon", "2026-11-20=Europe/Lisbon"])
def test_change_that_cannot_be_read_is_refused(change):
    with pytest.raises(CommandError, match="is not a moment and a zone"):
        listed(
            "--procedure-date", "2026-11-19", "--zone", "Europe/Berlin",
            "--then", change,
        )  # fmt: skip
