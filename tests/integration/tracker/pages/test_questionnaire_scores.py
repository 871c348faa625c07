"""Where the scores show: progress, patient record, timeline, and what is overdue."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import alerts, questionnaires
from tracker.models import Alert, Episode, Patient

SignedIn = Callable[..., Client]


@pytest.fixture
def patient(clinic_a: Clinic) -> Patient:
    patient = make_patient(clinic_a, name="Pat Alvarez")
    make_episode(patient, day=48)
    return patient


def answer(episode: Episode, code: str, raw: dict[str, Any]) -> None:
    questionnaires.answer(
        episode=episode,
        code=code,
        occasion=42,
        raw=raw,
        by=episode.patient.user,
        complete=True,
    )


@pytest.fixture
def answered(patient: Patient) -> None:
    episode = patient.episodes.get()
    answer(episode, "psfs", {"first_activity": "tie my shoes", "first_ability": 3})
    answer(episode, "mood_screen", dict.fromkeys(("tension", "worry"), 1))


def test_patient_sees_the_own_activity_and_no_mood(
    patient: Patient, answered: None, signed_in: SignedIn
) -> None:
    page = signed_in(patient.user).get("/progress").content.decode()

    assert "<q>tie my shoes</q>" in page
    assert "tie my shoes over time</title>" in page
    assert "Mood and worry" not in page


def test_staff_see_scores_timeline_and_what_is_overdue(
    patient: Patient, answered: None, ada: User, signed_in: SignedIn
) -> None:
    browser = signed_in(ada)

    page = browser.get(f"/clinic/patients/{patient.pk}").content.decode()

    assert "Questionnaire: What you want to do again" in page
    assert "Score 3" in page
    assert "You felt tense or restless inside. On a few days" in page
    assert "<q>tie my shoes</q>" in page
    assert "Questionnaire overdue: <b>Then and now</b> of day&nbsp;42" in page
    assert "overdue: <b>Mood and worry" not in page


def test_nothing_is_overdue_before_the_last_reminder(
    clinic_a: Clinic, ada: User, signed_in: SignedIn
) -> None:
    early = make_patient(clinic_a)
    make_episode(early, day=42)

    page = signed_in(ada).get(f"/clinic/patients/{early.pk}").content.decode()

    assert "Questionnaire overdue" not in page


def test_check_in_leads_to_what_is_open(
    patient: Patient, report: Any, signed_in: SignedIn
) -> None:
    key = report(patient.episodes.get())

    page = signed_in(patient.user).get(f"/check-in/{key}").content.decode()

    assert "Short questionnaires are open too." in page


def test_alert_of_a_questionnaire_opens_for_staff_and_comes_back_answered(
    patient: Patient, ada: User, signed_in: SignedIn
) -> None:
    low = {"tension": 2, "worry": 2, "sadness": 2, "joylessness": 2}
    answer(patient.episodes.get(), "mood_screen", low)
    alert = Alert.objects.get(rule_id="R25")

    page = signed_in(ada).get(f"/clinic/alerts/{alert.pk}")
    alerts.resolve(
        alert=alert, by=ada, resolution="advice_given", advice_given="Let us talk."
    )

    assert page.status_code == 200
    done = signed_in(patient.user).get("/questionnaires/mood_screen/42")
    assert "Let us talk." in done.content.decode()
