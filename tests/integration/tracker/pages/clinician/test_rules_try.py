"""Trying a rule set: an address that can be kept, counts, examples, no change."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.actions.test_rulesets import approve
from tests.integration.tracker.management.test_replay_triage import judge, silent
from tracker.models import (
    Episode,
    EpisodeEvaluation,
    KeptRuleset,
    RulesetApproval,
    TriageEvaluation,
)
from tracker.queries import ruleset_trial

TRY = "/clinic/rules/try"


@pytest.fixture
def as_lena(lena: User, signed_in: Any) -> Client:
    return signed_in(lena)


def tried(client: Client, **query: str) -> str:
    asked = {"version": "2026.1", "since": "2020-01-01"} | query
    answer = client.get(TRY, asked)
    assert answer.status_code == 200, answer.headers
    return " ".join(answer.content.decode().split())


def test_first_page_offers_what_is_in_force_and_judges_nothing(
    as_lena: Client, clinic_a: Clinic, lena: User, pats_episode: Episode
) -> None:
    approve(clinic_a, lena, thresholds={"fever_c": "37.8"})
    judge(pats_episode, 2, temperature_c=37.9)

    page = " ".join(as_lena.get(TRY).content.decode().split())

    assert 'name="fever_c" value="37.8" min="37.5" max="38.3" step="0.1"' in page
    assert 'name="severe_pain" value="8" min="7" max="9" step="1"' in page
    assert "What would have changed" not in page


def test_trial_counts_levels_alerts_and_rules(
    as_lena: Client, pats_episode: Episode
) -> None:
    judge(pats_episode, 1)
    judge(pats_episode, 2, temperature_c=37.7)
    before = list(TriageEvaluation.objects.values())

    page = tried(as_lena, fever_c="37.6")

    assert "Of 2 check-ins since 1 January 2020, <b>1</b> would have another" in page
    assert '<th scope="row">As it was</th><td>0</td><td>0.0</td>' in page
    assert '<th scope="row">With this</th><td>1</td><td>3.5</td><td><b>50.0</b>' in page
    assert "over budget" in page
    assert "<b>R11 Fever</b>: spoke 0 times, would speak 1 time" in page
    assert "<bdi>Pat Alvarez</bdi>, day 2</a>" in page
    assert f"/clinic/patients/{pats_episode.patient_id}?before=" in page
    assert "/clinic/rules/approve?version=2026.1&amp;fever_c=37.6" in page
    assert list(TriageEvaluation.objects.values()) == before


def test_next_version_is_tried_on_the_clinics_past(
    as_lena: Client, clinic_a: Clinic, pats_episode: Episode
) -> None:
    KeptRuleset.objects.create(clinic=clinic_a, version="2026.1")
    bad_day = {"pain": 8, "baseline": 6.0, "m3": 8.0, "previous_m3": 6.0}
    judge(pats_episode, 8, **bad_day, m3_low=5.0)
    judge(pats_episode, 9, **bad_day)
    stored = TriageEvaluation.objects.get(check_in__day=9)
    del stored.facts["usual_turn"]
    stored.save(update_fields=["facts"])

    page = tried(as_lena, version="2026.2")

    assert "<b>1</b> would have another level" in page
    assert "<b>T2 Not settling</b>: spoke 2 times, would speak 1 time" in page
    assert "2 by 2026.1 as released" in page
    assert "1 were stored before all that 2026.2 reads was kept" in page
    assert "and none of the three days lower" in page
    assert "This is the rule set in force." not in page
    assert "/clinic/rules/approve?version=2026.2" in page


def test_days_without_an_entry_are_judged_too(
    as_lena: Client, pats_episode: Episode
) -> None:
    silent(pats_episode, day=8, days_silent=3, was_rising=True)

    page = tried(as_lena, silence_days_initial="4")

    assert "1 finding on days of silence" in page
    assert "1 would have another level" in page
    assert "no check-in</span>" in page
    assert EpisodeEvaluation.objects.get().level == 2


def test_other_clinic_is_not_tried(as_lena: Client, clinic_b: Clinic) -> None:
    judge(make_episode(make_patient(clinic_b, name="Quin Vogel")), 2)

    page = tried(as_lena)

    assert "Nothing was judged at your clinic since 1 January 2020" in page
    assert "Quin" not in page


def test_address_holds_only_what_is_moved(as_lena: Client) -> None:
    everything = {
        "version": "2026.1",
        "since": "2026-01-01",
        "fever_c": "37,8",
        "severe_pain": "8",
        "warm_c": "",
    }

    answer = as_lena.get(TRY, everything)

    assert answer.status_code == 302
    assert (
        answer.headers["Location"]
        == f"{TRY}?version=2026.1&since=2026-01-01&fever_c=37.8"
    )


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"fever_c": "39"}, "39 lies outside."),
        ({"severe_pain": "7.5"}, "is a whole number."),
        ({"version": "1999.1"}, "There is no rule set “1999.1”."),
        ({"since": "soon"}, "“Since” is a date such as 2026-11-01."),
        ({"since": "2199-01-01"}, "“Since” is a date up to today."),
    ],
)
def test_what_cannot_be_tried_is_named_and_kept(
    as_lena: Client, query: dict[str, str], sentence: str
) -> None:
    asked = {"version": "2026.1", "fracture_age": "75"} | query

    answer = as_lena.get(TRY, asked)

    page = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert sentence in page
    assert 'name="fracture_age" value="75"' in page
    assert "What would have changed" not in page


def test_page_says_what_judged_at_the_time(
    as_lena: Client, clinic_a: Clinic, lena: User, pats_episode: Episode
) -> None:
    approval = approve(clinic_a, lena, thresholds={"fever_c": "37.6"})
    judge(pats_episode, 1)
    judge(pats_episode, 2, approval=approval, temperature_c=37.7)

    page = tried(as_lena)

    assert "1 by 2026.1 as released" in page
    assert "1 by 2026.1 as approved by Lena Ito" in page
    assert "judged again by the one of the time, it says the same as then." in page
    assert RulesetApproval.objects.count() == 1


def test_long_past_is_limited_and_says_so(
    as_lena: Client, pats_episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ruleset_trial, "NEWEST", 2)
    for day in (1, 2, 3):
        judge(pats_episode, day, temperature_c=37.7)

    page = tried(as_lena, fever_c="37.6")

    assert "Only the newest 2 check-ins were tried" in page
    assert "1 older ones were left out." in page
    assert "day 1</a>" not in page
    assert "day 3</a>" in page


def test_trial_takes_the_same_queries_for_one_and_three(
    as_lena: Client, pats_episode: Episode
) -> None:
    judge(pats_episode, 1, temperature_c=37.7)
    tried(as_lena)
    with CaptureQueriesContext(connection) as for_one:
        tried(as_lena, fever_c="37.6")
    for day in (2, 3):
        judge(pats_episode, day, temperature_c=37.7)

    with CaptureQueriesContext(connection) as for_three:
        tried(as_lena, fever_c="37.6")

    assert len(for_three) == len(for_one) <= 12
