"""Write the ledger ahead of time: one row per schedule, local date and slot."""

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast, Coalesce

from reminders import kinds
from reminders.models import ChannelPreference, ReminderSchedule
from reminders.models.schedule import from_stored
from reminders.scheduling.hours import Hours
from reminders.scheduling.pace import AS_PLANNED
from reminders.scheduling.prompts import Course, Prompt, prompts

log = logging.getLogger(__name__)

HORIZON = timedelta(hours=36)
# After an outage the last week is written down as missed, not the last year.
LOOK_BACK = timedelta(days=7)
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
    wall_time: time
    segments: str
    weekday_times: str
    nudge_minutes: str
    quiet_from: time
    quiet_to: time


Occasion = tuple[UUID, date, int, datetime, datetime]


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
    occasions = [
        one
        for plan in plans
        for one in _occasions(plan, paces.get(plan.pk, AS_PLANNED), now, through)
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
            segments_text=Cast("segments", TextField()),
            weekdays_text=Cast("weekday_times", TextField()),
            nudges_text=Cast("nudge_minutes", TextField()),
            quiet_from=Coalesce(F(f"{wishes}quiet_from"), default.quiet_from),
            quiet_to=Coalesce(F(f"{wishes}quiet_to"), default.quiet_to),
        )
        .values_list(
            "pk", "kind", "subject_id", "planned_through", "zone", "wall_time",
            "segments_text", "weekdays_text", "nudges_text", "quiet_from", "quiet_to",
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


def _occasions(
    plan: Plan, pace: str, now: datetime, through: date
) -> Sequence[Occasion]:
    try:
        return _occasions_of(plan, pace, now, through)
    except Exception:  # one unreadable schedule must not stop the others
        log.exception("schedule %s cannot be planned", plan.pk)
        return []


def _occasions_of(
    plan: Plan, pace: str, now: datetime, through: date
) -> Sequence[Occasion]:
    today = _local_date(now, plan.zone)
    first = today
    if plan.planned_through is not None:
        first = max(plan.planned_through + timedelta(days=1), today - LOOK_BACK)
    found = _prompts(*plan[4:], pace, first, through)
    if plan.planned_through is None:
        # A new or changed schedule does not ring for an hour that has passed.
        passed = {p.local_date for p in found if p.slot == 0 and p.due_at < now}
        found = tuple(p for p in found if p.local_date not in passed)
    return [(plan.pk, p.local_date, p.slot, p.due_at, p.expires_at) for p in found]


@lru_cache(maxsize=1024)
def _local_date(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


# Thousands share the same course and hour: each answer is worked out once.
@lru_cache(maxsize=4096)
def _prompts(
    zone: str,
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
