"""What the readers of the pure core refuse with, in the language of the request.

The core speaks English and imports nothing that could translate it.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SENTENCES = frozenset(
    {
        _("This field is not known."),
        _("An entry is a set of named fields."),
        _("An entry has at least one answer."),
        _("The date is at most 7 days before day 0."),
        _("The date is tomorrow at the latest."),
        _("The date is written year-month-day, such as 2026-11-21."),
        _("The time of recording is a date and time with its offset from UTC."),
        _("A temperature has a value and a unit, C or F."),
        _("Enter a temperature between 33 and 43 C (91.4 to 109.4 F)."),
        _("A symptom has a code and a change."),
        _("Each symptom is sent once."),
        _("Each medicine is sent once."),
        _("A corrected entry is named by its UUID."),
        _("Answers are a set of fields."),
        _("This question is not known."),
        _("Please answer this question."),
        _("Please answer at least one question."),
        _("The answer is a day, written like 2026-03-31."),
    }
)
TEMPLATES = (
    _("{name} is a whole number from {low} to {high}."),
    _("{name} is a number from {low} to {high}."),
    _("{name} is a whole number, {low} or more."),
    _("{name} is a number, {low} or more."),
    _("{name} is a whole number, {high} or less."),
    _("{name} is a number, {high} or less."),
    _("{name} is a whole number."),
    _("{name} is a number."),
    _("{name} is true or false."),
    _("{name} is a code in text."),
    _("{name} is not a code that we know."),
    _("{name} is text of at most {longest} characters."),
    _("{name} holds a character that cannot be kept."),
    _("{name} is a list of at most {longest} items."),
    _("{name} is one of {known}."),
)
NAMES = frozenset(
    {
        _("Pain"),
        _("Mobility"),
        _("Minutes walked"),
        _("Hours of sleep"),
        _("Weight in kilograms"),
        _("Planned"),
        _("Whether medicine helped"),
        _("What happened"),
        _("The note"),
        _("The client version"),
        _("The list of symptoms"),
        _("The symptom"),
        _("The change"),
        _("The list of medicines"),
        _("The medicine"),
        _("The answer"),
    }
)


def translated(sentence: str) -> str:
    """The sentence in the current language; itself where nobody knows it."""
    if sentence in SENTENCES:
        return gettext(sentence)
    for template, pattern in _PATTERNS:
        found = pattern.fullmatch(sentence)
        if found and found["name"] in NAMES:
            values = found.groupdict() | {"name": gettext(found["name"])}
            return gettext(template).format(**values)
    return sentence


def errors(faults: Iterable[Any]) -> list[dict[str, str]]:
    """A reader's faults as InvalidInput takes them."""
    return [
        {"field": f.field, "code": f.code, "message": translated(f.message)}
        for f in faults
    ]


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(
            f"(?P<{part}>.+?)" if index % 2 else re.escape(part)
            for index, part in enumerate(parts)
        )
    )


_PATTERNS = [(template, _pattern(template)) for template in TEMPLATES]
