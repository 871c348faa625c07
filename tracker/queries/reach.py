"""Which patients nothing reaches, cheap enough to ask on every worklist page."""

from datetime import timedelta
from uuid import UUID

from backend.accounts.models import Clinic
from backend.common import clock
from reminders.models import Delivery
from reminders.queries import reachability

# Everybody in care is written to at least once a month.
RECENTLY = timedelta(days=45)
FAILED = (Delivery.Status.TEMPORARY_FAILURE, Delivery.Status.PERMANENT_FAILURE)


def unreached(clinic: Clinic) -> set[UUID]:
    """Users of this clinic whose every channel failed last time.

    Only somebody whose e-mail failed lately can be one of them, so the full
    question is asked of these few alone.
    """
    doubtful = (
        Delivery.objects.filter(
            message__clinic=clinic,
            channel="email",
            status__in=FAILED,
            attempted_at__gte=clock.now() - RECENTLY,
        )
        .values_list("message__recipient", flat=True)
        .distinct()
    )
    among = set(doubtful)
    return reachability.unreachable_ids(clinic, among) if among else set()
