"""One adverse event with everything a report form asks for."""

from datetime import date
from typing import Any

from backend.common import clock
from tracker.clinical.adverse_events.reporting import REGIMES
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import (
    GRADES,
    OUTCOMES,
    RELATEDNESS,
    SERIOUSNESS,
)
from tracker.clinical.context import MEDICINES
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.findings import Finding
from tracker.models import AdverseEvent, Alert, CheckIn
from tracker.queries import (
    adverse_event_duty,
    adverse_events,
    advice,
    check_ins,
    procedures,
)
from tracker.queries.speech import IN_ENGLISH

FORMAT = "cairn-adverse-event-1"
MEDICINE_ENTRIES = 30


def of(event: AdverseEvent) -> dict[str, Any]:
    """Sections in the order of the usual forms; codes beside their words."""
    return {
        "format": FORMAT,
        "written_at": clock.now(),
        "event_id": event.pk,
        "version": event.version,
        "patient": _patient(event),
        "event": _event(event),
        "product": _product(event),
        "report": _report(event),
        "reporter": _reporter(event),
        "alert": _alert(event.alert) if event.alert else None,
        "earlier_versions": [
            {
                "version": kept.version,
                "replaced_at": kept.created_at,
                "replaced_by": kept.replaced_by.get_full_name(),
                "reason": kept.reason,
                "fields": kept.fields,
            }
            for kept in adverse_events.history(event)
        ],
    }


def _patient(event: AdverseEvent) -> dict[str, Any]:
    patient, profile = event.episode.patient, event.episode.profile
    return {
        # A report names no patient; this id lets the clinic find them again.
        "identifier": patient.pk,
        "age_at_onset_years": _age(patient.date_of_birth, event.onset_on),
        "sex": patient.sex or None,
        "weight_kg": _last(event, "weight_kg"),
        "other_history": [_named(code, PROFILE_FACTS) for code in profile.facts],
        "symptoms_known_before": [
            {"code": code, "words": SYMPTOMS[code].label}
            for code in profile.known_symptoms
        ],
        "allergies": profile.allergies,
        "medicines_named_in_entries": _medicines(event),
    }


def _event(event: AdverseEvent) -> dict[str, Any]:
    term = TERMS[event.term]
    suggestion = adverse_event_duty.suggestion(event)
    return {
        "term": {"code": term.code, "words": term.label, "codes": dict(term.codes)},
        "family": term.family,
        "narrative": event.narrative,
        "onset_on": event.onset_on,
        "days_after_procedure": event.day,
        "grade": {"value": event.grade, "words": GRADES[event.grade]},
        "grade_suggested": suggestion and suggestion.grade,
        "grade_suggested_because": suggestion and suggestion.reason,
        "answers": event.grading,
        "seriousness": [_named(code, SERIOUSNESS) for code in event.seriousness],
        "infection_involved": event.is_infection,
        "relatedness": _named(event.relatedness, RELATEDNESS),
        "outcome": _named(event.outcome, OUTCOMES),
    }


def _product(event: AdverseEvent) -> dict[str, Any]:
    done = procedures.before(event.episode, event.onset_on)
    return {
        "name": event.product,
        "lot": event.lot,
        "supplier": event.supplier,
        "cell_source": done.cell_source,
        "given_on": done.performed_on,
        "routes": done.routes,
        "region": done.region,
        "levels": done.levels,
        "guidance": done.guidance,
        "other_patients_with_this_lot": len(adverse_events.others_with_lot(event)),
    }


def _report(event: AdverseEvent) -> dict[str, Any]:
    duty = adverse_event_duty.obligation(event)
    return {
        "rules": _named(event.regime, REGIMES),
        "is_follow_up": event.reported_on is not None,
        "needed": duty.needed,
        "why": duty.why,
        "form": duty.form,
        "clinic_aware_on": event.aware_on,
        "new_information_on": event.news_on,
        "due_on": duty.due_on,
        "reported_on": event.reported_on,
        "reference": event.report_reference,
        "not_reported_because": event.not_reported_because,
    }


def _reporter(event: AdverseEvent) -> dict[str, Any]:
    clinic = event.clinic
    return {
        "clinic": clinic.name,
        "country": clinic.country,
        "phone": clinic.phone,
        "recorded_by": event.recorded_by.get_full_name(),
        "recorded_at": event.created_at,
    }


def _alert(alert: Alert) -> dict[str, Any]:
    """What the rules said and what the patient was shown, with the version."""
    finding = Finding.from_json(alert.finding)
    return {
        "id": alert.pk,
        "rule": alert.rule_id,
        "ruleset": alert.ruleset,
        "level": finding.level.code,
        "opened_at": alert.created_at,
        "reasons": alert.finding["reasons"],
        "shown_to_patient": advice.for_patient([finding], alert.clinic, IN_ENGLISH),
        "written_to_patient": alert.advice_given,
        "resolution": alert.resolution,
        "resolved_at": alert.resolved_at,
    }


def _named(code: str, words: Any) -> dict[str, str]:
    return {"code": code, "words": words.get(code, code)}


def _entries(event: AdverseEvent) -> list[CheckIn]:
    """The entries up to the onset, newest first."""
    found = check_ins.live(event.episode).filter(local_date__lte=event.onset_on)
    return list(found.order_by("-local_date", "-received_at")[:MEDICINE_ENTRIES])


def _last(event: AdverseEvent, name: str) -> Any:
    given = (entry.answers.get(name) for entry in _entries(event))
    return next((value for value in given if value is not None), None)


def _medicines(event: AdverseEvent) -> list[dict[str, str]]:
    named = {
        code
        for entry in _entries(event)
        for code in entry.answers.get("medicines_taken") or ()
    }
    return [_named(code, MEDICINES) for code in sorted(named)]


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
