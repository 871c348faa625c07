"""Which patients nothing reaches, cheap enough to ask on every worklist page."""

from datetime import timedelta
from uuid import UUID

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders.models import ChannelPreference, Delivery
from reminders.queries import reachability
from reminders.scheduling.channel_choice import EMAIL

# Everybody in care is written to at least once a month.
RECENTLY = timedelta(days=45)


def unreached(clinic: Clinic) -> dict[UUID, tuple[str, ...]]:
    """Users of this clinic whom no channel reaches, with the codes of what is wrong.

    Only somebody whose e-mail failed lately, or who stopped it, can be one of them,
    so the full question is asked of these few alone.
    """
    failed = Delivery.objects.filter(
        message__clinic=clinic,
        channel=EMAIL,
        status__in=reachability.FAILED,
        attempted_at__gte=clock.now() - RECENTLY,
    ).values_list("message__recipient")
    stopped = ChannelPreference.objects.filter(
        stopped_channels__contains=[EMAIL], user__patients__clinic=clinic
    ).values_list("user")
    among = {pk for (pk,) in failed.union(stopped)}
    return reachability.reasons_among(clinic, among) if among else {}


def unreached_because(clinic: Clinic, user: User) -> tuple[str, ...]:
    """Why nothing reaches this one person; empty where something does."""
    return reachability.reasons_among(clinic, [user.pk]).get(user.pk, ())
