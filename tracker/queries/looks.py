"""Who looked at a patient's record: the reads in the trail, by person and time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.accounts.models import Membership
from backend.audit.models import AuditEvent
from tracker.models import AdverseEvent, Alert, Helper, Patient

OF_PATIENT = (
    "patient.read",
    "progress.read",
    "messages.read",
    "summary.read",
    "summary.saved",
    "summary.read_by_link",
)
OF_ALERT = ("alert.read",)
OF_EVENT = ("adverse_event.read", "adverse_event.exported")


@dataclass(frozen=True, slots=True)
class Look:
    """One time that somebody else read something.

    `who` is empty for whoever holds a shared link; `role` is one of the clinic's, or
    in the patient's own words what a helper is to them.
    """

    at: datetime
    who: str
    role: str
    what: str


def events(patient: Patient) -> QuerySet[AuditEvent]:
    """What others read of this patient, newest first; their own reads are no news."""
    alerts = Alert.objects.filter(episode__patient=patient).values_list("pk", flat=True)
    harm = AdverseEvent.objects.filter(episode__patient=patient).values_list(
        "pk", flat=True
    )
    found = AuditEvent.objects.filter(
        _of("patient", OF_PATIENT, [patient.pk])
        | _of("alert", OF_ALERT, alerts)
        | _of("adverseevent", OF_EVENT, harm)
    )
    if patient.user_id is not None:
        found = found.exclude(actor_id=patient.user_id)
    return found.order_by("-created_at", "-pk")


def described(patient: Patient, rows: Sequence[AuditEvent]) -> list[Look]:
    """The same with the role that each person has at the clinic, or had last."""
    roles = _roles(patient, {row.actor_id for row in rows if row.actor_id})
    return [
        Look(
            row.created_at,
            row.actor_name if row.actor_id else "",
            roles.get(row.actor_id, "") if row.actor_id else "",
            row.action,
        )
        for row in rows
    ]


def _of(kind: str, actions: Sequence[str], ids: Iterable[UUID]) -> Q:
    return Q(
        target_type=kind, target_id__in=[str(pk) for pk in ids], action__in=actions
    )


def _roles(patient: Patient, people: set[UUID]) -> Mapping[UUID, str]:
    helping = Helper.objects.filter(patient=patient, user__in=people)
    held = Membership.objects.filter(clinic=patient.clinic_id, user__in=people)
    return {
        **dict(helping.values_list("user_id", "relation")),
        **dict(held.order_by("created_at").values_list("user_id", "role")),
    }
