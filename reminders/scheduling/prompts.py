"""Every occasion of a course: which local date, which moment, and why then.

The planner writes these into the ledger and the terminal command lists them, so
that what is shown is what is sent. The rules in words: docs/operations/delivery.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reminders.scheduling import occurrence, quiet_hours
from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import Hours
from reminders.scheduling.pace import AS_PLANNED, is_due_at
from reminders.scheduling.zones import Zones

# Later than this a reminder is a nuisance: the moment it was meant for is over.
WINDOW = timedelta(hours=3)
# Two prompts closer than this are one prompt too many.
APART = timedelta(hours=2)
MOST_NUDGES = 2
ZONE_CHANGED = "zone_changed"
# A nudge can move over one night of quiet hours; two dates on is far enough.
_LOOK_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Course:
    """All that decides the occasions of one schedule."""

    segments: tuple[Segment, ...]
    hours: Hours
    zone: str
    quiet_from: time
    quiet_to: time
    # How long after an unanswered prompt to ask once more; at most two.
    nudges: tuple[timedelta, ...] = ()
    pace: str = AS_PLANNED
    # The zones before this one, as `zones.Zones` wants them.
    earlier_zones: tuple[tuple[datetime, str], ...] = ()

    @property
    def zones(self) -> Zones:
        return Zones(self.zone, self.earlier_zones)


@dataclass(frozen=True, slots=True)
class Prompt:
    """Slot 0 is the prompt of a date, 1 and 2 are the nudges about that date."""

    local_date: date
    slot: int
    due_at: datetime
    expires_at: datetime
    # Codes: hour_skipped, hour_doubled, zone_changed, left_quiet_hours, nudge.
    notes: tuple[str, ...] = ()


def prompts(course: Course, first: date, last: date) -> Iterator[Prompt]:
    """Every prompt of the local dates from `first` to `last`, date by date."""
    for offset in range((last - first).days + 1):
        prompt = _first_prompt(course, first + timedelta(days=offset))
        if prompt is not None:
            yield prompt
            yield from _nudges(course, prompt)


def _first_prompt(course: Course, day: date) -> Prompt | None:
    if not is_due_at(course.pace, course.segments, day):
        return None
    wall = course.hours.on(day)
    came = course.zones.moment(day, wall)
    if came is None:
        return None
    if came.is_after_change:
        return _after_change(course, day, came.moment)
    kind = occurrence.kind(day, wall, came.zone)
    notes = () if kind == occurrence.ONCE else (f"hour_{kind}",)
    return _prompt(course, day, 0, came.moment, notes)


def _after_change(course: Course, day: date, moment: datetime) -> Prompt | None:
    """The hour was skipped on the way; close to the next prompt, that stands for it."""
    prompt = _prompt(course, day, 0, moment, (ZONE_CHANGED,))
    following = _following(course, day)
    crowds = following is not None and following - prompt.due_at < APART
    return None if crowds else prompt


def _nudges(course: Course, prompt: Prompt) -> Iterator[Prompt]:
    """The nudges that keep their distance from the prompts around them."""
    if not course.nudges:
        return
    following = _following(course, prompt.local_date)
    before = prompt.due_at
    for slot, wait in enumerate(course.nudges[:MOST_NUDGES], start=1):
        nudge = _prompt(
            course, prompt.local_date, slot, prompt.due_at + wait, ("nudge",)
        )
        crowds_next = following is not None and following - nudge.due_at < APART
        if nudge.due_at - before >= APART and not crowds_next:
            before = nudge.due_at
            yield nudge


def _following(course: Course, day: date) -> datetime | None:
    for ahead in range(1, _LOOK_AHEAD + 1):
        prompt = _first_prompt(course, day + timedelta(days=ahead))
        if prompt is not None:
            return prompt.due_at
    return None


def _prompt(
    course: Course, day: date, slot: int, moment: datetime, notes: tuple[str, ...]
) -> Prompt:
    """When it is due and when it is too late, both outside the quiet hours."""
    quiet = (course.quiet_from, course.quiet_to)
    due_at = _out_of_quiet(course, moment)
    silence = quiet_hours.next_start(due_at, course.zones.at(due_at), *quiet)
    late = due_at + WINDOW
    if due_at != moment:
        notes += ("left_quiet_hours",)
    expires_at = min(late, silence) if silence else late
    return Prompt(day, slot, due_at, expires_at, notes)


def _out_of_quiet(course: Course, moment: datetime) -> datetime:
    """The end of the quiet hours, by the clock of each zone they are spent in."""
    zones = course.zones
    while True:
        end = quiet_hours.moved_out(
            moment, zones.at(moment), course.quiet_from, course.quiet_to
        )
        left = zones.left_after(moment)
        if left is None or end < left:
            return end
        moment = left


def wall_of(moment: datetime, zone: str) -> datetime:
    """What the person's clock shows at that moment."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
