"""Days that are over without an entry and have something to judge.

One query over the rows of the caseload finds them, whatever their number; only what
may be too long a silence, or is the day of a review, is looked at closely.
"""

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import connection
from django.db.models import F, Max

from backend.accounts.models import Clinic
from reminders.queries import pauses
from tracker.clinical.levels import Level
from tracker.clinical.triage.rules.silence import stretches
from tracker.models import CheckIn, EpisodeEvaluation, Patient
from tracker.queries import episode_state, rulesets
from tracker.queries.episode_state import EpisodeState

logger = logging.getLogger(__name__)

BATCH = 100
NO_ENTRY = EpisodeEvaluation.Cause.NO_ENTRY

# A silence is judged once, for it lasts; the day of a review once for itself. What
# said none may be soon by an entry that came since, such as a correction.
_CANDIDATES = """
SELECT DISTINCT summary.episode_id, past.local_date
FROM tracker_caseloadrow summary
    JOIN tracker_episode episode ON episode.id = summary.episode_id
    JOIN tracker_patient patient ON patient.id = episode.patient_id
    JOIN tracker_procedure operation ON operation.episode_id = summary.episode_id
    JOIN unnest(%(zones)s::text[], %(dates)s::date[])
        AS past (zone, local_date) ON past.zone = patient.zone
    CROSS JOIN LATERAL (SELECT
        past.local_date - operation.performed_on AS day,
        greatest(coalesce(summary.last_day, 0), 0) AS last_day) count
    JOIN unnest(%(clinics)s::uuid[], %(firsts)s::int[], %(lasts)s::int[],
            %(allowed)s::int[], %(reviews)s::bool[])
        AS stretch (clinic_id, first, last, allowed, is_review)
        ON stretch.clinic_id = summary.clinic_id
            AND count.day BETWEEN stretch.first AND stretch.last
            AND count.day - count.last_day >= stretch.allowed
WHERE summary.is_active AND patient.consent_withdrawn_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM tracker_episodeevaluation judged
    WHERE judged.episode_id = summary.episode_id AND judged.cause = 'no_entry'
        AND (judged.local_date = past.local_date OR (NOT stretch.is_review
            AND judged.local_date > operation.performed_on + count.last_day
            AND judged.findings @> '[{"rule_id": "R31"}]'
            AND (judged.findings @> '[{"rule_id": "R31", "level": "soon"}]'
                OR NOT EXISTS (SELECT 1 FROM tracker_checkin entry
                    WHERE entry.episode_id = judged.episode_id
                        AND entry.received_at >= judged.created_at)))))
"""


@dataclass(frozen=True, slots=True)
class SilentDay:
    """One such day, with what has been said since the last entry, by rule."""

    state: EpisodeState
    local_date: date
    day: int
    paused: frozenset[int]
    last_level: Level | None
    said: Mapping[str, Level]


def to_judge(now: datetime) -> Iterator[SilentDay]:
    """The last day that is over in each patient's zone, where it may say something.

    After an outage the days missed are not made up for: a silence that began then is
    still one.
    """
    found = _candidates(now)
    for start in range(0, len(found), BATCH):
        yield from _pictures(found[start : start + BATCH])


def _candidates(now: datetime) -> list[tuple[UUID, date]]:
    over = _yesterdays(now)
    columns = list(zip(*_stretches(), strict=True)) or [()] * 5
    names = ("clinics", "firsts", "lasts", "allowed", "reviews")
    with connection.cursor() as cursor:
        cursor.execute(
            _CANDIDATES,
            {
                "zones": list(over),
                "dates": list(over.values()),
                **{n: list(c) for n, c in zip(names, columns, strict=True)},
            },
        )
        return cursor.fetchall()


def _yesterdays(now: datetime) -> dict[str, date]:
    """The last local date that is over, by zone."""
    zones = Patient.objects.filter(episodes__status="active").values_list("zone")
    found = {}
    for (zone,) in zones.distinct():
        try:
            today = now.astimezone(ZoneInfo(zone)).date()
        except (ZoneInfoNotFoundError, ValueError):  # must not stop the others
            logger.exception("a patient's zone cannot be read")
            continue
        found[zone] = today - timedelta(days=1)
    return found


def _stretches() -> Iterator[tuple[UUID, int, int, int, bool]]:
    """What each clinic's thresholds call too long, and its days of review."""
    clinics = list(Clinic.objects.values_list("pk", flat=True))
    for clinic, rules in rulesets.by_clinic(clinics).items():
        limits = rules.ruleset.parameters
        for first, last, allowed in stretches(limits):
            yield clinic, first, last, allowed, False
        for day in (
            limits.review_first_day,
            limits.review_second_day,
            limits.review_third_day,
        ):
            yield clinic, day, day, 1, True


def _pictures(found: Sequence[tuple[UUID, date]]) -> Iterator[SilentDay]:
    dates = dict(found)
    ids = list(dates)
    announced = pauses.of_subjects("check_in", ids)
    levels = _last_levels(ids)
    said = _said(ids)
    for state in episode_state.by_ids(ids):
        local_date = dates[state.episode_id]
        day = (local_date - state.performed_on).days
        last_on = state.performed_on + timedelta(days=state.caseload.last_day or 0)
        yield SilentDay(
            state=state,
            local_date=local_date,
            day=day,
            paused=_days(announced.get(state.episode_id, ()), state.performed_on, day),
            last_level=levels.get(state.episode_id),
            said={
                rule: level
                for on, rule, level in said[state.episode_id]
                if on > last_on
            },
        )


def _days(
    spans: Sequence[tuple[date, date]], performed_on: date, newest: int
) -> frozenset[int]:
    """The announced days of the plan, none after the one to judge."""
    return frozenset(
        day
        for first, last in spans
        for day in range(
            max((first - performed_on).days, 0),
            min((last - performed_on).days, newest) + 1,
        )
    )


def _last_levels(ids: list[UUID]) -> dict[UUID, Level]:
    """What the last day with entries was judged at the time."""
    last_day = CheckIn.objects.filter(
        episode__in=ids, corrected_by=None, day=F("episode__caseload__last_day")
    )
    levels = last_day.values_list("episode").annotate(Max("evaluation__level"))
    return {pk: Level(level) for pk, level in levels if level is not None}


def _said(ids: list[UUID]) -> dict[UUID, list[tuple[date, str, Level]]]:
    """What was found on silent days, oldest first."""
    found: dict[UUID, list[tuple[date, str, Level]]] = defaultdict(list)
    rows = EpisodeEvaluation.objects.filter(episode__in=ids, cause=NO_ENTRY)
    columns = rows.order_by("local_date").values_list(
        "episode", "local_date", "findings"
    )
    for episode, on, findings in columns:
        for finding in findings:
            level = Level.from_code(finding["level"])
            found[episode].append((on, finding["rule_id"], level))
    return found
