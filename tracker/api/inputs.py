"""Reading bodies: unknown fields are refused, faults are told in our own words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from backend.common.errors import InvalidInput
from backend.common.fields import Text
from tracker.actions.field_checks import FieldError, zone

# The codes of REST framework in the words that check-ins and forms use.
CODES = {
    "null": "required",
    "blank": "required",
    "empty": "required",
    "invalid": "wrong_type",
    "not_a_list": "wrong_type",
    "invalid_choice": "unknown_code",
    "max_length": "too_long",
    "min_value": "out_of_range",
    "max_value": "out_of_range",
    "max_digits": "out_of_range",
    "max_decimal_places": "out_of_range",
    "max_whole_digits": "out_of_range",
    "null_characters_not_allowed": "unreadable",
    "surrogate_characters_not_allowed": "unreadable",
}


class Input(serializers.Serializer):
    """A body, or an object inside one.

    The help text of a field says what it accepts. It is the field's line in the
    API's document and the sentence a wrong value is answered with.
    """

    def to_internal_value(self, data: Any) -> Any:
        errors: dict[str, Any] = {}
        values: Any = {}
        try:
            values = super().to_internal_value(data)
        except ValidationError as error:
            if not isinstance(data, Mapping):
                raise
            errors = {
                name: _in_our_words(self.fields[name], detail)
                for name, detail in error.detail.items()
            }
        for name in sorted(str(name) for name in data.keys() - self.fields.keys()):
            errors[name] = [ErrorDetail("This field is not known.", "unknown_field")]
        if errors:
            raise ValidationError(errors)
        return values


class ZoneField(Text):
    """A time zone by its IANA name."""

    def __init__(self) -> None:
        super().__init__(
            max_length=64,
            required=False,
            help_text="The time zone is a name such as Europe/Berlin.",
        )

    def to_internal_value(self, data: Any) -> str:
        try:
            return zone(super().to_internal_value(data))
        except FieldError as error:
            raise ValidationError(str(error), error.code) from error


def _in_our_words(field: serializers.Field, detail: Any) -> Any:
    is_object = isinstance(field, serializers.Serializer)
    if is_object and isinstance(detail, dict) and "non_field_errors" not in detail:
        return detail
    first = _first(detail)
    return [ErrorDetail(field.help_text or first, CODES.get(first.code, first.code))]


def _first(detail: Any) -> ErrorDetail:
    while not isinstance(detail, ErrorDetail):
        detail = next(iter(detail.values() if isinstance(detail, dict) else detail))
    return detail


@contextmanager
def inside(places: Mapping[str, str]) -> Iterator[None]:
    """Name the faults an action found as they are nested in the request's body."""
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput(
            [e | {"field": places.get(e["field"], e["field"])} for e in error.errors]
        ) from error
