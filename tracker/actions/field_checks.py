"""Reads typed-in fields: every fault is named, with what the field accepts."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backend.common import visible
from backend.common.errors import InvalidInput

Check = Callable[[Any], Any]

LONGEST_LIST = 100
LONGEST_LOCALE = 12
LANGUAGE_TAG = re.compile(r"[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*")


class FieldError(ValueError):
    """One field cannot be taken; the code is for programs, the text for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def read_fields(
    values: Mapping[str, Any], checks: Mapping[str, Check]
) -> dict[str, Any]:
    """The cleaned values. Raises InvalidInput with every fault at once."""
    cleaned: dict[str, Any] = {}
    errors: list[dict[str, str]] = []
    for field, value in values.items():
        try:
            cleaned[field] = _known(field, checks)(value)
        except FieldError as error:
            errors.append({"field": field, "code": error.code, "message": str(error)})
    if errors:
        raise InvalidInput(errors)
    return cleaned


def _known(field: str, checks: Mapping[str, Check]) -> Check:
    if field not in checks:
        raise FieldError("unknown_field", _("This field is not known."))
    return checks[field]


def text(name: str, longest: int, *, required: bool = False) -> Check:
    """Text that somebody can see, trimmed."""

    def check(value: object) -> str:
        if not isinstance(value, str) or "\x00" in value:
            raise FieldError("wrong_type", _("{name} is text.").format(name=_(name)))
        trimmed = visible.trimmed(value)
        if required and not trimmed:
            raise FieldError("required", _("{name} is needed.").format(name=_(name)))
        if len(trimmed) > longest:
            sentence = _("{name} has at most {longest} characters.")
            raise FieldError("too_long", sentence.format(name=_(name), longest=longest))
        return trimmed

    return check


def email(value: object) -> str:
    """An e-mail address in lower case, or none."""
    address = str(text(gettext_noop("The e-mail address"), 254)(value)).lower()
    try:
        if address:
            validate_email(address)
    except ValidationError as error:
        raise FieldError(
            "unreadable", _("The e-mail address looks like name@example.org.")
        ) from error
    return address


def needed_email(value: object) -> str:
    """An e-mail address in lower case."""
    address = email(value)
    if not address:
        name = _("The e-mail address")
        raise FieldError("required", _("{name} is needed.").format(name=name))
    return address


def zone(value: object) -> str:
    """A time zone by its IANA name."""
    if not isinstance(value, str) or value not in _zones():
        accepted = _("The time zone is a name such as Europe/Berlin.")
        raise FieldError("unknown_code", accepted)
    return value


@cache
def _zones() -> frozenset[str]:
    """Not all that a machine's folder of zones holds: the database must know it, too.

    One person's "localtime" or "right/Europe/Berlin" would stop everybody's reminders.
    """
    return frozenset(available_timezones() - {"localtime", "Factory"})


def locale(value: object) -> str:
    """A language, perhaps of a region, by its code."""
    code = text(gettext_noop("The language"), LONGEST_LOCALE, required=True)(value)
    if not LANGUAGE_TAG.fullmatch(code):
        accepted = _("The language is a code such as en or pt-br.")
        raise FieldError("unknown_code", accepted)
    return str(code)


def day(name: str, *, first: date, last: date, outside: str) -> Check:
    """A date within bounds; `outside` says which dates are accepted."""

    def check(value: object) -> date:
        # A moment counts as a date in Python and cannot be compared with one.
        if not isinstance(value, date) or isinstance(value, datetime):
            raise FieldError("wrong_type", f"{name} is a date.")
        if not first <= value <= last:
            raise FieldError("out_of_range", outside)
        return value

    return check


def one_of(name: str, codes: Collection[str], *, required: bool = True) -> Check:
    """One code out of a list."""

    def check(value: object) -> str:
        if value == "" and not required:
            return ""
        if not isinstance(value, str) or value not in codes:
            raise FieldError("unknown_code", f"{name} is not a code that we know.")
        return value

    return check


def each(name: str, item: Check) -> Check:
    """A list whose items all pass, each kept once, in their order."""

    def check(value: object) -> list[Any]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise FieldError("wrong_type", f"{name} is a list.")
        items = list(dict.fromkeys(item(one) for one in value))
        if len(items) > LONGEST_LIST:
            raise FieldError("too_long", f"{name} has at most {LONGEST_LIST} items.")
        return items

    return check


def pain(value: object) -> Decimal | None:
    """A pain value from 0 to 10 with at most one decimal, or none."""
    if value is None:
        return None
    accepted = "Pain is a number from 0 to 10."
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise FieldError("wrong_type", accepted) from error
    if isinstance(value, bool) or not number.is_finite():
        raise FieldError("wrong_type", accepted)
    if not 0 <= number <= 10:
        raise FieldError("out_of_range", accepted)
    return number.quantize(Decimal("0.1"))
