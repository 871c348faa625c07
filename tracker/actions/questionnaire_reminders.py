"""Keep the questionnaire reminder of an episode in step with its plan."""

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from backend.accounts.models import User
from reminders.actions import schedules
from reminders.scheduling.cadence import WEEKLY, Segment
from tracker.clinical.prompting import prompt_days
from tracker.clinical.proms.schedule import occasions
from tracker.clinical.protocol import Protocol
from tracker.models import Episode
from tracker.queries import protocols

KIND = "questionnaire"
WEEK = timedelta(days=7)


def follow_plan(
    *,
    episode: Episode,
    user: User,
    wall_time: time,
    weekday_times: Mapping[str, time],
    by: User | str,
) -> None:
    """Ask at the hours of the check-in, on the days the plan's occasions ask for.

    Which of these days still need a prompt is decided when it would be sent.
    """
    plan = protocols.plan_of(episode)
    schedules.set_schedule(
        recipient=user,
        clinic=episode.clinic,
        kind=KIND,
        subject_id=episode.pk,
        segments=weekly_runs(prompt_dates(plan, episode.procedure.performed_on)),
        wall_time=wall_time,
        weekday_times=weekday_times,
        zone=episode.patient.zone,
        by=by,
    )


def prompt_dates(plan: Protocol, performed_on: date) -> set[date]:
    """Every date on which some questionnaire of the plan may need a prompt."""
    return {
        performed_on + timedelta(days=day)
        for assigned in plan.instruments
        for occasion in occasions(assigned.schedule)
        for day in prompt_days(occasion)
    }


def weekly_runs(dates: Iterable[date]) -> list[Segment]:
    """The same dates as a few weekly stretches: a plan asks a hundred times a year."""
    left = set(dates)
    runs = []
    while left:
        first = last = min(left)
        while last + WEEK in left:
            last += WEEK
        runs.append(Segment(first, last, WEEKLY))
        left -= {first + n * WEEK for n in range((last - first) // WEEK + 1)}
    return runs
