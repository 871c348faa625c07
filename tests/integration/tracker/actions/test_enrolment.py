"""Enrolling in one step, or not at all."""

from datetime import date

import pytest

from backend.accounts.models import Clinic, Invitation, User
from backend.common import clock
from backend.common.errors import InvalidInput
from tracker.actions import enrolment, invitations
from tracker.actions.enrolment import EnrolmentDetails, KeyTaken
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

    assert done.patient.clinic == clinic_a
    assert Episode.objects.get().patient == done.patient
    assert Invitation.objects.get().subject_id == done.patient.pk
    assert "/invitation/" in done.link


def test_enrol_leaves_nothing_behind_when_a_field_is_wrong(
    clinic_a: Clinic, cleo: User
) -> None:
    with pytest.raises(InvalidInput):
        enrolment.enrol(clinic=clinic_a, by=cleo, details=_details(clinic_a, "knee"))

    assert not Patient.objects.exists()
    assert not Episode.objects.exists()


def test_the_same_key_and_details_are_the_same_patient(
    clinic_a: Clinic, cleo: User, ada: User
) -> None:
    first = enrolment.enrol(
        clinic=clinic_a, by=cleo, details=_details(clinic_a), key="k"
    )

    again = enrolment.enrol(
        clinic=clinic_a, by=ada, details=_details(clinic_a), key="k"
    )

    assert (first.is_new, again.is_new) == (True, False)
    assert Patient.objects.get() == again.patient
    token = again.link.rpartition("/")[2]
    assert invitations.preview(token).patient == first.patient


def test_the_same_key_with_other_details_is_refused(
    clinic_a: Clinic, cleo: User
) -> None:
    enrolment.enrol(clinic=clinic_a, by=cleo, details=_details(clinic_a), key="k")

    with pytest.raises(KeyTaken):
        enrolment.enrol(
            clinic=clinic_a, by=cleo, details=_details(clinic_a, "cervical"), key="k"
        )

    assert Episode.objects.get().procedure.region == "lumbar"


def test_a_key_of_another_clinic_says_nothing_here(
    clinic_a: Clinic, clinic_b: Clinic, cleo: User, bo: User
) -> None:
    enrolment.enrol(clinic=clinic_b, by=bo, details=_details(clinic_b), key="k")

    done = enrolment.enrol(
        clinic=clinic_a, by=cleo, details=_details(clinic_a), key="k"
    )

    assert (done.is_new, done.patient.clinic) == (True, clinic_a)


def test_who_has_joined_meanwhile_gets_no_second_link(
    clinic_a: Clinic, cleo: User
) -> None:
    details = _details(clinic_a)
    done = enrolment.enrol(clinic=clinic_a, by=cleo, details=details, key="k")
    Patient.objects.update(user=User.objects.create_user("ana@example.org"))

    again = enrolment.enrol(clinic=clinic_a, by=cleo, details=details, key="k")

    assert (again.patient, again.link) == (done.patient, "")


def test_what_was_refused_does_not_use_up_its_key(clinic_a: Clinic, cleo: User) -> None:
    with pytest.raises(InvalidInput):
        enrolment.enrol(
            clinic=clinic_a, by=cleo, details=_details(clinic_a, "knee"), key="k"
        )

    done = enrolment.enrol(
        clinic=clinic_a, by=cleo, details=_details(clinic_a), key="k"
    )

    assert done.is_new
