"""The roster of a clinic as it is stored, and who may stand on it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from backend.accounts import duty, duty_actions
from backend.accounts.models import Membership
from backend.audit.models import AuditEvent
from backend.common.errors import InvalidInput, NotFound

pytestmark = pytest.mark.django_db

MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/New_York"))


@pytest.fixture(autouse=True)
def the_day_before(at: Callable[[datetime], None]) -> None:
    at(MONDAY_9 - timedelta(days=1))


def member(user: Any) -> Membership:
    return Membership.objects.get(user=user)


@pytest.fixture
def on_mondays(clinic_a: Any, ada: Any, lena: Any) -> None:
    duty_actions.add_shift(
        clinic=clinic_a,
        by=lena,
        member=member(ada).pk,
        weekdays=[0],
        starts=time(8),
        ends=time(17),
    )


def test_clinic_without_a_roster_has_nobody_planned(clinic_a: Any) -> None:
    found = duty.at(clinic_a, MONDAY_9)

    assert (found.first, found.until, found.is_planned) == ((), None, False)


def test_shift_counts_by_the_clinics_clock(
    clinic_a: Any, ada: Any, on_mondays: None
) -> None:
    found = duty.at(clinic_a, MONDAY_9.astimezone(ZoneInfo("Asia/Tokyo")))

    assert [m.user for m in found.first] == [ada]
    assert found.until == MONDAY_9.replace(hour=17)
    assert AuditEvent.objects.filter(action="duty.shift_added").count() == 1


def test_who_has_left_is_not_on_duty(clinic_a: Any, ada: Any, on_mondays: None) -> None:
    Membership.objects.filter(user=ada).update(revoked_at=MONDAY_9)

    found = duty.at(clinic_a, MONDAY_9)

    assert (found.first, found.is_planned) == ((), True)


def test_cover_and_its_end(
    clinic_a: Any, ada: Any, lena: Any, on_mondays: None
) -> None:
    duty_actions.add_cover(
        clinic=clinic_a,
        by=lena,
        away=member(ada).pk,
        instead=member(lena).pk,
        first_date=date(2026, 11, 23),
        last_date=date(2026, 11, 23),
    )
    assert [m.user for m in duty.at(clinic_a, MONDAY_9).first] == [lena]

    duty_actions.remove_cover(
        clinic=clinic_a, by=lena, cover_id=clinic_a.covers.get().pk
    )

    assert [m.user for m in duty.at(clinic_a, MONDAY_9).first] == [ada]


@pytest.mark.parametrize("who", ["cleo", "bo"])
def test_only_who_may_own_an_alert_here_is_rostered(
    clinic_a: Any, lena: Any, who: str, request: pytest.FixtureRequest
) -> None:
    other = member(request.getfixturevalue(who))

    with pytest.raises(InvalidInput) as refused:
        duty_actions.add_shift(
            clinic=clinic_a,
            by=lena,
            member=other.pk,
            weekdays=[0],
            starts=time(8),
            ends=time(17),
        )

    assert refused.value.errors[0]["field"] == "member"
    assert not clinic_a.shifts.exists()


def test_other_clinics_rows_are_not_found(
    clinic_b: Any, bo: Any, clinic_a: Any, on_mondays: None
) -> None:
    shift = clinic_a.shifts.get()

    with pytest.raises(NotFound):
        duty_actions.remove_shift(clinic=clinic_b, by=bo, shift_id=shift.pk)
    with pytest.raises(NotFound):
        duty_actions.remove_cover(clinic=clinic_b, by=bo, cover_id=uuid4())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"last_date": date(2026, 11, 22)}, "last_date"),
        ({"instead": "away"}, "instead"),
    ],
)
def test_cover_that_makes_no_sense(
    clinic_a: Any, ada: Any, lena: Any, changes: dict[str, Any], field: str
) -> None:
    away = member(ada).pk
    given = {
        "away": away,
        "instead": None,
        "first_date": date(2026, 11, 23),
        "last_date": date(2026, 11, 23),
    } | changes
    if given["instead"] == "away":
        given["instead"] = away

    with pytest.raises(InvalidInput) as refused:
        duty_actions.add_cover(clinic=clinic_a, by=lena, **given)

    assert refused.value.errors[0]["field"] == field


SUNDAY = date(2026, 11, 22)
SPANS = {
    "is over": (date(2026, 11, 1), date(2026, 11, 21), "last_date"),
    "is over since long": (date(1, 1, 1), date(1, 1, 2), "last_date"),
    "begins too late": (date(2027, 11, 24), date(2027, 11, 25), "first_date"),
    "lasts too long": (SUNDAY, date(2027, 11, 24), "last_date"),
    "lasts for ever": (date(1, 1, 1), date(9999, 12, 31), "last_date"),
}


@pytest.mark.parametrize(("first", "last", "field"), SPANS.values(), ids=SPANS)
def test_cover_out_of_bounds(
    clinic_a: Any, ada: Any, lena: Any, first: date, last: date, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        duty_actions.add_cover(
            clinic=clinic_a,
            by=lena,
            away=member(ada).pk,
            instead=None,
            first_date=first,
            last_date=last,
        )

    assert [e["field"] for e in refused.value.errors] == [field]
    assert not clinic_a.covers.exists()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 1), SUNDAY),
        (SUNDAY, date(2027, 11, 22)),
        (date(2027, 11, 22), date(2028, 11, 22)),
    ],
)
def test_cover_at_its_bounds(
    clinic_a: Any, ada: Any, lena: Any, first: date, last: date
) -> None:
    duty_actions.add_cover(
        clinic=clinic_a,
        by=lena,
        away=member(ada).pk,
        instead=None,
        first_date=first,
        last_date=last,
    )

    assert clinic_a.covers.count() == 1


def test_today_is_that_of_the_clinic(
    clinic_a: Any, ada: Any, lena: Any, at: Callable[[datetime], None]
) -> None:
    # Sunday evening in New York, Monday already in Greenwich.
    at(datetime(2026, 11, 23, 2, tzinfo=UTC))

    duty_actions.add_cover(
        clinic=clinic_a,
        by=lena,
        away=member(ada).pk,
        instead=None,
        first_date=SUNDAY,
        last_date=SUNDAY,
    )

    assert clinic_a.covers.count() == 1


def test_holiday_closes_the_clinic(clinic_a: Any, lena: Any) -> None:
    assert clinic_a.is_open(MONDAY_9)

    duty_actions.set_closed_days(
        clinic=clinic_a, by=lena, days=[date(2026, 11, 23), date(2026, 11, 24)]
    )

    assert not clinic_a.is_open(MONDAY_9)
    assert clinic_a.next_opening(MONDAY_9) == MONDAY_9.replace(day=25, hour=8)
    assert clinic_a.noon_of_next_working_day(MONDAY_9) == MONDAY_9.replace(
        day=25, hour=12
    )


def test_reading_the_roster_is_three_queries(
    clinic_a: Any, on_mondays: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(3):
        duty.at(clinic_a, MONDAY_9)
