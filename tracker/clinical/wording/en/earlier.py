"""Our sentences as they once read: released plans hold them, and are never changed."""

from collections.abc import Mapping
from types import MappingProxyType

EARLIER: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "milestone.medicine_window_over.title": frozenset(
            {"The no anti-inflammatory time is over"}
        ),
    }
)
