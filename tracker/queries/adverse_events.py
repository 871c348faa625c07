"""The adverse events of a clinic: the list, the clocks, the clusters, the history."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When

from backend.accounts.models import Clinic
from backend.common import clock
from backend.common.errors import NotFound
from tracker.clinical.adverse_events import clusters
from tracker.models import (
    AdverseEvent,
    AdverseEventRevision,
    EarlierProcedure,
    Episode,
    Patient,
    Procedure,
)

CLOCK_RUNS = Q(report_due_on__isnull=False, not_reported_because="")
SOON = timedelta(days=3)
STATES = {
    "all": Q(),
    "open": CLOCK_RUNS,
    "serious": ~Q(seriousness=[]),
    "infection": Q(is_infection=True),
}
RELATED = (
    "clinic",
    "episode__patient",
    "episode__procedure",
    "alert__check_in__evaluation",
    "alert__evaluation",
    "recorded_by",
)


@dataclass(frozen=True, slots=True)
class ClusterFound:
    """A cluster with its events, first recorded first."""

    cluster: clusters.Cluster
    events: tuple[AdverseEvent, ...]


def of_clinic(clinic: Clinic) -> QuerySet[AdverseEvent]:
    return AdverseEvent.objects.filter(clinic=clinic).select_related(*RELATED)


def get_for_clinic(clinic: Clinic, event_id: UUID) -> AdverseEvent:
    """Raises NotFound, also for another clinic's event."""
    event = of_clinic(clinic).filter(pk=event_id).first()
    if event is None:
        raise NotFound
    return event


def listed(
    clinic: Clinic, *, state: str = "all", search: str = ""
) -> QuerySet[AdverseEvent]:
    """Running clocks first, the nearest day first; then the newest onset."""
    found = of_clinic(clinic).filter(STATES[state])
    if search:
        found = found.filter(
            Q(episode__patient__name__icontains=search) | Q(lot__icontains=search)
        )
    due = Case(When(CLOCK_RUNS, then=F("report_due_on")))
    return found.order_by(due.asc(nulls_last=True), "-onset_on", "-pk")


def of_episode(episode: Episode) -> QuerySet[AdverseEvent]:
    return (
        AdverseEvent.objects.filter(episode=episode)
        .select_related("recorded_by")
        .order_by("-created_at")
    )


def clocks_due(clinic: Clinic) -> list[AdverseEvent]:
    """Clocks that end within three days or have ended, nearest first."""
    last = clock.local_today(clinic.zone) + SOON
    due = of_clinic(clinic).filter(CLOCK_RUNS, report_due_on__lte=last)
    return list(due.order_by("report_due_on", "pk"))


def days_left(event: AdverseEvent, today: date) -> int | None:
    """Days until the report is due, negative when overdue; None without a clock."""
    if event.report_due_on is None or event.not_reported_because:
        return None
    return (event.report_due_on - today).days


def clusters_of(clinic: Clinic) -> list[ClusterFound]:
    """Infections of this clinic that may have one source."""
    infections = of_clinic(clinic).filter(is_infection=True)
    known = {str(event.pk): event for event in infections}
    found = clusters.clusters(
        clusters.Case(key, str(e.episode.patient_id), e.onset_on, e.lot)
        for key, e in known.items()
    )
    return [
        ClusterFound(cluster, tuple(known[case.id] for case in cluster.cases))
        for cluster in found
    ]


def others_with_lot(event: AdverseEvent) -> list[Patient]:
    """Patients of the clinic, this one left out, who were given the same lot."""
    lot = clusters.same_lot(event.lot)
    if not lot:
        return []
    given = Procedure.objects.filter(episode__clinic=event.clinic_id).exclude(lot="")
    before = EarlierProcedure.objects.filter(episode__clinic=event.clinic_id)
    rows = [
        *given.values_list("lot", "episode__patient"),
        *before.values_list("details__lot", "episode__patient"),
    ]
    found = {who for other, who in rows if clusters.same_lot(other or "") == lot}
    found.discard(event.episode.patient_id)
    return list(Patient.objects.filter(pk__in=found).order_by("name", "pk"))


def history(event: AdverseEvent) -> list[AdverseEventRevision]:
    """How it read before each change, newest first."""
    return list(event.revisions.select_related("replaced_by").order_by("-version"))


def is_infection(event_id: UUID) -> bool:
    return AdverseEvent.objects.filter(pk=event_id, is_infection=True).exists()
