"""axe's rules on the main pages, in light and dark, with and without errors."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from backend.accounts.models import Clinic, User
from tests.e2e.axe import DOUBLE, OF_COLOUR, OF_SIZE, TOO_WIDE, violations
from tests.e2e.conftest import DESK, PHONE
from tests.e2e.patient_pages import with_a_story
from tests.factories.tracker import make_episode, make_patient
from tests.fakes.mail_server import MailServer
from tracker.actions import invitations, summary_links
from tracker.models import Alert, Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def all_violations(page: Page, paths: list[str]) -> list[str]:
    broken = []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        broken += violations(page)
    return broken


def test_patient_pages(pat: Patient, signed_in_page: Callable[..., Page]) -> None:
    """Each page once: in light, then in dark, then in letters twice as large."""
    page = signed_in_page(pat.user, PHONE, "light")
    broken: list[str] = []

    for path in with_a_story(pat):
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        broken += violations(page)
        page.emulate_media(color_scheme="dark")
        broken += violations(page, only=OF_COLOUR)
        page.evaluate(DOUBLE)
        broken += violations(page, only=OF_SIZE)
        broken += [f"{path}: {wide} at 200 %" for wide in page.evaluate(TOO_WIDE)]
        page.emulate_media(color_scheme="light")

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_staff_pages(
    scheme: str,
    ada: Any,
    lena: Any,
    pat: Patient,
    stories: None,
    signed_in_page: Callable[..., Page],
) -> None:
    alert = Alert.objects.get()
    paths = ["/clinic/", f"/clinic/alerts/{alert.pk}", "/clinic/enrol"]
    paths += [f"/clinic/patients/{pat.pk}", f"/clinic/patients/{pat.pk}/check-in"]
    paths += ["/clinic/adverse-events", f"/clinic/alerts/{alert.pk}/adverse-event"]
    paths += [f"/clinic/patients/{pat.pk}/second-procedure"]
    paths += [f"/clinic/patients/{pat.pk}/reminders", "/clinic/?queue=questionnaires"]
    paths += [f"/clinic/patients/{pat.pk}/{page}" for page in ("summary", "consent")]

    broken = all_violations(signed_in_page(ada, DESK, scheme), paths)
    paths = ["/clinic/education", "/clinic/education/cards/worry"]
    paths += ["/clinic/education/day?day=17&language=de", "/clinic/education/new"]
    paths += ["/clinic/protocol", "/clinic/rules", "/clinic/rules/approve"]
    paths += ["/clinic/rules/try?version=2026.1", "/clinic/rules/precision"]
    paths += ["/clinic/rules/languages", "/clinic/rules/languages/de"]
    broken += all_violations(signed_in_page(lena, DESK, scheme), paths)

    assert broken == []


def test_sign_in_pages(signed_in_page: Callable[..., Page], pat: Patient) -> None:
    page = signed_in_page(None, PHONE, "light")
    paths = ["/accounts/login/", "/accounts/login/code/", "/offline"]

    assert all_violations(page, paths) == []


def test_code_of_a_typed_address(
    clinic_a: Clinic, ada: User, mail: MailServer, signed_in_page: Callable[..., Page]
) -> None:
    """The patient looks into the mail, comes back to a page loaded anew, goes on."""
    ned = make_patient(clinic_a, name="Ned Weber", user=None)
    make_episode(ned)
    link = invitations.invite_patient(patient=ned, by=ada)
    page = signed_in_page(None, PHONE, "dark")
    page.goto(link[link.index("/invitation/") :])
    page.get_by_label("Your e-mail address").fill("ned@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_text("We sent a code to").wait_for()

    page.reload()
    page.get_by_label("Code").fill("WRNG-WRNG")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Incorrect code").wait_for()
    broken = violations(page)
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", mail.taken[0].as_string())
    assert code is not None
    page.get_by_label("Code").fill(code[0].lower())
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/today")

    assert broken == []


def test_shared_summary(
    pat: Patient, stories: None, signed_in_page: Callable[..., Page]
) -> None:
    episode = pat.episodes.get()
    made = summary_links.make(episode=episode, days=1, name="", by=pat.user)
    page = signed_in_page(None, PHONE, "dark")
    page.goto(made.address[made.address.index("/shared/") :])

    broken = violations(page)
    page.get_by_label("The code of 6 digits").fill(made.code)
    page.get_by_role("button", name="Open the summary").click()
    page.get_by_text("shares this with you until").wait_for()

    assert broken + violations(page) == []
    assert shown_charts(page) == ["chart-narrow"]
    page.set_viewport_size(DESK["viewport"])
    assert shown_charts(page) == ["chart-wide"]


def shown_charts(page: Page) -> list[str]:
    charts = page.locator("[class^=chart-]").all()
    return [str(one.get_attribute("class")) for one in charts if one.is_visible()]


def test_every_step_of_the_check_in(
    pat: Patient, signed_in_page: Callable[..., Page]
) -> None:
    page = signed_in_page(pat.user, PHONE, "light")
    page.goto("/check-in")

    broken = violations(page)
    page.locator("label[for=pain_4]").click()
    broken += violations(page)
    page.locator("label[for=mobility_5]").click()
    page.locator("label[for=symptom_feverish]").click()
    broken += violations(page)
    page.locator("label[for=no_symptoms]").click()
    broken += violations(page)

    assert broken == []


def test_emergency_from_the_device(
    pat: Patient, signed_in_page: Callable[..., Page]
) -> None:
    page = signed_in_page(pat.user, PHONE, "light")
    page.route("**/symptom", lambda route: _only_reading(route))
    page.goto("/symptom")

    page.locator("label[for=symptom_chest_pain]").click()
    page.locator("label[for=change_chest_pain_new]").click()
    page.get_by_role("link", name="Call 911").wait_for()

    assert violations(page) == []


def _only_reading(route: Any) -> None:
    """Hold what is sent back, so that the page stays as the device made it."""
    if route.request.method == "GET":
        route.continue_()
