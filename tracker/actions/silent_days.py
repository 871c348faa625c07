"""Judge a day on which nothing was heard."""

from collections.abc import Mapping

from django.db import transaction

from tracker.actions import episode_evaluations
from tracker.actions.alert_record import lock
from tracker.actions.triage import Outcome
from tracker.clinical.levels import Level
from tracker.clinical.triage import engine
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.silence import facts_without_entry
from tracker.models import EpisodeEvaluation
from tracker.queries import triage_facts
from tracker.queries.silent_days import SilentDay

NO_ENTRY = EpisodeEvaluation.Cause.NO_ENTRY


def judge(*, silent: SilentDay) -> bool:
    """Keep and report what the silence says, once for each silence and level.

    Safe to run twice and by two workers at once. A finding of level none is kept and
    opens nothing: the reminders ask again anyway, as often as is bearable.
    """
    outcome = _outcome(silent)
    fresh = [f for f in outcome.findings if _is_fresh(f, silent.said)]
    return bool(fresh) and _keep(silent, outcome, fresh)


def _outcome(silent: SilentDay) -> Outcome:
    state = silent.state
    earlier = triage_facts.entries_of(state.live_entries())
    facts = facts_without_entry(
        day=silent.day,
        earlier=earlier,
        profile=state.profile,
        paused=silent.paused,
        last_level=silent.last_level,
        ruleset=state.rules.ruleset,
    )
    findings = engine.evaluate_day(facts, state.rules.ruleset)
    return Outcome(state.rules, facts.as_json(), findings, None, earlier)


def _is_fresh(finding: Finding, said: Mapping[str, Level]) -> bool:
    return finding.rule_id not in said or finding.level > said[finding.rule_id]


@transaction.atomic
def _keep(silent: SilentDay, outcome: Outcome, fresh: list[Finding]) -> bool:
    row = lock(silent.state.episode_id)
    if not row.is_active or row.version != silent.state.caseload.version:
        return False  # closed or heard from since; the next sweep looks again
    days = EpisodeEvaluation.objects.filter(
        episode=row.episode_id, cause=NO_ENTRY, local_date=silent.local_date
    )
    if days.exists():
        return False
    episode_evaluations.keep(
        episode_id=row.episode_id,
        cause=NO_ENTRY,
        local_date=silent.local_date,
        day=silent.day,
        outcome=outcome,
        report=fresh,
    )
    return True
