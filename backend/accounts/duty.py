"""Who is on duty at a clinic now, as its roster says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.accounts import queries
from backend.accounts.models import Clinic, DutyCover, DutyShift, Membership
from backend.accounts.roster import BACKUP, FIRST, Cover, Roster, Shift


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is on duty at a moment. `until` is when the first of them goes."""

    first: tuple[Membership, ...]
    backup: tuple[Membership, ...]
    until: datetime | None
    is_planned: bool


def at(clinic: Clinic, moment: datetime) -> Duty:
    """Nobody on duty leaves `first` empty; without a roster `is_planned` is False."""
    shifts = _shifts(clinic)
    if not shifts:
        return Duty(first=(), backup=(), until=None, is_planned=False)
    roster = _roster(clinic, shifts)
    local = clinic.local(moment)
    handlers = {m.pk: m for m in queries.alert_handlers(clinic)}
    until = roster.until(local)
    return Duty(
        first=_live(roster.on_duty(local, FIRST), handlers),
        backup=_live(roster.on_duty(local, BACKUP), handlers),
        until=until.replace(tzinfo=local.tzinfo) if until else None,
        is_planned=True,
    )


def week(clinic: Clinic) -> list[tuple[int, list[DutyShift]]]:
    """The shifts of each weekday that has any, Monday being 0."""
    rows = clinic.shifts.select_related("membership__user")
    by_day: dict[int, list[DutyShift]] = {}
    for shift in rows.order_by("weekday", "rank", "starts", "pk"):
        by_day.setdefault(shift.weekday, []).append(shift)
    return list(by_day.items())


def covers_from(clinic: Clinic, day: date) -> list[DutyCover]:
    """Covers that are not over on this day, the next first."""
    rows = clinic.covers.select_related("away__user", "instead__user")
    return list(rows.filter(last_date__gte=day).order_by("first_date", "created_at"))


def away(clinic: Clinic, moment: datetime) -> frozenset[UUID]:
    """Members for whom somebody, or nobody, stands in on that day."""
    day = clinic.local(moment).date()
    covers = clinic.covers.filter(first_date__lte=day, last_date__gte=day)
    return frozenset(covers.values_list("away", flat=True))


def _live(
    members: Iterable[UUID], handlers: dict[UUID, Membership]
) -> tuple[Membership, ...]:
    # Who has left the clinic is on no roster, whatever the roster says.
    return tuple(handlers[pk] for pk in members if pk in handlers)


def _shifts(clinic: Clinic) -> tuple[Shift, ...]:
    rows = clinic.shifts.order_by("weekday", "starts", "pk").values_list(
        "membership", "weekday", "starts", "ends", "rank"
    )
    return tuple(Shift(*row) for row in rows)


def _roster(clinic: Clinic, shifts: tuple[Shift, ...]) -> Roster:
    covers = clinic.covers.order_by("-created_at").values_list(
        "away", "instead", "first_date", "last_date"
    )
    return Roster(
        shifts=shifts,
        covers=tuple(Cover(*row) for row in covers),
        closed_days=clinic.closed_dates,
    )
