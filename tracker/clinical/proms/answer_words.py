"""One answer in words, as the page that asks shows it."""

from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.item import Item


def answer_words(item: Item, answer: Answer | None) -> str:
    """The label of an option, yes or no, a number, a text; empty without an answer."""
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    for option in item.options:
        if option.value == answer:
            return option.label
    return answer if isinstance(answer, str) else f"{answer:g}"
