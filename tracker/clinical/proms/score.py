"""What a questionnaire says once it is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FEEDS = ("phq2_total", "phq4_total", "self_harm", "rmdq_total", "peg_score")
"""The facts that rules read (`tracker.clinical.trends.Entry`)."""


@dataclass(frozen=True, slots=True)
class Score:
    """A total, or None with the items that were missing for it.

    `band` is a published word for the total, empty where none is published. `feeds`
    are the facts for the rules, each only where the answers suffice for it.
    """

    total: float | None = None
    subscales: Mapping[str, float] = field(default_factory=dict)
    band: str = ""
    missing: tuple[str, ...] = ()
    feeds: Mapping[str, float | bool] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal score."""
        return {
            "total": self.total,
            "subscales": dict(self.subscales),
            "band": self.band,
            "missing": list(self.missing),
            "feeds": dict(self.feeds),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Score":
        """A score that `as_json` stored."""
        return cls(**{**data, "missing": tuple(data["missing"])})
