"""An answered questionnaire as a FHIR R4 QuestionnaireResponse."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from tracker.clinical.proms.fhir_items import OTHER
from tracker.clinical.proms.fhir_options import WEIGHTS
from tracker.clinical.proms.instrument import Answer, Instrument, Item, Option
from tracker.clinical.proms.score import Score

LOINC = "http://loinc.org"
SCORE_CODES: Mapping[str, str] = MappingProxyType(
    {"PEG": "91147-9", "PHQ-2": "55758-7", "PHQ-4": "70272-0", "ODI": "97909-6"}
)
"""LOINC codes of published totals. Roland-Morris has none, and ours are not theirs."""


def response_resource(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    score: Score | None,
    *,
    authored: datetime,
    questionnaire: str = "",
    subject: str = "",
) -> dict[str, Any]:
    """The resource, with the score as a contained Observation derived from it.

    No score means that it is still being filled in.
    """
    resource: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "status": "in-progress" if score is None else "completed",
        "authored": authored.isoformat(),
        "item": _items(instrument, answers),
    }
    if questionnaire:
        resource["questionnaire"] = questionnaire
    if subject:
        resource["subject"] = {"reference": subject}
    if score is not None and score.total is not None:
        resource["contained"] = [
            _observation(instrument, score.total, authored, subject)
        ]
    return resource


def _items(
    instrument: Instrument, answers: Mapping[str, Answer]
) -> list[dict[str, Any]]:
    shown = [item for item in instrument.shown(answers) if item.is_question]
    rows: dict[str, dict[str, Any]] = {}
    for item in shown:
        open_choice = item.code.removesuffix(OTHER)
        # What an open choice took in own words is an answer to the choice.
        code = open_choice if open_choice in rows else item.code
        row = rows.setdefault(code, {"linkId": code, "text": item.text})
        if item.code in answers:
            row.setdefault("answer", []).extend(_answers(item, answers[item.code]))
    return list(rows.values())


def _answers(item: Item, answer: Answer) -> list[dict[str, Any]]:
    if item.options:
        chosen = answer if isinstance(answer, list) else [answer]
        return [_chosen(option) for option in item.options if option.value in chosen]
    return [_answer(item, answer)]


def _answer(item: Item, answer: Answer) -> dict[str, Any]:
    if isinstance(answer, bool):
        return {"valueBoolean": answer}
    if isinstance(answer, str):
        return {"valueDate" if item.is_date else "valueString": answer}
    if item.whole or item.kind == "scale":
        return {"valueInteger": answer}
    return {"valueDecimal": answer}


def _chosen(option: Option) -> dict[str, Any]:
    if not option.code:
        # It came as a bare number or a bare text, and goes back as one.
        if option.label == str(option.value):
            return {"valueInteger": option.value}
        return {"valueString": option.label}
    coding: dict[str, Any] = {
        "extension": [{"url": WEIGHTS[0], "valueDecimal": option.value}],
        "code": option.code,
        "display": option.label,
    }
    if option.system:
        coding["system"] = option.system
    return {"valueCoding": coding}


def _observation(
    instrument: Instrument, total: float, authored: datetime, subject: str
) -> dict[str, Any]:
    code: dict[str, Any] = {"text": f"{instrument.title}: score"}
    if instrument.scoring in SCORE_CODES:
        code["coding"] = [{"system": LOINC, "code": SCORE_CODES[instrument.scoring]}]
    observation: dict[str, Any] = {
        "resourceType": "Observation",
        "id": "score",
        "status": "final",
        "code": code,
        "effectiveDateTime": authored.isoformat(),
        "valueQuantity": {"value": total},
        "derivedFrom": [{"reference": "#"}],
    }
    if subject:
        observation["subject"] = {"reference": subject}
    return observation
