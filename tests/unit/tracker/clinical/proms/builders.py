"""Small questionnaires for the tests of this folder."""

from tracker.clinical.proms.instrument import Instrument, Item, Option
from tracker.clinical.proms.schedule import Schedule


def scale(code, low=0, high=10, **changes):
    return Item(code, f"Ask {code}", "scale", lowest=low, highest=high, **changes)


def choice(code, low=0, high=3, kind="choice", **changes):
    options = tuple(Option(value, f"is {value}") for value in range(low, high + 1))
    return Item(code, f"Ask {code}", kind, options, **changes)


def ask(code, kind, **changes):
    return Item(code, f"Ask {code}", kind, **changes)


def instrument(*items, scoring="none", **changes):
    fields = {
        "code": "test",
        "version": "1",
        "title": "Test",
        "intro": "",
        "items": items,
        "scoring": scoring,
        "schedule": Schedule(),
        "licence": "ours",
    }
    return Instrument(**(fields | changes))


def scales(count, low=0, high=10):
    return [scale(f"q{number}", low, high) for number in range(1, count + 1)]


def choices(count, low=0, high=3):
    return [choice(f"q{number}", low, high) for number in range(1, count + 1)]


def ticks(count, kind="tick"):
    return [ask(f"q{number}", kind) for number in range(1, count + 1)]


def given(*values):
    """Answers to q1, q2 and so on; None is no answer."""
    return {
        f"q{number}": value
        for number, value in enumerate(values, start=1)
        if value is not None
    }
