"""When the calls of an alert are due, by the clock of its clinic."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from backend.common import clock
from tracker.clinical.alert_lifecycle import Ladder, ladder
from tracker.clinical.levels import Level, time_to_acknowledge
from tracker.models import Alert
from tracker.queries import alert_calls

# Noon of the next working day is at least this far away.
SOONEST_NOON = timedelta(hours=12)


def ladder_of(alert: Alert) -> Ladder | None:
    """Whom it calls and when; None where it calls nobody."""
    return ladder(
        Level(alert.level),
        is_open=alert.clinic.is_open(alert.waiting_since),
        tags=alert.finding.get("tags", ()),
    )


def begins(alert: Alert) -> datetime:
    """The moment that its ladder counts from."""
    if alert.level == Level.SOON:
        return alert.clinic.noon_of_next_working_day(alert.waiting_since)
    return alert.waiting_since


def due_by(alert: Alert) -> datetime | None:
    """By when it should have an owner; None where it waits for nobody."""
    if alert.level == Level.SOON:
        return begins(alert)
    allowed = time_to_acknowledge(
        Level(alert.level),
        is_open=alert.clinic.is_open(alert.waiting_since),
        tags=alert.finding.get("tags", ()),
    )
    return alert.waiting_since + allowed if allowed else None


def step_due(alert: Alert, now: datetime) -> int:
    """The latest step that should have run by now; -1 where none should."""
    steps = ladder_of(alert)
    return -1 if steps is None else steps.step_due(now - begins(alert))


def due_to_escalate() -> list[UUID]:
    """Alerts nobody owns with people to call, longest waiting first."""
    now = clock.now()
    waiting = (
        Alert.objects.filter(status=Alert.Status.OPEN)
        .filter(
            Q(level__gte=Level.URGENT, waiting_since__lte=now)
            | Q(level=Level.SOON, waiting_since__lte=now - SOONEST_NOON)
        )
        .select_related("clinic")
        .only(
            "level", "waiting_since", "escalation_step", "finding", "clinic_id",
            "clinic__zone", "clinic__opening_hours", "clinic__closed_days",
        )
        .order_by("waiting_since")
    )  # fmt: skip
    in_vain = alert_calls.in_vain(waiting)
    return [
        a.pk for a in waiting if a.pk in in_vain or step_due(a, now) > a.escalation_step
    ]
