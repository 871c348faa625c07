"""What a patient has agreed to, and whether that still holds."""

from dataclasses import dataclass
from datetime import datetime

from backend.audit.models import AuditEvent
from tracker.models import Consent, Patient
from tracker.queries import consent_texts


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as it is shown. `text` is empty where it was not kept."""

    given_at: datetime
    version: str
    language: str
    text: str
    digest: str
    withdrawn_at: datetime | None


def of_patient(patient: Patient) -> list[Agreement]:
    """Every agreement, newest first."""
    rows = Consent.objects.filter(patient=patient).order_by("-given_at")
    found = [
        Agreement(
            row.given_at,
            row.text_version,
            row.language,
            row.text,
            row.text_digest,
            row.withdrawn_at,
        )
        for row in rows
    ]
    return found or _of_the_trail(patient)


def _of_the_trail(patient: Patient) -> list[Agreement]:
    """Who joined before agreements had rows: the trail kept moment and version."""
    if patient.user_id is None:
        return []
    # It named no record then; one that does is of an agreement with another clinic.
    event = AuditEvent.objects.filter(
        action="consent.given", actor_id=patient.user_id, target_id=""
    ).last()
    if event is None:
        return []
    version = str(event.detail.get("text_version", ""))
    text = consent_texts.before_records(patient.clinic, version)
    return [
        Agreement(
            event.created_at,
            version,
            text.language if text else "",
            text.text if text else "",
            text.digest if text else "",
            patient.consent_withdrawn_at,
        )
    ]
