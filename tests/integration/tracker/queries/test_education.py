"""What a patient reads on a day: by the plan, the rules and the clinic's words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from tracker.actions import education as actions
from tracker.actions import protocols, rulesets
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.clinical.protocol import Comfort
from tracker.clinical.triage.rulesets import CURRENT
from tracker.models import Episode, Patient
from tracker.queries import education, episodes


@pytest.fixture
def episode(pat: Patient) -> Episode:
    return episodes.get_for_clinic(pat.clinic, pat.episodes.get().pk)


def _on(episode: Episode, day: int) -> date:
    return episode.procedure.performed_on + timedelta(days=day)


def read(episode: Episode, day: int, locale: str = "en-US") -> education.Education:
    return education.for_episode(episode, _on(episode, day), locale)


def ids(found: education.Education) -> set[str]:
    return {one.card.id for one in found.cards}


def test_cards_of_a_day_stand_under_their_topics(episode: Episode) -> None:
    found = read(episode, 9, "de-DE")

    assert [topic.title for topic in found.topics] == [
        "Bewegung",
        "Medikamente",
        "Stress und Unterstützung",
        "Wärme und Kälte",
        "Ihre Abwehr",
    ]
    assert found.of_the_day in found.cards
    assert all(one.language == "de" for one in found.cards)


def test_earlier_cards_stay_and_later_ones_wait(episode: Episode) -> None:
    found = read(episode, 9)
    earlier = {one.card.id for topic in found.earlier for one in topic.cards}

    assert "rest_first" in earlier
    assert not earlier & ids(found)
    assert "six_months" not in earlier | ids(found)


@pytest.mark.parametrize("day", [-3, 183, 400])
def test_days_outside_the_phases_have_nothing_new(episode: Episode, day: int) -> None:
    found = read(episode, day)

    assert (found.of_the_day, found.topics) == (None, ())


def test_heat_is_as_the_patients_plan_says(
    episode: Episode, clinic_a: Clinic, lena: User
) -> None:
    plan = replace(DEFAULT_PROTOCOL, comfort=Comfort(heat=True))
    newer = protocols.release(clinic=clinic_a, plan=plan, by=lena)

    assert "heat_ask" in ids(read(episode, 9))
    episode.protocol = newer
    assert "heat_allowed" in ids(read(episode, 9))


def test_a_longer_window_of_the_rules_holds(
    episode: Episode, clinic_a: Clinic, lena: User
) -> None:
    episode.protocol.plan["milestones"] = []
    assert "before_again" in ids(read(episode, 43))
    episode.protocol.plan = DEFAULT_PROTOCOL.as_json()
    for row in episode.protocol.plan["milestones"]:
        if row["code"] == "medicine_window_over":
            row["last_day"] = 20
    assert "before_again" in ids(read(episode, 22))

    rulesets.approve(
        clinic=clinic_a,
        version=CURRENT,
        thresholds={"nsaid_last_day": 28},
        alert_budget=5,
        note="Four weeks here.",
        replaces=None,
        by=lena,
    )

    assert "still_leave" in ids(read(episode, 22))
    assert "before_again" in ids(read(episode, 29))


def test_the_clinics_words_reach_whoever_is_in_care(
    episode: Episode, clinic_a: Clinic, lena: User
) -> None:
    actions.change(
        clinic=clinic_a,
        card="worry",
        content={"words": {"en": {"title": "Call us", "text": "Any day. Any hour."}}},
        seen=0,
        by=lena,
    )

    titles = {one.card.id: one.title for one in read(episode, 9).cards}
    german = {one.card.id: one.title for one in read(episode, 9, "de").cards}

    assert titles["worry"] == "Call us"
    assert german["worry"] == "Sorgen sind in Ordnung"


def test_a_hidden_card_is_gone(episode: Episode, clinic_a: Clinic, lena: User) -> None:
    hidden = read(episode, 9).of_the_day
    assert hidden is not None
    actions.change(
        clinic=clinic_a,
        card=hidden.card.id,
        content={"is_hidden": True},
        seen=0,
        by=lena,
    )

    found = read(episode, 9)

    assert hidden.card.id not in ids(found)
    assert found.of_the_day is not None


def test_reading_costs_two_queries(episode: Episode) -> None:
    with CaptureQueriesContext(connection) as queries:
        read(episode, 100)

    assert len(queries) == 2
