"""Dull, valid entries, profiles and facts for the tests of the clinical core."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

PROCEDURE = datetime(2026, 11, 12, 18, 30, tzinfo=UTC)


def entry(
    day: int,
    *,
    hour: float = 0,
    symptoms: Mapping[str, str] | None = None,
    **answers: Any,
) -> Entry:
    """An entry recorded on the evening of its day, or `hour` hours later."""
    return Entry(
        day=day,
        recorded_at=PROCEDURE + timedelta(days=day, hours=hour),
        symptoms=None
        if symptoms is None
        else {code: Change(change) for code, change in symptoms.items()},
        **answers,
    )


def profile(*facts: str, known: tuple[str, ...] = (), **fields: Any) -> Profile:
    """A lumbar patient of 50 with pain 6 at intake."""
    values: dict[str, Any] = {"age": 50, "baseline_pain": 6.0, **fields}
    return Profile(facts=frozenset(facts), known_symptoms=frozenset(known), **values)


def facts(
    day: int = 20,
    *,
    earlier: tuple[Entry, ...] = (),
    who: Profile | None = None,
    symptoms: Mapping[str, str] | None = None,
    **answers: Any,
) -> TriageFacts:
    """The facts at one entry."""
    return gather(
        entry=entry(day, symptoms=symptoms, **answers),
        earlier=earlier,
        profile=who or profile(),
    )


def told(given: TriageFacts, version: str = CURRENT) -> list[tuple[str, str]]:
    """What the rules of a version find, as rule ids with level codes."""
    return [(f.rule_id, f.level.code) for f in evaluate(given, RULESETS[version])]


def told_by(rule_id: str, given: TriageFacts, version: str = CURRENT) -> str | None:
    """The level that one rule finds; None where it stays silent."""
    levels = dict(told(given, version))
    assert "R00" not in levels
    return levels.get(rule_id)


def pain_days(first_day: int, *pains: int | None) -> tuple[Entry, ...]:
    """One entry for each day with a pain value; None is a missed day."""
    return tuple(
        entry(first_day + index, pain=pain)
        for index, pain in enumerate(pains)
        if pain is not None
    )
