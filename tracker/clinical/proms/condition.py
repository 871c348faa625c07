"""When a question is shown: it depends on answers given above it.

The operators and what they mean for a question without an answer are those of FHIR R4
(Questionnaire.item.enableWhen): "!=" holds for it, a comparison does not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt
from types import MappingProxyType
from typing import Any

Answer = int | float | bool | str | list[int]
"""One answer as it is stored; of several ticked options their values, in order.

A question without an answer is not in the mapping.
"""

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {"=": eq, ">": gt, "<": lt, ">=": ge, "<=": le}
)
OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")
BEHAVIORS = ("any", "all")


@dataclass(frozen=True, slots=True)
class Condition:
    """The answer to an item compared with a value; `plus` adds up several."""

    code: str
    operator: str
    value: Answer
    plus: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The items that it looks at."""
        return (self.code, *self.plus)

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        """Whether these answers make it true."""
        answer = self._answer(answers)
        if self.operator == "exists":
            return (answer is not None) is self.value
        given = _each(answer)
        if self.operator == "!=":
            return not any(_compared(eq, one, self.value) for one in given)
        compare = _COMPARE[self.operator]
        return any(_compared(compare, one, self.value) for one in given)

    def _answer(self, answers: Mapping[str, Answer]) -> Answer | None:
        if not self.plus:
            return answers.get(self.code)
        found = [answers[code] for code in self.codes if code in answers]
        return sum(value for value in found if not isinstance(value, str | list))

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal condition."""
        return {
            "code": self.code,
            "operator": self.operator,
            "value": self.value,
            "plus": list(self.plus),
        }


@dataclass(frozen=True, slots=True)
class Combination:
    """Conditions of which any one or all must hold."""

    behavior: str
    conditions: tuple["Condition | Combination", ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The items that it looks at."""
        return tuple(code for part in self.conditions for code in part.codes)

    def holds(self, answers: Mapping[str, Answer]) -> bool:
        """Whether these answers make it true."""
        held = (part.holds(answers) for part in self.conditions)
        return any(held) if self.behavior == "any" else all(held)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal combination."""
        return {
            "behavior": self.behavior,
            "conditions": [part.as_json() for part in self.conditions],
        }


ShowIf = Condition | Combination


def condition_from_json(data: Mapping[str, Any]) -> ShowIf:
    """A condition or combination that `as_json` stored."""
    if "behavior" in data:
        parts = tuple(condition_from_json(part) for part in data["conditions"])
        return Combination(data["behavior"], parts)
    plus = tuple(data.get("plus", ()))
    return Condition(data["code"], data["operator"], data["value"], plus)


def _each(answer: Answer | None) -> list[Any]:
    """What is compared: every ticked option, or the one answer, if there is any."""
    if isinstance(answer, list):
        return answer
    return [] if answer is None else [answer]


def _compared(
    compare: Callable[[Any, Any], bool], answer: Answer, value: Answer
) -> bool:
    """Compare like with like; a number is never the same as a text or a tick."""
    return _family(answer) is _family(value) and compare(answer, value)


def _family(value: Answer) -> type:
    return float if type(value) is int else type(value)
