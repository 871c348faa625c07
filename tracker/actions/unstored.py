"""The rules over an entry that is not stored: an emergency is answered anyway.

Only this entry is looked at, and only for the answer that goes back with the refusal.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.errors import DomainError
from tracker.actions import triage
from tracker.clinical.alert_lifecycle import CALLS_AT_ONCE
from tracker.clinical.answers import Answers, InvalidAnswers, read_answers
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.trends import Entry
from tracker.clinical.triage.findings import Finding
from tracker.queries import advice, episode_state, unread_advice
from tracker.queries.episode_state import EpisodeState


@contextmanager
def answered(state: EpisodeState, raw: Mapping[str, object]) -> Iterator[None]:
    """What is refused inside goes back with the advice that must not wait, if any."""
    try:
        yield
    except DomainError as refused:
        found = emergencies(state, raw)
        if found:
            refused.extra |= {
                "advice": unread_advice.for_patient(found, state.clinic),
                "clinic": advice.clinic_lines(state.clinic, clock.now()),
            }
        raise


def calls_at_once(*, episode_id: UUID, raw: Mapping[str, object]) -> bool:
    """Whether the entry, by itself, is one for which staff is called as it comes."""
    found = _alone(episode_state.by_id(episode_id), raw)
    return any(one.level in CALLS_AT_ONCE for one in found)


def emergencies(state: EpisodeState, raw: Mapping[str, object]) -> tuple[Finding, ...]:
    """What it says that must not wait, highest first. Never raises."""
    return tuple(f for f in _alone(state, raw) if f.level is Level.EMERGENCY)


def _alone(state: EpisodeState, raw: Mapping[str, object]) -> tuple[Finding, ...]:
    answers = _read(state, raw) or _read(state, _certain(state, raw))
    if answers is None:
        return ()
    return triage.assess(
        entry=Entry.of(answers, day=day_of(answers.local_date, state.performed_on)),
        stored=(),
        profile=state.profile,
        rules=state.rules,
    ).findings


def _read(state: EpisodeState, raw: Mapping[str, object]) -> Answers | None:
    try:
        return read_answers(
            raw,
            procedure_date=state.first_performed_on,
            today=clock.local_today(state.zone),
        )
    except InvalidAnswers:
        return None


def _certain(state: EpisodeState, raw: Mapping[str, object]) -> dict[str, Any]:
    """Only the symptoms answered to the end: a typing error hides no emergency."""
    symptoms = raw.get("symptoms")
    answered = symptoms if isinstance(symptoms, list) else []
    return {
        "local_date": clock.local_today(state.zone).isoformat(),
        "recorded_at": clock.now().isoformat(),
        "symptoms": [s for s in answered if isinstance(s, dict) and s.get("change")],
    }
