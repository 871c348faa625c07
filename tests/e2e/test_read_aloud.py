"""The questions read aloud: what is spoken, in which language, and when it stops."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.phones import sign_in, tap
from tests.product import Product
from tracker.models import Patient

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A phone's voice that says nothing and writes down what it was given.
SPEAKER = """
globalThis.spoken = [];
class Utterance { constructor(text) { this.text = text; } }
const voice = (name, lang, localService) => ({ name, lang, localService });
const speech = {
  speaking: false, pending: false,
  getVoices: () => [voice("far", "en-US", false), voice("near", "en-US", true),
                    voice("nah", "de-DE", true)],
  speak({ text, lang, voice }) {
    this.speaking = true;
    spoken.push([text, lang, voice?.name]);
  },
  cancel() { if (this.speaking) spoken.push("silence"); this.speaking = false; },
};
Object.defineProperty(window, "speechSynthesis", { value: speech });
globalThis.SpeechSynthesisUtterance = Utterance;
"""

NO_SPEAKER = "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"


@pytest.fixture
def phone(
    new_page: Callable[..., Page], product: Product, pat: Patient
) -> Callable[[str], Page]:
    product.start_web()

    def open_with(script: str) -> Page:
        page = new_page(PHONE, base_url=product.base_url, service_workers="block")
        sign_in(page.context, pat, product.base_url)
        page.add_init_script(script)
        return page

    return open_with


def spoken(page: Page) -> list[Any]:
    return list(page.evaluate("() => spoken"))


def test_the_question_is_spoken_by_a_voice_of_the_phone(
    phone: Callable[[str], Page],
) -> None:
    page = phone(SPEAKER)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/check-in")
    assert not [url for url in loaded if "read_aloud" in url]

    page.get_by_role("button", name="Read aloud").click()

    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    [question, ends] = spoken(page)
    assert question == [
        "How much pain on average in the last 24 hours?",
        "en",
        "near",
    ]
    assert " ".join(ends[0].split()) == "0 No pain 10 Worst pain you can imagine"
    tap(page, "pain_4")
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
    assert spoken(page)[-1] == "silence"
    page.get_by_role("button", name="Read aloud").click()
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    assert spoken(page)[3][0] == "How well could you move?"
    page.get_by_role("button", name="Stop reading").click()
    expect(page.get_by_role("button", name="Read aloud")).to_be_visible()
    assert spoken(page)[-1] == "silence"


def test_the_voice_is_of_the_readers_language_or_nothing_is_offered(
    phone: Callable[[str], Page], pat: Patient
) -> None:
    mute = phone(NO_SPEAKER)
    mute.goto("/check-in")
    expect(mute.locator("#steps")).to_be_visible()
    expect(mute.locator("#aloud")).to_be_hidden()

    pat.user.locale = "de"
    pat.user.save()
    page = phone(SPEAKER)
    page.goto("/check-in")
    page.locator("#aloud").click()

    expect(page.locator("#aloud [data-while=reading]")).to_be_visible()
    assert {(lang, voice) for _, lang, voice in spoken(page)} == {("de", "nah")}
