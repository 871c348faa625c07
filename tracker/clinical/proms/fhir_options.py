"""The answers to choose from, and the number that each one counts."""

from collections.abc import Mapping
from dataclasses import replace

from tracker.clinical.proms.fhir_reader import Element, InvalidQuestionnaire
from tracker.clinical.proms.instrument import Option

_CORE = "http://hl7.org/fhir/StructureDefinition/"
WEIGHTS = (
    f"{_CORE}ordinalValue",
    f"{_CORE}itemWeight",
    f"{_CORE}questionnaire-ordinalValue",
    f"{_CORE}valueset-ordinalValue",
)
"""R4, R5, and the older names that files still carry."""

MOST_OPTIONS = 200

Weighed = tuple[Option, float | None]
"""An option whose value is its place, and its weight."""


def read_options(
    item: Element, value_sets: Mapping[str, Element], *, scored: bool
) -> tuple[Option, ...]:
    """The options of a choice; their values are weights, whole numbers or places.

    Weights that are not whole numbers of their own are left aside where nothing is
    counted, and refused where something is.
    """
    if "answerValueSet" in item.data:
        path, weighed = item.at("answerValueSet"), _of_value_set(item, value_sets)
    else:
        path, weighed = item.at("answerOption"), _of_answer_options(item)
    if not 2 <= len(weighed) <= MOST_OPTIONS:
        raise InvalidQuestionnaire(
            path, f"A choice has 2 to {MOST_OPTIONS} answers inside the file."
        )
    weights = [weight for _, weight in weighed]
    if len(set(weights)) == len(weights) and all(map(_is_whole, weights)):
        return tuple(
            replace(option, value=int(weight))
            for option, weight in weighed
            if weight is not None
        )
    if scored and any(weight is not None for weight in weights):
        raise InvalidQuestionnaire(
            path, "Each answer counts a whole number of its own, or none has a number."
        )
    return tuple(option for option, _ in weighed)


def _of_answer_options(item: Element) -> list[Weighed]:
    return [
        _answer_option(row, place)
        for place, row in enumerate(item.elements("answerOption"))
    ]


def _answer_option(row: Element, place: int) -> Weighed:
    kind = row.value_name("value")
    if kind == "valueInteger":
        number = row.number(kind)
        return Option(place, f"{number}"), number
    if kind == "valueString":
        label = _present(row.text(kind), row.at(kind))
        return Option(place, label), _weight(row)
    if kind != "valueCoding":
        raise InvalidQuestionnaire(
            row.at(kind), "An answer is a coding, a text or a whole number."
        )
    coding = Element(row.data[kind], row.at(kind))
    option, weight = _concept(coding, place, coding.text("system", 500))
    return option, _weight(row) if weight is None else weight


def _of_value_set(item: Element, value_sets: Mapping[str, Element]) -> list[Weighed]:
    name, path = item.text("answerValueSet"), item.at("answerValueSet")
    if not name.startswith("#") or name[1:] not in value_sets:
        raise InvalidQuestionnaire(
            path, "The answers are inside the file, as a contained ValueSet."
        )
    found = value_sets[name[1:]]
    expansion = found.element("expansion")
    if expansion is not None:
        rows = [
            (row, row.text("system", 500)) for row in expansion.elements("contains")
        ]
    else:
        compose = found.element("compose") or Element({}, path)
        rows = [
            (row, include.text("system", 500))
            for include in compose.elements("include")
            for row in include.elements("concept")
        ]
    return [_concept(row, place, system) for place, (row, system) in enumerate(rows)]


def _concept(concept: Element, place: int, system: str) -> Weighed:
    code = concept.text("code", 200)
    label = _present(concept.text("display") or code, concept.path)
    return Option(place, label, code, system), _weight(concept)


def _weight(row: Element) -> float | None:
    extension = row.extension(*WEIGHTS)
    return None if extension is None else extension.number("valueDecimal")


def _present(label: str, path: str) -> str:
    if not label:
        raise InvalidQuestionnaire(path, "An answer has a text to read.")
    return label


def _is_whole(weight: float | None) -> bool:
    return weight is not None and weight == int(weight)
