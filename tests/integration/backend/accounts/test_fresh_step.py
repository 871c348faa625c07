"""Who has just set up a second step is not asked again who they are."""

import base64
import hmac
import struct
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from backend.accounts.models import User
from backend.common import clock
from tracker.models import Patient

SignedIn = Callable[[User], Client]
At = Callable[[datetime], None]
ACTIVATE = "/accounts/2fa/totp/activate/"
CODES = "/accounts/2fa/recovery-codes/"
REMOVE = "/accounts/2fa/totp/deactivate/"
# The session learns of the new step when the transaction is over.
pytestmark = pytest.mark.django_db(transaction=True)


def code_of_app(secret: str, periods_ago: int = 0) -> str:
    """RFC 6238, as an authenticator app reckons it."""
    counter = struct.pack(">Q", int(time.time()) // 30 - periods_ago)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    [number] = struct.unpack_from(">I", digest, digest[-1] & 15)
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def switch_on(browser: Client) -> Any:
    secret = browser.get(ACTIVATE).context["form"].secret
    return browser.post(ACTIVATE, {"code": code_of_app(secret)}, follow=True)


def test_the_codes_for_a_lost_device_show_at_once(
    ada: User, signed_in: SignedIn
) -> None:
    page = switch_on(signed_in(ada))

    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert [address for address, _ in page.redirect_chain] == [CODES]
    assert all(code in page.content.decode() for code in codes)


def test_a_code_that_changed_while_it_was_typed_is_taken(
    ada: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    browser = signed_in(ada)
    secret = browser.get(ACTIVATE).context["form"].secret

    refused = browser.post(ACTIVATE, {"code": code_of_app(secret, periods_ago=4)})
    taken = browser.post(ACTIVATE, {"code": code_of_app(secret, periods_ago=1)})

    assert (refused.status_code, taken.status_code) == (200, 302)


def test_after_the_usual_time_the_question_comes(
    ada: User, signed_in: SignedIn, at: At
) -> None:
    browser, now = signed_in(ada), clock.now()
    at(now)
    switch_on(browser)

    at(now + timedelta(seconds=299))
    assert browser.get(REMOVE).status_code == 200
    at(now + timedelta(seconds=300))
    assert browser.get(REMOVE)["Location"].startswith("/accounts/2fa/reauthenticate/")


def test_another_sign_in_of_the_same_person_is_asked(
    ada: User, signed_in: SignedIn
) -> None:
    other = signed_in(ada)
    switch_on(signed_in(ada))

    assert other.get(REMOVE)["Location"].startswith("/accounts/2fa/reauthenticate/")


@pytest.mark.parametrize("way", ["", "2fa/", "2fa/webauthn/"])
def test_who_has_no_way_to_answer_reads_why(
    way: str, pat: Patient, signed_in: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    answer = signed_in(pat.user).get(f"/accounts/{way}reauthenticate/")

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "You sign in with a code by e-mail" in page
    assert "lead of your clinic" not in page
    assert not any(record.exc_info for record in caplog.records)


def test_who_has_another_way_is_led_to_it(ada: User, signed_in: SignedIn) -> None:
    browser = signed_in(ada)
    switch_on(browser)

    answer = browser.get("/accounts/reauthenticate/")

    assert answer["Location"] == "/accounts/2fa/reauthenticate/"
