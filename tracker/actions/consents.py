"""Agree to what is stored, and take that back. Nothing is deleted by either."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from tracker.models import CaseloadRow, Consent, Helper, Patient, SummaryLink
from tracker.queries import advice, consent_texts
from tracker.queries.consent_texts import ConsentText


class ConsentWithdrawn(Conflict):
    """Nothing new is stored for somebody who has withdrawn.

    The clinic's numbers go with every refusal; what a refused entry says that must not
    wait is answered all the same (`unstored.answered`).
    """

    code = "consent_withdrawn"

    def __init__(self, clinic: Clinic) -> None:
        super().__init__(
            _(
                "This was not stored and nobody at the clinic sees it, because the "
                "consent was withdrawn. If you feel unwell, call the clinic. It can "
                "be taken back on the page “My data”."
            ),
            advice=[],
            clinic=advice.clinic_lines(clinic, clock.now()),
        )


def require_and_hold(patient: Patient) -> None:
    """Raises ConsentWithdrawn where nothing new may be stored.

    A withdrawal waits until the caller's transaction is over.
    """
    if _locked(patient).consent_withdrawn_at is not None:
        raise ConsentWithdrawn(patient.clinic)


def text_shown(patient: Patient, digest: str) -> ConsentText:
    """The text that a form showed. Raises InvalidInput where it has changed since."""
    text = consent_texts.shown(patient.clinic, digest)
    if text is None:
        sentence = _("The text has changed since you opened the page. Read it again.")
        raise InvalidInput(
            [{"field": "consent", "code": "text_changed", "message": sentence}]
        )
    return text


@transaction.atomic
def give(*, patient: Patient, text: ConsentText, by: User) -> Consent:
    """Keep the agreement with its exact words. A live one stays: twice is harmless."""
    patient = _locked(patient)
    live = Consent.objects.filter(patient=patient, withdrawn_at=None).first()
    if live is not None:
        return live
    consent = Consent.objects.create(
        clinic_id=patient.clinic_id,
        patient=patient,
        text_version=text.version,
        language=text.language,
        text=text.text,
        text_digest=text.digest,
        given_at=clock.now(),
        given_by=by,
    )
    _set_withdrawn(patient, None)
    recorder.record("consent.given", target=patient, by=by, text_version=text.version)
    return consent


@transaction.atomic
def withdraw(*, patient: Patient, by: User) -> None:
    """From now on nothing new is stored, nobody is reminded or helps, no link opens.

    What is stored stays: it is the clinic's record. Doing it twice is harmless.
    """
    patient = _locked(patient)
    if patient.consent_withdrawn_at is not None:
        return
    now = clock.now()
    Consent.objects.filter(patient=patient, withdrawn_at=None).update(
        withdrawn_at=now, withdrawn_by=by
    )
    SummaryLink.objects.filter(episode__patient=patient, revoked_at=None).update(
        revoked_at=now, revoked_by=by
    )
    _end_help(patient, now, by)
    _set_withdrawn(patient, now)
    recorder.record("consent.withdrawn", target=patient, by=by)


def _locked(patient: Patient) -> Patient:
    return Patient.objects.select_for_update(no_key=True).get(pk=patient.pk)


def _end_help(patient: Patient, now: datetime, by: User) -> None:
    """For good, and for those who were only asked: a new yes is asked of each."""
    for helper in Helper.objects.filter(patient=patient, ended_at=None):
        helper.ended_at, helper.ended_by = now, by
        helper.save(update_fields=["ended_at", "ended_by"])
        recorder.record("helper.ended", target=helper, by=by)


def _set_withdrawn(patient: Patient, at: datetime | None) -> None:
    patient.consent_withdrawn_at = at
    patient.save(update_fields=["consent_withdrawn_at"])
    # An entry on its way is guarded by this version: it looks again, and is refused.
    CaseloadRow.objects.filter(episode__patient=patient).update(
        version=F("version") + 1
    )
