"""The check-in form as data: steps, symptoms by group, the offline emergencies."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from backend.common import clock
from tracker.clinical import symptoms, temperature
from tracker.clinical.context import MEDICINE_HELPED, MEDICINES, TRIGGERS
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.triage import gate
from tracker.clinical.triage.findings import Finding
from tracker.queries import advice, protocols

# Temperature is asked while an infection of the puncture is most likely.
TEMPERATURE_DAYS = range(15)
PAIN = {
    "code": "pain",
    "low": 0,
    "high": 10,
    "low_label": "No pain",
    "high_label": "Worst pain you can imagine",
}
MOBILITY = {
    "code": "mobility",
    "low": 0,
    "high": 10,
    "low_label": "I cannot move about",
    "high_label": "I move freely",
}
TEMPERATURE = {
    "code": "temperature",
    "low": temperature.LOWEST_C,
    "high": temperature.HIGHEST_C,
    "units": ["C", "F"],
}
CHANGES = {
    "new": "New",
    "worse": "Worse",
    "same": "Same as before",
    "better": "Better",
}


def as_json(episode: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone)
    day = day_of(today, episode.procedure.performed_on)
    phase = protocols.plan_of(episode).phase_on(day)
    return {
        "local_date": today,
        "day": day,
        "phase": {"code": phase.code, "title": phase.title},
        "steps": _steps(day),
        "symptoms": _catalogue(),
        "groups": _groups(),
        "changes": _choices(CHANGES),
        "known_symptoms": episode.profile.known_symptoms,
        "medicines": _choices(MEDICINES),
        "medicine_helped": _choices(MEDICINE_HELPED),
        "triggers": _choices(TRIGGERS),
        "emergency": _emergency(episode.clinic),
        "clinic": {
            "name": episode.clinic.name,
            "phone": episode.clinic.phone,
            "emergency_number": episode.clinic.emergency_number,
        },
    }


def _steps(day: int) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = [PAIN, MOBILITY, {"code": "symptoms"}]
    if day in TEMPERATURE_DAYS:
        asked.append(TEMPERATURE)
    return [*asked, {"code": "details"}]


def _choices(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "label": label} for code, label in words.items()]


def _catalogue() -> list[dict[str, Any]]:
    return [
        {
            "code": symptom.code,
            "label": symptom.label,
            "group": symptom.group,
            "gate": symptom.gate,
            "acts_alone": symptom.acts_alone,
            "asks": symptom.asks,
        }
        for symptom in symptoms.SYMPTOMS.values()
    ]


def _groups() -> list[dict[str, Any]]:
    """The first screen: what is asked on every day, under its headings."""
    groups: dict[str, list[str]] = {}
    for symptom in symptoms.gate_symptoms():
        groups.setdefault(symptom.group, []).append(symptom.code)
    return [{"title": title, "symptoms": codes} for title, codes in groups.items()]


@cache
def _table() -> dict[str, Any]:
    return gate.offline_table()


def _emergency(clinic: Any) -> dict[str, Any]:
    """The table of the rules with the numbers of the patient's clinic filled in."""
    table = _table()
    return {
        "version": table["version"],
        "symptoms": {
            code: {"changes": row["changes"], **_advice(row, clinic)}
            for code, row in table["symptoms"].items()
        },
    }


def _advice(row: Mapping[str, Any], clinic: Any) -> dict[str, Any]:
    finding = Finding(row["rule"], Level.from_code(row["level"]), (), "")
    return advice.for_patient([finding], clinic)[0]
