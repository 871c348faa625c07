"""Reading and signing a language on the page."""

from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tests.integration.tracker.actions.test_language_sign_offs import sign
from tracker.clinical.triage.rulesets import CURRENT
from tracker.clinical.wording.sign_off import digest
from tracker.models import LanguageSignOff

PAGE = "/clinic/rules/languages"


@pytest.fixture
def as_lena(lena: User, signed_in: Any) -> Client:
    return signed_in(lena)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_list_says_who_signed_and_what_nobody_has(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    sign(clinic_a, lena)

    page = words(as_lena.get(PAGE))

    assert "Signed by <b><bdi>Lena Ito</bdi></b>" in page
    assert page.count("Nobody has signed it.") == 1


def test_a_changed_text_asks_for_a_new_signature(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    sign(clinic_a, lena)
    LanguageSignOff.objects.update(digest="0" * 64)

    assert "A text has changed since <bdi>Lena Ito</bdi> signed" in words(
        as_lena.get(PAGE)
    )


def test_every_text_stands_beside_its_original_emergencies_first(
    as_lena: Client,
) -> None:
    page = words(as_lena.get(f"{PAGE}/de"))

    assert '<p class="strong">Get help now for the numb skin</p>' in page
    assert (
        '<p class="strong">Holen Sie sich jetzt Hilfe wegen der tauben Haut</p>' in page
    )
    assert "R11, infection workup" in page
    assert page.index("tauben Haut") < page.index("Ihre Wade muss heute")
    assert '<p lang="de">Die Klinik anrufen</p>' in page


def test_signing_is_stored_and_said(
    as_lena: Client, clinic_a: Clinic, lena: User
) -> None:
    form = {"digest": digest(CURRENT, "de"), "confirm": "yes"}

    answer = as_lena.post(f"{PAGE}/de", form, follow=True)

    stored = LanguageSignOff.objects.get(clinic=clinic_a)
    assert (stored.language, stored.signed_by) == ("de", lena)
    assert "Signed. Patients read this language alone from now on." in words(answer)
    assert "A text that changes will need a new signature." in words(
        as_lena.get(f"{PAGE}/de")
    )


def test_signing_without_the_tick_says_what_is_missing(as_lena: Client) -> None:
    answer = as_lena.post(f"{PAGE}/de", {"digest": digest(CURRENT, "de")})

    assert answer.status_code == 422
    assert "Tick the box to say that you have read every text" in words(answer)
    assert not LanguageSignOff.objects.exists()


def test_texts_that_changed_meanwhile_are_shown_again(as_lena: Client) -> None:
    answer = as_lena.post(f"{PAGE}/de", {"digest": "0" * 64, "confirm": "yes"})

    assert answer.status_code == 409
    assert "A text has changed since you opened the page." in words(answer)
    assert not LanguageSignOff.objects.exists()


@pytest.mark.parametrize("language", ["en", "fr", "xx"])
def test_a_language_without_translation_has_no_page(
    as_lena: Client, language: str
) -> None:
    assert as_lena.get(f"{PAGE}/{language}").status_code == 404
