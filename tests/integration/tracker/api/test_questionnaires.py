"""Questionnaires over the API: due, answered, kept, completed."""

from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.api.calls import Call, fields
from tracker.actions import episodes
from tracker.models import Alert, Episode, Patient, QuestionnaireResponse

WEEK = "/questionnaires/weekly_impact/7"
ANSWERS = {"pain": 4, "enjoyment": 3, "activity": 2}


@pytest.fixture
def pat_user(pat: Patient) -> User:
    assert pat.user is not None
    return pat.user


def put(call: Call, user: User | None, path: str = WEEK, **changes: Any) -> Any:
    body = {"answers": ANSWERS, "complete": True} | changes
    return call(user, "PUT", path, body)


def test_list_holds_what_is_due_and_what_was_answered(
    call: Call, pat_user: User
) -> None:
    (due,) = call(pat_user, "GET", "/questionnaires").json()["due"]
    assert (due["code"], due["occasion"], due["is_begun"]) == (
        "weekly_impact",
        7,
        False,
    )
    assert [item["code"] for item in due["items"]] == ["pain", "enjoyment", "activity"]

    put(call, pat_user)

    listed = call(pat_user, "GET", "/questionnaires").json()
    assert listed["due"] == []
    (answered,) = listed["answered"]
    assert (answered["answers"], answered["score"]["total"]) == (ANSWERS, 3.0)


def test_answers_are_kept_until_they_are_complete(call: Call, pat_user: User) -> None:
    kept = put(call, pat_user, answers={"pain": 4}, complete=False)

    assert (kept.status_code, kept.json()["completed_at"]) == (200, None)
    (due,) = call(pat_user, "GET", "/questionnaires").json()["due"]
    assert (due["is_begun"], due["answers"]) == (True, {"pain": 4})


def test_same_again_is_harmless_and_other_answers_conflict(
    call: Call, pat_user: User
) -> None:
    first = put(call, pat_user)

    again = put(call, pat_user)
    other = put(call, pat_user, answers=ANSWERS | {"pain": 9})

    assert again.json() == first.json()
    assert (other.status_code, other.json()["code"]) == (409, "already_completed")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        (
            {"answers": {"pain": 11, "activity": 1}},
            ["answers.pain", "answers.enjoyment"],
        ),
        ({"answers": ANSWERS | {"pain": "4"}}, ["answers.pain"]),
        ({"answers": []}, ["answers"]),
        ({"complete": "maybe"}, ["complete"]),
        ({"colour": 1}, ["colour"]),
    ],
)
def test_wrong_fields_are_named(
    call: Call, pat_user: User, changes: dict[str, Any], named: list[str]
) -> None:
    response = put(call, pat_user, **changes)

    assert fields(response) == named
    assert not QuestionnaireResponse.objects.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/questionnaires/weekly_impact/14",
        "/questionnaires/mood_screen/42",
        "/questionnaires/made_up/7",
    ],
)
def test_what_is_not_open_is_not_there(call: Call, pat_user: User, path: str) -> None:
    assert put(call, pat_user, path).status_code == 404


def test_clinician_answers_for_a_patient(
    call: Call, ada: User, cleo: User, bo: User, pats_episode: Episode
) -> None:
    path = f"{WEEK}?episode={pats_episode.pk}"

    assert put(call, cleo, path).status_code == 403
    assert put(call, bo, path).status_code == 404
    assert put(call, ada, WEEK).status_code == 404
    assert put(call, ada, path).status_code == 200
    assert QuestionnaireResponse.objects.get().entered_by == ada
    assert put(call, None).status_code == 401


def test_advice_comes_with_the_answer(call: Call, pats_episode: Episode) -> None:
    user = pats_episode.patient.user
    pats_episode.procedure.performed_on = pats_episode.procedure.performed_on.replace(
        year=pats_episode.procedure.performed_on.year - 1
    )
    pats_episode.procedure.save()
    day = next(
        due["occasion"]
        for due in call(user, "GET", "/questionnaires").json()["due"]
        if due["code"] == "mood_screen"
    )

    response = put(
        call,
        user,
        f"/questionnaires/mood_screen/{day}",
        answers={"sadness": 3, "joylessness": 3, "self_harm": True},
        complete=False,
    )

    assert response.json()["level"] == "emergency"
    assert response.json()["advice"][0]["rule"] == "R24"
    assert Alert.objects.get(rule_id="R24").episode == pats_episode


MOOD = "/questionnaires/mood_screen/42"
CALM = {"tension": 1, "worry": 0, "sadness": 0, "joylessness": 1}


@pytest.fixture
def week_six(clinic_a: Clinic, ada: User) -> Patient:
    patient = make_patient(clinic_a)
    make_episode(patient, day=42)
    return patient


def test_yes_to_self_harm_after_completion_brings_the_advice(
    call: Call, week_six: Patient
) -> None:
    put(call, week_six.user, MOOD, answers=CALM)

    late = put(call, week_six.user, MOOD, answers=CALM | {"self_harm": True})

    body = late.json()
    assert (late.status_code, body["level"]) == (200, "emergency")
    assert "988" in [action["number"] for action in body["advice"][0]["actions"]]
    assert body["answers"] == CALM
    assert Alert.objects.get().rule_id == "R24"


def test_yes_to_self_harm_is_heard_after_the_course_was_closed(
    call: Call, week_six: Patient, ada: User
) -> None:
    episodes.close(episode=week_six.episodes.get(), by=ada)

    other = put(call, week_six.user, MOOD, answers=CALM)
    late = put(call, week_six.user, MOOD, answers={"self_harm": True})

    assert (other.status_code, late.status_code) == (404, 200)
    body = late.json()
    assert (body["level"], body["answers"], body["completed_at"]) == (
        "emergency",
        {},
        None,
    )
    assert Alert.objects.get().rule_id == "R24"
