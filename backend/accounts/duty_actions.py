"""Change the duty roster of a clinic; every change is on record."""

from collections.abc import Collection
from datetime import date, time, timedelta
from typing import NoReturn
from uuid import UUID

from django.db import transaction

from backend.accounts import queries
from backend.accounts.models import Clinic, DutyCover, DutyShift, Membership, User
from backend.accounts.models.clinic import WEEKDAYS
from backend.accounts.roster import BACKUP, FIRST
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import InvalidInput, NotFound

MOST_SHIFTS = 200
A_YEAR = timedelta(days=366)
"""To the same date of the next year, leap years as well."""


@transaction.atomic
def add_shift(
    *,
    clinic: Clinic,
    by: User,
    member: UUID,
    weekdays: Collection[int],
    starts: time,
    ends: time,
    rank: int = FIRST,
) -> None:
    """The same hours on each of the weekdays, every week. Raises InvalidInput."""
    membership = _handler(clinic, member, "member")
    if not weekdays or not set(weekdays) <= set(range(len(WEEKDAYS))):
        _refuse("weekdays", "Choose at least one day of the week.")
    if rank not in (FIRST, BACKUP):
        _refuse("rank", "Choose who is called first or who backs up.")
    if clinic.shifts.count() + len(weekdays) > MOST_SHIFTS:
        _refuse("weekdays", f"A roster holds at most {MOST_SHIFTS} shifts.")
    DutyShift.objects.bulk_create(
        DutyShift(
            clinic=clinic,
            membership=membership,
            weekday=day,
            starts=starts,
            ends=ends,
            rank=rank,
        )
        for day in sorted(set(weekdays))
    )
    recorder.record("duty.shift_added", target=membership, by=by, clinic_id=clinic.pk)


@transaction.atomic
def remove_shift(*, clinic: Clinic, by: User, shift_id: UUID) -> None:
    """Raises NotFound for another clinic's."""
    shift = clinic.shifts.filter(pk=shift_id).select_related("membership").first()
    if shift is None:
        raise NotFound
    recorder.record(
        "duty.shift_removed", target=shift.membership, by=by, clinic_id=clinic.pk
    )
    shift.delete()


@transaction.atomic
def add_cover(
    *,
    clinic: Clinic,
    by: User,
    away: UUID,
    instead: UUID | None,
    first_date: date,
    last_date: date,
) -> None:
    """Somebody is away, and who stands in for them. Raises InvalidInput."""
    _check_span(clinic, first_date, last_date)
    if away == instead:
        _refuse("instead", "Choose somebody else to stand in.")
    stand_in = _handler(clinic, instead, "instead") if instead else None
    cover = DutyCover.objects.create(
        clinic=clinic,
        away=_handler(clinic, away, "away"),
        instead=stand_in,
        first_date=first_date,
        last_date=last_date,
        recorded_by=by,
    )
    recorder.record("duty.cover_added", target=cover.away, by=by, clinic_id=clinic.pk)


@transaction.atomic
def remove_cover(*, clinic: Clinic, by: User, cover_id: UUID) -> None:
    """Raises NotFound for another clinic's."""
    cover = clinic.covers.filter(pk=cover_id).select_related("away").first()
    if cover is None:
        raise NotFound
    recorder.record("duty.cover_removed", target=cover.away, by=by, clinic_id=clinic.pk)
    cover.delete()


@transaction.atomic
def set_closed_days(
    *, clinic: Clinic, by: User, days: Collection[date], rests: bool | None = None
) -> None:
    """The holidays from today on; days that are over stay as they were."""
    today = clock.local_today(clinic.zone).isoformat()
    past = {day for day in clinic.closed_days if day < today}
    clinic.closed_days = sorted(past | {day.isoformat() for day in days})
    if rests is not None:
        clinic.rests_on_closed_days = rests
    clinic.save(update_fields=["closed_days", "rests_on_closed_days"])
    recorder.record(
        "clinic.closed_days_set",
        target=clinic,
        by=by,
        clinic_id=clinic.pk,
        rests=clinic.rests_on_closed_days,
    )


def _check_span(clinic: Clinic, first: date, last: date) -> None:
    """A typing error in a year must not leave the clinic without a person for good."""
    today = clock.local_today(clinic.zone)
    if last < first:
        _refuse("last_date", "The last day is not before the first.")
    if last < today:
        _refuse("last_date", "The last day is over already: choose today or later.")
    if first > today + A_YEAR:
        _refuse("first_date", "The first day is at most a year from today.")
    if last > first + A_YEAR:
        _refuse("last_date", "The last day is at most a year after the first.")


def _handler(clinic: Clinic, member: UUID, field: str) -> Membership:
    handlers = {m.pk: m for m in queries.alert_handlers(clinic)}
    if member not in handlers:
        _refuse(field, "Choose somebody of this clinic who may own an alert.")
    return handlers[member]


def _refuse(field: str, message: str) -> NoReturn:
    raise InvalidInput([{"field": field, "code": "invalid", "message": message}])
