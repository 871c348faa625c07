"""A course of care: its body as the actions take it, its record as JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from backend.common import clock
from tracker.actions.episodes import ProcedureDetails
from tracker.api.alert_json import person
from tracker.api.episode_schema import ProcedureOutput
from tracker.clinical.day_count import day_of
from tracker.queries import procedures, protocols

PROCEDURE = tuple(ProcedureOutput().fields)
PROFILE = ("facts", "known_symptoms", "allergies")
# Where the fields that the actions name stand in a body.
PLACES = {name: f"procedure.{name}" for name in PROCEDURE} | {
    "profile_facts": "profile.facts",
    "known_symptoms": "profile.known_symptoms",
    "allergies": "profile.allergies",
}


def as_json(episode: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone)
    day = day_of(today, episode.procedure.performed_on)
    baseline = episode.baseline_pain
    return {
        "id": episode.pk,
        "patient": person(episode.patient),
        "status": episode.status,
        "day": day,
        "phase": protocols.plan_of(episode).phase_on(day).code,
        "baseline_pain": None if baseline is None else float(baseline),
        "procedure": {name: getattr(episode.procedure, name) for name in PROCEDURE},
        "earlier_procedures": [_earlier(row) for row in procedures.earlier(episode)],
        "profile": {name: getattr(episode.profile, name) for name in PROFILE}
        | {"recorded_at": episode.profile.created_at},
        "protocol": {"id": episode.protocol_id, "number": episode.protocol.number},
        "opened_at": episode.created_at,
        "closed_at": episode.closed_at,
    }


def _earlier(row: Any) -> dict[str, Any]:
    reached = ("code", "reached_on", "source")
    return asdict(procedures.facts_of(row)) | {
        "milestones_reached": [{n: m[n] for n in reached} for m in row.milestones]
    }


def course_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """A CourseInput as the arguments that open a course of care."""
    return {
        "procedure": ProcedureDetails(**given["procedure"]),
        "baseline_pain": given.get("baseline_pain"),
        **profile_of(given),
    }


def profile_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """The named facts of a profile as the arguments of an action."""
    profile = dict(given.get("profile", {}))
    if "facts" in profile:
        profile["profile_facts"] = profile.pop("facts")
    return profile
