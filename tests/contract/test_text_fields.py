"""No text of the API takes a number, nor does the UUID of a record."""

from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework import serializers

from backend.common.fields import Key, Text
from reminders.api.preferences import ReminderPreferencesInput
from reminders.api.push_subscriptions import PushSubscriptionInput
from reminders.api.receipts import ReceiptInput
from tracker.api import urls
from tracker.api.inputs import Input

assert urls  # reading the routes makes every Input known


def _kinds(of: type[Any]) -> Iterator[type[Any]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _fields(name: str, field: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(field, serializers.Serializer):
        for inner, one in field.fields.items():
            yield from _fields(f"{name}.{inner}", one)
    elif isinstance(field, serializers.ListField):
        yield from _fields(f"{name}[]", field.child)
    else:
        yield name, field


BODIES = [
    *_kinds(Input),
    ReminderPreferencesInput,
    PushSubscriptionInput,
    ReceiptInput,
]
READ = [row for kind in BODIES for row in _fields(kind.__name__, kind())]


@pytest.mark.parametrize(("name", "field"), READ, ids=[name for name, _ in READ])
def test_what_reads_text_or_a_key_is_strict(name: str, field: Any) -> None:
    lenient = (serializers.CharField, serializers.UUIDField)

    assert not isinstance(field, lenient) or isinstance(
        field, Text | Key | serializers.EmailField
    )


@pytest.mark.parametrize("field", [Text(), Key(), serializers.EmailField()])
@pytest.mark.parametrize("value", [5, 5.5, True, [], {}])
def test_a_strict_field_refuses_anything_but_text(field: Any, value: Any) -> None:
    with pytest.raises(serializers.ValidationError):
        field.run_validation(value)
