"""Stored facts under another rule set: what would change, and nothing does."""

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.accounts.models import Clinic
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.clinical.symptoms import Change
from tracker.clinical.triage import rulesets
from tracker.clinical.triage.engine import evaluate, highest
from tracker.clinical.triage.facts import Profile, TriageFacts
from tracker.models import CheckIn, Episode, TriageEvaluation
from tracker.queries import evaluations

OLD = rulesets.RULESETS["2026.1"]
DAYS = (1, 2, 3, 8, 9)


@pytest.fixture
def _stricter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version `stricter`, in which a fever begins at 37.6."""
    stricter = replace(OLD.with_parameters(fever_c=37.6), version="stricter")
    known = {**rulesets.RULESETS, "stricter": stricter}
    monkeypatch.setattr(
        "tracker.management.commands.replay_cases.RULESETS", known, raising=True
    )


@pytest.fixture
def episode(clinic_a: Clinic) -> Episode:
    return make_episode(make_patient(clinic_a), day=20)


def judge(episode: Episode, day: int, **answers: Any) -> CheckIn:
    """A stored entry with its evaluation under the first version."""
    facts = TriageFacts(day=day, profile=Profile(), **answers)
    findings = evaluate(facts, OLD)
    check_in = make_check_in(episode, day)
    TriageEvaluation.objects.create(
        check_in=check_in,
        ruleset=OLD.version,
        level=highest(findings),
        facts=facts.as_json(),
        findings=[finding.as_json() for finding in findings],
    )
    return check_in


def replay(
    *arguments: str, ruleset: str = "stricter", since: str = "2000-01-01"
) -> str:
    out = StringIO()
    call_command(
        "replay_triage",
        f"--ruleset={ruleset}",
        f"--since={since}",
        *arguments,
        stdout=out,
    )
    return out.getvalue()


def found(*arguments: str, **options: str) -> Any:
    return json.loads(replay("--json", *arguments, **options))


def example(check_in: CheckIn, old: str, new: str) -> dict[str, Any]:
    return {"check_in": str(check_in.pk), "day": check_in.day, "old": old, "new": new}


@pytest.mark.usefixtures("_stricter")
def test_changed_levels_rules_and_rates_are_counted(episode: Episode) -> None:
    numb = {"numbness_one_leg": Change.NEW}
    judge(episode, 1)
    warm = [judge(episode, day, temperature_c=37.7) for day in (2, 3)]
    judge(episode, 8, temperature_c=38.5)
    judge(episode, 14, symptoms=numb)

    assert found() == {
        "ruleset": "stricter",
        "since": "2000-01-01",
        "clinic": None,
        "evaluations": 5,
        "without_facts": 0,
        "changed": 2,
        "moves": [{"old": "watch", "new": "urgent", "count": 2}],
        "alerts": {
            "old": {"count": 2, "per_100_check_ins": 40.0, "per_week": 1.0},
            "new": {"count": 4, "per_100_check_ins": 80.0, "per_week": 2.0},
        },
        "rules": [
            {"rule": "R07", "old": 1, "new": 1, "examples": []},
            {
                "rule": "R11",
                "old": 1,
                "new": 3,
                "examples": [
                    {
                        "check_in": str(c.pk),
                        "day": c.day,
                        "old": "none",
                        "new": "urgent",
                    }
                    for c in warm
                ],
            },
            {
                "rule": "R12",
                "old": 2,
                "new": 0,
                "examples": [example(c, "watch", "none") for c in warm],
            },
        ],
    }


def test_same_version_changes_nothing(episode: Episode) -> None:
    for day in DAYS:
        judge(episode, day, temperature_c=38.5)

    same = found(ruleset="2026.1")

    assert (same["evaluations"], same["changed"], same["moves"]) == (5, 0, [])
    assert same["alerts"]["old"] == same["alerts"]["new"]
    assert same["rules"] == [{"rule": "R11", "old": 5, "new": 5, "examples": []}]


@pytest.mark.usefixtures("_stricter")
def test_five_examples_are_enough_and_chunks_hide_nothing(
    episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluations, "CHUNK", 3)
    for day in range(1, 9):
        judge(episode, day, temperature_c=37.7)

    fever, _ = found()["rules"]

    assert (fever["old"], fever["new"]) == (0, 8)
    assert [example["day"] for example in fever["examples"]] == [1, 2, 3, 4, 5]


@pytest.mark.usefixtures("_stricter")
def test_earlier_entries_and_other_clinics_are_left_out(
    episode: Episode, clinic_b: Clinic
) -> None:
    judge(episode, 1)
    second = judge(episode, 2)
    judge(make_episode(make_patient(clinic_b), day=20), 2)

    since = second.local_date.isoformat()

    assert found()["evaluations"] == 3
    assert found(since=since)["evaluations"] == 2
    assert found("--clinic=hudson")["evaluations"] == 2
    assert found("--clinic=hudson", since=since)["evaluations"] == 1


def test_evaluation_without_facts_is_counted_apart(episode: Episode) -> None:
    check_in = judge(episode, 1)
    TriageEvaluation.objects.filter(pk=check_in.pk).update(facts={})

    said = found(ruleset="2026.1")

    assert (said["evaluations"], said["without_facts"]) == (0, 1)
    assert said["alerts"]["new"] == {
        "count": 0,
        "per_100_check_ins": 0.0,
        "per_week": 0.0,
    }


@pytest.mark.usefixtures("_stricter")
def test_nothing_is_changed(episode: Episode) -> None:
    judge(episode, 2, temperature_c=37.7)
    before = list(TriageEvaluation.objects.values())

    replay()

    assert list(TriageEvaluation.objects.values()) == before


@pytest.mark.usefixtures("_stricter")
def test_people_read_the_same(episode: Episode) -> None:
    check_in = judge(episode, 2, temperature_c=37.7)

    assert replay().splitlines() == [
        "Rule set stricter on 1 evaluations",
        "  1 would change their level",
        "          1  watch to urgent",
        "Entries at soon or above: count, per 100 check-ins, per week",
        "  old        0     0.00     0.00",
        "  new        1   100.00     7.00",
        "Findings by rule: old, new",
        "  R11        0        1",
        f"       day    2  none to urgent  {check_in.pk}",
        "  R12        1        0",
        f"       day    2  watch to none  {check_in.pk}",
    ]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"ruleset": "1999.1"}, "There is no rule set '1999.1'. Known: 2026.1"),
        ({"since": "yesterday"}, "'yesterday' is not a date such as 2026-11-01"),
    ],
)
def test_what_is_not_known_is_refused(options: dict[str, str], reason: str) -> None:
    with pytest.raises(CommandError) as error:
        replay(**{"ruleset": "2026.1", **options})

    assert reason in str(error.value)


def test_clinic_that_is_not_there_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="There is no clinic 'nowhere'"):
        replay("--clinic=nowhere", ruleset="2026.1")
