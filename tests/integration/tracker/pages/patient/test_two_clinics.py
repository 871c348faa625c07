"""One person in care at two clinics: each page names its clinic and leads to the other.

Pat is in care at Hudson Spine, and later at Spree Ruecken, too. Pages of which nothing
is chosen are about the newer course.
"""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import consents, helpers, summary_links
from tracker.models import Alert, Episode, Helper, Patient, SummaryLink

OLDER, NEWER = "?clinic=hudson", "?clinic=spree"
PAGES = ("/messages", "/helpers", "/sharing", "/summary")


@pytest.fixture
def newer(pat: Patient, pats_episode: Episode, clinic_b: Clinic) -> Episode:
    """Made after the course at the first clinic."""
    return make_episode(make_patient(clinic_b, name="Pat Alvarez", user=pat.user))


@pytest.fixture
def browser(pat: Patient, newer: Episode, signed_in: Callable[..., Client]) -> Client:
    return signed_in(pat.user)


def invited(patient: Patient, name: str) -> Helper:
    return helpers.invite(
        patient=patient,
        by=patient.user,
        name=name,
        relation="friend",
        email=f"{name}@example.org",
        may_read=False,
    )[0]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_names_its_clinic_and_leads_to_the_other(
    browser: Client, path: str
) -> None:
    usual = browser.get(path).content.decode()
    older = browser.get(path + OLDER).content.decode()

    assert "about <bdi>Spree Ruecken</bdi> only" in usual
    assert f'href="{OLDER}"' in usual
    assert "about <bdi>Hudson Spine</bdi> only" in older
    assert f'href="{NEWER}"' in older


@pytest.mark.parametrize("path", PAGES)
def test_at_one_clinic_nothing_is_to_be_chosen(
    pats_episode: Episode, pat: Patient, signed_in: Callable[..., Client], path: str
) -> None:
    assert "clinic=" not in signed_in(pat.user).get(path).content.decode()


@pytest.mark.parametrize("path", [*PAGES, "/summary.pdf"])
def test_a_clinic_where_one_was_never_in_care_has_no_page(
    pats_episode: Episode,
    pat: Patient,
    clinic_b: Clinic,
    signed_in: Callable[..., Client],
    path: str,
) -> None:
    assert signed_in(pat.user).get(path + NEWER).status_code == 404


def test_reports_to_the_older_clinic_are_read_and_opened(
    browser: Client, pats_alert: Alert
) -> None:
    entry = pats_alert.check_in
    assert entry is not None
    assert str(entry.pk) not in browser.get("/messages").content.decode()

    listed = browser.get("/messages" + OLDER).content.decode()
    assert f'href="/check-in/{entry.pk}"' in listed
    page = browser.get(f"/check-in/{entry.pk}")

    assert page.status_code == 200
    # No questionnaire can be answered there any more.
    assert "/questionnaires" not in page.content.decode()
    today = browser.get("/today").content.decode()
    assert f'href="/messages{OLDER}"' in today


def test_someone_elses_report_is_not_opened_either(
    browser: Client, pia: Patient, report: Callable[..., uuid.UUID]
) -> None:
    key = report(pia.episodes.get(), "numbness_one_leg")

    assert browser.get(f"/check-in/{key}").status_code == 404
    assert browser.get(f"/emergency/{key}").status_code == 404


def test_helpers_are_asked_and_ended_at_the_clinic_chosen(
    browser: Client, pat: Patient, newer: Episode
) -> None:
    here, there = invited(pat, "maria"), invited(newer.patient, "jon")

    answer = browser.post(
        "/helpers" + OLDER,
        {
            "name": "Kim",
            "relation": "son",
            "email": "kim@example.org",
            "may": "write",
        },
    )

    assert (answer.status_code, answer["Location"]) == (302, "/helpers" + OLDER)
    shown = browser.get("/helpers" + OLDER).content.decode()
    assert [name for name in ("maria", "jon", "Kim") if f">{name}<" in shown] == [
        "maria",
        "Kim",
    ]
    assert browser.post(f"/helpers/{there.pk}/end{OLDER}").status_code == 404
    ended = browser.post(f"/helpers/{here.pk}/end{OLDER}")
    assert ended["Location"] == "/helpers" + OLDER
    assert f'action="/helpers/{there.pk}/end{NEWER}"' in page_of(
        browser, "/helpers" + NEWER
    )
    assert set(Helper.objects.filter(ended_at=None).values_list("name", flat=True)) == {
        "jon",
        "Kim",
    }


def test_links_are_made_and_ended_at_the_clinic_chosen(
    browser: Client, pats_episode: Episode, newer: Episode
) -> None:
    page = browser.post("/sharing" + OLDER, {"name": "Dr. Roth", "days": "7"})

    link = SummaryLink.objects.get()
    assert (page.status_code, link.episode) == (200, pats_episode)
    assert "Dr. Roth" not in page_of(browser, "/sharing")
    shown = page_of(browser, "/sharing" + OLDER)
    assert f'href="/summary{OLDER}"' in shown
    (action,) = re.findall(r'action="(/sharing/[^"]+)"', shown)
    assert browser.post(f"/sharing/{link.pk}/end").status_code == 404
    assert browser.post(action)["Location"] == "/sharing" + OLDER
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_a_withdrawal_at_one_clinic_leaves_the_other(
    browser: Client, pat: Patient, newer: Episode, user: User
) -> None:
    consents.withdraw(patient=newer.patient, by=user)

    assert "Make a link" not in page_of(browser, "/sharing")
    assert "Make a link" in page_of(browser, "/sharing" + OLDER)
    made = summary_links.make(episode=pat.episodes.get(), days=1, name="", by=user)
    assert made.link.clinic == pat.clinic


@pytest.fixture
def user(pat: Patient) -> User:
    assert pat.user is not None
    return pat.user


def page_of(browser: Client, path: str) -> Any:
    return browser.get(path).content.decode()
