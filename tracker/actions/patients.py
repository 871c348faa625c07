"""Record the people in care at a clinic, and change what is known of them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import field_checks as checks
from tracker.actions import zones
from tracker.models import Patient

SEXES = {"": "Not stated", "female": "Female", "male": "Male", "other": "Other"}
OLDEST_BIRTH = date(1900, 1, 1)
BORN = f"Date of birth lies between {OLDEST_BIRTH:%-d %B %Y} and yesterday."


@transaction.atomic
def create(
    *,
    clinic: Clinic,
    by: User,
    name: str,
    date_of_birth: date,
    email: str = "",
    phone: str = "",
    sex: str = "",
    zone: str | None = None,
    locale: str = "en",
) -> Patient:
    """A new patient of the clinic. Raises InvalidInput naming each wrong field."""
    given = {
        "name": name,
        "date_of_birth": date_of_birth,
        "email": email,
        "phone": phone,
        "sex": sex,
        "zone": zone or clinic.zone,
        "locale": locale,
    }
    fields = checks.read_fields(given, _checks(clinic))
    patient = Patient.objects.create(clinic=clinic, **fields)
    recorder.record("patient.created", target=patient, by=by)
    return patient


@transaction.atomic
def update(*, patient: Patient, by: User, **changes: Any) -> Patient:
    """Change the named fields and no other. Raises InvalidInput."""
    fields = checks.read_fields(changes, _checks(patient.clinic))
    changed = [name for name in fields if getattr(patient, name) != fields[name]]
    if not changed:
        return patient
    plain = [name for name in changed if name != "zone"]
    for name in plain:
        setattr(patient, name, fields[name])
    patient.save(update_fields=plain)
    recorder.record("patient.updated", target=patient, by=by, fields=sorted(changed))
    if "zone" in changed:
        zones.set_zone(patient=patient, zone=fields["zone"], kind=zones.HOME, by=by)
    return patient


def _checks(clinic: Clinic) -> Mapping[str, checks.Check]:
    return {
        "name": checks.text("The name", 200, required=True),
        "date_of_birth": checks.day(
            "Date of birth",
            first=OLDEST_BIRTH,
            last=clock.local_today(clinic.zone) - timedelta(days=1),
            outside=BORN,
        ),
        "email": checks.email,
        "phone": checks.text("The phone number", 40),
        "sex": checks.one_of("Sex", SEXES),
        "zone": checks.zone,
        "locale": checks.locale,
    }
