"""Run a clinic's rules over one entry: facts -> findings, and never silence."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tracker.actions import alert_reports
from tracker.clinical.levels import Level
from tracker.clinical.profile import Profile
from tracker.clinical.trends import Entry, Series
from tracker.clinical.triage import engine
from tracker.clinical.triage.advice import told
from tracker.clinical.triage.findings import Finding, Reason
from tracker.clinical.triage.gathering import facts_at, series_up_to
from tracker.models import CheckIn, TriageEvaluation
from tracker.queries import episode_state, speech, triage_facts
from tracker.queries.episode_state import StoredEntry
from tracker.queries.rulesets import ClinicRules

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules saw and said; without facts and series if they failed."""

    rules: ClinicRules
    facts: dict[str, Any]
    findings: tuple[Finding, ...]
    series: Series | None
    entries: list[Entry]

    @property
    def ruleset(self) -> str:
        return self.rules.ruleset.version

    @property
    def level(self) -> Level:
        return engine.highest(self.findings)

    def row(self, check_in: CheckIn) -> TriageEvaluation:
        return TriageEvaluation(
            check_in_id=check_in.pk,
            **self.stored(),
        )

    def stored(self) -> dict[str, Any]:
        """The columns that every kind of evaluation shares."""
        return {
            "ruleset": self.ruleset,
            "approval_id": self.rules.approval_id,
            "level": self.level,
            "facts": self.facts,
            "findings": [_stored(finding) for finding in self.findings],
        }


def _stored(finding: Finding) -> dict[str, Any]:
    """The finding, with the words that were shown where they were not English."""
    words = told(finding, speech.current())
    return finding.as_json() | ({"told": words} if words else {})


def assess(
    *,
    entry: Entry,
    stored: Sequence[StoredEntry],
    profile: Profile,
    rules: ClinicRules,
    scores: Sequence[Entry] = (),
) -> Outcome:
    """Evaluate one entry, given the stored ones that count, by the clinic's rules.

    `scores` are entries that questionnaires left, which count beside the check-ins.

    Never raises. If even an earlier entry cannot be read, the finding says so and
    is urgent: a report that nobody could judge needs a person.
    """
    try:
        earlier = [*triage_facts.entries_of(stored), *scores]
    except Exception:
        logger.exception("the earlier entries cannot be read")
        return _unjudged(entry, rules)
    return judge(entry=entry, earlier=earlier, profile=profile, rules=rules)


def judge(
    *, entry: Entry, earlier: Sequence[Entry], profile: Profile, rules: ClinicRules
) -> Outcome:
    """The same with the other entries already read."""
    try:
        series = series_up_to(entry, earlier, profile)
        facts = facts_at(entry, series, profile)
        findings = engine.evaluate(facts, rules.ruleset)
    except Exception:
        logger.exception("triage could not evaluate an entry")
        return _unjudged(entry, rules)
    return Outcome(rules, facts.as_json(), findings, series, [*earlier, entry])


def _unjudged(entry: Entry, rules: ClinicRules) -> Outcome:
    return Outcome(rules, {}, (_not_evaluated(),), None, [entry])


def _not_evaluated() -> Finding:
    reason = Reason("This report", "could not be evaluated", "needs to be read")
    return Finding("R00", Level.URGENT, (reason,), "A clinician has read the report.")


@transaction.atomic
def evaluate_missed(*, check_in: CheckIn) -> TriageEvaluation | None:
    """Evaluate a stored check-in that has no evaluation; None if it has one now."""
    state = episode_state.by_id(check_in.episode_id)
    outcome = assess(
        entry=Entry.from_json(check_in.answers, day=check_in.day),
        stored=state.live_entries(without=check_in.pk),
        profile=state.profile,
        rules=state.rules,
    )
    evaluation, is_new = TriageEvaluation.objects.get_or_create(
        check_in=check_in, defaults=outcome.stored()
    )
    if not is_new:
        return None
    alert_reports.report(
        cause=check_in, findings=outcome.findings, ruleset=outcome.ruleset
    )
    return evaluation
