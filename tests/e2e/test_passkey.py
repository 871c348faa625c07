"""A patient adds a passkey and signs in with it, with a real browser's ceremony."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from backend.accounts.models import User
from tests.e2e.conftest import DESK, PHONE
from tests.fakes.mail_server import MailServer
from tests.product import Product, until
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long pass phrase"


def test_a_patient_signs_in_by_code_and_then_by_passkey(
    product: Product,
    mail: MailServer,
    pat: Patient,
    new_page: Callable[..., Page],
) -> None:
    product.start_web()
    page = new_page(PHONE, base_url=product.base_url)
    give_it_a_security_chip(page)

    sign_in_by_code(page, pat.user.email, mail)
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url(lambda url: "/accounts/2fa/" in url and "add" not in url)
    page.context.clear_cookies()

    page.goto("/")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).to_have_url(re.compile("/today"))


def test_staff_use_a_passkey_as_their_second_step_and_to_show_that_it_is_them(
    product: Product, ada: User, new_page: Callable[..., Page]
) -> None:
    product.start_web()
    ada.set_password(PASSWORD)
    ada.save()
    page = new_page(DESK, base_url=product.base_url)
    give_it_a_security_chip(page)
    sign_in_by_password(page, ada, to="/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Codes for a lost device")).to_be_visible()
    page.context.clear_cookies()

    sign_in_by_password(page, ada, to="/accounts/2fa/recovery-codes/generate/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(re.compile("/accounts/2fa/webauthn/reauthenticate/"))
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_text("The codes you have now stop working.")).to_be_visible()


def sign_in_by_password(page: Page, user: User, *, to: str) -> None:
    page.goto(f"/accounts/login/?next={to}")
    page.get_by_label("Email").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def give_it_a_security_chip(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def sign_in_by_code(page: Page, email: str, mail: MailServer) -> None:
    page.goto("/")
    page.get_by_role("link", name="Send me a code").click()
    page.get_by_label("Email").fill(email)
    page.get_by_role("button", name="Send me a code").click()
    letter = until(lambda: mail.taken)[-1]
    text = letter.get_body(("plain",)).get_content()
    found = re.search(r"^\s*([A-Z0-9][A-Z0-9-]{5,10})\s*$", text, re.M)
    assert found, text
    page.get_by_label(re.compile("code", re.I)).fill(found.group(1))
    page.locator("form button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("/today"))
