"""The patients of a clinic."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

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


def alike(
    clinic: Clinic, *, name: str, date_of_birth: date, email: str
) -> QuerySet[Patient]:
    """Patients who may be this same person: born that day, of that name or address."""
    same = Q(name__iexact=" ".join(name.split()))
    if email.strip():
        same |= Q(email__iexact=email.strip())
    born = Patient.objects.filter(clinic=clinic, date_of_birth=date_of_birth)
    return born.filter(same).order_by("name", "pk")
