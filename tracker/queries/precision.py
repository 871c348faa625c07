"""What a clinic's alerts cost and what came of them, rule by rule."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Count, DateTimeField, Min, OuterRef, Q, Subquery

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.clinical.levels import Level, time_to_acknowledge
from tracker.clinical.precision import AlertLoad, Handled, RulePrecision, by_rule
from tracker.models import Alert, AlertEvent, TriageEvaluation

LOAD_DAYS = (28, 90)


def of_rules(clinic: Clinic, *, days: int) -> list[RulePrecision]:
    """The rules and versions that opened alerts in the last days. One query."""
    first_owner = (
        AlertEvent.objects.filter(alert=OuterRef("pk"), kind="acknowledged")
        .values("alert")
        .annotate(at=Min("created_at"))
        .values("at")
    )
    alerts = (
        Alert.objects.filter(
            clinic=clinic, created_at__gte=clock.now() - timedelta(days=days)
        )
        .annotate(owned_at=Subquery(first_owner, output_field=DateTimeField()))
        .only("rule_id", "ruleset", "level", "resolution", "finding", "created_at")
    )
    return by_rule(_handled(alert, clinic) for alert in alerts.iterator())


def _handled(alert: Alert, clinic: Clinic) -> Handled:
    owned_at = alert.owned_at  # type: ignore[attr-defined]  # annotated above
    return Handled(
        rule_id=alert.rule_id,
        ruleset=alert.ruleset,
        level=Level(alert.level),
        resolution=alert.resolution,
        waited=owned_at - alert.created_at if owned_at else None,
        target=_target(alert, clinic),
    )


def _target(alert: Alert, clinic: Clinic) -> timedelta:
    """How long this alert might wait for an owner, by the clinic's own hours."""
    allowed = time_to_acknowledge(
        Level(alert.level),
        is_open=clinic.is_open(alert.created_at),
        tags=alert.finding.get("tags", ()),
    )
    if allowed is not None:
        return allowed
    return clinic.noon_of_next_working_day(alert.created_at) - alert.created_at


def loads(clinic: Clinic, days: Sequence[int] = LOAD_DAYS) -> list[AlertLoad]:
    """Check-ins at soon or above in each of these stretches of days. Two queries."""
    today = clock.local_today(clinic.zone)
    judged = TriageEvaluation.objects.filter(check_in__clinic=clinic)
    counts = judged.aggregate(
        **{
            name: Count("pk", filter=condition)
            for stretch in days
            for name, condition in (
                (f"all_{stretch}", _within(today, stretch)),
                (f"alerts_{stretch}", _within(today, stretch) & _ALERTING),
            )
        }
    )
    found = {n: AlertLoad(n, counts[f"all_{n}"], counts[f"alerts_{n}"]) for n in days}
    rows = judged.filter(_within(today, max(days)) & _ALERTING)
    for local_date, findings in rows.values_list("check_in__local_date", "findings"):
        spoke = {f["rule_id"] for f in findings if f["level"] in _ALERTING_CODES}
        for stretch, load in found.items():
            if local_date > today - timedelta(days=stretch):
                load.spoke.update(spoke)
    return list(found.values())


_ALERTING = Q(level__gte=Level.SOON)
_ALERTING_CODES = frozenset(level.code for level in Level if level >= Level.SOON)


def _within(today: date, days: int) -> Q:
    """The last days, today included."""
    return Q(check_in__local_date__gt=today - timedelta(days=days))
