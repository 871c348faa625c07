"""The check-in form as data: steps, symptoms by group, the offline emergencies."""

from collections.abc import Iterable, Mapping
from typing import Any

from backend.common import clock
from tracker.clinical import symptoms, temperature
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.triage import gate
from tracker.clinical.triage.findings import Finding
from tracker.clinical.wording.en.form import CHANGES
from tracker.clinical.wording.say import say
from tracker.clinical.wording.spoken import phase_in
from tracker.queries import protocols, rulesets, unread_advice
from tracker.queries import speech as speeches
from tracker.queries.speech import Speech

# Temperature is asked while an infection of the puncture is most likely.
TEMPERATURE_DAYS = range(15)
TEMPERATURE = {
    "code": "temperature",
    "low": temperature.LOWEST_C,
    "high": temperature.HIGHEST_C,
    "units": ["C", "F"],
}


def as_json(episode: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone)
    day = day_of(today, episode.procedure.performed_on)
    speech = speeches.of_clinic(episode.clinic)
    phase = phase_in(protocols.plan_of(episode).phase_on(day), speech.language)
    return {
        "language": speech.language,
        "local_date": today,
        "day": day,
        "phase": {"code": phase.code, "title": phase.title},
        "steps": _steps(day, speech.language),
        "symptoms": _catalogue(speech.language),
        "groups": _groups(speech.language),
        "changes": _changes(speech.language),
        "known_symptoms": episode.profile.known_symptoms,
        "medicines": _choices("medicine", MEDICINES, speech.language),
        "medicine_helped": _choices(
            "medicine_helped", MEDICINE_HELPED, speech.language
        ),
        "triggers": _choices("trigger", TRIGGERS, speech.language),
        "emergency": _emergency(episode.clinic, speech),
        "clinic": {
            "name": episode.clinic.name,
            "phone": episode.clinic.phone,
            "emergency_number": episode.clinic.emergency_number,
        },
    }


def _steps(day: int, language: str) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [
        _scale("pain", language),
        _scale("mobility", language),
        {"code": "symptoms"},
    ]
    if day in TEMPERATURE_DAYS:
        asked.append(TEMPERATURE)
    return [*asked, {"code": "details"}]


def _scale(code: str, language: str) -> dict[str, Any]:
    return {
        "code": code,
        "low": 0,
        "high": 10,
        "low_label": say(f"{code}.low", language),
        "high_label": say(f"{code}.high", language),
    }


def _choices(part: str, codes: Iterable[str], language: str) -> list[dict[str, str]]:
    return [{"code": code, "label": say(f"{part}.{code}", language)} for code in codes]


def _changes(language: str) -> list[dict[str, str]]:
    """Without the question above them, "same" says what it is compared with."""
    words = {code: say(f"change.{code}", language) for code in CHANGES}
    words["same"] = say("change.same_as_before", language)
    return [{"code": code, "label": label} for code, label in words.items()]


def _catalogue(language: str) -> list[dict[str, Any]]:
    return [
        {
            "code": symptom.code,
            "label": say(f"symptom.{symptom.code}", language),
            "group": say(f"group.{symptom.group}", language),
            "gate": symptom.gate,
            "acts_alone": symptom.acts_alone,
            "asks": symptom.asks,
        }
        for symptom in symptoms.SYMPTOMS.values()
    ]


def _groups(language: str) -> list[dict[str, Any]]:
    """The first screen: what is asked on every day, under its headings."""
    groups: dict[str, list[str]] = {}
    for symptom in symptoms.gate_symptoms():
        groups.setdefault(symptom.group, []).append(symptom.code)
    return [
        {"title": say(f"group.{title}", language), "symptoms": codes}
        for title, codes in groups.items()
    ]


def _emergency(clinic: Any, speech: Speech) -> dict[str, Any]:
    """The table of the clinic's own rules, with its numbers filled in."""
    table = gate.offline_table(rulesets.ruleset_for(clinic).ruleset)
    return {
        "version": table["version"],
        "symptoms": {
            code: {"changes": row["changes"], **_advice(row, clinic, speech)}
            for code, row in table["symptoms"].items()
        },
    }


def _advice(row: Mapping[str, Any], clinic: Any, speech: Speech) -> dict[str, Any]:
    """Shown before anything is sent."""
    finding = Finding(row["rule"], Level.from_code(row["level"]), (), "")
    return unread_advice.for_patient([finding], clinic, speech)[0]
