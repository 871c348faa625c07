"""Look again at later entries when an earlier one is filled in or corrected."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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


REACHES = 3
"""So many days on, an entry is judged by what came before it; our proposal.

The rules that compare single entries look back 72 hours at most; what grows slowly
shows in the newest entry.
"""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What a later entry says now; `fresh` is what it did not say before."""

    day: int
    local_date: date
    outcome: Outcome
    fresh: tuple[Finding, ...]


def at_later(
    *, state: EpisodeState, entry: Entry, corrects: UUID | None, outcome: Outcome
) -> tuple[SecondLook, ...]:
    """The days that it brings something to light for, newest first.

    Nothing is ever lowered: what is milder by the new series stays as it was said.
    What a later day has said is not said again for an earlier one.
    """
    if outcome.series is None:
        return ()
    known = _highest(outcome.findings)
    before = _entries_before(state, entry, corrects, outcome)
    looks: list[SecondLook] = []
    for later in _later(state, entry, outcome.entries):
        now = _judged(state, later, outcome.entries)
        if not now.findings:
            continue
        known = _highest(_judged(state, later, before).findings, known=known)
        fresh = tuple(
            f for f in now.findings if f.level > known.get(f.rule_id, Level.NONE)
        )
        if fresh:
            known = _highest(fresh, known=known)
            on = state.performed_on + timedelta(days=later.day)
            looks.append(SecondLook(later.day, on, now, fresh))
    return tuple(looks)


def _later(state: EpisodeState, entry: Entry, entries: list[Entry]) -> list[Entry]:
    """The newest entry, and those soon after this one; the newest first."""
    scores = {id(score) for score in state.scores}
    later = sorted(
        (e for e in entries if id(e) not in scores and _moment(e) > _moment(entry)),
        key=_moment,
        reverse=True,
    )
    return later[:1] + [e for e in later[1:] if e.day <= entry.day + REACHES]


def _moment(entry: Entry) -> tuple[int, datetime]:
    return entry.day, entry.recorded_at


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


def _judged(state: EpisodeState, later: Entry, entries: list[Entry]) -> Outcome:
    return triage.judge(
        entry=later,
        earlier=[other for other in entries if other is not later],
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


def _highest(
    findings: tuple[Finding, ...], *, known: Mapping[str, Level] | None = None
) -> dict[str, Level]:
    highest = dict(known or {})
    for finding in findings:
        highest[finding.rule_id] = max(
            finding.level, highest.get(finding.rule_id, Level.NONE)
        )
    return highest
