"""The prompts that lie ahead of a person, worked out as the planner will."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders.models import ChannelPreference, ReminderSchedule
from reminders.models.schedule import earlier_from_stored
from reminders.queries import preferences
from reminders.scheduling import occurrence
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import Course, prompts, wall_of


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One prompt on the person's own clock."""

    local_date: date
    rings: datetime
    is_nudge: bool
    is_paused: bool
    # The clinic sends nothing on that date.
    is_closed: bool
    clocks_change: bool
    notes: tuple[str, ...]


def of_recipient(
    user: User, kind: str, days: int, clinic: Clinic | None = None
) -> list[Upcoming]:
    """Every prompt of that kind from today on, without those that have passed.

    With `clinic` only those that this clinic asks for.
    """
    schedules = (
        ReminderSchedule.objects.filter(recipient=user, kind=kind)
        .exclude(state=ReminderSchedule.State.ENDED)
        .select_related("clinic")
    )
    if clinic is not None:
        schedules = schedules.filter(clinic=clinic)
    wishes = preferences.of(user)
    found = [one for schedule in schedules for one in _of(schedule, wishes, days)]
    return sorted(found, key=lambda one: (one.rings, one.is_nudge))


def _of(
    schedule: ReminderSchedule, wishes: ChannelPreference, days: int
) -> list[Upcoming]:
    course = Course(
        segments=tuple(schedule.parsed_segments()),
        hours=Hours.from_stored(schedule.wall_time, schedule.weekday_times),
        zone=schedule.zone,
        quiet_from=wishes.quiet_from,
        quiet_to=wishes.quiet_to,
        nudges=tuple(timedelta(minutes=n) for n in schedule.nudge_minutes),
        earlier_zones=earlier_from_stored(schedule.earlier_zones),
    )
    now, today = clock.now(), clock.local_today(schedule.zone)
    return [
        Upcoming(
            prompt.local_date,
            wall_of(prompt.due_at, schedule.zone),
            prompt.slot > 0,
            _is_paused(schedule, prompt.local_date),
            schedule.clinic.rests_on(prompt.local_date),
            occurrence.clocks_change_on(prompt.local_date, schedule.zone),
            prompt.notes,
        )
        for prompt in prompts(course, today, today + timedelta(days=days))
        if prompt.due_at > now
    ]


def _is_paused(schedule: ReminderSchedule, day: date) -> bool:
    first, last = schedule.paused_from, schedule.paused_until
    return first is not None and last is not None and first <= day <= last
