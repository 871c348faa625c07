"""The roster as staff see it and as the lead changes it."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from backend.accounts.models import Membership
from backend.common import clock

SignedIn = Callable[..., Client]


def shift(user: Any, **changes: Any) -> dict[str, Any]:
    return {
        "member": str(Membership.objects.get(user=user).pk),
        "weekdays": ["0", "1"],
        "starts": "17:00",
        "ends": "08:00",
        "rank": "1",
    } | changes


def test_page_without_a_roster_says_what_holds(ada: Any, signed_in: SignedIn) -> None:
    page = signed_in(ada).get("/clinic/duty").content.decode()

    assert "There is no roster yet." in page
    assert "Add a shift" not in page


def test_lead_adds_and_removes_a_shift(
    lena: Any, ada: Any, signed_in: SignedIn, clinic_a: Any
) -> None:
    browser = signed_in(lena)

    page = browser.post("/clinic/duty/shifts", shift(ada), follow=True)

    text = page.content.decode()
    assert [word for word in ("Monday", "next day", ada.name) if word not in text] == []
    assert clinic_a.shifts.count() == 2
    gone = clinic_a.shifts.first()
    browser.post(f"/clinic/duty/shifts/{gone.pk}/remove")
    assert clinic_a.shifts.count() == 1


def test_shift_that_cannot_be_keeps_what_was_typed(
    lena: Any, ada: Any, signed_in: SignedIn, clinic_a: Any
) -> None:
    response = signed_in(lena).post(
        "/clinic/duty/shifts", shift(ada, weekdays=[], starts="17:05")
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert "Please look at this again" in page
    assert 'value="17:05"' in page
    assert not clinic_a.shifts.exists()


def test_lead_enters_a_cover(
    lena: Any, ada: Any, signed_in: SignedIn, clinic_a: Any
) -> None:
    year = clock.local_today(clinic_a.zone).year + 1
    cover = {
        "away": str(Membership.objects.get(user=ada).pk),
        "instead": "",
        "first_date": f"{year}-01-01",
        "last_date": f"{year - 1}-12-31",
    }
    browser = signed_in(lena)

    refused = browser.post("/clinic/duty/covers", cover)
    assert "The last day is not before the first." in refused.content.decode()

    done = browser.post(
        "/clinic/duty/covers", cover | {"last_date": f"{year}-01-02"}, follow=True
    )
    page = done.content.decode()
    assert f"1 January {year} to 2 January {year}: <b>nobody stands in</b>" in page
    browser.post(f"/clinic/duty/covers/{clinic_a.covers.get().pk}/remove")
    assert not clinic_a.covers.exists()


def test_a_cover_of_all_time_is_refused_and_kept(
    lena: Any, ada: Any, signed_in: SignedIn, clinic_a: Any
) -> None:
    cover = {
        "away": str(Membership.objects.get(user=ada).pk),
        "instead": "",
        "first_date": "0001-01-01",
        "last_date": "9999-12-31",
    }

    refused = signed_in(lena).post("/clinic/duty/covers", cover)

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "The last day is at most a year after the first." in page
    assert 'value="9999-12-31"' in page
    assert not clinic_a.covers.exists()


def test_closed_days_are_dates(lena: Any, signed_in: SignedIn, clinic_a: Any) -> None:
    browser = signed_in(lena)

    refused = browser.post("/clinic/duty/closed-days", {"days": "Christmas"})
    assert "is not a date such as 2026-12-25." in refused.content.decode()
    assert "Christmas" in refused.content.decode()

    browser.post("/clinic/duty/closed-days", {"days": "2030-12-26\n2030-12-25"})
    clinic_a.refresh_from_db()
    assert clinic_a.closed_days == ["2030-12-25", "2030-12-26"]


def test_lead_says_that_reminders_rest_on_closed_days(
    lena: Any, signed_in: SignedIn, clinic_a: Any
) -> None:
    browser = signed_in(lena)
    browser.post("/clinic/duty/closed-days", {"days": "2030-12-25", "rests": "on"})

    clinic_a.refresh_from_db()
    assert clinic_a.rests_on_closed_days
    assert "checked" in browser.get("/clinic/duty").content.decode()
    browser.post("/clinic/duty/closed-days", {"days": "2030-12-25"})
    clinic_a.refresh_from_db()
    assert not clinic_a.rests_on_closed_days
