"""The prompts that lie ahead of a person, worked out as the planner will."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders import kinds
from reminders.models import ChannelPreference, DueReminder, ReminderSchedule
from reminders.models.schedule import earlier_from_stored
from reminders.queries import preferences
from reminders.scheduling import occurrence
from reminders.scheduling.hours import Hours
from reminders.scheduling.pace import AS_PLANNED
from reminders.scheduling.prompts import Course, Prompt, prompts, wall_of

# The last nudge about a date comes a day later, and may wait for the morning.
NUDGED_WITHIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One prompt on the person's own clock."""

    kind: str
    local_date: date
    rings: datetime
    due_at: datetime
    is_nudge: bool
    is_paused: bool
    # The clinic sends nothing on that date.
    is_closed: bool
    clocks_change: bool
    notes: tuple[str, ...]


def of_recipient(
    user: User, kinds_of: Collection[str], days: int, clinic: Clinic | None = None
) -> list[Upcoming]:
    """Every prompt of these kinds from now on, nudges with them, the next one first.

    What is in the ledger as it stands there, what comes after at the pace of today:
    the planner asks for the pace anew each day. With `clinic` only those that this
    clinic asks for.
    """
    schedules = (
        ReminderSchedule.objects.filter(recipient=user, kind__in=kinds_of)
        .exclude(state=ReminderSchedule.State.ENDED)
        .select_related("clinic")
    )
    if clinic is not None:
        schedules = schedules.filter(clinic=clinic)
    live = list(schedules)
    wishes, paces, planned = preferences.of(user), _paces(live), _planned(live)
    found = [
        _shown(schedule, prompt)
        for schedule in live
        for prompt in _ahead(
            _course(schedule, wishes, paces.get(schedule.pk, AS_PLANNED)),
            schedule.planned_through,
            planned.get(schedule.pk, []),
            days,
        )
    ]
    return sorted(found, key=lambda one: (one.due_at, one.is_nudge, one.kind))


def _paces(schedules: Sequence[ReminderSchedule]) -> Mapping[UUID, str]:
    return {
        schedule.pk: pace
        for schedule in schedules
        for pace in kinds.paces(schedule.kind, [schedule.subject_id]).values()
    }


def _planned(
    schedules: Sequence[ReminderSchedule],
) -> Mapping[UUID, Sequence[Prompt]]:
    """What stands in the ledger and has not been taken."""
    rows = DueReminder.objects.filter(
        schedule__in=schedules, state=DueReminder.State.PLANNED
    )
    found: dict[UUID, list[Prompt]] = {}
    for row in rows:
        prompt = Prompt(row.local_date, row.slot, row.due_at, row.expires_at)
        found.setdefault(row.schedule_id, []).append(prompt)
    return found


def _ahead(
    course: Course, through: date | None, planned: Sequence[Prompt], days: int
) -> Iterator[Prompt]:
    """The ledger as far as it goes, then what the planner will write."""
    now, today = clock.now(), clock.local_today(course.zone)
    last = today + timedelta(days=days)
    worked_out = list(prompts(course, today - NUDGED_WITHIN, last))
    notes = {(one.local_date, one.slot): one.notes for one in worked_out}
    # What is planned for the first time does not ask again about what never rang.
    begins = {p.local_date for p in worked_out if p.slot == 0 and p.due_at > now}
    for one in planned:
        if one.due_at > now:
            yield replace(one, notes=notes.get((one.local_date, one.slot), ()))
    for one in worked_out:
        is_new = (
            one.local_date in begins if through is None else one.local_date > through
        )
        if one.due_at > now and is_new:
            yield one


def _course(schedule: ReminderSchedule, wishes: ChannelPreference, pace: str) -> Course:
    return Course(
        segments=tuple(schedule.parsed_segments()),
        hours=Hours.from_stored(schedule.wall_time, schedule.weekday_times),
        zone=schedule.zone,
        quiet_from=wishes.quiet_from,
        quiet_to=wishes.quiet_to,
        nudges=tuple(timedelta(minutes=n) for n in schedule.nudge_minutes),
        pace=pace,
        earlier_zones=earlier_from_stored(schedule.earlier_zones),
    )


def _shown(schedule: ReminderSchedule, prompt: Prompt) -> Upcoming:
    rings = wall_of(prompt.due_at, schedule.zone)
    rests = schedule.clinic.rests_on
    return Upcoming(
        kind=schedule.kind,
        local_date=prompt.local_date,
        rings=rings,
        due_at=prompt.due_at,
        is_nudge=prompt.slot > 0,
        is_paused=_is_paused(schedule, prompt.local_date),
        is_closed=rests(prompt.local_date) or rests(rings.date()),
        clocks_change=occurrence.clocks_change_on(rings.date(), schedule.zone),
        notes=prompt.notes,
    )


def _is_paused(schedule: ReminderSchedule, day: date) -> bool:
    first, last = schedule.paused_from, schedule.paused_until
    return first is not None and last is not None and first <= day <= last
