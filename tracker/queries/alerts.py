"""Alerts of a clinic and of an episode; what is overdue."""

from uuid import UUID

from django.db.models import QuerySet

from backend.accounts.models import Clinic, User
from backend.accounts.policies import can
from backend.accounts.roles import Permission
from backend.common import clock
from backend.common.errors import NotFound
from tracker.models import Alert, AlertEvent, Episode

RELATED = (
    "clinic",
    "episode__patient",
    "episode__procedure",
    "check_in__entered_by",
    "check_in__evaluation",
    "evaluation__check_in",
    "acknowledged_by",
    "resolved_by",
)


def of_clinic(clinic: Clinic) -> QuerySet[Alert]:
    return Alert.objects.filter(clinic=clinic).select_related(*RELATED)


def get_for_clinic(clinic: Clinic, alert_id: UUID) -> Alert:
    """Raises NotFound, also for another clinic's alert."""
    alert = of_clinic(clinic).filter(pk=alert_id).first()
    if alert is None:
        raise NotFound
    return alert


def of_episode(episode: Episode) -> QuerySet[Alert]:
    return (
        Alert.objects.filter(episode=episode)
        .select_related(*RELATED)
        .order_by("-created_at")
    )


def live_of(episode: Episode) -> QuerySet[Alert]:
    return (
        of_episode(episode)
        .exclude(status=Alert.Status.RESOLVED)
        .order_by("-level", "waiting_since")
    )


def steps(alert: Alert) -> QuerySet[AlertEvent]:
    return alert.events.select_related("by", "check_in").order_by("created_at")


def due_to_wake() -> list[tuple[UUID, UUID]]:
    """Alert and episode of every alert whose time aside is over."""
    return list(
        Alert.objects.filter(
            status=Alert.Status.ACKNOWLEDGED, snoozed_until__lte=clock.now()
        ).values_list("pk", "episode_id")
    )


def may_be_owned_by(user: User, *, alert_id: UUID) -> bool:
    alert = Alert.objects.select_related("clinic").get(pk=alert_id)
    return can(user, Permission.ALERT_HANDLE, clinic=alert.clinic)


def is_unowned(alert_id: UUID) -> bool:
    return Alert.objects.filter(pk=alert_id, status=Alert.Status.OPEN).exists()
