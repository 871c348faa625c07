"""Enrolling in one step, or not at all."""

from datetime import date

import pytest

from backend.accounts.models import Clinic, Invitation, User
from backend.common import clock
from backend.common.errors import InvalidInput
from tracker.actions import enrolment
from tracker.actions.enrolment import EnrolmentDetails
from tracker.actions.episodes import ProcedureDetails
from tracker.models import Episode, Patient


def _details(clinic: Clinic, region: str = "lumbar") -> EnrolmentDetails:
    return EnrolmentDetails(
        name="Ana Ruiz",
        date_of_birth=date(1961, 3, 9),
        procedure=ProcedureDetails(clock.local_today(clinic.zone), region=region),
        baseline_pain=6,
        email="ana@example.org",
    )


def test_enrol_makes_patient_episode_and_link(clinic_a: Clinic, cleo: User) -> None:
    done = enrolment.enrol(clinic=clinic_a, by=cleo, details=_details(clinic_a))

    assert (done.patient.clinic, done.episode.patient) == (clinic_a, done.patient)
    assert Invitation.objects.get().subject_id == done.patient.pk
    assert "/invitation/" in done.link


def test_enrol_leaves_nothing_behind_when_a_field_is_wrong(
    clinic_a: Clinic, cleo: User
) -> None:
    with pytest.raises(InvalidInput):
        enrolment.enrol(clinic=clinic_a, by=cleo, details=_details(clinic_a, "knee"))

    assert not Patient.objects.exists()
    assert not Episode.objects.exists()
