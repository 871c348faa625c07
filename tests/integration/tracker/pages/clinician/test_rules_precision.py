"""Precision on the page and in the command."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_alert, make_check_in
from tests.integration.tracker.management.test_replay_triage import judge
from tests.integration.tracker.queries.test_precision import NUMB, closed
from tracker.actions import alerts
from tracker.models import Episode

PRECISION = "/clinic/rules/precision"


@pytest.fixture
def as_lena(lena: User, signed_in: Any) -> Client:
    return signed_in(lena)


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def printed(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("rule_precision", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_clinic_without_alerts_is_told_what_will_stand_here(as_lena: Client) -> None:
    page = words(as_lena.get(PRECISION))

    assert "No alert was opened in the last 90 days." in page
    assert "Last 28 days: no check-ins." in page


def test_rule_is_shown_with_counts_and_share(
    as_lena: Client, pats_episode: Episode, ada: User
) -> None:
    for day in range(5):
        closed(pats_episode, day, ada, "advice_given" if day else "data_error")

    page = words(as_lena.get(PRECISION, {"days": "28"}))

    assert "R07 One-sided numbness</a>" in page
    assert "<b>80 % (4 of 5)</b>" in page
    assert "Advice given 4, Wrong data 1" in page
    assert 'href="?days=28" aria-current="page"' in page


def test_versions_are_held_to_account_apart(
    as_lena: Client, pats_episode: Episode, ada: User
) -> None:
    for day, version in enumerate(("2026.1", "2026.2", "2026.2")):
        entry = make_check_in(pats_episode, day)
        alert = make_alert(entry, rule_id="T2", ruleset=version)
        alerts.resolve(alert=alert, by=ada, resolution="expected_course")

    lines = [line.split()[:3] for line in printed("--clinic=hudson")]
    page = words(as_lena.get(PRECISION))

    assert [line for line in lines if line[0] == "T2"] == [
        ["T2", "2026.2", "2"],
        ["T2", "2026.1", "1"],
    ]
    assert page.count("T2 Not settling</a>") == 2


def test_rules_over_the_budget_are_named(
    as_lena: Client, pats_episode: Episode
) -> None:
    judge(pats_episode, 1, symptoms=NUMB)
    judge(pats_episode, 2)

    page = words(as_lena.get(PRECISION))

    assert "<b>50.00</b> per 100 at soon or above (1 of 2 check-ins)" in page
    assert "R07 One-sided numbness</a> 50.00 per 100" in page
    assert "over budget alone" in page


def test_stretch_that_is_not_offered_is_the_usual_one(as_lena: Client) -> None:
    assert "last 90 days" in words(as_lena.get(PRECISION, {"days": "-1"}))


def test_command_prints_the_same(
    pats_episode: Episode, clinic_a: Clinic, ada: User, bo: User
) -> None:
    judge(pats_episode, 1, symptoms=NUMB)
    closed(pats_episode, 2, ada, "advice_given")
    make_alert(make_check_in(pats_episode, 3), rule_id="T2")

    lines = printed("--clinic=hudson")

    assert lines == [
        "hudson: alert budget 5 per 100 check-ins",
        "  last 28 days: 100 per 100 (1 of 1 check-ins), over budget",
        "     100.00  R07 One-sided numbness",
        "  last 90 days: 100 per 100 (1 of 1 check-ins), over budget",
        "     100.00  R07 One-sided numbness",
        "  alerts of the last 90 days: rule, version, opened, useful, wait",
        f"  R07  2026.1       1  1 of 1 closed  {_wait(lines, 'R07')}",
        "  T2   2026.1       1  none closed yet  nobody has owned one yet",
    ]
    assert "1 of 1 in time" in _wait(lines, "R07")
    assert printed()[-2:] == [
        "  alerts of the last 90 days: rule, version, opened, useful, wait",
        "  none",
    ]


def _wait(lines: list[str], rule_id: str) -> str:
    (line,) = (line for line in lines if line.startswith(f"  {rule_id}"))
    return line.split("closed  ")[1]


def test_command_refuses_what_it_does_not_know(db: None) -> None:
    with pytest.raises(CommandError, match="There is no clinic 'nowhere'"):
        printed("--clinic=nowhere")
    with pytest.raises(CommandError, match="--days is 1 or more"):
        printed("--days=0")
