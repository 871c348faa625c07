"""The clocks a patient has lived by: which held at a moment, and which is home."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

from backend.common import clock
from reminders.scheduling.zones import Zones
from tracker.models import Patient, ZoneStay

# Who said that a journey changes nothing is not asked about that place for so long.
NOT_ASKED_AGAIN = timedelta(days=30)


def history(patient: Patient) -> list[ZoneStay]:
    """Every answer, oldest first; empty for somebody whose zone never changed."""
    stays = ZoneStay.objects.filter(patient=patient).select_related("by")
    return list(stays.order_by("since", "pk"))


def clock_of(patient: Patient) -> Zones:
    """The zone that held at each moment: the local date of anything past."""
    return _clock(patient, history(patient))


def clocks_of(patients: Collection[Patient]) -> dict[UUID, Zones]:
    """The same for many patients with one query, by patient id."""
    stays: dict[UUID, list[ZoneStay]] = defaultdict(list)
    ids = [patient.pk for patient in patients]
    for stay in ZoneStay.objects.filter(patient__in=ids).order_by("since", "pk"):
        stays[stay.patient_id].append(stay)
    return {patient.pk: _clock(patient, stays[patient.pk]) for patient in patients}


def _clock(patient: Patient, stays: Sequence[ZoneStay]) -> Zones:
    held = [one for one in stays if one.kind != ZoneStay.Kind.KEPT]
    left = ((after.since, before.zone) for before, after in pairwise(held))
    return Zones(patient.zone, tuple(left))


def home_of(patient: Patient) -> str:
    """The zone of home, also while they travel."""
    at_home = ZoneStay.objects.filter(patient=patient, kind=ZoneStay.Kind.HOME)
    newest = at_home.order_by("since", "pk").last()
    return newest.zone if newest else patient.zone


def not_to_ask_about(patient: Patient) -> list[str]:
    """The zones of phones that were said to change nothing, lately."""
    kept = ZoneStay.objects.filter(
        patient=patient,
        kind=ZoneStay.Kind.KEPT,
        since__gt=clock.now() - NOT_ASKED_AGAIN,
    )
    return sorted(set(kept.values_list("zone", flat=True)))
