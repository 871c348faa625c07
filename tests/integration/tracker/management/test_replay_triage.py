"""Stored facts under another rule set: what would change, and nothing does."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.clinical.profile import Profile
from tracker.clinical.symptoms import Change
from tracker.clinical.triage import rulesets
from tracker.clinical.triage.engine import evaluate, evaluate_day, highest
from tracker.clinical.triage.facts import TriageFacts
from tracker.models import (
    CheckIn,
    Episode,
    EpisodeEvaluation,
    RulesetApproval,
    TriageEvaluation,
)
from tracker.queries import evaluations

OLD = rulesets.RULESETS["2026.1"]
DAYS = (1, 2, 3, 8, 9)


@pytest.fixture
def _stricter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version `stricter`, in which a fever begins at 37.6."""
    stricter = replace(OLD.with_parameters(fever_c=37.6), version="stricter")
    known = {**rulesets.RULESETS, "stricter": stricter}
    monkeypatch.setattr("tracker.management.rulesets.RULESETS", known, raising=True)


@pytest.fixture
def episode(clinic_a: Clinic) -> Episode:
    return make_episode(make_patient(clinic_a), day=20)


def judge(
    episode: Episode,
    day: int,
    *,
    approval: RulesetApproval | None = None,
    **answers: Any,
) -> CheckIn:
    """A stored entry with its evaluation under the first version."""
    facts = TriageFacts(day=day, profile=Profile(), **answers)
    moved = approval.parameters if approval else {}
    findings = evaluate(facts, OLD.with_parameters(**moved))
    check_in = make_check_in(episode, day)
    TriageEvaluation.objects.create(
        check_in=check_in,
        ruleset=OLD.version,
        approval=approval,
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
    return {
        "check_in": str(check_in.pk),
        "date": check_in.local_date.isoformat(),
        "day": check_in.day,
        "old": old,
        "new": new,
    }


NO_ALERTS = {"count": 0, "per_100_check_ins": 0.0, "per_week": 0.0}


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
        "parameters": OLD.parameters.moved(fever_c=37.6).as_json(),
        "evaluations": 5,
        "without_facts": 0,
        "not_replayed": 0,
        "older_facts": 0,
        "changed": 2,
        "moves": [{"old": "watch", "new": "urgent", "count": 2}],
        "alerts": {
            "old": {"count": 2, "per_100_check_ins": 40.0, "per_week": 1.0},
            "new": {"count": 4, "per_100_check_ins": 80.0, "per_week": 2.0},
        },
        "days_without_entry": {
            "evaluations": 0,
            "changed": 0,
            "moves": [],
            "alerts": {"old": NO_ALERTS, "new": NO_ALERTS},
        },
        "rules": [
            {"rule": "R07", "old": 1, "new": 1, "examples": []},
            {
                "rule": "R11",
                "old": 1,
                "new": 3,
                "examples": [example(c, "none", "urgent") for c in warm],
            },
            {
                "rule": "R12",
                "old": 2,
                "new": 0,
                "examples": [example(c, "watch", "none") for c in warm],
            },
        ],
    }


def test_next_version_is_tried_on_what_the_first_one_judged(episode: Episode) -> None:
    bad_day = {"pain": 8, "baseline": 6.0, "m3": 8.0, "previous_m3": 6.0, "m3_low": 5.0}
    judge(episode, 4)
    settling = judge(episode, 8, **bad_day)
    stored_earlier = judge(episode, 9, **bad_day)
    evaluation = TriageEvaluation.objects.get(pk=stored_earlier.pk)
    del evaluation.facts["m3_low"]
    evaluation.save(update_fields=["facts"])

    said = found(ruleset="2026.2")
    lines = replay(ruleset="2026.2")

    assert (said["changed"], said["not_replayed"], said["older_facts"]) == (1, 0, 1)
    assert said["rules"] == [
        {
            "rule": "T2",
            "old": 2,
            "new": 1,
            "examples": [example(settling, "soon", "none")],
        }
    ]
    assert "  1 lack facts of this version: read as before it" in lines


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
    assert said["alerts"]["new"] == NO_ALERTS


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


def test_thresholds_are_moved_on_the_command_line(episode: Episode) -> None:
    judge(episode, 2, temperature_c=37.7)

    said = found("--set=fever_c=37,6", "--set=severe_pain=9", ruleset="2026.1")

    assert said["moves"] == [{"old": "watch", "new": "urgent", "count": 1}]
    assert said["parameters"]["severe_pain"] == 9


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        ("fever_c=40", "(fever_c) is a number from 37.5 to 38.3. 40 lies outside."),
        ("colour=1", "There is no threshold colour."),
        ("fever_c", "'fever_c' is not NAME=VALUE"),
    ],
)
def test_threshold_that_cannot_be_moved_is_refused(
    db: None, move: str, reason: str
) -> None:
    with pytest.raises(CommandError) as error:
        replay(f"--set={move}", ruleset="2026.1")

    assert reason in str(error.value)


@pytest.fixture
def approval(clinic_a: Clinic, lena: User) -> RulesetApproval:
    """Clinic A counts a fever from 37.6."""
    return RulesetApproval.objects.create(
        clinic=clinic_a,
        version="2026.1",
        parameters={"fever_c": 37.6},
        approved_by=lena,
    )


def test_old_is_what_the_thresholds_of_the_time_said(
    episode: Episode, approval: RulesetApproval
) -> None:
    judge(episode, 1, temperature_c=37.7)
    judge(episode, 2, temperature_c=37.7, approval=approval)

    as_released, as_approved = (
        found(*moves, ruleset="2026.1") for moves in ((), ("--set=fever_c=37.6",))
    )

    assert as_released["moves"] == [{"old": "urgent", "new": "watch", "count": 1}]
    assert as_approved["moves"] == [{"old": "watch", "new": "urgent", "count": 1}]
    assert as_released["not_replayed"] == as_approved["not_replayed"] == 0


def test_evaluation_with_moved_thresholds_replays_to_the_same(
    episode: Episode, approval: RulesetApproval
) -> None:
    judge(episode, 2, temperature_c=37.7, approval=approval)

    (judged,) = evaluations.stored(since=date(2000, 1, 1))

    assert judged.ruleset.parameters.fever_c == 37.6
    assert judged.under(judged.ruleset) == judged.findings != judged.under(OLD)
    assert judged.replays


def test_evaluation_that_its_rules_no_longer_give_is_counted(episode: Episode) -> None:
    check_in = judge(episode, 2, temperature_c=38.5)
    TriageEvaluation.objects.filter(pk=check_in.pk).update(findings=[], level=0)

    assert found(ruleset="2026.1")["not_replayed"] == 1


def test_day_without_an_entry_is_judged_by_the_rules_of_such_days(
    episode: Episode, clinic_b: Clinic
) -> None:
    silent(episode, day=12, days_silent=3, was_rising=True)
    silent(make_episode(make_patient(clinic_b), day=20), day=12, days_silent=4)

    said = found("--set=silence_days_initial=4", "--clinic=hudson", ruleset="2026.1")

    assert said["evaluations"] == 0
    assert said["days_without_entry"]["moves"] == [
        {"old": "soon", "new": "none", "count": 1}
    ]
    assert [(r["rule"], r["examples"][0]["check_in"]) for r in said["rules"]] == [
        ("R31", None)
    ]
    assert said["not_replayed"] == 0


def silent(episode: Episode, *, day: int, **facts: Any) -> EpisodeEvaluation:
    """A day of which nothing was heard, as the first version judged it."""
    known = TriageFacts(day=day, profile=Profile(), **facts)
    findings = evaluate_day(known, OLD)
    return EpisodeEvaluation.objects.create(
        episode=episode,
        cause=EpisodeEvaluation.Cause.NO_ENTRY,
        local_date=episode.procedure.performed_on + timedelta(days=day),
        day=day,
        ruleset=OLD.version,
        level=highest(findings),
        facts=known.as_json(),
        findings=[finding.as_json() for finding in findings],
    )


def test_long_run_says_how_far_it_is(
    episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.management.commands.replay_triage.PROGRESS_EVERY", 2)
    last = [judge(episode, day) for day in (1, 2, 3)][1]
    said = StringIO()

    call_command(
        "replay_triage",
        "--ruleset=2026.1",
        "--since=2000-01-01",
        stdout=StringIO(),
        stderr=said,
    )

    assert said.getvalue().splitlines() == [f"2 evaluations, {last.local_date}"]


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
