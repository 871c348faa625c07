"""The worklist: order, queues and counts, from one maintained row per episode."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import (
    Case,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from backend.accounts.models import Clinic
from backend.common import clock
from backend.common.errors import NotFound
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import clinician_note
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.rules.silence import stretches
from tracker.models import Alert, CaseloadRow
from tracker.models.caseload import ON_WORKLIST
from tracker.queries import alert_clock, reach, rulesets, triage_facts

PERFORMED_ON = "episode__procedure__performed_on"
OPEN = Q(status=Alert.Status.OPEN)
IN_CARE = Q(is_active=True)
CLOSED = "Course closed"
Unreached = Mapping[UUID, tuple[str, ...]]
WITHDRAWN = "Consent withdrawn"
HAS_CONSENT = Q(episode__patient__consent_withdrawn_at=None)


@dataclass(frozen=True, slots=True)
class CaseloadEntry:
    """One line of the worklist. `trend` holds (day, median pain), oldest first."""

    episode_id: UUID
    patient_id: UUID
    patient_name: str
    day: int
    phase_title: str
    level: Level
    unowned: bool
    owner_name: str
    headline: str
    more_alerts: int
    waiting_since: datetime | None
    due_by: datetime | None
    trend: tuple[tuple[int, float], ...]
    last_pain: int | None
    change: float | None
    last_entry_at: datetime | None
    silent_days: int
    is_reachable: bool
    # Codes of `reachability`; also empty for somebody who has not joined.
    unreached_because: tuple[str, ...]
    overdue_questionnaires: int


def rows(
    clinic: Clinic,
    *,
    queue: str = "all",
    search: str = "",
    limit: int = 50,
    offset: int = 0,
    unreached: Unreached | None = None,
) -> list[CaseloadEntry]:
    """One page of a queue. Emergency and urgent without an owner come first.

    `unreached` spares the question where the caller has asked it already.
    """
    today = clock.local_today(clinic.zone)
    unreached = reach.unreached(clinic) if unreached is None else unreached
    # Only the silent queue asks what the clinic calls silent.
    silent = _silent(clinic, today) if queue == "silent" else Q()
    queues = _queues(silent, unreached)
    if queue not in queues:
        raise NotFound("There is no such queue.")
    found = _shown(clinic).filter(queues[queue])
    if search.strip():
        found = found.filter(episode__patient__name__icontains=search.strip())
    page = list(
        found.select_related("episode__patient", "episode__procedure").order_by(
            *_ORDER
        )[offset : offset + limit]
    )
    alerts = _highest_live_alerts(page)
    return [_entry(row, alerts.get(row.episode_id), today, unreached) for row in page]


def counts(clinic: Clinic, unreached: Unreached | None = None) -> dict[str, int]:
    """How many episodes each queue holds."""
    today = clock.local_today(clinic.zone)
    unreached = reach.unreached(clinic) if unreached is None else unreached
    queues = _queues(_silent(clinic, today), unreached)
    return _shown(clinic).aggregate(
        **{name: Count("pk", filter=queue) for name, queue in queues.items()}
    )


def _shown(clinic: Clinic) -> QuerySet[CaseloadRow]:
    """Rows in care or with a live alert, with the date the newest entry is about."""
    last_day = Greatest(Coalesce(F("last_day"), 0), 0)
    return CaseloadRow.objects.filter(ON_WORKLIST, clinic=clinic).annotate(
        last_on=ExpressionWrapper(F(PERFORMED_ON) + last_day, output_field=DateField())
    )


def _queues(silent: Q, unreached: Unreached) -> Mapping[str, Q]:
    return {
        "urgent": Q(alert_level__gte=Level.URGENT),
        "soon": Q(alert_level=Level.SOON),
        "silent": silent & IN_CARE & HAS_CONSENT,
        "unreachable": IN_CARE
        & HAS_CONSENT
        & (
            Q(episode__patient__user=None)
            | Q(episode__patient__user__in=list(unreached))
        ),
        "questionnaires": IN_CARE & HAS_CONSENT & Q(overdue_questionnaires__gt=0),
        "all": Q(),
    }


def _silent(clinic: Clinic, today: date) -> Q:
    """Silent as R31 counts it, with the thresholds of the clinic."""
    limits = rulesets.ruleset_for(clinic).ruleset.parameters
    silent = Q(pk__in=[])
    for first, last, days in stretches(limits):
        silent |= Q(
            **{
                f"{PERFORMED_ON}__lte": today - timedelta(days=first),
                f"{PERFORMED_ON}__gte": today - timedelta(days=last),
                "last_on__lte": today - timedelta(days=days),
            }
        )
    return silent


_RANK = Case(
    When(unowned_level__gte=Level.URGENT, then=Value(0)),
    When(alert_level__gte=Level.URGENT, then=Value(1)),
    When(alert_level=Level.SOON, then=Value(2)),
    default=Value(3),
)
_ORDER = (
    _RANK,
    "-unowned_level",
    "-alert_level",
    F("waiting_since").asc(nulls_last=True),
    "episode__patient__name",
    "pk",
)


def _highest_live_alerts(page: Iterable[CaseloadRow]) -> dict[UUID, Alert]:
    live = (
        Alert.objects.filter(episode__in=[row.episode_id for row in page])
        .exclude(status=Alert.Status.RESOLVED)
        .select_related("acknowledged_by", "clinic")
        # An urgent one that nobody owns comes first: the row must never name the
        # owner of another alert instead.
        .order_by(
            "episode_id",
            Case(When(OPEN & Q(level__gte=Level.URGENT), then=0), default=1),
            "-level",
            Case(When(OPEN, then=0), default=1),
            "waiting_since",
            "pk",
        )
        .distinct("episode_id")
    )
    return {alert.episode_id: alert for alert in live}


def _entry(
    row: CaseloadRow, alert: Alert | None, today: date, unreached: Unreached
) -> CaseloadEntry:
    episode, patient = row.episode, row.episode.patient
    day = day_of(today, episode.procedure.performed_on)
    owner = alert.acknowledged_by if alert else None
    # Nobody waits for an entry of a closed course, or of somebody who withdrew.
    is_awaited = row.is_active and patient.consent_withdrawn_at is None
    return CaseloadEntry(
        episode_id=episode.pk,
        patient_id=patient.pk,
        patient_name=patient.name,
        day=day,
        phase_title=_phase_title(row, day),
        level=Level(row.alert_level),
        unowned=row.unowned_level > Level.NONE,
        owner_name=owner.get_full_name() if owner else "",
        headline=_headline(alert),
        more_alerts=max(row.live_alerts - 1, 0),
        waiting_since=row.waiting_since,
        due_by=alert_clock.due_by(alert) if alert else None,
        trend=tuple((int(on), float(pain)) for on, pain in row.trend),
        last_pain=row.last_pain,
        change=None if row.change is None else float(row.change),
        last_entry_at=row.last_entry_at,
        silent_days=max(day - max(row.last_day or 0, 0), 0) if is_awaited else 0,
        is_reachable=bool(patient.user_id) and patient.user_id not in unreached,
        unreached_because=unreached.get(patient.user_id, ()) if patient.user_id else (),
        overdue_questionnaires=row.overdue_questionnaires if is_awaited else 0,
    )


def _phase_title(row: CaseloadRow, day: int) -> str:
    if not row.is_active:
        return CLOSED
    if row.episode.patient.consent_withdrawn_at is not None:
        return WITHDRAWN
    return triage_facts.protocol(row.episode.protocol_id).phase_on(day).title


def _headline(alert: Alert | None) -> str:
    if alert is None:
        return ""
    return clinician_note(Finding.from_json(alert.finding)).headline
