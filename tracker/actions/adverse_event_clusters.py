"""Tell the leads of a clinic of infections that may have one source."""

from hashlib import sha256

from backend.accounts import queries as people
from backend.accounts.models import Clinic, Membership
from backend.accounts.roles import Role
from reminders.actions import messages
from tracker.queries import adverse_events

KIND = "adverse_event_cluster"


def tell_leads(*, clinic: Clinic) -> None:
    """One message to each lead for each cluster, once and for all."""
    for found in adverse_events.clusters_of(clinic):
        # A lot may be long, the key of a message is not.
        key = sha256(found.cluster.key.encode()).hexdigest()[:32]
        for lead in _leads(clinic):
            messages.queue(
                recipient=lead.user,
                clinic=clinic,
                kind=KIND,
                subject_id=found.events[0].pk,
                dedupe_key=f"adverse-events:{clinic.pk}:{key}:{lead.user_id}",
                path="/clinic/adverse-events",
            )


def _leads(clinic: Clinic) -> list[Membership]:
    """Those who lead; where nobody does, everybody who may own an alert."""
    leads = [m for m in people.members_of(clinic) if m.role == Role.LEAD]
    return leads or people.alert_handlers(clinic)
