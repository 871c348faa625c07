"""Every page of the account that a patient can reach is in their language, and ours."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.test import Client

from backend.accounts.models import User
from tracker.models import Patient

ANYBODY = [
    "login/",
    "login/code/",
    "signup/",
    "inactive/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-made-up/",
    "password/reset/key/done/",
]
WITHOUT_KEY = ["logout/", "2fa/", "2fa/totp/activate/", "2fa/webauthn/add/"]
WITH_KEY = [
    "2fa/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/reauthenticate/",
    "2fa/totp/deactivate/",
    "2fa/webauthn/",
    "2fa/webauthn/keys/{key}/edit/",
    "2fa/webauthn/keys/{key}/remove/",
    "sessions/",
]
WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+ [^\W\d_]+")
OURS = "In an emergency call your local emergency number."


def sentences(client: Client, path: str, language: str) -> set[str]:
    """What stands between the tags of a page, where it is three words or more."""
    page = client.get(f"/accounts/{path}", headers={"Accept-Language": language})
    assert page.status_code == 200, (path, page.status_code, page.get("Location"))
    body = page.content.decode().split("<body")[1]
    parts = re.sub(r"<script.*?</script>", "", body, flags=re.DOTALL).split("<")
    texts = (part.partition(">")[2].strip() for part in parts)
    return {text for text in texts if WORDS.search(text)}


def speaking(user: User, language: str) -> User:
    user.locale = language
    user.save()
    return user


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("path", ANYBODY)
def test_nobody_reads_english_before_signing_in(
    db: None, client: Client, path: str, language: str
) -> None:
    english = sentences(client, path, "en")

    assert OURS in english
    assert english & sentences(client, path, language) == set()


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("path", WITHOUT_KEY)
def test_no_page_of_the_account_is_english(
    pat: Patient, signed_in: Callable[[User], Client], path: str, language: str
) -> None:
    english = sentences(signed_in(speaking(pat.user, "en")), path, "en")

    other = sentences(signed_in(speaking(pat.user, language)), path, language)

    assert OURS in english
    assert english & other == set()


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("path", WITH_KEY)
def test_no_page_of_passkeys_and_codes_is_english(
    pat: Patient, signed_in: Callable[[User], Client], path: str, language: str
) -> None:
    user = pat.user
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    key = Authenticator.objects.create(
        user=user,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Passkey 1", "credential": {}},
    )
    RecoveryCodes.activate(user)

    def read(locale: str) -> set[str]:
        client = signed_in(speaking(user, locale))
        session = client.session
        shown = {"method": "mfa", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [shown]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        return sentences(client, path.format(key=key.pk), locale)

    english = read("en")

    assert OURS in english
    assert english & read(language) == set()


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("en", "Your link for a new password"),
        ("de", "Ihr Link für ein neues Passwort"),
        ("es", "Su enlace para una contraseña nueva"),
    ],
)
def test_the_mail_with_the_link_is_ours(
    ada: User, client: Client, language: str, subject: str
) -> None:
    speaking(ada, language)
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True)

    client.post("/accounts/password/reset/", {"email": ada.email})

    [sent] = mail.outbox
    assert sent.subject == subject
    assert "/accounts/password/reset/key/" in sent.body
    assert "example.com" not in sent.body


def test_a_link_for_a_new_password_works_once(ada: User, client: Client) -> None:
    client.post("/accounts/password/reset/", {"email": ada.email})
    [link] = re.findall(r"/accounts/password/reset/key/\S+", mail.outbox[0].body)
    passwords = {"password1": "a long pass phrase", "password2": "a long pass phrase"}

    form = client.get(link)
    done = client.post(form["Location"], passwords, follow=True)

    assert "Your new password is saved" in done.content.decode()
    ada.refresh_from_db()
    assert ada.check_password("a long pass phrase")
    again = client.get(link, follow=True).content.decode()
    assert "This link does not work any more" in again
