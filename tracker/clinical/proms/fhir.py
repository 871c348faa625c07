"""Reads a questionnaire that a clinic brings as a FHIR R4 Questionnaire.

Groups are laid flat and their text is kept to read. What we could not ask faithfully
is refused with one sentence and its path, never left out in silence. Only what a
program fills in, not a person (hidden, read only, calculated), is left aside.
"""

import re
from collections.abc import Mapping

from tracker.clinical.proms.fhir_items import ItemReader
from tracker.clinical.proms.fhir_reader import (
    Element,
    InvalidQuestionnaire,
    check_storable,
)
from tracker.clinical.proms.instrument import Instrument, InstrumentError, Item
from tracker.clinical.proms.schedule import Schedule
from tracker.clinical.proms.scoring import SCORINGS, problems_with
from tracker.clinical.proms.self_harm import self_harm_questions
from tracker.clinical.proms.shape import NONE_OF_THESE, SELF_HARM

__all__ = ["InvalidQuestionnaire", "read_questionnaire"]

_CODE = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)


def read_questionnaire(
    resource: Mapping[str, object],
    *,
    code: str,
    scoring: str,
    schedule: Schedule,
    licence: str,
) -> Instrument:
    """The instrument of an untrusted resource, or InvalidQuestionnaire.

    A scored one has the shape that its scoring needs. We add our question about
    hurting yourself after PHQ-2 and PHQ-4, and "none of these" after Roland-Morris.
    """
    _check_request(code, scoring, licence)
    check_storable(resource)
    top = Element(resource)
    if top.text("resourceType") != "Questionnaire":
        raise InvalidQuestionnaire(
            "resourceType", "The file is a FHIR R4 Questionnaire."
        )
    title = top.text("title", 200) or top.text("name", 200)
    if not title:
        raise InvalidQuestionnaire("title", "A questionnaire has a title.")
    items = _items(top, scoring)
    try:
        instrument = Instrument(
            code=code,
            version=top.text("version", 20) or "1",
            title=title,
            intro=top.text("description"),
            items=(*items, *_added(items, scoring)),
            scoring=scoring,
            schedule=schedule,
            licence=licence,
            credit=_credit(top),
            language=top.text("language", 20) or "en",
        )
    except InstrumentError as fault:
        raise InvalidQuestionnaire(fault.field, str(fault)) from fault
    for problem in problems_with(instrument, scoring):
        raise InvalidQuestionnaire("scoring", problem)
    return instrument


def _check_request(code: str, scoring: str, licence: str) -> None:
    if not _CODE.fullmatch(code):
        raise InvalidQuestionnaire(
            "code", "The code is 1 to 40 letters, digits, - and _."
        )
    if scoring not in SCORINGS:
        raise InvalidQuestionnaire(
            "scoring", f"The scoring is one of {', '.join(SCORINGS)}."
        )
    if not licence.strip():
        raise InvalidQuestionnaire(
            "licence", "Say which licence lets you use this questionnaire."
        )


def _items(top: Element, scoring: str) -> tuple[Item, ...]:
    value_sets = {
        row.text("id"): row
        for row in top.elements("contained")
        if row.text("resourceType") == "ValueSet"
    }
    reader = ItemReader(
        value_sets, scored=scoring != "none", ticks=scoring == "RMDQ-24"
    )
    return reader.read(top.elements("item"))


def _added(items: tuple[Item, ...], scoring: str) -> tuple[Item, ...]:
    codes = [item.code for item in items]
    if scoring == "RMDQ-24" and NONE_OF_THESE not in codes:
        return (Item(NONE_OF_THESE, "None of these is true for me today.", "tick"),)
    if scoring in ("PHQ-2", "PHQ-4", "mood") and SELF_HARM not in codes:
        counted = [item.code for item in SCORINGS[scoring].counted(items)]
        return self_harm_questions(tuple(counted[-2:])) if counted else ()
    return ()


def _credit(top: Element) -> str:
    parts = (top.text("copyright"), top.text("publisher", 500))
    return "\n".join(part for part in parts if part)
