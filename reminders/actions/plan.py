"""Write the ledger ahead of time: one row per schedule, local date and slot."""

import json
import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast, Coalesce

from reminders import kinds
from reminders.models import ChannelPreference, DueReminder, ReminderSchedule
from reminders.models.schedule import earlier_from_stored, from_stored
from reminders.scheduling.hours import Hours
from reminders.scheduling.pace import AS_PLANNED
from reminders.scheduling.prompts import (
    APART,
    ZONE_CHANGED,
    Course,
    Prompt,
    prompts,
)

log = logging.getLogger(__name__)

HORIZON = timedelta(hours=36)
# After an outage the last week is written down as missed, not the last year.
LOOK_BACK = timedelta(days=7)
# The last nudge comes a day later, and may wait for the end of quiet hours.
ASKS_AGAIN_WITHIN = timedelta(days=3)
CHUNK = 5000

WRITE = """
INSERT INTO reminders_duereminder
    (id, created_at, schedule_id, local_date, slot, due_at, expires_at,
     state, state_at, reason)
SELECT gen_random_uuid(), %s, schedule, local_date, slot, due_at, expires_at,
       'planned', %s, ''
FROM unnest(%s::uuid[], %s::date[], %s::int[], %s::timestamptz[], %s::timestamptz[])
    AS t (schedule, local_date, slot, due_at, expires_at)
ON CONFLICT DO NOTHING
"""
MARK = """
UPDATE reminders_reminderschedule SET planned_through = %s
WHERE id = ANY(%s::uuid[])
"""


class Plan(NamedTuple):
    """The columns of a schedule that decide its occasions."""

    pk: UUID
    kind: str
    subject_id: UUID
    planned_through: date | None
    zone: str
    earlier_zones: str
    wall_time: time
    segments: str
    weekday_times: str
    nudge_minutes: str
    quiet_from: time
    quiet_to: time


Occasion = tuple[UUID, date, int, datetime, datetime]
# Local dates that rang already, each with the moment it was due.
Rang = Mapping[date, datetime]


def plan_due(now: datetime, horizon: timedelta = HORIZON) -> int:
    """Bring every schedule's ledger up to the horizon; returns the rows written.

    Safe to run twice and by several processes at once: a schedule is locked while
    it is planned, and a date that stands in the ledger is not written again.
    """
    # One calendar date for all zones. The horizon's slack covers the zones that
    # are a date ahead of it.
    through = (now + horizon).date()
    _lift_past_pauses(now)
    written = 0
    while True:
        taken, rows = _plan_chunk(now, through)
        written += rows
        if taken < CHUNK:
            return written


@transaction.atomic
def _plan_chunk(now: datetime, through: date) -> tuple[int, int]:
    plans = _take(through)
    if not plans:
        return 0, 0
    paces = _paces(plans)
    rang = _rang(plans, now)
    occasions = [
        one
        for plan in plans
        for one in _occasions(
            plan, paces.get(plan.pk, AS_PLANNED), now, through, rang.get(plan.pk, {})
        )
    ]
    with connection.cursor() as cursor:
        written = 0
        if occasions:
            columns = [list(column) for column in zip(*occasions, strict=True)]
            cursor.execute(WRITE, [now, now, *columns])
            written = cursor.rowcount
        cursor.execute(MARK, [through, [plan.pk for plan in plans]])
    return len(plans), written


def _take(through: date) -> list[Plan]:
    wishes = "recipient__channel_preference__"
    default = ChannelPreference()
    rows = (
        ReminderSchedule.objects.select_for_update(skip_locked=True, of=("self",))
        .exclude(state=ReminderSchedule.State.ENDED)
        .filter(Q(planned_through=None) | Q(planned_through__lt=through))
        # The order of the index: a chunk stops reading once it is full.
        .order_by(F("planned_through").asc(nulls_first=True))
        .annotate(
            earlier_text=Cast("earlier_zones", TextField()),
            segments_text=Cast("segments", TextField()),
            weekdays_text=Cast("weekday_times", TextField()),
            nudges_text=Cast("nudge_minutes", TextField()),
            quiet_from=Coalesce(F(f"{wishes}quiet_from"), default.quiet_from),
            quiet_to=Coalesce(F(f"{wishes}quiet_to"), default.quiet_to),
        )
        .values_list(
            "pk", "kind", "subject_id", "planned_through", "zone", "earlier_text",
            "wall_time", "segments_text", "weekdays_text", "nudges_text",
            "quiet_from", "quiet_to",
        )
    )  # fmt: skip
    return [Plan(*row) for row in rows[:CHUNK]]


def _paces(plans: Sequence[Plan]) -> Mapping[UUID, str]:
    """What the kinds say about how these people are, asked once for each kind."""
    found: dict[UUID, str] = {}
    for code in {plan.kind for plan in plans}:
        of_kind = {plan.subject_id: plan.pk for plan in plans if plan.kind == code}
        try:
            paces = kinds.paces(code, list(of_kind))
        except Exception:  # a broken kind must not stop the planning
            log.exception("kind %s cannot say its paces", code)
            continue
        found |= {of_kind[subject]: pace for subject, pace in paces.items()}
    return found


def _rang(plans: Sequence[Plan], now: datetime) -> Mapping[UUID, Rang]:
    """The last dates that left the ledger already, of what is planned anew."""
    anew = [plan.pk for plan in plans if plan.planned_through is None]
    found: dict[UUID, dict[date, datetime]] = defaultdict(dict)
    if anew:
        rows = DueReminder.objects.filter(
            schedule__in=anew, slot=0, due_at__gt=now - ASKS_AGAIN_WITHIN
        ).exclude(state=DueReminder.State.PLANNED, due_at__gt=now)
        for pk, day, due_at in rows.values_list("schedule", "local_date", "due_at"):
            found[pk][day] = due_at
    return found


def _occasions(
    plan: Plan, pace: str, now: datetime, through: date, rang: Rang
) -> Sequence[Occasion]:
    try:
        return _occasions_of(plan, pace, now, through, rang)
    except Exception:  # one unreadable schedule must not stop the others
        log.exception("schedule %s cannot be planned", plan.pk)
        return []


def _occasions_of(
    plan: Plan, pace: str, now: datetime, through: date, rang: Rang
) -> Sequence[Occasion]:
    today = _local_date(now, plan.zone)
    if plan.planned_through is None:
        yesterday = today - timedelta(days=1)
        found = _prompts(*plan[4:], pace, min([yesterday, *rang]), through)
        found = tuple(_planned_anew(found, today, now, rang))
    else:
        first = max(plan.planned_through + timedelta(days=1), today - LOOK_BACK)
        found = _prompts(*plan[4:], pace, first, through)
    return [(plan.pk, p.local_date, p.slot, p.due_at, p.expires_at) for p in found]


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


def _lift_past_pauses(now: datetime) -> None:
    """A pause is over when its last date has passed in every zone.

    Its dates stay: whoever counts days without an answer leaves them out.
    """
    ReminderSchedule.objects.filter(
        state=ReminderSchedule.State.PAUSED,
        paused_until__lt=(now - timedelta(days=1)).date(),
    ).update(state=ReminderSchedule.State.ACTIVE)
