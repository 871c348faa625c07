"""The procedures of a course of care: the one that counts, and those before it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.models import EarlierProcedure, Episode, Procedure

DETAILS = (
    "region",
    "routes",
    "levels",
    "guidance",
    "cell_source",
    "product",
    "lot",
)


@dataclass(frozen=True, slots=True)
class ProcedureFacts:
    """What was done on which day, whether or not the plan still counts from it."""

    performed_on: date
    region: str
    routes: list[str]
    levels: list[str]
    guidance: str
    cell_source: str
    product: str
    lot: str


def earlier(episode: Episode) -> list[EarlierProcedure]:
    """Procedures that the plan was counted from before, newest first."""
    return list(
        EarlierProcedure.objects.filter(episode=episode)
        .select_related("replaced_by")
        .order_by("-performed_on", "-created_at")
    )


def details_of(procedure: Procedure) -> dict[str, Any]:
    """All but the date, as an earlier procedure keeps it."""
    return {name: getattr(procedure, name) for name in DETAILS}


def facts_of(procedure: Procedure | EarlierProcedure) -> ProcedureFacts:
    if isinstance(procedure, EarlierProcedure):
        details = {name: procedure.details[name] for name in DETAILS}
        return ProcedureFacts(performed_on=procedure.performed_on, **details)
    return ProcedureFacts(procedure.performed_on, **details_of(procedure))


def first_day(episode: Episode) -> date:
    """The day of the first procedure of this course of care."""
    days = [procedure.performed_on for procedure in earlier(episode)]
    return min([episode.procedure.performed_on, *days])


def before(episode: Episode, day: date) -> ProcedureFacts:
    """The latest procedure up to that day; the first one for a day before any."""
    known = [facts_of(episode.procedure), *map(facts_of, earlier(episode))]
    known.sort(key=lambda p: p.performed_on)
    return next((p for p in reversed(known) if p.performed_on <= day), known[0])
