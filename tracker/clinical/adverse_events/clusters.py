"""Infections that may have one source: in one lot, or close together in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

CLOSE_DAYS = 7
"""Source: the cord-blood cluster of 12 patients came from one processor (MMWR 2018)."""


@dataclass(frozen=True, slots=True)
class Case:
    """One infection; `id` orders cases by when they were recorded."""

    id: str
    patient: str
    onset_on: date
    lot: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Infections of at least two patients. `key` stays the same while it grows."""

    key: str
    cases: tuple[Case, ...]
    lot: str = ""

    @property
    def says(self) -> str:
        """What belongs together, in words."""
        patients = len({case.patient for case in self.cases})
        if self.lot:
            return f"Infections of {patients} patients in lot {self.lot}."
        days = [case.onset_on for case in self.cases]
        return (
            f"Infections of {patients} patients, each within {CLOSE_DAYS} days of "
            f"another, {_short(min(days))} to {_short(max(days))}."
        )


def clusters(cases: Iterable[Case]) -> tuple[Cluster, ...]:
    """Every cluster among the infections of one clinic; those of a lot first."""
    known = sorted(cases, key=lambda case: case.id)
    return (*_of_lots(known), *_in_time(known))


def same_lot(lot: str) -> str:
    """How lots are compared: without regard to case, spaces and hyphens."""
    return "".join(sign for sign in lot.casefold() if sign.isalnum())


def _of_lots(cases: Sequence[Case]) -> Iterable[Cluster]:
    with_lot = sorted(
        (case for case in cases if same_lot(case.lot)),
        key=lambda case: same_lot(case.lot),
    )
    for lot, group in groupby(with_lot, key=lambda case: same_lot(case.lot)):
        members = tuple(group)
        if _several_patients(members):
            yield Cluster(
                f"lot:{lot}", members, min(case.lot.strip() for case in members)
            )


def _in_time(cases: Sequence[Case]) -> Iterable[Cluster]:
    left = list(cases)
    while left:
        members = [left.pop(0)]
        for member in members:  # grows while it is walked
            near = [case for case in left if _are_near(case, member)]
            members += near
            left = [case for case in left if case not in near]
        if _several_patients(members):
            first = min(members, key=lambda case: case.id)
            yield Cluster(f"week:{first.id}", tuple(_by_id(members)))


def _are_near(one: Case, other: Case) -> bool:
    apart = abs((one.onset_on - other.onset_on).days)
    return one.patient != other.patient and apart <= CLOSE_DAYS


def _several_patients(cases: Iterable[Case]) -> bool:
    return len({case.patient for case in cases}) > 1


def _by_id(cases: Iterable[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: case.id)


def _short(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
