"""An alert as JSON: what fired, who has it, what happened since."""

from typing import Any

from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.findings import Finding
from tracker.queries import advice
from tracker.queries import alerts as alert_queries
from tracker.queries.speech import IN_ENGLISH


def summary(alert: Any) -> dict[str, Any]:
    return {
        "id": alert.pk,
        "episode": alert.episode_id,
        "patient": person(alert.episode.patient),
        "rule": alert.rule_id,
        "ruleset": alert.ruleset,
        "level": Level(alert.level).code,
        "status": alert.status,
        "headline": clinician_note(Finding.from_json(alert.finding)).headline,
        "reasons": alert.finding["reasons"],
        "day": alert.day,
        "reports": alert.reports,
        "opened_at": alert.created_at,
        "last_report_at": alert.last_report_at,
        "waiting_since": alert.waiting_since,
        "snoozed_until": alert.snoozed_until,
        "owner": person(alert.acknowledged_by),
        "acknowledged_at": alert.acknowledged_at,
        "resolved_by": person(alert.resolved_by),
        "resolved_at": alert.resolved_at,
        "resolution": alert.resolution,
        "advice_given": alert.advice_given,
    }


def detail(alert: Any) -> dict[str, Any]:
    finding = Finding.from_json(alert.finding)
    return summary(alert) | {
        "check_in": alert.check_in_id,
        "evaluation": _evaluation(alert.evaluation),
        "check": clinician_note(finding).check,
        "would_clear": finding.would_clear,
        "patient_advice": advice.for_patient([finding], alert.clinic, IN_ENGLISH),
        "shown_to_patient": advice.as_shown(alert),
        "steps": [_step(step) for step in alert_queries.steps(alert)],
    }


def _evaluation(evaluation: Any) -> dict[str, Any] | None:
    """What was judged where it was not a new check-in."""
    if evaluation is None:
        return None
    return {
        "cause": evaluation.cause,
        "local_date": evaluation.local_date,
        "days_silent": evaluation.facts.get("days_silent"),
        "late_check_in": evaluation.check_in_id,
    }


def person(who: Any) -> dict[str, Any] | None:
    """Somebody's id and name; None for nobody."""
    return None if who is None else {"id": who.pk, "name": str(who)}


def _step(step: Any) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "at": step.created_at,
        "by": person(step.by),
        "level": None if step.level is None else Level(step.level).code,
        "note": step.note,
        "check_in": step.check_in_id,
    }
