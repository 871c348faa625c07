"""Emergencies that nobody owns: never to be overlooked, wherever somebody works."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.clinical.levels import TIME_TO_ACKNOWLEDGE, Level
from tracker.models import Alert, CaseloadRow
from tracker.models.caseload import ON_WORKLIST


@dataclass(frozen=True, slots=True)
class Unowned:
    """How many patients have one, and since when the first of them waits."""

    patients: int
    since: datetime | None


def emergencies(clinic: Clinic | UUID) -> Unowned:
    """Those of one clinic, in one query."""
    waiting = CaseloadRow.objects.filter(
        clinic=clinic, unowned_level=Level.EMERGENCY
    ).filter(ON_WORKLIST)
    found = waiting.aggregate(patients=Count("pk"), since=Min("waiting_since"))
    return Unowned(**found)


def patients_waiting(clinic_id: UUID) -> int:
    """How many patients of a clinic have an emergency that nobody owns."""
    return emergencies(clinic_id).patients


def no_emergency_overdue() -> bool:
    """Whether every emergency of every clinic has found its owner in time."""
    latest = clock.now() - TIME_TO_ACKNOWLEDGE[Level.EMERGENCY]
    overdue = Alert.objects.filter(
        status=Alert.Status.OPEN, level=Level.EMERGENCY, waiting_since__lte=latest
    )
    return not overdue.exists()
