"""What a scoring needs of a questionnaire: how many questions, and which answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.clinical.proms.instrument import Instrument, Item

SELF_HARM = "self_harm"
"""The code of the question about hurting yourself, wherever it is asked."""

NONE_OF_THESE = "none_of_these"
"""The code of the tick that tells "nothing applies" from a form left untouched."""

_UNCOUNTED = (SELF_HARM, NONE_OF_THESE)
_KIND_NAMES = {
    "scale": "a scale",
    "choice": "a choice",
    "number": "a number",
    "tick": "a box to tick",
    "yes_no": "yes or no",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """So many counted questions of these kinds, their answers from low to high."""

    count: int
    kinds: tuple[str, ...]
    low: int | None = None
    high: int | None = None
    conditional: bool = False

    def counted(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The questions that count, in order."""
        return tuple(
            item
            for item in items
            if item.kind in self.kinds and item.code not in _UNCOUNTED
        )

    def problems_with(self, instrument: Instrument, scoring: str) -> tuple[str, ...]:
        """One sentence for each way in which a questionnaire does not fit."""
        counted = self.counted(instrument.items)
        if len(counted) != self.count:
            return (
                f"{scoring} counts {self._wanted()}; this questionnaire has "
                f"{len(counted)} of them.",
            )
        return tuple(
            problem for item in counted for problem in self._faults(item, scoring)
        )

    def _faults(self, item: Item, scoring: str) -> list[str]:
        faults = []
        if not self._fits(item):
            faults.append(
                f'{scoring} counts {self._wanted()}; "{item.code}" takes others.'
            )
        if item.show_if is not None and not self.conditional:
            faults.append(f'{scoring} always asks "{item.code}", without a condition.')
        return faults

    def _fits(self, item: Item) -> bool:
        if self.low is None or self.high is None:
            return True
        if item.kind == "choice":
            values = sorted(option.value for option in item.options)
            return values == list(range(self.low, self.high + 1))
        return (item.lowest, item.highest) == (self.low, self.high)

    def _wanted(self) -> str:
        kinds = " or ".join(_KIND_NAMES[kind] for kind in self.kinds)
        questions = "1 question" if self.count == 1 else f"{self.count} questions"
        wanted = f"{questions} answered by {kinds}"
        if self.low is None:
            return wanted
        return f"{wanted} with each whole number from {self.low} to {self.high}"
