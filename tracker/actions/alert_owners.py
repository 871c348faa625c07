"""When the owner of an alert leaves the clinic, somebody else has to own it."""

from uuid import UUID

from django.db import transaction

from tracker.actions import caseload
from tracker.actions.alert_record import call_for_an_owner, lock, step
from tracker.models import Alert
from tracker.queries import alert_owners


@transaction.atomic
def release(*, alert_id: UUID, episode_id: UUID) -> bool:
    """Open the alert again and call, unless its owner may own it after all."""
    lock(episode_id)
    if (alert_id, episode_id) not in alert_owners.owned_by_nobody_here():
        return False
    alert = Alert.objects.get(pk=alert_id)
    step(alert, "owner left")
    call_for_an_owner(alert)
    caseload.refresh_alerts(episode_id=episode_id)
    return True
