"""The patients of a clinic."""

from uuid import UUID

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from backend.common.errors import NotFound
from tracker.models import Patient


def get_for_clinic(clinic: Clinic, patient_id: UUID) -> Patient:
    """Raises NotFound, also for another clinic's patient."""
    patient = (
        Patient.objects.filter(clinic=clinic, pk=patient_id)
        .select_related("clinic", "user")
        .first()
    )
    if patient is None:
        raise NotFound
    return patient


def of_clinic(clinic: Clinic, search: str = "") -> QuerySet[Patient]:
    """Patients by name; `search` is any part of it."""
    patients = Patient.objects.filter(clinic=clinic).select_related("user")
    if search.strip():
        patients = patients.filter(name__icontains=search.strip())
    return patients.order_by("name", "pk")
