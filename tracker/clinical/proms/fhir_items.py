"""The questions of a FHIR Questionnaire, its groups laid flat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracker.clinical.proms.fhir_conditions import read_show_if
from tracker.clinical.proms.fhir_options import read_options
from tracker.clinical.proms.fhir_reader import Element, InvalidQuestionnaire
from tracker.clinical.proms.instrument import Item, ShowIf
from tracker.clinical.proms.instrument_checks import MOST_ITEMS

_CORE = "http://hl7.org/fhir/StructureDefinition/"
_CALCULATED = (
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
    "sdc-questionnaire-calculatedExpression"
)
DEEPEST_GROUP = 10
LONGEST_CODE = 200
MOST_BUTTONS = 21
"""More whole numbers than this are typed in, not pressed."""

OTHER = "-other"
"""Ends the code of the text that an open choice leaves room for."""

KINDS: Mapping[str, str] = {
    "group": "display",
    "display": "display",
    "boolean": "yes_no",
    "choice": "choice",
    "open-choice": "choice",
    "integer": "number",
    "decimal": "number",
    "string": "text",
    "text": "text",
    "date": "text",
}


@dataclass(slots=True)
class ItemReader:
    """Lays the items of one Questionnaire flat, in order.

    `scored` says whether options are counted, `ticks` whether true or false is a box.
    """

    value_sets: Mapping[str, Element]
    scored: bool
    ticks: bool
    items: dict[str, Item] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    taken: int = 0

    def read(
        self, rows: Sequence[Element], outer: ShowIf | None = None, depth: int = 1
    ) -> tuple[Item, ...]:
        """All items read so far, and those of `rows` and below them."""
        for row in rows:
            if depth > DEEPEST_GROUP:
                raise InvalidQuestionnaire(
                    row.path, f"Groups are at most {DEEPEST_GROUP} deep."
                )
            self._read_one(row, outer, depth)
        return tuple(self.items.values())

    def _read_one(self, row: Element, outer: ShowIf | None, depth: int) -> None:
        self.taken += 1
        if self.taken > MOST_ITEMS:
            raise InvalidQuestionnaire(
                row.path, f"A questionnaire has at most {MOST_ITEMS} items."
            )
        if _is_not_asked(row):
            return
        code = self._code(row)
        show_if = read_show_if(row, self._questions(), outer)
        labels, below = _labels(row.elements("item"))
        item = self._item(row, code, show_if, labels)
        if item is not None:
            self.items[code] = item
            if row.text("type") == "open-choice":
                self._add_other(item)
        self.read(below, show_if, depth + 1)

    def _code(self, row: Element) -> str:
        code = row.text("linkId", LONGEST_CODE)
        if not code:
            raise InvalidQuestionnaire(row.at("linkId"), "Each item has a linkId.")
        if code in self.codes:
            raise InvalidQuestionnaire(row.at("linkId"), f'"{code}" is there twice.')
        self.codes.add(code)
        return code

    def _questions(self) -> dict[str, Item]:
        return {code: item for code, item in self.items.items() if item.is_question}

    def _item(
        self, row: Element, code: str, show_if: ShowIf | None, labels: dict[str, str]
    ) -> Item | None:
        kind = _kind(row)
        text = _text(row)
        if not text:
            if kind == "display":
                return None
            raise InvalidQuestionnaire(row.at("text"), "A question has a text.")
        item = Item(
            code,
            text,
            kind,
            low_label=labels.get("lower", ""),
            high_label=labels.get("upper", ""),
            required=kind != "display" and row.flag("required"),
            help=labels.get("help", ""),
            show_if=show_if,
            is_date=row.text("type") == "date",
        )
        if kind in ("choice", "choices"):
            return self._choice(row, item)
        if kind == "number":
            return _number(row, item)
        if kind == "yes_no" and (self.ticks or _control(row) == "check-box"):
            return replace(item, kind="tick")
        return item

    def _choice(self, row: Element, item: Item) -> Item:
        options = read_options(row, self.value_sets, scored=self.scored)
        if item.kind == "choices":
            return replace(item, options=options)
        values = [option.value for option in options]
        bare = all(
            option.label == str(option.value) and not option.code for option in options
        )
        if bare and values == list(range(values[0], values[-1] + 1)):
            return replace(item, kind="scale", lowest=values[0], highest=values[-1])
        return replace(item, options=options)

    def _add_other(self, item: Item) -> None:
        code = f"{item.code}{OTHER}"
        # Own words can stand in for an option, so that neither is required.
        self.items[item.code] = replace(item, required=False)
        self.codes.add(code)
        self.items[code] = Item(
            code, "Or say it in your own words", "text", show_if=item.show_if
        )


def _kind(row: Element) -> str:
    kind = row.text("type")
    if kind not in KINDS:
        raise InvalidQuestionnaire(
            row.at("type"), f"The type is one of {', '.join(KINDS)}."
        )
    if not row.flag("repeats"):
        return KINDS[kind]
    if KINDS[kind] != "choice":
        raise InvalidQuestionnaire(
            row.at("repeats"),
            "Only a choice takes several answers.",
        )
    return "choices"


def _text(row: Element) -> str:
    text, prefix = row.text("text"), row.text("prefix", 50)
    if not text and row.elements("code"):
        text = row.elements("code")[0].text("display")
    if row.text("type") in ("integer", "decimal"):
        text = _with_unit(row, text)
    return f"{prefix} {text}" if prefix and text else text


def _with_unit(row: Element, text: str) -> str:
    extension = row.extension(f"{_CORE}questionnaire-unit")
    coding = None if extension is None else extension.element("valueCoding")
    if coding is None:
        return text
    return f"{text} ({coding.text('display') or coding.text('code')})"


def _number(row: Element, item: Item) -> Item:
    lowest, highest = _limit(row, "minValue"), _limit(row, "maxValue")
    whole = row.text("type") == "integer"
    if lowest is not None and highest is not None:
        if not lowest < highest:
            raise InvalidQuestionnaire(
                row.at("extension"), "The highest number is above the lowest."
            )
        # 0.0 stands in some files where 0 is meant.
        first, last = int(lowest), int(highest)
        exact = (first, last) == (lowest, highest)
        if whole and exact and last - first < MOST_BUTTONS:
            return replace(item, kind="scale", lowest=first, highest=last)
    return replace(item, lowest=lowest, highest=highest, whole=whole)


def _limit(row: Element, name: str) -> float | None:
    extension = row.extension(f"{_CORE}{name}")
    if extension is None:
        return None
    integer = extension.number("valueInteger")
    return extension.number("valueDecimal") if integer is None else integer


def _control(row: Element) -> str:
    extension = row.extension(f"{_CORE}questionnaire-itemControl")
    concept = None if extension is None else extension.element("valueCodeableConcept")
    codings = [] if concept is None else concept.elements("coding")
    return codings[0].text("code") if codings else ""


def _labels(rows: Sequence[Element]) -> tuple[dict[str, str], list[Element]]:
    """The labels of a scale and the help among the items below, and the others."""
    labels, others = {}, []
    for row in rows:
        control = _control(row) if row.text("type") == "display" else ""
        if control in ("lower", "upper", "help"):
            labels[control] = row.text("text")
        else:
            others.append(row)
    return labels, others


def _is_not_asked(row: Element) -> bool:
    """Whether it is filled in by a program: hidden, read only or calculated."""
    hidden = row.extension(f"{_CORE}questionnaire-hidden")
    return (
        (hidden is not None and hidden.flag("valueBoolean"))
        or row.flag("readOnly")
        or row.extension(_CALCULATED) is not None
    )
