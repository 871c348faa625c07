"""The check-in as a plain form, without any script."""

import re
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from tracker.actions import episodes
from tracker.clinical.levels import Level
from tracker.models import Alert, CheckIn, Patient, Procedure

SignedIn = Callable[..., Client]


def hidden(html: str) -> dict[str, str]:
    """The hidden fields that a browser would send back."""
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html)
    return dict(found)


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


def filled(browser: Client, **answers: Any) -> dict[str, Any]:
    form = hidden(browser.get("/check-in").content.decode())
    return {**form, "temperature_unit": "C", **answers}


def test_check_in_stores_what_was_answered(browser: Client, pat: Patient) -> None:
    answers = filled(
        browser,
        pain="6",
        mobility="5",
        no_symptoms="yes",
        temperature="36,8",
        walk_minutes="20",
        sleep_hours="6,5",
        medicines_taken=["paracetamol"],
        medicine_helped="yes",
        trigger="lift",
        note="Carried a box.",
    )

    response = browser.post("/check-in", answers)

    stored = CheckIn.objects.get()
    assert response["Location"] == f"/check-in/{stored.pk}"
    assert (stored.pain, stored.mobility, stored.episode.patient) == (6, 5, pat)
    kept = {name: stored.answers[name] for name in ("symptoms", "temperature_c")}
    assert kept == {"symptoms": [], "temperature_c": 36.8}
    assert stored.answers["sleep_hours"] == 6.5
    assert stored.answers["medicines_taken"] == ["paracetamol"]


def test_check_in_sent_twice_is_stored_once(browser: Client) -> None:
    answers = filled(browser, pain="4", no_symptoms="yes")

    places = [browser.post("/check-in", answers)["Location"] for _ in range(2)]

    assert places[0] == places[1]
    assert CheckIn.objects.count() == 1


def test_check_in_changed_after_back_offers_a_correction(browser: Client) -> None:
    answers = filled(browser, pain="4", no_symptoms="yes")
    browser.post("/check-in", answers)

    again = browser.post("/check-in", {**answers, "pain": "5"})
    html = again.content.decode()
    browser.post("/check-in", {**answers, **hidden(html), "pain": "5"})

    assert again.status_code == 422
    assert "You sent this check-in before." in html
    first, second = CheckIn.objects.order_by("received_at")
    assert (second.corrects_id, second.pain) == (first.pk, 5)


def test_nothing_is_chosen_beforehand(browser: Client) -> None:
    html = browser.get("/check-in").content.decode()

    chosen = re.findall(r'<input[^>]*name="(\w+)"[^>]* checked>', html)

    assert chosen == ["temperature_unit"]


def test_errors_keep_everything_that_was_typed(browser: Client) -> None:
    answers = filled(
        browser,
        pain="7",
        symptom=["calf_swelling"],
        temperature="99",
        note="Since <yesterday>",
    )

    response = browser.post("/check-in", answers)

    html = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#symptom_calf_swelling">Tell us if this is new' in html
    assert '<a href="#temperature">Enter a temperature between' in html
    assert 'value="7" id="pain_7" checked' in html
    assert 'id="symptom_calf_swelling" checked' in html
    assert 'value="99"' in html
    assert "Since &lt;yesterday&gt;" in html
    assert CheckIn.objects.count() == 0


def test_empty_check_in_asks_for_one_answer(browser: Client) -> None:
    response = browser.post("/check-in", filled(browser))

    assert "Answer at least one question." in response.content.decode()


def test_symptom_counts_when_only_its_change_was_tapped(browser: Client) -> None:
    browser.post("/check-in", filled(browser, change_hives="new"))

    assert CheckIn.objects.get().answers["symptoms"] == [
        {"code": "hives", "change": "new"}
    ]


def test_symptom_wins_over_none_of_these(browser: Client) -> None:
    answers = filled(
        browser, no_symptoms="yes", symptom=["hives"], change_hives="worse"
    )

    browser.post("/check-in", answers)

    assert CheckIn.objects.get().answers["symptoms"] == [
        {"code": "hives", "change": "worse"}
    ]


def test_temperature_is_asked_in_the_first_two_weeks_only(
    browser: Client, pat: Patient
) -> None:
    early = browser.get("/check-in").content.decode()
    procedure = pat.episodes.get().procedure
    procedure.performed_on = procedure.performed_on.replace(
        year=procedure.performed_on.year - 1
    )
    procedure.save()

    late = browser.get("/check-in").content.decode()

    assert ["Your temperature" in html for html in (early, late)] == [True, False]


def test_emergency_leaves_for_its_own_page(browser: Client) -> None:
    answers = filled(
        browser, pain="5", symptom=["saddle_numbness"], change_saddle_numbness="new"
    )

    response = browser.post("/check-in", answers, follow=True)

    html = response.content.decode()
    stored = CheckIn.objects.get()
    assert response.redirect_chain == [(f"/emergency/{stored.pk}", 302)]
    assert 'href="tel:911"' in html
    assert "The clinic received this at" in html
    assert "Nobody has opened it yet." in html
    assert Alert.objects.get().level == 4


def test_report_a_symptom_shows_the_whole_catalogue(browser: Client) -> None:
    html = browser.get("/symptom").content.decode()

    assert html.count('name="symptom"') == 67


def test_report_a_symptom_sends_symptoms_only(browser: Client) -> None:
    form = hidden(browser.get("/symptom").content.decode())

    browser.post(
        "/symptom", {**form, "symptom": ["night_pain"], "change_night_pain": "same"}
    )

    stored = CheckIn.objects.get()
    assert (stored.pain, stored.mobility) == (None, None)
    assert stored.answers["symptoms"] == [{"code": "night_pain", "change": "same"}]


def test_result_of_somebody_else_is_not_there(
    pat: Patient,
    pia: Patient,
    signed_in: SignedIn,
    report: Callable[..., uuid.UUID],
) -> None:
    key = report(pat.episodes.get())
    stranger = signed_in(pia.user)

    paths = [f"/check-in/{key}", f"/emergency/{key}"]

    assert [stranger.get(path).status_code for path in paths] == [404, 404]


# The refused insert ends its transaction; a test's own must not be that one.
@pytest.mark.django_db(transaction=True)
def test_uuid_of_somebody_else_is_not_there(
    pat: Patient,
    pia: Patient,
    signed_in: SignedIn,
    report: Callable[..., uuid.UUID],
) -> None:
    key = report(pat.episodes.get())
    stranger = signed_in(pia.user)

    response = stranger.post(
        "/check-in", {**filled(stranger, pain="3"), "check_in_id": str(key)}
    )

    assert response.status_code == 404
    assert CheckIn.objects.get().pain == 5


def test_form_shows_the_day_it_is_for(browser: Client) -> None:
    answers = filled(browser, pain="4", sleep_hours="7h30", local_date="2026-11-21")

    page = browser.post("/check-in", answers).content.decode()

    assert "For Saturday, 21 November" in page


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Responda al menos una pregunta."),
        (
            {"symptom": "saddle_numbness"},
            "Díganos si es nuevo, peor, igual que antes o mejor.",
        ),
    ],
)
def test_what_is_missing_is_said_in_the_language_of_the_patient(
    browser: Client, pat: Patient, answers: dict[str, str], said: str
) -> None:
    browser.post("/language/own", {"language": "es"})

    html = browser.post("/check-in", filled(browser, **answers)).content.decode()

    # Once in the words of the script; said where it stands more often.
    assert html.count(said) > 1


@pytest.mark.parametrize("path", ["/check-in", "/symptom"])
def test_an_emergency_after_the_care_ended_is_answered(
    browser: Client, pat: Patient, ada: User, path: str
) -> None:
    """The form was open when the clinic closed the course."""
    episodes.close(episode=pat.episodes.get(), by=ada)
    numb = {"symptom": "saddle_numbness", "change_saddle_numbness": "new"}

    answer = browser.post(path, numb)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Get help now for the numb skin" in page
    assert "The clinic will NOT get this" in page
    assert f'href="tel:{pat.clinic.emergency_number}"' in page
    assert not CheckIn.objects.exists()


def test_after_the_care_ended_there_is_no_form(
    browser: Client, pat: Patient, ada: User
) -> None:
    episodes.close(episode=pat.episodes.get(), by=ada)

    for answer in (browser.get("/check-in"), browser.post("/check-in", {"pain": "4"})):
        assert answer.status_code == 404
        assert "Nothing is open for you here" in answer.content.decode()


def test_a_typing_error_hides_no_emergency(browser: Client, pat: Patient) -> None:
    numb = {"symptom": "saddle_numbness", "change_saddle_numbness": "new"}

    answer = browser.post("/check-in", {**numb, "walk_minutes": "many"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The clinic has NOT received this yet." in page
    assert "Get help now for the numb skin" in page
    assert f'href="tel:{pat.clinic.emergency_number}"' in page
    assert 'value="many"' in page


EVENING = datetime.fromisoformat("2026-11-21T04:50:00+00:00")  # 23:50 in New York
MORNING = EVENING + timedelta(minutes=20)


@pytest.fixture
def overnight(browser: Client, pat: Patient, at: Callable[[datetime], None]) -> Any:
    """Answers typed on the evening of the 20th, and now it is past midnight."""
    Procedure.objects.update(performed_on=EVENING.date() - timedelta(days=10))
    at(EVENING)
    answers = filled(browser, pain="6", note="Slept badly.")
    at(MORNING)
    return answers


def test_a_form_of_yesterday_asks_which_day_and_keeps_what_was_typed(
    browser: Client, overnight: dict[str, Any]
) -> None:
    asked = browser.post("/check-in", overnight)

    page = asked.content.decode()
    assert asked.status_code == 422
    assert (
        "Are your answers about today, Saturday, 21 November, "
        "or about Friday, 20 November?" in page
    )
    assert 'name="day" value="2026-11-21"' in page
    assert 'name="day" value="2026-11-20"' in page
    assert "Slept badly." in page
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21"])
def test_the_day_that_was_said_is_the_day_of_the_entry(
    browser: Client, overnight: dict[str, Any], day: str
) -> None:
    again = hidden(browser.post("/check-in", overnight).content.decode())

    browser.post("/check-in", {**overnight, **again, "day": day})

    stored = CheckIn.objects.get()
    assert (stored.local_date.isoformat(), stored.pain) == (day, 6)


def test_save_without_a_day_asks_again(
    browser: Client, overnight: dict[str, Any]
) -> None:
    again = hidden(browser.post("/check-in", overnight).content.decode())

    asked = browser.post("/check-in", {**overnight, **again})

    assert asked.status_code == 422
    assert not CheckIn.objects.exists()


def test_the_day_is_not_asked_twice_over_a_typing_error(
    browser: Client, overnight: dict[str, Any]
) -> None:
    told = {**overnight, "day": "2026-11-20", "sleep_hours": "7h30"}

    page = browser.post("/check-in", told).content.decode()

    assert '<input type="radio" name="day"' not in page
    assert "For Friday, 20 November" in page
    browser.post("/check-in", {**told, **hidden(page), "sleep_hours": "7"})
    assert CheckIn.objects.get().local_date.isoformat() == "2026-11-20"


def test_what_calls_staff_is_taken_at_once_whatever_the_day(
    browser: Client, overnight: dict[str, Any]
) -> None:
    hot = {"temperature": "39.4", "temperature_unit": "C"}

    sent = browser.post("/check-in", {**overnight, **hot})

    assert sent.status_code == 302
    assert Alert.objects.get().level == Level.URGENT
    assert CheckIn.objects.get().local_date.isoformat() == "2026-11-20"


def test_an_emergency_of_yesterday_is_taken_at_once(
    browser: Client, overnight: dict[str, Any]
) -> None:
    numb = {"symptom": "saddle_numbness", "change_saddle_numbness": "new"}

    sent = browser.post("/check-in", {**overnight, **numb})

    assert sent["Location"].startswith("/emergency/")
    assert Alert.objects.get().rule_id == "R03"


def test_whose_care_has_ended_is_told_so_and_asked_nothing(
    browser: Client, overnight: dict[str, Any], pat: Patient, ada: User
) -> None:
    episodes.close(episode=pat.episodes.get(), by=ada)

    sent = browser.post("/check-in", overnight)

    assert sent.status_code == 404
    assert "A new day has begun" not in sent.content.decode()


@pytest.mark.parametrize(
    ("saved", "status"),
    [(EVENING, 302), (MORNING, 422)],
    ids=["the same evening", "after midnight"],
)
def test_a_script_is_believed_when_save_was_pressed(
    browser: Client, overnight: dict[str, Any], saved: datetime, status: int
) -> None:
    overnight["recorded_at"] = saved.isoformat()

    sent = browser.post("/check-in", overnight, headers={"X-CSRFToken": "of now"})

    assert sent.status_code == status
