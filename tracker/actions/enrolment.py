"""Enrol a patient in one step: the person, the course of care, the invitation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from backend.accounts.models import Clinic, User
from tracker.actions import episodes, invitations, patients
from tracker.actions.episodes import ProcedureDetails
from tracker.models import Episode, Patient


@dataclass(frozen=True, slots=True)
class EnrolmentDetails:
    """What the front desk asks for. Without a zone the clinic's is taken."""

    name: str
    date_of_birth: date
    procedure: ProcedureDetails
    baseline_pain: Decimal | float | None = None
    profile_facts: tuple[str, ...] = ()
    known_symptoms: tuple[str, ...] = ()
    allergies: str = ""
    email: str = ""
    phone: str = ""
    sex: str = ""
    zone: str | None = None
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The new records, and the link that lets the patient in once."""

    patient: Patient
    episode: Episode
    link: str


@transaction.atomic
def enrol(*, clinic: Clinic, by: User, details: EnrolmentDetails) -> Enrolment:
    """All three, or nothing. Raises InvalidInput naming each wrong field."""
    patient = patients.create(
        clinic=clinic,
        by=by,
        name=details.name,
        date_of_birth=details.date_of_birth,
        email=details.email,
        phone=details.phone,
        sex=details.sex,
        zone=details.zone,
        locale=details.locale,
    )
    episode = episodes.open_episode(
        patient=patient,
        by=by,
        procedure=details.procedure,
        baseline_pain=details.baseline_pain,
        profile_facts=details.profile_facts,
        known_symptoms=details.known_symptoms,
        allergies=details.allergies,
    )
    link = invitations.invite_patient(patient=patient, by=by)
    return Enrolment(patient, episode, link)
