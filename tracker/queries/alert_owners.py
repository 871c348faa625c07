"""Alerts whose owner cannot look after them any more."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from backend.accounts.models import Membership
from backend.accounts.roles import Permission, roles_with
from tracker.models import Alert


def owned_by_nobody_here() -> list[tuple[UUID, UUID]]:
    """Alert and episode of each one owned by somebody who may own none there now."""
    still_may = Membership.objects.filter(
        clinic=OuterRef("clinic"),
        user=OuterRef("acknowledged_by"),
        user__is_active=True,
        revoked_at=None,
        role__in=roles_with(Permission.ALERT_HANDLE),
    )
    orphans = Alert.objects.filter(~Exists(still_may), status=Alert.Status.ACKNOWLEDGED)
    return list(orphans.values_list("pk", "episode_id"))
