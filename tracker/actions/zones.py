"""By which clock a patient lives: at home, on a journey, after a move."""

from typing import Any

from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from tracker.actions import field_checks as checks
from tracker.actions.check_in_reminders import follow_plan
from tracker.models import Episode, Patient, ZoneStay
from tracker.queries import zones

HOME, TRAVEL, KEPT = ZoneStay.Kind.HOME, ZoneStay.Kind.TRAVEL, ZoneStay.Kind.KEPT
KINDS = (HOME.value, TRAVEL.value, KEPT.value)
CHECKS = {
    "zone": checks.zone,
    "kind": checks.one_of("What the zone is to you", KINDS),
}


@transaction.atomic
def answer(*, user: User, zone: str, kind: str) -> None:
    """The person says what another zone is to them; it holds at all their clinics.

    Raises InvalidInput.
    """
    fields = checks.read_fields({"zone": zone, "kind": kind}, CHECKS)
    for patient in user.patients.order_by("pk"):
        set_zone(patient=patient, by=user, **fields)
    if fields["kind"] != KEPT and user.zone != fields["zone"]:
        user.zone = fields["zone"]
        user.save(update_fields=["zone"])


@transaction.atomic
def back_home(*, user: User) -> None:
    """The journey is over: the clock of home holds again. Twice is harmless."""
    for patient in user.patients.order_by("pk"):
        home = zones.home_of(patient)
        if patient.zone != home:
            answer(user=user, zone=home, kind=HOME)


@transaction.atomic
def set_zone(*, patient: Patient, zone: str, kind: str, by: User) -> None:
    """From now on this clock counts the days and rings, unless it is only KEPT.

    What was counted or rung before stays with the clock that held then.
    """
    before = Patient.objects.select_for_update(no_key=True).get(pk=patient.pk).zone
    if kind == TRAVEL and zone == zones.home_of(patient):
        kind = HOME
    newest = _newest_or_first(patient, before)
    is_known = kind == KEPT and zone in zones.not_to_ask_about(patient)
    if is_known or (kind != KEPT and (newest.zone, newest.kind) == (zone, kind)):
        return
    ZoneStay.objects.create(
        patient=patient, zone=zone, kind=kind, since=clock.now(), by=by
    )
    recorder.record("patient.zone_told", target=patient, by=by, zone=zone, kind=kind)
    if kind != KEPT and zone != before:
        patient.zone = zone
        patient.save(update_fields=["zone"])
        _move_reminders(patient, by=by)


def _newest_or_first(patient: Patient, zone: str) -> Any:
    """The history begins with the zone that the record was opened with."""
    newest = ZoneStay.objects.filter(patient=patient).order_by("since", "pk").last()
    return newest or ZoneStay.objects.create(
        patient=patient, zone=zone, kind=HOME, since=patient.created_at
    )


def _move_reminders(patient: Patient, *, by: User) -> None:
    active = Episode.objects.filter(patient=patient, status=Episode.Status.ACTIVE)
    for episode in active.select_related("procedure", "protocol", "patient__user"):
        follow_plan(episode=episode, by=by)
