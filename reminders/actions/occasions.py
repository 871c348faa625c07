"""The occasions that one course has from now on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from reminders.models.schedule import earlier_from_stored, from_stored
from reminders.scheduling.hours import Hours
from reminders.scheduling.prompts import (
    APART,
    ZONE_CHANGED,
    Course,
    Prompt,
    prompts,
)

# After an outage the last week is written down as missed, not the last year.
LOOK_BACK = timedelta(days=7)

# As stored: zone, earlier zones, hour, segments, weekdays, nudges, quiet hours, pace.
Stored = tuple[str, str, time, str, str, str, time, time, str]
# Local dates that rang already, each with the moment it was due.
Rang = Mapping[date, datetime]


def following(
    course: Stored, now: datetime, planned_through: date, through: date
) -> Sequence[Prompt]:
    """What comes after the last date that is planned."""
    earliest = _local_date(now, course[0]) - LOOK_BACK
    first = max(planned_through + timedelta(days=1), earliest)
    return _prompts(*course, first, through)


def anew(course: Stored, now: datetime, through: date, rang: Rang) -> Sequence[Prompt]:
    """What a new or changed schedule still has to say, after what it has said."""
    today = _local_date(now, course[0])
    yesterday = today - timedelta(days=1)
    found = _prompts(*course, min([yesterday, *rang]), through)
    return tuple(_planned_anew(found, today, now, rang))


def _planned_anew(
    found: Sequence[Prompt], today: date, now: datetime, rang: Rang
) -> Iterator[Prompt]:
    """A new or changed schedule does not ring for an hour that has passed.

    Unless a change of the zone has skipped that hour. About a date that rang already
    the nudges that are still to come are planned, and nothing else.
    """
    kept = {p.local_date for p in found if p.slot == 0 and _is_ahead(p, today, now)}
    for prompt in found:
        before = rang.get(prompt.local_date)
        if before is None:
            if prompt.local_date in kept:
                yield prompt
        elif prompt.slot and prompt.due_at > now and prompt.due_at - before >= APART:
            yield prompt


def _is_ahead(prompt: Prompt, today: date, now: datetime) -> bool:
    if ZONE_CHANGED in prompt.notes:
        return prompt.expires_at > now
    return prompt.local_date >= today and prompt.due_at >= now


@lru_cache(maxsize=1024)
def _local_date(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


# Thousands share the same course and hour: each answer is worked out once.
@lru_cache(maxsize=4096)
def _prompts(
    zone: str,
    earlier_zones: str,
    wall_time: time,
    segments: str,
    weekday_times: str,
    nudge_minutes: str,
    quiet_from: time,
    quiet_to: time,
    pace: str,
    first: date,
    last: date,
) -> tuple[Prompt, ...]:
    course = Course(
        segments=tuple(from_stored(stored) for stored in json.loads(segments)),
        hours=Hours.from_stored(wall_time, json.loads(weekday_times)),
        zone=zone,
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        nudges=tuple(timedelta(minutes=n) for n in json.loads(nudge_minutes)),
        pace=pace,
        earlier_zones=earlier_from_stored(json.loads(earlier_zones)),
    )
    return tuple(prompts(course, first, last))
