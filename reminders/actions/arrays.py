"""Thousands of ids as one text: the way of a list through the driver is a long one."""

from collections.abc import Iterable
from uuid import UUID


def as_array(ids: Iterable[UUID]) -> str:
    """As PostgreSQL writes an array of ids."""
    return "{" + ",".join([pk.hex for pk in ids]) + "}"


def from_array(ids: str) -> list[UUID]:
    """The ids of such a text."""
    return [UUID(pk) for pk in ids.strip("{}").split(",") if pk]
