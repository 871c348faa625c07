"""Write the ledger ahead of time: one row per schedule, local date and slot."""

import json
import logging
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast, Coalesce

from reminders.models import ChannelPreference, ReminderSchedule
from reminders.models.schedule import from_stored
from reminders.scheduling import cadence, occurrence, quiet_hours

log = logging.getLogger(__name__)

HORIZON = timedelta(hours=36)
# Later than this a reminder is a nuisance: the moment it was meant for is over.
WINDOW = timedelta(hours=3)
# After an outage the last week is written down as missed, not the last year.
LOOK_BACK = timedelta(days=7)
CHUNK = 5000

WRITE = """
INSERT INTO reminders_duereminder
    (id, created_at, schedule_id, local_date, slot, due_at, expires_at,
     state, state_at, reason)
SELECT gen_random_uuid(), %s, schedule, local_date, 0, due_at, expires_at,
       'planned', %s, ''
FROM unnest(%s::uuid[], %s::date[], %s::timestamptz[], %s::timestamptz[])
    AS t (schedule, local_date, due_at, expires_at)
ON CONFLICT DO NOTHING
"""
MARK = """
UPDATE reminders_reminderschedule SET planned_through = %s
WHERE id = ANY(%s::uuid[])
"""


class Plan(NamedTuple):
    """The columns of a schedule that decide its occasions."""

    pk: UUID
    segments: str
    wall_time: time
    zone: str
    planned_through: date | None
    quiet_from: time
    quiet_to: time


Occasion = tuple[UUID, date, datetime, datetime]


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
    occasions = [one for plan in plans for one in _occasions(plan, now, through)]
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
            segments_text=Cast("segments", TextField()),
            quiet_from=Coalesce(F(f"{wishes}quiet_from"), default.quiet_from),
            quiet_to=Coalesce(F(f"{wishes}quiet_to"), default.quiet_to),
        )
        .values_list(
            "pk", "segments_text", "wall_time", "zone", "planned_through",
            "quiet_from", "quiet_to",
        )
    )  # fmt: skip
    return [Plan(*row) for row in rows[:CHUNK]]


def _occasions(plan: Plan, now: datetime, through: date) -> list[Occasion]:
    try:
        return list(_occasions_of(plan, now, through))
    except Exception:  # one unreadable schedule must not stop the others
        log.exception("schedule %s cannot be planned", plan.pk)
        return []


def _occasions_of(plan: Plan, now: datetime, through: date) -> Sequence[Occasion]:
    today = now.astimezone(ZoneInfo(plan.zone)).date()
    first = today
    if plan.planned_through is not None:
        first = max(plan.planned_through + timedelta(days=1), today - LOOK_BACK)
    occasions = []
    for day in _dates(plan.segments, first, through):
        if not occurrence.date_exists(day, plan.zone):
            continue
        due_at, expires_at = _span(
            day, plan.wall_time, plan.zone, plan.quiet_from, plan.quiet_to
        )
        # A new or changed schedule does not ring for an hour that has passed.
        if plan.planned_through is not None or due_at >= now:
            occasions.append((plan.pk, day, due_at, expires_at))
    return occasions


# Thousands share the same course and hour: each answer is worked out once.
@lru_cache(maxsize=4096)
def _dates(segments: str, first: date, last: date) -> tuple[date, ...]:
    parsed = [from_stored(stored) for stored in json.loads(segments)]
    return tuple(cadence.due_dates(parsed, first, last))


@lru_cache(maxsize=4096)
def _span(
    day: date, wall_time: time, zone: str, quiet_from: time, quiet_to: time
) -> tuple[datetime, datetime]:
    """When it is due and when it is too late, both outside the quiet hours."""
    moment = occurrence.moment(day, wall_time, zone)
    due_at = quiet_hours.moved_out(moment, zone, quiet_from, quiet_to)
    silence = quiet_hours.next_start(due_at, zone, quiet_from, quiet_to)
    late = due_at + WINDOW
    return due_at, min(late, silence) if silence else late


def _lift_past_pauses(now: datetime) -> None:
    """A pause is over when its last date has passed in every zone."""
    ReminderSchedule.objects.filter(
        state=ReminderSchedule.State.PAUSED,
        paused_until__lt=(now - timedelta(days=1)).date(),
    ).update(state=ReminderSchedule.State.ACTIVE, paused_from=None, paused_until=None)
