"""Saving and completing questionnaires: score, evaluation and alerts in one go."""

from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from reminders.models import Message
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import (
    episodes,
    questionnaire_completion,
    questionnaires,
)
from tracker.clinical.levels import Level
from tracker.clinical.proms.definitions import MOOD_SCREEN
from tracker.clinical.proms.scoring import SCORINGS
from tracker.models import Alert, Episode, EpisodeEvaluation, QuestionnaireResponse
from tracker.queries import episode_state
from tracker.queries import questionnaires as queries

CALM = {"tension": 1, "worry": 0, "sadness": 0, "joylessness": 1}
LOW = {"tension": 1, "worry": 1, "sadness": 2, "joylessness": 2}


@pytest.fixture
def episode(clinic_a: Clinic, ada: User) -> Episode:
    """In week six, when the mood screen is open."""
    return make_episode(make_patient(clinic_a, name="Pat Alvarez"), day=42)


def answer(episode: Episode, raw: dict[str, Any], **options: Any) -> Any:
    values = {
        "code": "mood_screen",
        "occasion": 42,
        "by": episode.patient.user,
        "complete": True,
    }
    return questionnaires.answer(episode=episode, raw=raw, **(values | options))


def test_paused_one_keeps_its_answers_and_says_nothing(episode: Episode) -> None:
    answer(episode, {"tension": 1}, complete=False)

    response = answer(episode, {"tension": 2, "worry": 0}, complete=False).response

    assert QuestionnaireResponse.objects.get() == response
    assert response.answers == {"tension": 2, "worry": 0}
    assert (response.completed_at, response.score) == (None, None)
    assert not EpisodeEvaluation.objects.exists()


def test_completed_one_is_scored_and_judged(episode: Episode) -> None:
    done = answer(episode, CALM)

    response = QuestionnaireResponse.objects.get()
    assert (done.level, done.advice, response.day) == (Level.NONE, [], 42)
    assert response.score["total"] == 2
    evaluation = EpisodeEvaluation.objects.get()
    assert (evaluation.cause, evaluation.response) == ("questionnaire", response)
    assert (evaluation.facts["phq4_total"], evaluation.findings) == (2, [])
    assert AuditEvent.objects.filter(action="questionnaire.completed").count() == 1
    today = clock.local_today(episode.patient.zone)
    due = [asked.instrument.code for asked in queries.due(episode, today)]
    assert due == ["weekly_impact", "global_change", "psfs"]


def test_low_mood_is_an_alert_for_soon(episode: Episode) -> None:
    done = answer(episode, LOW | {"self_harm": False})

    alert = Alert.objects.get()
    assert (alert.rule_id, alert.level, done.level) == ("R25", Level.SOON, Level.SOON)
    assert (alert.check_in, alert.evaluation) == (None, EpisodeEvaluation.objects.get())
    assert [a["rule"] for a in done.advice] == ["R25"]


def test_self_harm_calls_staff_at_once(episode: Episode) -> None:
    done = answer(episode, LOW | {"self_harm": True})

    assert done.level is Level.EMERGENCY
    assert Alert.objects.get(rule_id="R24").level == Level.EMERGENCY
    assert Message.objects.filter(kind="alert_notice").exists()
    assert done.advice[0]["rule"] == "R24"


def test_self_harm_does_not_wait_for_the_last_answer(episode: Episode) -> None:
    raw = {"sadness": 3, "self_harm": True}

    done = answer(episode, raw, complete=False)

    assert done.level is Level.EMERGENCY
    assert done.response.completed_at is not None
    assert done.response.score["missing"] == ["tension", "worry", "joylessness"]


def test_wrong_answer_beside_it_does_not_hold_self_harm_back(
    episode: Episode,
) -> None:
    done = answer(episode, {"sadness": 3, "tension": 99, "self_harm": True})

    assert done.level is Level.EMERGENCY
    assert done.response.answers == {"sadness": 3, "self_harm": True}


def test_self_harm_in_a_questionnaire_without_that_question_is_refused(
    episode: Episode,
) -> None:
    with pytest.raises(InvalidInput) as caught:
        answer(episode, {"pain": 3, "self_harm": True}, code="weekly_impact")

    assert "self_harm" in [e["field"] for e in caught.value.errors]


def test_score_is_held_against_the_first_one(clinic_a: Clinic) -> None:
    episode = make_episode(make_patient(clinic_a), day=35)
    week = {"code": "weekly_impact", "occasion": 35}
    answer(episode, {"pain": 2, "enjoyment": 2, "activity": 2}, **week)
    next_week = Episode.objects.get(pk=episode.pk)
    _move(next_week, days=7)

    done = answer(
        next_week,
        {"pain": 6, "enjoyment": 6, "activity": 6},
        code="weekly_impact",
        occasion=42,
    )

    assert [a["rule"] for a in done.advice] == ["T7"]


def test_score_counts_beside_the_check_ins(
    episode: Episode, django_assert_num_queries: Any
) -> None:
    answer(episode, {"pain": 4, "enjoyment": 4, "activity": 4}, code="weekly_impact")
    answer(episode, {"tension": 1}, complete=False)

    with django_assert_num_queries(1):
        state = episode_state.by_id(episode.pk)

    assert [(score.day, score.peg_score) for score in state.scores] == [(42, 4)]
    assert state.entries == ()


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"tension": 9}, "tension"),
        ({"tension": "1"}, "tension"),
        ({"colour": 1}, "colour"),
        ({}, "answers"),
    ],
)
def test_wrong_answer_is_named_and_nothing_is_kept(
    episode: Episode, raw: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        answer(episode, raw)

    assert caught.value.errors[0]["field"] == field
    assert not QuestionnaireResponse.objects.exists()


def test_missing_answers_are_named(episode: Episode) -> None:
    with pytest.raises(InvalidInput) as caught:
        answer(episode, {"pain": 3}, code="weekly_impact")

    assert [e["field"] for e in caught.value.errors] == ["enjoyment", "activity"]


def test_sending_twice_is_harmless_and_other_answers_are_refused(
    episode: Episode,
) -> None:
    first = answer(episode, LOW)

    again = answer(episode, LOW)

    assert (again.response, again.is_new) == (first.response, False)
    assert (again.level, again.advice) == (first.level, first.advice)
    assert Alert.objects.get().reports == 1
    with pytest.raises(Conflict):
        answer(episode, CALM)
    assert QuestionnaireResponse.objects.get().answers == LOW


@pytest.mark.parametrize(
    "options",
    [
        {"occasion": 91},  # not yet
        {"occasion": 14, "code": "global_change"},  # over
        {"occasion": 41},  # no such day
        {"code": "sane"},  # not in this plan
        {"code": "made_up"},
    ],
)
def test_what_is_not_open_cannot_be_answered(
    episode: Episode, options: dict[str, Any]
) -> None:
    with pytest.raises(NotFound):
        answer(episode, CALM, **options)


def test_ended_course_of_care_asks_nothing(episode: Episode, lena: User) -> None:
    closed = episodes.close(episode=episode, by=lena)

    with pytest.raises(NotFound):
        answer(closed, CALM)


def test_form_opened_before_midnight_may_be_sent_after(clinic_a: Clinic) -> None:
    late = make_episode(make_patient(clinic_a), day=50)
    too_late = make_episode(make_patient(clinic_a), day=51)

    assert answer(late, CALM).response.day == 50
    with pytest.raises(NotFound):
        answer(too_late, CALM)


def test_score_that_cannot_be_counted_reaches_a_person(
    episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ArithmeticError

    scoring = SCORINGS[MOOD_SCREEN.scoring]
    monkeypatch.setattr(
        questionnaire_completion,
        "SCORINGS",
        {"mood": type(scoring)("mood", "", broken)},
    )

    done = answer(episode, LOW | {"self_harm": True})

    assert done.level is Level.EMERGENCY
    levels = dict(Alert.objects.values_list("rule_id", "level"))
    assert levels == {"R00": Level.URGENT, "R24": Level.EMERGENCY}
    assert done.response.answers["sadness"] == 2


def test_own_activities_are_asked_for_once(clinic_a: Clinic) -> None:
    episode = make_episode(make_patient(clinic_a), day=42)
    psfs = {"first_activity": "tie my shoes", "first_ability": 3}
    answer(episode, psfs, code="psfs")
    later = Episode.objects.get(pk=episode.pk)
    _move(later, days=49)

    done = answer(
        later,
        {"first_activity": "swim", "first_ability": 7},
        code="psfs",
        occasion=91,
    )

    assert done.response.answers == {"first_activity": "tie my shoes"} | {
        "first_ability": 7
    }


def _move(episode: Episode, *, days: int) -> None:
    """Let time pass: everything that is stored lies further back."""
    episode.procedure.performed_on -= timedelta(days=days)
    episode.procedure.save()
    for response in QuestionnaireResponse.objects.filter(episode=episode):
        assert response.local_date is not None
        assert response.completed_at is not None
        response.local_date -= timedelta(days=days)
        response.completed_at -= timedelta(days=days)
        response.save()
