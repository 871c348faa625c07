"""Write the ledger ahead of time: one row per schedule, local date and slot."""

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper
from uuid_utils.compat import uuid7

from reminders import kinds
from reminders.actions import in_order, occasions
from reminders.actions.arrays import as_array, from_array
from reminders.actions.occasions import Rang
from reminders.models import ChannelPreference, DueReminder, ReminderSchedule
from reminders.scheduling.pace import AS_PLANNED
from reminders.scheduling.prompts import Prompt

log = logging.getLogger(__name__)

HORIZON = timedelta(hours=36)
# The last nudge comes a day later, and may wait for the end of quiet hours.
ASKS_AGAIN_WITHIN = timedelta(days=3)
CHUNK = 5000
FIRST, LAST = UUID(int=0), UUID(int=2**128 - 1)

NEXT = """
SELECT id FROM reminders_reminderschedule WHERE id > %s ORDER BY id OFFSET %s LIMIT 1
"""
# Schedules with the same course stand in one row: their occasions are the same.
TAKE = """
WITH taken AS MATERIALIZED (
    SELECT * FROM reminders_reminderschedule s
    WHERE s.state <> 'ended' AND {which}
    ORDER BY s.id
    LIMIT %(limit)s
    FOR UPDATE SKIP LOCKED
)
SELECT kind, planned_through, zone, earlier_zones::text, t.wall_time, segments::text,
       t.weekday_times::text, nudge_minutes::text,
       coalesce(quiet_from, %(quiet_from)s), coalesce(quiet_to, %(quiet_to)s),
       array_agg(t.id)::text, array_agg(subject_id)::text, count(*)
FROM taken t
LEFT JOIN reminders_channelpreference p ON p.user_id = t.recipient_id
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""
NEW = "s.awaits_planning AND s.planned_through IS NULL"
BEHIND = """s.id > %(after)s AND s.id <= %(upto)s
      AND (s.planned_through IS NULL OR s.planned_through < %(through)s)"""
# Ids begin with the time, as everywhere: new rows lie side by side in the index. The
# rest is a hash, because PostgreSQL may open a file of the system for a random number.
WRITE = """
WITH part AS MATERIALIZED (
    SELECT schedule, number
    FROM unnest(%(ids)s::text[]) WITH ORDINALITY AS share (ids, number),
         unnest(share.ids::uuid[]) AS schedule
), marked AS (
    UPDATE reminders_reminderschedule s
    -- What cannot be read is set aside: it goes on awaiting somebody.
    SET planned_through = %(through)s,
        awaits_planning = part.number = ANY(%(unread)s::int[])
    FROM part WHERE s.id = part.schedule
)
INSERT INTO reminders_duereminder
    (id, created_at, schedule_id, local_date, slot, due_at, expires_at,
     state, state_at, reason)
SELECT (%(time)s || to_hex(
           uuid_hash_extended(schedule, (local_date - DATE '2000-01-01') * 8 + slot)
           & ~(1::bigint << 62) | (1::bigint << 63)))::uuid,
       %(now)s, schedule, local_date, slot, due_at, expires_at, 'planned', %(now)s, ''
FROM part
JOIN unnest(%(of)s::int[], %(dates)s::date[], %(slots)s::int[],
            %(due)s::timestamptz[], %(expire)s::timestamptz[])
    AS p (number, local_date, slot, due_at, expires_at) USING (number)
ON CONFLICT (schedule_id, local_date, slot) DO NOTHING
"""


class Share(NamedTuple):
    """Schedules that share all columns which decide their occasions."""

    kind: str
    planned_through: date | None
    zone: str
    earlier_zones: str
    wall_time: time
    segments: str
    weekday_times: str
    nudge_minutes: str
    quiet_from: time
    quiet_to: time
    # As PostgreSQL writes an array: thousands of ids, and mostly nobody reads them.
    ids: str
    subjects: str
    size: int


# None where the schedules cannot be read.
Part = tuple[str, Sequence[Prompt] | None]


def plan_due(now: datetime, horizon: timedelta = HORIZON) -> int:
    """Bring every schedule's ledger up to the horizon; returns the rows written.

    Safe to run twice and by several processes at once: a schedule is locked while
    it is planned, and a date that stands in the ledger is not written again.
    """
    _lift_past_pauses(now)
    return sum(
        _plan_chunk(now, horizon, BEHIND, after=after, upto=upto)[1]
        for after, upto in _stretches()
    )


def plan_new(now: datetime, horizon: timedelta = HORIZON) -> int:
    """The same for the schedules that are new or were changed; they have an index."""
    written = 0
    while True:
        taken, rows = _plan_chunk(now, horizon, NEW)
        written += rows
        if taken < CHUNK:
            return written


def _stretches() -> Iterator[tuple[UUID, UUID]]:
    """All schedules in their order: no index has to follow how far each is planned."""
    after = FIRST
    while after != LAST:
        with connection.cursor() as cursor:
            cursor.execute(NEXT, [after, CHUNK - 1])
            row = cursor.fetchone()
        upto = row[0] if row else LAST
        yield after, upto
        after = upto


def _plan_chunk(
    now: datetime, horizon: timedelta, which: str, **bounds: UUID
) -> tuple[int, int]:
    # One calendar date for all zones. The horizon's slack covers the zones that
    # are a date ahead of it.
    through = (now + horizon).date()
    with in_order.by_index() as cursor:
        shares = _take(cursor, which, through, bounds)
        if not shares:
            return 0, 0
        paces, rang = _paces(shares), _rang(shares, now)
        parts = [
            (ids, _occasions(share, pace, now, through, before))
            for share in shares
            for pace, before, ids in _apart(share, paces.get(share.kind, {}), rang)
        ]
        written = _write(cursor, parts, now, through)
    return sum(share.size for share in shares), written


def _take(
    cursor: CursorWrapper, which: str, through: date, bounds: Mapping[str, UUID]
) -> list[Share]:
    default = ChannelPreference()
    quiet = {"quiet_from": default.quiet_from, "quiet_to": default.quiet_to}
    values: dict[str, Any] = {"limit": CHUNK, "through": through, **quiet, **bounds}
    cursor.execute(TAKE.format(which=which), values)
    return [Share(*row) for row in cursor.fetchall()]


def _write(
    cursor: CursorWrapper, parts: Sequence[Part], now: datetime, through: date
) -> int:
    numbered = [(n, prompts) for n, (_, prompts) in enumerate(parts, start=1)]
    rows = [(n, prompt) for n, prompts in numbered for prompt in prompts or ()]
    values: dict[str, Any] = {
        "ids": [ids for ids, _ in parts],
        "unread": [n for n, prompts in numbered if prompts is None],
        "of": [n for n, _ in rows],
        "dates": [prompt.local_date for _, prompt in rows],
        "slots": [prompt.slot for _, prompt in rows],
        "due": [prompt.due_at for _, prompt in rows],
        "expire": [prompt.expires_at for _, prompt in rows],
        "through": through,
        "now": now,
        "time": uuid7().hex[:16],
    }
    cursor.execute(WRITE, values)
    return int(cursor.rowcount)


def _paces(shares: Sequence[Share]) -> Mapping[str, Mapping[UUID, str]]:
    """What the kinds say about how these people are, asked once for each kind."""
    found: dict[str, Mapping[UUID, str]] = {}
    for code in filter(kinds.is_paced, {share.kind for share in shares}):
        subjects = [
            pk for s in shares if s.kind == code for pk in from_array(s.subjects)
        ]
        try:
            found[code] = kinds.paces(code, subjects)
        except Exception:  # a broken kind must not stop the planning
            log.exception("kind %s cannot say its paces", code)
    return found


def _rang(shares: Sequence[Share], now: datetime) -> Mapping[UUID, Rang]:
    """The last dates that left the ledger already, of what is planned anew."""
    new = [share.ids for share in shares if share.planned_through is None]
    anew = [pk for ids in new for pk in from_array(ids)]
    found: dict[UUID, dict[date, datetime]] = defaultdict(dict)
    if anew:
        rows = DueReminder.objects.filter(
            schedule__in=anew, slot=0, due_at__gt=now - ASKS_AGAIN_WITHIN
        ).exclude(state=DueReminder.State.PLANNED, due_at__gt=now)
        for pk, day, due_at in rows.values_list("schedule", "local_date", "due_at"):
            found[pk][day] = due_at
    return found


def _apart(
    share: Share, paces: Mapping[UUID, str], rang: Mapping[UUID, Rang]
) -> Iterator[tuple[str, Rang, str]]:
    """The share by how its people are; whoever was called lately stands alone."""
    if not paces and not rang:
        yield AS_PLANNED, {}, share.ids
        return
    by_pace: dict[str, list[UUID]] = defaultdict(list)
    for pk, subject in zip(
        from_array(share.ids), from_array(share.subjects), strict=True
    ):
        pace = paces.get(subject, AS_PLANNED)
        if pk in rang:
            yield pace, rang[pk], as_array([pk])
        else:
            by_pace[pace].append(pk)
    for pace, alike in by_pace.items():
        yield pace, {}, as_array(alike)


def _occasions(
    share: Share, pace: str, now: datetime, through: date, rang: Rang
) -> Sequence[Prompt] | None:
    course = (*share[2:10], pace)
    try:
        if share.planned_through is None:
            return occasions.anew(course, now, through, rang)
        return occasions.following(course, now, share.planned_through, through)
    except Exception:  # an unreadable schedule must not stop the others
        log.exception("schedules like %s cannot be planned", from_array(share.ids)[0])
        return None


def _lift_past_pauses(now: datetime) -> None:
    """A pause is over when its last date has passed in every zone.

    Its dates stay: whoever counts days without an answer leaves them out.
    """
    ReminderSchedule.objects.filter(
        state=ReminderSchedule.State.PAUSED,
        paused_until__lt=(now - timedelta(days=1)).date(),
    ).update(state=ReminderSchedule.State.ACTIVE)
