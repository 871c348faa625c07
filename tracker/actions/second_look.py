"""Look again at the newest entry when an earlier one is filled in or corrected."""

import logging
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tracker.actions import episode_evaluations, triage
from tracker.actions.triage import Outcome
from tracker.clinical.levels import Level
from tracker.clinical.trends import Entry
from tracker.clinical.triage.findings import Finding
from tracker.models import CheckIn, EpisodeEvaluation
from tracker.queries import triage_facts
from tracker.queries.episode_state import EpisodeState

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What the newest entry says now; `fresh` is what it did not say before."""

    day: int
    local_date: date
    outcome: Outcome
    fresh: tuple[Finding, ...]


def at_newest(
    *, state: EpisodeState, entry: Entry, corrects: UUID | None, outcome: Outcome
) -> SecondLook | None:
    """None where the entry is the newest itself or brings nothing to light.

    Nothing is ever lowered: what is milder by the new series stays as it was said.
    """
    scores = {id(score) for score in state.scores}
    newest = max(
        (e for e in outcome.entries if id(e) not in scores),
        key=lambda e: (e.day, e.recorded_at),
    )
    if newest is entry or outcome.series is None:
        return None
    now = _judged(state, newest, outcome.entries)
    before = _judged(state, newest, _entries_before(state, entry, corrects, outcome))
    known = _highest(before.findings, outcome.findings)
    fresh = tuple(f for f in now.findings if f.level > known.get(f.rule_id, Level.NONE))
    if not fresh:
        return None
    local_date = state.performed_on + timedelta(days=newest.day)
    return SecondLook(newest.day, local_date, now, fresh)


def keep(*, look: SecondLook, check_in: CheckIn) -> None:
    """Store what was found, and put what is new in front of staff."""
    episode_evaluations.keep(
        episode_id=check_in.episode_id,
        cause=EpisodeEvaluation.Cause.LATE_ENTRY,
        local_date=look.local_date,
        day=look.day,
        outcome=look.outcome,
        report=look.fresh,
        check_in=check_in,
    )


def _judged(state: EpisodeState, newest: Entry, entries: list[Entry]) -> Outcome:
    return triage.judge(
        entry=newest,
        earlier=[other for other in entries if other is not newest],
        profile=state.profile,
        rules=state.rules,
    )


def _entries_before(
    state: EpisodeState, entry: Entry, corrects: UUID | None, outcome: Outcome
) -> list[Entry]:
    """The entries that counted until this one came.

    One that cannot be read must not stand in the way of its own correction.
    """
    entries = [other for other in outcome.entries if other is not entry]
    replaced = state.entry(corrects) if corrects else None
    try:
        return entries + triage_facts.entries_of([replaced] if replaced else [])
    except Exception:
        logger.exception("a corrected entry cannot be read")
        return entries


def _highest(*groups: tuple[Finding, ...]) -> dict[str, Level]:
    known: dict[str, Level] = {}
    for finding in (finding for group in groups for finding in group):
        known[finding.rule_id] = max(
            finding.level, known.get(finding.rule_id, Level.NONE)
        )
    return known
