"""One question as a form: buttons that answer with a tap, boxes, or a field."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.item import Item

MOST_BUTTONS = 21
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Button:
    value: str
    label: str
    is_chosen: bool
    # Said after the number where it stands for one end of the scale.
    meaning: str = ""


class QuestionForm:
    """A question with the stored answer, or with what was just typed."""

    def __init__(
        self, item: Item, answer: Answer | None, data: QueryDict | None = None
    ) -> None:
        self.item = item
        self.answer = answer
        self.error = ""
        self._typed = None if data is None else data.get("answer")
        self._ticked = [] if data is None else data.getlist("answer")

    @property
    def look(self) -> str:
        """numbers, rows, ticks, tick, text, date or number."""
        if self.item.kind == "scale":
            return "numbers" if len(self._scale()) <= MOST_BUTTONS else "number"
        if self.item.kind == "text" and self.item.is_date:
            return "date"
        return _LOOKS.get(self.item.kind, self.item.kind)

    @property
    def buttons(self) -> list[Button]:
        if self.item.kind == "yes_no":
            choices = [(True, _("Yes")), (False, _("No"))]
            return [
                Button("yes" if value else "no", label, self.answer is value)
                for value, label in choices
            ]
        if self.item.kind == "choice":
            return [
                Button(str(o.value), o.label, self.answer == o.value)
                for o in self.item.options
            ]
        if self.item.kind == "choices":
            chosen = self.answer if isinstance(self.answer, list) else []
            return [
                Button(str(o.value), o.label, o.value in chosen)
                for o in self.item.options
            ]
        return [
            Button(str(n), str(n), self.answer == n, self._meaning(n))
            for n in self._scale()
        ]

    @property
    def typed(self) -> str:
        """What stands in the field: as typed, else as stored."""
        if self._typed is not None:
            return self._typed
        if self.answer is None or isinstance(self.answer, list):
            return ""
        return self.answer if isinstance(self.answer, str) else f"{self.answer:g}"

    @property
    def is_ticked(self) -> bool:
        return self.answer is True

    @property
    def has_answer(self) -> bool:
        return self.answer is not None

    def read(self) -> Any:
        """The answer for the one reader; None takes an earlier answer back.

        Where buttons answer and none was tapped, the stored answer stays. What is
        no number stays text, for the reader to refuse.
        """
        if self._typed is None and self.look in ("numbers", "rows"):
            return self.answer
        if self.item.kind == "choices":
            return [_number(value) for value in self._ticked] or None
        typed = (self._typed or "").strip()
        if self.item.kind == "tick":
            return typed == "yes"
        if not typed:
            return None
        if self.item.kind == "yes_no":
            return _YES_NO.get(typed, typed)
        if self.item.kind == "text":
            return typed
        return _number(typed)

    def _scale(self) -> range:
        return range(int(self.item.lowest or 0), int(self.item.highest or 0) + 1)

    def _meaning(self, number: int) -> str:
        if number == self.item.lowest:
            return self.item.low_label
        return self.item.high_label if number == self.item.highest else ""


_LOOKS = {"choice": "rows", "choices": "ticks", "yes_no": "rows"}
_YES_NO = {"yes": True, "no": False}


def _number(typed: str) -> int | float | str:
    if not _NUMBER.fullmatch(typed):
        return typed
    number = float(typed.replace(",", "."))
    return int(number) if number.is_integer() else number
