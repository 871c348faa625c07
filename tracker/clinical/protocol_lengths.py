"""How long the texts of a new version may be. A plan in force is read as it is."""

from collections.abc import Iterator, Sequence

from tracker.clinical.protocol import Protocol
from tracker.clinical.protocol_parts import Instruction, Milestone, Phase

LONGEST_TEXT = {"title": 80, "what_to_expect": 600, "why": 600, "text": 300}
"""Half as much again as our own plan needs in any language, or more."""

LONGEST_CODE = 64
LABELS = {
    "title": "Title",
    "what_to_expect": "What to expect",
    "why": "Why",
    "text": "Text",
}


def too_long(plan: Protocol) -> dict[str, str]:
    """A sentence for each text that is too long, by its place: phases[0].title."""
    return {
        f"{kind}[{index}].{name}": (
            f"{LABELS.get(name, name)} of {kind[:-1]} {index + 1} has at most"
            f" {longest} characters, and this one has {length}."
        )
        for kind, rows in _kinds(plan)
        for index, row in enumerate(rows)
        for name, longest, length in _lengths(row)
        if length > longest
    }


def _kinds(
    plan: Protocol,
) -> tuple[tuple[str, Sequence[Phase | Milestone | Instruction]], ...]:
    return (
        ("phases", plan.phases),
        ("milestones", plan.milestones),
        ("instructions", plan.instructions),
    )


def _lengths(row: Phase | Milestone | Instruction) -> Iterator[tuple[str, int, int]]:
    """Each text of a row: its name, how long it may be, and how long it is."""
    for name in row.__dataclass_fields__:
        text = getattr(row, name)
        if isinstance(text, str):
            yield name, LONGEST_TEXT.get(name, LONGEST_CODE), len(text)
