"""A yes to self-harm calls staff, whatever became of the questionnaire meanwhile."""

from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput, NotFound
from reminders.models import Message
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.actions.test_questionnaires import LOW, answer
from tracker.actions import episodes, procedures
from tracker.actions.episodes import ProcedureDetails
from tracker.clinical.levels import Level
from tracker.models import Alert, Episode, EpisodeEvaluation, QuestionnaireResponse
from tracker.queries import caseload, unowned

YES = {"self_harm": True}


@pytest.fixture
def episode(clinic_a: Clinic, ada: User) -> Episode:
    """In week six, when the mood screen is open."""
    return make_episode(make_patient(clinic_a, name="Pat Alvarez"), day=42)


def called() -> bool:
    return Message.objects.filter(kind="alert_notice").exists()


def test_yes_after_a_completed_no_calls_staff(episode: Episode) -> None:
    before = answer(episode, LOW | {"self_harm": False}).response

    done = answer(episode, LOW | YES)

    assert (done.level, done.advice[0]["rule"]) == (Level.EMERGENCY, "R24")
    alert = Alert.objects.get(rule_id="R24")
    assert (alert.level, alert.evaluation.response, called()) == (4, None, True)
    stored = QuestionnaireResponse.objects.get()
    assert (stored, stored.answers["self_harm"]) == (before, False)
    assert AuditEvent.objects.filter(action="questionnaire.late_yes").count() == 1


def test_yes_when_the_window_has_closed_calls_staff(episode: Episode, at: Any) -> None:
    answer(episode, LOW, complete=False)
    at(clock.now() + timedelta(days=12))

    done = answer(episode, YES, complete=False)

    assert done.level is Level.EMERGENCY
    assert Alert.objects.get(rule_id="R24").evaluation.day == 54


def test_yes_after_the_course_was_restarted_calls_staff(
    episode: Episode, ada: User
) -> None:
    answer(episode, LOW, complete=False)
    today = clock.local_today(episode.patient.zone)
    new = ProcedureDetails(performed_on=today)
    procedures.restart(episode=episode, by=ada, procedure=new)

    done = answer(Episode.objects.get(pk=episode.pk), YES, complete=False)

    assert (done.level, called()) == (Level.EMERGENCY, True)


def test_yes_from_a_course_closed_meanwhile_is_on_the_worklist(
    episode: Episode, ada: User
) -> None:
    answer(episode, LOW, complete=False)
    read_before = Episode.objects.select_related("patient", "procedure", "clinic")
    stale = read_before.get(pk=episode.pk)
    episodes.close(episode=episode, by=ada)

    done = answer(stale, YES, complete=False)

    assert (done.level, called()) == (Level.EMERGENCY, True)
    (row,) = caseload.rows(episode.clinic)
    assert (row.level, row.phase_title) == (Level.EMERGENCY, "Course closed")
    assert unowned.emergencies(episode.clinic).patients == 1


def test_same_yes_again_keeps_one_live_alert(episode: Episode) -> None:
    answer(episode, LOW | {"self_harm": False})
    answer(episode, YES)

    done = answer(episode, YES)

    assert done.level is Level.EMERGENCY
    assert Alert.objects.get(rule_id="R24").reports == 2


def test_yes_beside_other_answers_than_those_completed_with_yes(
    episode: Episode,
) -> None:
    answer(episode, LOW | YES)

    done = answer(episode, YES)

    assert (done.advice[0]["rule"], done.heard_at) == ("R24", None)
    assert EpisodeEvaluation.objects.count() == 1


def test_no_after_a_completed_yes_is_still_a_conflict(episode: Episode) -> None:
    answer(episode, LOW | YES)

    with pytest.raises(Conflict):
        answer(episode, LOW | {"self_harm": False})


def test_stale_course_takes_no_other_answer(episode: Episode, ada: User) -> None:
    related = Episode.objects.select_related("patient", "procedure", "clinic")
    stale = related.get(pk=episode.pk)
    episodes.close(episode=episode, by=ada)

    with pytest.raises(NotFound):
        answer(stale, LOW, complete=False)

    assert not QuestionnaireResponse.objects.exists()


def test_completed_one_that_never_asks_takes_no_yes(episode: Episode) -> None:
    week = {"pain": 4, "enjoyment": 4, "activity": 4}
    answer(episode, week, code="weekly_impact")

    with pytest.raises(InvalidInput):
        answer(episode, week | YES, code="weekly_impact")

    assert not Alert.objects.filter(rule_id="R24").exists()
