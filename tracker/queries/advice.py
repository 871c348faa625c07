"""The words for findings, with the numbers of the patient's own clinic."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST
from tracker.clinical.wording.languages import ENGLISH, LANGUAGES
from tracker.clinical.wording.say import say
from tracker.models import Alert
from tracker.queries import speech as speeches
from tracker.queries.speech import Speech


def for_patient(
    findings: Iterable[Finding], clinic: Clinic, speech: Speech | None = None
) -> list[dict[str, Any]]:
    """Advice per finding, highest first; each text once, in the reader's language."""
    speech = speech or speeches.of_clinic(clinic)
    advice = [_one(finding, clinic, speech) for finding in findings if finding.level]
    seen: set[str] = set()
    return [a for a in advice if not (a["text"] in seen or seen.add(a["text"]))]  # type: ignore[func-returns-value]


def as_shown(alert: Alert) -> dict[str, str] | None:
    """What the patient read about the newest finding, where it was not in English."""
    cause = alert.evaluation or getattr(alert.check_in, "evaluation", None)
    rows = cause.findings if cause else ()
    for row in rows:
        if row["rule_id"] == alert.rule_id and "told" in row:
            words: dict[str, str] = row["told"]
            text = _filled(words["text"], alert.clinic)
            name = LANGUAGES[words["language"]]
            return {**words, "language_name": name, "text": text}
    return None


def clinic_lines(clinic: Clinic, now: datetime) -> dict[str, Any]:
    opens = clinic.next_opening(now)
    return {
        "open_now": clinic.is_open(now),
        "next_open": opens.isoformat() if opens else None,
        "phone": clinic.phone_at(now),
        "emergency_number": clinic.emergency_number,
    }


def _one(finding: Finding, clinic: Clinic, speech: Speech) -> dict[str, Any]:
    words = advice_for(finding, speech.language)
    return {
        "rule": finding.rule_id,
        "level": Level(finding.level).code,
        "title": words.title,
        "text": _filled(words.text, clinic),
        "english": _english(finding, clinic, speech),
        "actions": [
            *_questions(finding, speech.language),
            *(_action(kind, clinic, speech.language) for kind in words.actions),
        ],
    }


def _english(finding: Finding, clinic: Clinic, speech: Speech) -> dict[str, str] | None:
    """The original of an emergency, where nobody has signed its translation."""
    if not speech.adds_english or finding.level < Level.EMERGENCY:
        return None
    words = advice_for(finding, ENGLISH)
    return {"title": words.title, "text": _filled(words.text, clinic)}


def _questions(finding: Finding, language: str) -> list[dict[str, str]]:
    """What a note's finding asks the patient, one question for each symptom."""
    asked = finding.tags if finding.rule_id == ASKS_FIRST else ()
    return [
        {
            "kind": "question",
            "label": say(f"symptom.{symptom}", language),
            "number": "",
            "symptom": symptom,
        }
        for symptom in asked
    ]


def _filled(text: str, clinic: Clinic) -> str:
    return text.replace("{emergency_number}", clinic.emergency_number).replace(
        "{crisis_line}", clinic.crisis_line
    )


def _action(kind: str, clinic: Clinic, language: str) -> dict[str, str]:
    label = say(f"action.{kind}", language)
    numbers = {
        "call_emergency": clinic.emergency_number,
        "call_clinic": clinic.phone_at(clock.now()),
        "call_crisis_line": clinic.crisis_line,
    }
    if kind not in numbers:
        return {"kind": kind, "label": label, "number": ""}
    number = numbers[kind]
    return {
        "kind": "call",
        "label": label.replace("{number}", number),
        "number": number,
    }
