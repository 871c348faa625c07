"""Procedure and health profile in words instead of codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.clinical.procedure import CELL_SOURCES, GUIDANCE, REGIONS, ROUTES
from tracker.clinical.profile import PROFILE_FACTS
from tracker.clinical.protocol import Protocol
from tracker.clinical.symptoms import SYMPTOMS
from tracker.queries import procedures
from tracker.queries.procedures import ProcedureFacts

if TYPE_CHECKING:
    from tracker.models import EarlierProcedure, HealthProfile, Procedure


@dataclass(frozen=True, slots=True)
class Earlier:
    """A procedure that the plan was counted from before it was started again."""

    performed_on: date
    facts: list[tuple[str, str]]
    milestones: list[str]


def earlier(rows: Iterable[EarlierProcedure], plan: Protocol) -> list[Earlier]:
    """Newest first, with the milestones reached until the next procedure."""
    titles = {milestone.code: milestone.title for milestone in plan.milestones}
    return [
        Earlier(
            performed_on=row.performed_on,
            facts=described(procedures.facts_of(row)),
            milestones=[titles.get(m["code"], m["code"]) for m in row.milestones],
        )
        for row in rows
    ]


def described(procedure: Procedure | ProcedureFacts) -> list[tuple[str, str]]:
    """What is known of it; what is not recorded is left out."""
    rows = [
        ("Date", f"{procedure.performed_on:%-d %B %Y}"),
        ("Region", REGIONS.get(procedure.region, procedure.region)),
        ("Route", ", ".join(ROUTES.get(code, code) for code in procedure.routes)),
        ("Levels", ", ".join(procedure.levels)),
        ("Guidance", GUIDANCE.get(procedure.guidance, procedure.guidance)),
        ("Cells", CELL_SOURCES.get(procedure.cell_source, procedure.cell_source)),
        ("Product", procedure.product),
        ("Lot", procedure.lot),
    ]
    return [(label, value) for label, value in rows if value]


def profile(profile: HealthProfile) -> list[tuple[str, str]]:
    facts = ", ".join(PROFILE_FACTS.get(code, code) for code in profile.facts)
    known = ", ".join(SYMPTOMS[code].label for code in profile.known_symptoms)
    return [
        ("Health", facts or "Nothing recorded"),
        ("Known before", known or "Nothing recorded"),
        ("Allergies", profile.allergies or "None recorded"),
    ]
