"""One answer in words, as the page that asks shows it."""

from tracker.clinical.proms.condition import Answer
from tracker.clinical.proms.item import Item
from tracker.clinical.wording.languages import ENGLISH
from tracker.clinical.wording.say import say


def answer_words(item: Item, answer: Answer | None, language: str = ENGLISH) -> str:
    """The labels of options, yes or no, a number, a text; empty without an answer.

    The item is already in the language; what no item holds is said in it.
    """
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return say("answer.yes" if answer else "answer.no", language)
    chosen = answer if isinstance(answer, list) else [answer]
    labels = [option.label for option in item.options if option.value in chosen]
    if labels or isinstance(answer, list):
        return "; ".join(labels)
    return answer if isinstance(answer, str) else f"{answer:g}"
