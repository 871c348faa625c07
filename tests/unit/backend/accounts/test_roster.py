"""Who is on duty: nights, covers, holidays, and nobody."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from backend.accounts.roster import (
    BACKUP,
    Cover,
    Roster,
    Shift,
    noon_of_next_working_day,
)

ADA, KEN, LENA = (UUID(int=n) for n in (1, 2, 3))
MONDAY, TUESDAY, SUNDAY = 0, 1, 6
DAY, NIGHT = (time(8), time(17)), (time(17), time(8))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("moment", "on_duty"),
    [
        (at(23, 7, 59), ()),
        (at(23, 8), (ADA,)),
        (at(23, 16, 59), (ADA,)),
        (at(23, 17), (KEN,)),
        (at(24, 7, 59), (KEN,)),
        (at(24, 8), ()),
        (at(30, 8), (ADA,)),
    ],
)
def test_shifts_of_a_week(moment: datetime, on_duty: tuple[UUID, ...]) -> None:
    roster = Roster((Shift(ADA, MONDAY, *DAY), Shift(KEN, MONDAY, *NIGHT)))

    assert roster.on_duty(moment) == on_duty


def test_equal_hours_are_a_whole_day() -> None:
    roster = Roster((Shift(ADA, MONDAY, time(8), time(8)),))

    assert roster.on_duty(at(24, 7, 59)) == (ADA,)
    assert roster.on_duty(at(24, 8)) == ()


def test_ranks_are_apart_and_nobody_is_named_twice() -> None:
    roster = Roster(
        (
            Shift(ADA, MONDAY, *DAY),
            Shift(ADA, MONDAY, time(9), time(12)),
            Shift(KEN, MONDAY, *DAY, rank=BACKUP),
        )
    )

    assert roster.on_duty(at(23, 10)) == (ADA,)
    assert roster.on_duty(at(23, 10), BACKUP) == (KEN,)


def test_duty_ends_with_the_first_who_goes() -> None:
    roster = Roster(
        (
            Shift(ADA, MONDAY, *DAY),
            Shift(LENA, MONDAY, time(8), time(12)),
            Shift(KEN, MONDAY, time(8), time(9), rank=BACKUP),
        )
    )

    assert roster.until(at(23, 8, 30)) == at(23, 12).replace(tzinfo=None)
    assert roster.until(at(23, 13)) == at(23, 17).replace(tzinfo=None)
    assert roster.until(at(23, 18)) is None


def test_cover_stands_in_on_its_days() -> None:
    cover = Cover(ADA, KEN, date(2026, 11, 23), date(2026, 11, 29))
    roster = Roster((Shift(ADA, MONDAY, *DAY),), (cover,))

    assert roster.on_duty(at(23, 9)) == (KEN,)
    assert roster.on_duty(at(30, 9)) == (ADA,)


def test_cover_holds_for_a_night_that_began_on_its_day() -> None:
    cover = Cover(ADA, KEN, date(2026, 11, 23), date(2026, 11, 23))
    roster = Roster((Shift(ADA, MONDAY, *NIGHT),), (cover,))

    assert roster.on_duty(at(24, 3)) == (KEN,)


def test_covers_chain_and_a_circle_ends_with_nobody() -> None:
    days = (date(2026, 11, 23), date(2026, 11, 23))
    shift = (Shift(ADA, MONDAY, *DAY),)
    chain = (Cover(ADA, KEN, *days), Cover(KEN, LENA, *days))
    circle = (Cover(ADA, KEN, *days), Cover(KEN, ADA, *days))

    assert Roster(shift, chain).on_duty(at(23, 9)) == (LENA,)
    assert Roster(shift, circle).on_duty(at(23, 9)) == ()
    assert Roster(shift, (Cover(ADA, None, *days),)).on_duty(at(23, 9)) == ()


def test_closed_day_has_the_duty_of_a_sunday() -> None:
    roster = Roster(
        (Shift(ADA, MONDAY, *DAY), Shift(KEN, SUNDAY, *DAY)),
        closed_days=frozenset({date(2026, 11, 23)}),
    )

    assert roster.on_duty(at(23, 9)) == (KEN,)
    assert roster.on_duty(at(30, 9)) == (ADA,)


@pytest.mark.parametrize(
    ("day", "closed", "noon"),
    [
        (23, (), at(24, 12)),
        (27, (), at(30, 12)),
        (22, (), at(23, 12)),
        (23, (date(2026, 11, 24),), at(25, 12)),
    ],
)
def test_noon_of_the_next_working_day(
    day: int, closed: tuple[date, ...], noon: datetime
) -> None:
    assert noon_of_next_working_day(at(day, 18), range(5), closed) == noon


def test_clinic_that_never_opens_is_asked_the_next_day() -> None:
    assert noon_of_next_working_day(at(23, 18), (), ()) == at(24, 12)
