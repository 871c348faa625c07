"""Enrol a patient in one step: the person, the course of care, the invitation."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction

from backend.accounts.models import Clinic, User
from backend.common.errors import Conflict
from tracker.actions import episodes, invitations, patients
from tracker.actions.episodes import ProcedureDetails
from tracker.models import EnrolmentKey, Patient

LONGEST_KEY = 100


@dataclass(frozen=True, slots=True)
class EnrolmentDetails:
    """What the front desk asks for. Without a zone the clinic's is taken.

    Without a procedure only the person is recorded.
    """

    name: str
    date_of_birth: date
    procedure: ProcedureDetails | None = None
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
    """The patient, and the link that lets them in once; "" where there is none."""

    patient: Patient
    link: str
    is_new: bool = True


class KeyTaken(Conflict):
    """The key came before, with other content; that patient is left as they are."""

    code = "already_enrolled"

    def __init__(self) -> None:
        super().__init__(
            "A patient is already enrolled under this key, with other content. "
            "Take a new key for another patient."
        )


def enrol(
    *, clinic: Clinic, by: User, details: EnrolmentDetails, key: str = ""
) -> Enrolment:
    """All of it, or nothing. Raises InvalidInput naming each wrong field.

    The same details again with the same key are the same patient, and a new link for
    the one that may never have arrived. Raises KeyTaken for other details.
    """
    if not key:
        return _enrol(clinic, by, details)
    if is_used(clinic=clinic, key=key):
        return _again(clinic, by, details, key)
    try:
        with transaction.atomic():
            done = _enrol(clinic, by, details)
            EnrolmentKey.objects.create(
                clinic=clinic, key=key, digest=_digest(details), patient=done.patient
            )
            return done
    except IntegrityError:  # the same request was faster by a moment
        if not is_used(clinic=clinic, key=key):
            raise
        return _again(clinic, by, details, key)


def is_used(*, clinic: Clinic, key: str) -> bool:
    """Whether a patient of the clinic is enrolled under this key."""
    return EnrolmentKey.objects.filter(clinic=clinic, key=key).exists()


@transaction.atomic
def _enrol(clinic: Clinic, by: User, details: EnrolmentDetails) -> Enrolment:
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
    if details.procedure is None:
        return Enrolment(patient, "")
    episodes.open_episode(
        patient=patient,
        by=by,
        procedure=details.procedure,
        baseline_pain=details.baseline_pain,
        profile_facts=details.profile_facts,
        known_symptoms=details.known_symptoms,
        allergies=details.allergies,
    )
    return Enrolment(patient, invitations.invite_patient(patient=patient, by=by))


def _again(clinic: Clinic, by: User, details: EnrolmentDetails, key: str) -> Enrolment:
    """Only a digest of the first link is kept: a new one takes its place."""
    known = EnrolmentKey.objects.select_related("patient__clinic").get(
        clinic=clinic, key=key
    )
    if known.digest != _digest(details):
        raise KeyTaken
    patient = known.patient
    if details.procedure is None or patient.user_id is not None:
        return Enrolment(patient, "", is_new=False)
    link = invitations.invite_patient(patient=patient, by=by)
    return Enrolment(patient, link, is_new=False)


def _digest(details: EnrolmentDetails) -> str:
    text = json.dumps(asdict(details), default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
