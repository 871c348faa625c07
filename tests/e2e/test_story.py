"""The main job, told once from end to end on real components."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from reminders.models import PushSubscription
from tests.e2e.conftest import DESK, PHONE
from tests.factories.accounts import make_staff
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import PushService
from tests.product import Product, until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "steps-on-a-quiet-hill"
NewPage = Callable[..., Page]


@dataclass
class People:
    coordinator: User
    clinician: User


@pytest.fixture
def people(product: Product, clinic_a: Clinic) -> People:
    return People(
        coordinator=make_staff(
            clinic_a, Role.COORDINATOR, name="Cleo Park", password=PASSWORD
        ),
        clinician=make_staff(
            clinic_a, Role.CLINICIAN, name="Ada Reyes", password=PASSWORD
        ),
    )


def test_from_enrolment_to_a_closed_emergency(
    product: Product,
    people: People,
    mail: MailServer,
    push: PushService,
    vapid: tuple[str, str],
    new_page: NewPage,
) -> None:
    device = push.subscribe(vapid[1])
    PushSubscription.objects.create(
        user=people.clinician, endpoint=device.endpoint, **device.keys
    )
    product.start_web()
    product.start_worker()
    product.start_beat()
    desk = new_page(DESK, base_url=product.base_url)
    phone = new_page(PHONE, base_url=product.base_url, locale="en-US")
    clinic = new_page(DESK, base_url=product.base_url)

    sign_in(desk, people.coordinator)
    link = enrol(desk)
    accept(phone, link)
    check_in(phone)
    report_numbness(phone)
    expect(phone.get_by_role("link", name="Call 911")).to_be_visible()
    expect(phone.get_by_text("Nobody has opened it yet")).to_be_visible()

    letter = until(lambda: mail.taken)[0]
    knock = until(lambda: device.pushes)[0]
    assert letter["To"] == people.clinician.email
    assert no_health_word(str(letter["Subject"]), knock.payload["notification"])
    assert push.refusals == []

    sign_in(clinic, people.clinician)
    first = clinic.locator("table.worklist tbody tr").first
    expect(first).to_contain_text("Emergency")
    expect(first).to_contain_text("Rosa Ruiz")
    expect(first).to_contain_text("numb")
    first.get_by_role("button", name="Take").click()
    expect(clinic.get_by_text("Why it is here")).to_be_visible()

    phone.reload()
    expect(phone.get_by_text(re.compile("Seen by Ada Reyes"))).to_be_visible()

    clinic.get_by_label("Sent to the emergency room").check()
    clinic.get_by_label(re.compile("patient", re.I)).last.fill(
        "The spine team expects you at the hospital. Please go now."
    )
    clinic.get_by_role("button", name="Close the alert").click()
    expect(clinic.get_by_text("How it ended")).to_be_visible()

    phone.reload()
    expect(phone.get_by_text("The spine team expects you")).to_be_visible()
    assert len(mail.taken) == 1


def sign_in(page: Page, user: User) -> None:
    page.goto("/")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Worklist").first).to_be_visible()


def enrol(page: Page) -> str:
    """The coordinator's minute. Returns the invitation link."""
    page.get_by_role("link", name="Enrol").first.click()
    page.get_by_label("Name", exact=True).fill("Rosa Ruiz")
    page.get_by_label("Date of birth").fill("1968-03-02")
    page.get_by_label("E-mail").first.fill("rosa@example.org")
    page.get_by_label("Date of the procedure").fill(days_ago(9))
    page.get_by_label("Into the disc").check()
    page.get_by_label("Average pain before").fill("6")
    page.get_by_role("button", name="Enrol and make the invitation").click()
    expect(page.locator("svg").first).to_be_visible()
    found = re.search(r"https?://\S+/invitation/[\w-]+", page.content())
    assert found
    return found.group(0)


def accept(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", name="Hello Rosa")).to_be_visible()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Start").click()
    expect(page).to_have_url(re.compile("/today"))


def check_in(page: Page) -> None:
    page.get_by_role("link", name=re.compile("check-in", re.I)).first.click()
    page.wait_for_load_state()
    page.locator("label[for=pain_4]").click()
    page.locator("label[for=mobility_5]").click()
    page.locator("label[for=no_symptoms]").click()
    save(page)
    expect(page).to_have_url(re.compile(r"/check-in/[0-9a-f-]{36}"))


def report_numbness(page: Page) -> None:
    page.goto("/check-in")
    page.locator("label[for=pain_6]").click()
    page.locator("label[for=mobility_5]").click()
    page.locator("label[for=symptom_saddle_numbness]").click()
    # It acts alone: the page leaves the form at once.
    page.locator("label[for=change_saddle_numbness_new]").click()
    expect(page).to_have_url(re.compile(r"/emergency/[0-9a-f-]{36}"))


def save(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("^Continue$"))
    if button.count() and button.last.is_visible():
        button.last.click()
    page.get_by_role("button", name="Save").click()


def days_ago(days: int) -> str:
    from datetime import timedelta

    from backend.common import clock

    return (clock.local_today("America/New_York") - timedelta(days=days)).isoformat()


def no_health_word(subject: str, notification: dict[str, Any]) -> bool:
    said = f"{subject} {notification['title']} {notification['body']}".lower()
    return not re.search("numb|pain|saddle|rosa|ruiz|emergency|symptom", said)
