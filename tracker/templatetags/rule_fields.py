"""Thresholds as fields: what to fill in, and what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def short(value: float) -> str:
    """A number without zeros at its end, with a point in every language."""
    return f"{value:g}"


@register.filter
def of(errors: Mapping[str, str], name: str) -> str:
    """What is wrong with one field."""
    return errors.get(name, "")


@register.filter
def typed(line: Any, values: Mapping[str, str]) -> str:
    """What was typed for a threshold, else its value."""
    return values.get(line.name, short(line.value))


@register.filter
def step(line: Any) -> str:
    """How far one press of an arrow key moves it."""
    if isinstance(line.released, int):
        return "1"
    return "0.01" if line.high <= 1 else "0.1"


@register.filter
def has_error(rule: Any, errors: Mapping[str, str]) -> bool:
    """Whether one of the rule's own thresholds is wrong."""
    return any(line.name in errors for line in rule.thresholds)
