"""How much each provider is given, and when it is left alone.

One bucket and one breaker for each provider, shared by all senders. They hold back
reminders only: a call to staff always goes out, and waits for nobody's bucket.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.backends.utils import CursorWrapper

from reminders.actions.tries import Status, Try
from reminders.channels.base import Limit
from reminders.channels.registry import CHANNELS

# After so many failures in a row nobody tries for a while.
FAILURES = 3
REST = timedelta(seconds=30)
# An emptied bucket has refilled a little by then.
PAUSE = timedelta(seconds=5)

TAKE = """
UPDATE reminders_provider p
SET tokens = s.available - s.granted, filled_at = s.now
FROM (
    SELECT p.code, t.now, p.rests_until, b.available,
           CASE WHEN p.rests_until > t.now THEN 0
                ELSE least(w.wanted, floor(b.available)) END AS granted
    FROM reminders_provider p
    JOIN unnest(%s::text[], %s::int[], %s::float[], %s::int[])
        AS w (code, wanted, per_second, burst) USING (code)
    CROSS JOIN (SELECT clock_timestamp() AS now) t
    CROSS JOIN LATERAL (
        SELECT least(w.burst, p.tokens + w.per_second
               * greatest(0, extract(epoch FROM t.now - p.filled_at))) AS available
    ) b
    ORDER BY p.code
    FOR UPDATE OF p
) s
WHERE p.code = s.code
RETURNING p.code, s.granted, s.rests_until > s.now
"""
MEET = """
INSERT INTO reminders_provider (code, tokens, filled_at, failures, last_error)
SELECT code, burst, clock_timestamp(), 0, ''
FROM unnest(%s::text[], %s::int[]) AS w (code, burst)
ON CONFLICT DO NOTHING
"""
NOTE = """
UPDATE reminders_provider p
SET failures = CASE WHEN n.failed THEN p.failures + 1 ELSE 0 END,
    last_error = n.error,
    rests_until = CASE
        WHEN n.rest > 0
            THEN greatest(p.rests_until, clock_timestamp() + n.rest * interval '1 s')
        WHEN n.failed AND p.failures + 1 >= %s
            THEN clock_timestamp() + %s * interval '1 s'
        WHEN n.failed THEN p.rests_until
    END
FROM unnest(%s::text[], %s::bool[], %s::text[], %s::float[])
    AS n (code, failed, error, rest)
WHERE p.code = n.code AND (n.failed OR p.failures > 0 OR p.rests_until IS NOT NULL)
"""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one provider may be given now; a resting one gets nothing."""

    left: int
    is_resting: bool = False


def provider_of(one: Try) -> str:
    return CHANNELS[one.channel].provider(one.outgoing)


def admit(
    planned: Sequence[Try], now: datetime
) -> tuple[list[Try], dict[Try, datetime]]:
    """Which tries may be made now, and when the others should ask again."""
    ordinary = [one for one in planned if not one.message.is_urgent]
    allowed = _take(ordinary)
    admitted, held = [one for one in planned if one.message.is_urgent], {}
    spent: Counter[str] = Counter()
    for one in ordinary:
        code = provider_of(one)
        if spent[code] < allowed[code].left:
            spent[code] += 1
            admitted.append(one)
        else:
            held[one] = now + (REST if allowed[code].is_resting else PAUSE)
    return admitted, held


def note(made: Sequence[Try]) -> None:
    """Remember how each provider did; one that keeps failing rests for a while."""
    by_code: dict[str, list[Try]] = {}
    for one in made:
        by_code.setdefault(provider_of(one), []).append(one)
    if not by_code:
        return
    rows = [(code, *_mood(tries)) for code, tries in sorted(by_code.items())]
    columns = [list(column) for column in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [FAILURES, REST.total_seconds(), *columns])


def _mood(tries: Sequence[Try]) -> tuple[bool, str, float]:
    """Whether nothing went through, with what error, and the rest it asked for."""
    bad = [one for one in tries if _is_providers_fault(one)]
    asked = [one.retry_after.total_seconds() for one in bad if one.retry_after]
    failed = len(bad) == len(tries)
    return failed, bad[-1].error if bad else "", max(asked, default=0.0)


def _is_providers_fault(one: Try) -> bool:
    bad = (Status.TEMPORARY_FAILURE, Status.UNKNOWN_OUTCOME)
    return one.status in bad and not one.is_recipients


def _take(tries: Sequence[Try]) -> Mapping[str, Allowance]:
    wanted = Counter(provider_of(one) for one in tries)
    limits = {provider_of(one): CHANNELS[one.channel].limit for one in tries}
    codes = sorted(wanted)
    if not codes:
        return {}
    with connection.cursor() as cursor:
        found = _ask(cursor, codes, wanted, limits)
        if missing := [code for code in codes if code not in found]:
            cursor.execute(MEET, [missing, [limits[code].burst for code in missing]])
            found |= _ask(cursor, missing, wanted, limits)
    return found


def _ask(
    cursor: CursorWrapper,
    codes: Sequence[str],
    wanted: Mapping[str, int],
    limits: Mapping[str, Limit],
) -> dict[str, Allowance]:
    cursor.execute(
        TAKE,
        [
            list(codes),
            [wanted[code] for code in codes],
            [limits[code].per_second for code in codes],
            [limits[code].burst for code in codes],
        ],
    )
    return {
        code: Allowance(int(granted), bool(rests))
        for code, granted, rests in cursor.fetchall()
    }
