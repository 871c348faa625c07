"""The clinic's cards: look, change, hide, add, take back, preview."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tracker.actions import education as actions
from tracker.clinical.education.wording import CARD_WORDS
from tracker.models import ClinicCardVersion, ProtocolVersion
from tracker.queries import education

LIST = "/clinic/education"
CARD = f"{LIST}/cards/worry"
OWN = {"topic": "sleep", "from_day": "3", "to_day": "9"}


@pytest.fixture
def browser(lena: User, signed_in: Callable[..., Client]) -> Client:
    return signed_in(lena)


def words(**changes: str) -> dict[str, str]:
    """The form as it comes, with our own words in it."""
    form = {}
    for language, table in CARD_WORDS.items():
        form[f"title_{language}"] = table["worry"].title
        form[f"text_{language}"] = table["worry"].text
    return form | {"seen": "0"} | changes


def stored() -> list[tuple[str, int, Any]]:
    return [
        (row.card, row.number, row.content) for row in ClinicCardVersion.objects.all()
    ]


def test_list_names_every_card_with_days_and_source(browser: Client) -> None:
    page = browser.get(LIST).content.decode()

    assert "Rest comes first" in page
    assert "inside the medicine window" in page
    assert "RESPINE trial" in page
    assert page.count("As released") == len(CARD_WORDS["en"])


def test_a_change_in_one_language_keeps_ours_in_the_others(browser: Client) -> None:
    answer = browser.post(CARD, words(title_en="Call us", text_en="Any day. Any hour."))

    assert answer["Location"] == LIST
    assert stored() == [
        (
            "worry",
            1,
            {
                "is_hidden": False,
                "words": {"en": {"title": "Call us", "text": "Any day. Any hour."}},
            },
        )
    ]
    page = browser.get(LIST).content.decode()
    assert "Your words in English" in page
    assert "Lena Ito" in page


def test_saving_without_a_change_stores_nothing(browser: Client) -> None:
    browser.post(CARD, words())

    assert stored() == []


def test_emptied_words_are_ours_again(browser: Client, clinic_a: Clinic) -> None:
    browser.post(CARD, words(title_en="Call us"))
    browser.post(CARD, words(title_en="", text_en="", seen="1"))

    assert education.edits_of(clinic_a.pk)["worry"].says_nothing


def test_a_hidden_card_says_so(browser: Client) -> None:
    browser.post(CARD, words(is_hidden="on"))

    assert "Hidden" in browser.get(LIST).content.decode()
    assert "Patients do not read this card" in browser.get(CARD).content.decode()


def test_a_preview_stores_nothing_and_keeps_what_was_typed(browser: Client) -> None:
    page = browser.post(
        CARD, words(text_en="Take ibuprofen. 70 % get better.", preview="yes")
    ).content.decode()

    assert "Not saved yet." in page
    assert "<p>Take ibuprofen. 70 % get better.</p>" in page
    assert "It names an anti-inflammatory and is read before day 43." in page
    assert "It sounds like odds or a promise." in page
    assert stored() == []


@pytest.mark.parametrize("button", [{}, {"preview": "yes"}])
@pytest.mark.parametrize(
    ("path", "form", "sentence"),
    [
        (CARD, words(text_en=""), "The English text is missing."),
        (
            CARD,
            words(title_de="x" * 51),
            "The German title has at most 50 letters.",
        ),
        (f"{LIST}/new", OWN, "Write a title and a text."),
        (
            f"{LIST}/new",
            OWN | {"title_en": "x", "text_en": "x", "from_day": "soon"},
            "The first day is a whole number from 0 to 182.",
        ),
        (
            f"{LIST}/new",
            OWN | {"title_en": "x", "text_en": "x", "to_day": "2"},
            "The last day is not before the first day.",
        ),
    ],
)
def test_a_fault_is_named_and_what_was_typed_stays(
    browser: Client,
    path: str,
    form: dict[str, str],
    sentence: str,
    button: dict[str, str],
) -> None:
    answer = browser.post(path, form | button)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert sentence in page
    typed = form.get("title_de") or form["from_day"]
    assert f'value="{typed}"' in page
    assert stored() == []


def test_the_second_editor_is_told_and_keeps_their_words(
    browser: Client, clinic_a: Clinic, lena: User
) -> None:
    browser.post(CARD, words(is_hidden="on"))

    answer = browser.post(CARD, words(title_en="Mine"))

    assert answer.status_code == 422
    assert "Somebody changed this card while you had it open." in (
        answer.content.decode()
    )
    assert 'value="Mine"' in answer.content.decode()
    assert len(stored()) == 1


def test_a_card_of_the_clinics_own(browser: Client) -> None:
    form = OWN | {"title_es": "Clase", "text_es": "Los martes. A las cinco."}

    looked = browser.post(f"{LIST}/new", form | {"preview": "yes"})
    saved = browser.post(f"{LIST}/new", form)

    assert "Los martes." in looked.content.decode()
    assert saved["Location"] == LIST
    page = browser.get(LIST).content.decode()
    assert "Your own, in Spanish" in page
    assert f'href="{LIST}/cards/own-1"' in page
    changed = browser.get(f"{LIST}/cards/own-1").content.decode()
    assert 'value="3"' in changed


def test_the_last_change_is_taken_back(browser: Client, clinic_a: Clinic) -> None:
    browser.post(CARD, words(is_hidden="on"))

    page = browser.post(f"{CARD}/take-back", {"seen": "1"}, follow=True)

    assert "The last change of this card is taken back." in page.content.decode()
    assert education.edits_of(clinic_a.pk)["worry"].says_nothing


def test_taking_back_what_was_changed_since_is_refused(browser: Client) -> None:
    browser.post(CARD, words(is_hidden="on"))

    page = browser.post(f"{CARD}/take-back", {"seen": "x"}, follow=True)

    assert "Somebody changed this card" in page.content.decode()
    assert len(stored()) == 1


@pytest.mark.parametrize("path", [f"{LIST}/cards/nothing", f"{LIST}/cards/own-1"])
def test_a_card_of_nobody_or_of_another_clinic_is_not_found(
    browser: Client, clinic_b: Clinic, bo: User, path: str
) -> None:
    actions.add(
        clinic=clinic_b,
        content={
            "words": {"en": {"title": "Class", "text": "At five."}},
            "topic": "sleep",
            "from_day": 0,
            "to_day": 9,
        },
        by=bo,
    )

    assert browser.get(path).status_code == 404
    assert browser.post(f"{path}/take-back").status_code == 404


def test_a_day_as_a_patient_reads_it(browser: Client) -> None:
    page = browser.get(f"{LIST}/day?day=9&language=de").content.decode()

    assert "Auf der ersten Seite" not in page
    assert "On the first page" in page
    assert "Warum wir nach der Temperatur fragen" in page
    assert "Zuerst Ruhe" in page


@pytest.mark.parametrize("day", ["", "x", "-1", "183"])
def test_a_day_that_is_none_is_named(browser: Client, day: str) -> None:
    answer = browser.get(f"{LIST}/day?day={day}&language=en")

    assert answer.status_code == 422
    assert "The day is a whole number from 0 to 182." in answer.content.decode()


def test_a_number_that_nobody_counts_to_takes_nothing_back(browser: Client) -> None:
    sent = {"seen": "9" * 5000}

    assert browser.post(f"{LIST}/temperature/take-back", sent).status_code == 404


def test_only_whoever_edits_the_protocol_edits_cards(
    ada: User, signed_in: Callable[..., Client]
) -> None:
    assert signed_in(ada).get(LIST).status_code == 403


def test_the_protocol_says_whether_heat_and_cold_are_allowed(browser: Client) -> None:
    assert "Heat is allowed" in browser.get("/clinic/protocol").content.decode()

    browser.post("/clinic/protocol", {"comfort": "shown", "comfort-heat": "yes"})

    newest = ProtocolVersion.objects.order_by("-number")[0]
    assert newest.plan["comfort"] == {"heat": True, "cold": False}
    browser.post("/clinic/protocol", {})
    newest = ProtocolVersion.objects.order_by("-number")[0]
    assert newest.plan["comfort"] == {"heat": True, "cold": False}


def test_a_text_that_nobody_can_see_is_not_shown_to_patients(browser: Client) -> None:
    answer = browser.post(CARD, words(title_en="Call us", text_en="\u200b"))

    assert answer.status_code == 422
    assert "The English text is missing." in answer.content.decode()
    assert stored() == []
