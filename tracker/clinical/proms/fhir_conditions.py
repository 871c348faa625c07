"""When a question of a FHIR Questionnaire is shown: enableWhen."""

from collections.abc import Mapping

from tracker.clinical.proms.fhir_reader import Element, InvalidQuestionnaire
from tracker.clinical.proms.instrument import (
    Answer,
    Combination,
    Condition,
    Item,
    ShowIf,
)

_SAME = ("=", "!=")
_ORDERED = (">", "<", ">=", "<=")
_EXPRESSION = (
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
    "sdc-questionnaire-enableWhenExpression"
)


def read_show_if(
    item: Element, above: Mapping[str, Item], outer: ShowIf | None
) -> ShowIf | None:
    """The conditions of an item and of the group around it, which must both hold."""
    if item.extension(_EXPRESSION) is not None:
        raise InvalidQuestionnaire(
            item.at("extension"), "A condition is an enableWhen, not an expression."
        )
    rows = item.elements("enableWhen")
    conditions = tuple(_condition(row, above) for row in rows)
    if not conditions:
        return outer
    own: ShowIf = conditions[0]
    if len(conditions) > 1:
        own = Combination(_behavior(item), conditions)
    return own if outer is None else Combination("all", (outer, own))


def _behavior(item: Element) -> str:
    behavior = item.text("enableBehavior")
    if behavior not in ("any", "all"):
        raise InvalidQuestionnaire(
            item.at("enableBehavior"),
            'Several conditions are joined by "any" or by "all".',
        )
    return behavior


def _condition(row: Element, above: Mapping[str, Item]) -> Condition:
    code, operator = row.text("question"), row.text("operator")
    if code not in above:
        raise InvalidQuestionnaire(
            row.at("question"), f'"{code}" is not a question further up.'
        )
    if operator not in ("exists", *_SAME, *_ORDERED):
        raise InvalidQuestionnaire(
            row.at("operator"), "The operator is exists, =, !=, >, <, >= or <=."
        )
    return Condition(code, operator, _value(row, operator, above[code]))


def _value(row: Element, operator: str, item: Item) -> Answer:
    name = row.value_name("answer")
    if operator == "exists" and name == "answerBoolean":
        return row.flag(name)
    if operator != "exists" and name in _ACCEPTED[item.kind]:
        if name == "answerBoolean" and operator in _SAME:
            return row.flag(name)
        if name in ("answerInteger", "answerDecimal"):
            return row.number(name) or 0
        if name == "answerDate" or operator in _SAME:
            return _text_or_option(row, name, item)
    raise InvalidQuestionnaire(
        row.at(name), f'It cannot be compared with the answer to "{item.code}".'
    )


_NUMBERS = ("answerInteger", "answerDecimal")
_OPTIONS = ("answerCoding", "answerString", "answerInteger")
_ACCEPTED: Mapping[str, tuple[str, ...]] = {
    "tick": ("answerBoolean",),
    "yes_no": ("answerBoolean",),
    "scale": _NUMBERS,
    "number": _NUMBERS,
    "choice": _OPTIONS,
    "choices": _OPTIONS,
    "text": ("answerString", "answerDate"),
}


def _text_or_option(row: Element, name: str, item: Item) -> Answer:
    if name != "answerCoding":
        wanted = row.text(name)
        if item.kind == "text":
            return wanted
        found = [o.value for o in item.options if o.label == wanted]
    else:
        coding = row.element(name) or row
        code, system = coding.text("code"), coding.text("system")
        found = [
            option.value
            for option in item.options
            if option.code == code and system in ("", option.system)
        ]
    if not found:
        raise InvalidQuestionnaire(
            row.at(name), f'"{item.code}" has no answer like this.'
        )
    return found[0]
