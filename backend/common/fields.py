"""Fields of a JSON body that take what they say and nothing that looks like it."""

from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty

from backend.common import visible


class Text(serializers.CharField):
    """Text. REST framework would also take a number, and store its digits.

    It would take what nobody can see for text, too.
    """

    def run_validation(self, data: Any = empty) -> Any:
        return super().run_validation(
            visible.trimmed(data) if isinstance(data, str) else data
        )

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return str(super().to_internal_value(data))


class Key(serializers.UUIDField):
    """The UUID of a record. REST framework would also take a number for one."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid", value=data)
        return super().to_internal_value(data)
