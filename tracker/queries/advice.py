"""The words for findings, with the numbers of the patient's own clinic."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST


def for_patient(findings: Iterable[Finding], clinic: Clinic) -> list[dict[str, Any]]:
    """Advice per finding, highest first; each text once."""
    advice = [_one(finding, clinic) for finding in findings if finding.level]
    seen: set[str] = set()
    return [a for a in advice if not (a["text"] in seen or seen.add(a["text"]))]  # type: ignore[func-returns-value]


def clinic_lines(clinic: Clinic, now: datetime) -> dict[str, Any]:
    opens = clinic.next_opening(now)
    return {
        "open_now": clinic.is_open(now),
        "next_open": opens.isoformat() if opens else None,
        "phone": clinic.phone_at(now),
        "emergency_number": clinic.emergency_number,
    }


def _one(finding: Finding, clinic: Clinic) -> dict[str, Any]:
    words = advice_for(finding)
    return {
        "rule": finding.rule_id,
        "level": Level(finding.level).code,
        "title": words.title,
        "text": _filled(words.text, clinic),
        "actions": [
            *_questions(finding),
            *(_action(kind, clinic) for kind in words.actions),
        ],
    }


def _questions(finding: Finding) -> list[dict[str, str]]:
    """What a note's finding asks the patient, one question for each symptom."""
    asked = finding.tags if finding.rule_id == ASKS_FIRST else ()
    return [
        {
            "kind": "question",
            "label": SYMPTOMS[symptom].label,
            "number": "",
            "symptom": symptom,
        }
        for symptom in asked
    ]


def _filled(text: str, clinic: Clinic) -> str:
    return text.replace("{emergency_number}", clinic.emergency_number).replace(
        "{crisis_line}", clinic.crisis_line
    )


def _action(kind: str, clinic: Clinic) -> dict[str, str]:
    numbers = {
        "call_emergency": ("Call {}", clinic.emergency_number),
        "call_clinic": ("Call the clinic", clinic.phone_at(clock.now())),
        "call_crisis_line": ("Talk to someone: {}", clinic.crisis_line),
    }
    if kind not in numbers:
        return {"kind": kind, "label": _LABELS.get(kind, kind), "number": ""}
    label, number = numbers[kind]
    return {"kind": "call", "label": label.format(number), "number": number}


_LABELS = {"measure_again": "Measure again in 4 to 6 hours", "rest": "Rest"}
