"""Fields of a page's form that take what they say and nothing that looks like it."""

from typing import Any

from django import forms

from backend.common.visible import trimmed


class TextField(forms.CharField):
    """What a person writes; what nobody can see is not written."""

    def to_python(self, value: Any) -> str:
        return trimmed(super().to_python(value) or "")
