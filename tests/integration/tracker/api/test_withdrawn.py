"""After a withdrawal nothing is stored, but an emergency still has its advice."""

import uuid
from typing import Any

import pytest

from backend.common import clock
from tests.integration.tracker.api.calls import Call
from tracker.actions import consents
from tracker.models import Alert, CheckIn, Patient


@pytest.fixture
def put(call: Call, pat: Patient) -> Any:
    """put(symptom): Pat, who has withdrawn, reports it as new."""
    consents.withdraw(patient=pat, by=pat.user)

    def send(*symptoms: str, **answers: Any) -> Any:
        now = clock.now()
        body = {
            "local_date": now.date().isoformat(),
            "recorded_at": now.isoformat(),
            "pain": 5,
            "symptoms": [{"code": code, "change": "new"} for code in symptoms],
            **answers,
        }
        return call(pat.user, "PUT", f"/check-ins/{uuid.uuid4()}", body)

    return send


@pytest.mark.parametrize("broken", [{}, {"pain": 99}, {"symptoms_also": "x"}])
def test_an_emergency_is_answered_with_its_advice(
    put: Any, pat: Patient, broken: dict[str, Any]
) -> None:
    answer = put("saddle_numbness", **broken)

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "consent_withdrawn")
    (advice,) = problem["advice"]
    assert (advice["rule"], advice["level"]) == ("R03", "emergency")
    assert pat.clinic.emergency_number in [a["number"] for a in advice["actions"]]
    assert problem["clinic"]["emergency_number"] == pat.clinic.emergency_number
    assert not CheckIn.objects.exists()
    assert not Alert.objects.exists()


def test_thoughts_of_suicide_are_not_told_that_the_clinic_knows(put: Any) -> None:
    (advice,) = put("suicidal_thoughts").json()["advice"]

    assert advice["rule"] == "R24"
    assert advice["text"].startswith("Call the emergency number or a crisis line now.")


def test_a_quiet_entry_is_refused_with_the_numbers_alone(
    put: Any, pat: Patient
) -> None:
    problem = put().json()

    assert (problem["code"], problem["advice"]) == ("consent_withdrawn", [])
    assert problem["clinic"]["phone"] == pat.clinic.phone
