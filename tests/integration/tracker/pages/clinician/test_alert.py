"""One alert: what it shows, and every step a clinician may take."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.roles import Role
from backend.audit.models import AuditEvent
from backend.common import clock
from reminders.models import Message
from tests.factories.accounts import make_staff
from tests.integration.tracker.actions.test_alerts import report
from tracker.models import Alert, Episode, Patient
from tracker.tasks import escalate_overdue_alerts

SignedIn = Callable[..., Client]


@pytest.fixture
def browser(ada: Any, signed_in: SignedIn) -> Client:
    return signed_in(ada)


@pytest.fixture
def path(pats_alert: Alert) -> str:
    return f"/clinic/alerts/{pats_alert.pk}"


def test_alert_explains_itself(browser: Client, path: str, ada: Any) -> None:
    page = browser.get(path).content.decode()

    assert "Numbness or tingling in one leg or foot" in page
    assert "not known before" in page
    assert "R07, rule set" in page
    assert "Would clear it" in page
    assert "What the patient was told" in page
    assert "The last 30 days" in page
    read = AuditEvent.objects.get(action="alert.read")
    assert read.actor_id == ada.pk


def test_take_note_and_close_with_a_message(
    browser: Client, path: str, pats_alert: Alert, ada: Any
) -> None:
    browser.post(f"{path}/take")
    browser.post(f"{path}/note", {"note": "Called, no weakness."})
    response = browser.post(
        f"{path}/resolve",
        {"resolution": "visit_booked", "advice_given": "See you at nine."},
        follow=True,
    )

    pats_alert.refresh_from_db()
    page = response.content.decode()
    kinds = list(
        pats_alert.events.order_by("created_at").values_list("kind", flat=True)
    )
    assert kinds == ["opened", "acknowledged", "noted", "resolved"]
    assert pats_alert.resolution == "visit_booked"
    assert "Visit booked" in page
    assert "See you at nine." in page


def test_close_without_a_reason_keeps_the_message(
    browser: Client, path: str, pats_alert: Alert
) -> None:
    response = browser.post(f"{path}/resolve", {"advice_given": "See you at nine."})

    pats_alert.refresh_from_db()
    page = response.content.decode()
    assert response.status_code == 422
    assert "Choose how this alert ended." in page
    assert "See you at nine.</textarea>" in page
    assert pats_alert.status == "open"


@pytest.mark.parametrize("note", [" ", "\u200b", "\u00a0\u2060"])
def test_empty_note_is_refused(browser: Client, path: str, note: str) -> None:
    response = browser.post(f"{path}/note", {"note": note})

    assert response.status_code == 422
    assert "Write the note first." in response.content.decode()


def test_snooze_sets_aside_with_a_reason(
    browser: Client, path: str, pats_alert: Alert
) -> None:
    browser.post(f"{path}/snooze", {"hours": "24", "reason": "Visit tomorrow"})

    pats_alert.refresh_from_db()
    assert pats_alert.snoozed_until is not None
    assert "set aside until" in browser.get(path).content.decode()


def test_undo_gives_an_alert_back(
    browser: Client, path: str, pats_alert: Alert
) -> None:
    browser.post(f"{path}/take")
    browser.post(f"{path}/undo")

    pats_alert.refresh_from_db()
    assert pats_alert.status == "open"


def test_second_clinician_learns_who_has_it(
    browser: Client, path: str, clinic_a: Any, signed_in: SignedIn
) -> None:
    ken = make_staff(clinic_a, Role.CLINICIAN, name="Ken Ito")
    browser.post(f"{path}/take")

    page = signed_in(ken).post(f"{path}/take", follow=True).content.decode()

    assert "Ada Reyes already has this alert." in page


def test_emergency_offers_no_snooze(
    browser: Client, pat: Patient, report: Callable[..., Any]
) -> None:
    report(pat.episodes.get(), "saddle_numbness")
    alert = Alert.objects.get()

    page = browser.get(f"/clinic/alerts/{alert.pk}").content.decode()

    assert "/snooze" not in page


def test_coordinator_reads_without_handling(
    cleo: Any, signed_in: SignedIn, path: str
) -> None:
    page = signed_in(cleo).get(path).content.decode()

    assert "Why it is here" in page
    assert [word for word in ("/take", "/resolve", "/note") if word in page] == []


@pytest.mark.parametrize(
    ("step", "typed", "kept"),
    [
        (
            "resolve",
            {"resolution": "visit_booked", "advice_given": "See you at nine."},
            "See you at nine.</textarea>",
        ),
        ("snooze", {"hours": "2", "reason": "Visit at three"}, "Visit at three"),
    ],
)
def test_an_old_page_shows_the_newer_report_and_keeps_what_was_typed(
    browser: Client,
    path: str,
    pats_alert: Alert,
    step: str,
    typed: dict[str, str],
    kept: str,
) -> None:
    old = browser.get(path).content.decode()
    assert old.count('name="reports" value="1"') == 2
    report(pats_alert.episode, "numbness_one_leg", note="Much worse today")

    refused = browser.post(f"{path}/{step}", {**typed, "reports": "1"})

    pats_alert.refresh_from_db()
    page = refused.content.decode()
    assert (refused.status_code, pats_alert.status) == (409, "open")
    assert "The patient has reported again since you opened this page." in page
    assert "Much worse today" in page
    assert kept in page
    assert page.count('name="reports" value="2"') == 2

    browser.post(f"{path}/{step}", {**typed, "reports": "2"})
    pats_alert.refresh_from_db()
    assert pats_alert.status != "open"


@pytest.mark.parametrize("reports", ["x", "0", "9" * 5000])
def test_a_broken_page_is_told_so(
    browser: Client, path: str, pats_alert: Alert, reports: str
) -> None:
    response = browser.post(
        f"{path}/resolve", {"resolution": "visit_booked", "reports": reports}
    )

    assert response.status_code == 422
    assert "Open the alert again." in response.content.decode()


def test_steps_name_whom_they_called(
    browser: Client, pats_episode: Episode, ada: Any, lena: Any, at: Any
) -> None:
    lena.memberships.update(contact_order=2)
    report(pats_episode, "saddle_numbness")
    found = Alert.objects.get()
    at(found.created_at + timedelta(minutes=16))
    escalate_overdue_alerts()

    page = browser.get(f"/clinic/alerts/{found.pk}").content.decode()

    opened, escalated = page.split('id="steps"')[1].split("<b>Escalated</b>")
    assert (ada.get_full_name() in opened, lena.get_full_name() in opened) == (
        True,
        False,
    )
    assert lena.get_full_name() in escalated
    assert "not reached" not in page


def test_call_that_could_not_be_delivered_is_named(
    browser: Client, pats_episode: Episode, ada: Any
) -> None:
    report(pats_episode, "saddle_numbness")
    Message.objects.filter(recipient=ada).update(state="dead", settled_at=clock.now())

    page = browser.get(f"/clinic/alerts/{Alert.objects.get().pk}").content.decode()

    assert f"{ada.get_full_name()}</bdi> (not reached)" in page


def test_other_open_alerts_stand_under_the_headline(
    browser: Client, pats_episode: Episode
) -> None:
    report(pats_episode, "saddle_numbness", "urine_hesitancy")
    one, other = Alert.objects.all()

    page = browser.get(f"/clinic/alerts/{one.pk}").content.decode()

    link = f'href="/clinic/alerts/{other.pk}"'
    assert page.index(link) < page.index("Why it is here")
