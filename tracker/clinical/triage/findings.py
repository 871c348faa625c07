"""What a rule returns: which rule, how bad, and the answers that made it speak."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.clinical.levels import Level
from tracker.clinical.triage.wording.table import words_for


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that counted, in words a clinician can read back to the patient."""

    answer: str
    value: str
    comparison: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that spoke. `would_clear` says what would let a clinician close it."""

    rule_id: str
    level: Level
    reasons: tuple[Reason, ...]
    would_clear: str
    tags: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types that `from_json` turns back into an equal finding."""
        return {
            "rule_id": self.rule_id,
            "level": self.level.code,
            "reasons": [
                {"answer": r.answer, "value": r.value, "comparison": r.comparison}
                for r in self.reasons
            ],
            "would_clear": self.would_clear,
            "tags": list(self.tags),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Finding":
        """A finding that `as_json` stored."""
        return cls(
            rule_id=data["rule_id"],
            level=Level.from_code(data["level"]),
            reasons=tuple(Reason(**reason) for reason in data["reasons"]),
            would_clear=data["would_clear"],
            tags=tuple(data["tags"]),
        )


def found(
    rule_id: str, level: Level, reasons: tuple[Reason, ...], *tags: str
) -> Finding:
    """A finding with the clearing condition of its wording."""
    clears = words_for(rule_id, level, tags).clears
    return Finding(rule_id, level, reasons, clears, tags)
