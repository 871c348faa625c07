"""The question about a note on the result page, and over the API."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from tracker.actions import alerts, consents
from tracker.models import Alert, CheckIn, Patient

SignedIn = Callable[..., Client]
Report = Callable[..., uuid.UUID]
At = Callable[[datetime], None]
NUMB = "It is numb between my legs"


@pytest.fixture
def browser(pat: Patient, ada: User, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


@pytest.fixture
def asked(pat: Patient, report: Report) -> uuid.UUID:
    return report(pat.episodes.get(), note=NUMB)


def page(browser: Client, path: str) -> str:
    return browser.get(path, follow=True).content.decode()


def reply(browser: Client, asked: uuid.UUID, answer: str) -> Any:
    return browser.post(
        f"/check-in/{asked}/answer", {"symptom": "saddle_numbness", "answer": answer}
    )


def test_the_result_asks_with_two_buttons(browser: Client, asked: uuid.UUID) -> None:
    html = page(browser, f"/check-in/{asked}")

    assert "Did you mean that you have this now?" in html
    assert html.count('name="answer"') == 2
    assert "Yes, now" in html


def test_yes_leads_to_the_emergency_page(browser: Client, asked: uuid.UUID) -> None:
    response = reply(browser, asked, "yes")

    entry = CheckIn.objects.exclude(pk=asked).get()
    assert response["Location"] == f"/emergency/{entry.pk}"
    assert reply(browser, asked, "yes")["Location"] == response["Location"]
    assert "do you have this now?" not in page(browser, f"/check-in/{asked}")


def test_no_is_thanked_for_and_asked_no_more(browser: Client, asked: uuid.UUID) -> None:
    assert reply(browser, asked, "no")["Location"] == f"/check-in/{asked}"

    html = page(browser, f"/check-in/{asked}")
    assert "Thank you, we have your answer" in html
    assert 'name="answer"' not in html


def test_no_on_an_old_page_leads_to_the_newer_question(
    browser: Client, asked: uuid.UUID, pat: Patient, report: Report
) -> None:
    newer = report(pat.episodes.get(), note=f"{NUMB}, much more now")

    assert reply(browser, asked, "no")["Location"] == f"/check-in/{newer}"
    assert Alert.objects.get(rule_id="R30").level == 3
    assert 'name="answer"' in page(browser, f"/check-in/{newer}")
    assert 'name="answer"' not in page(browser, f"/check-in/{asked}")


def test_today_is_urgent_until_the_note_is_explained(
    browser: Client, asked: uuid.UUID
) -> None:
    before = page(browser, "/today")
    assert "level-urgent" in before
    assert "Answer our question about your note" in before

    reply(browser, asked, "no")

    after = page(browser, "/today")
    assert "level-urgent" not in after
    assert "Answer our question about your note" not in after


def test_a_closed_alert_asks_nothing(
    browser: Client, asked: uuid.UUID, ada: User
) -> None:
    alerts.resolve(alert=Alert.objects.get(), by=ada, resolution="advice_given")

    assert 'name="answer"' not in page(browser, f"/check-in/{asked}")


def test_an_answer_that_is_neither_changes_nothing(
    browser: Client, asked: uuid.UUID
) -> None:
    response = reply(browser, asked, "maybe")

    assert response["Location"] == f"/check-in/{asked}"
    assert Alert.objects.get().level == 3


def test_a_no_is_not_taken_after_a_withdrawal(
    browser: Client, asked: uuid.UUID, pat: Patient
) -> None:
    consents.withdraw(patient=pat, by=pat.user)

    assert reply(browser, asked, "no").status_code == 409
    assert Alert.objects.get().level == 3


def test_nobody_answers_for_another_patient(
    signed_in: SignedIn, asked: uuid.UUID, pia: Patient
) -> None:
    assert reply(signed_in(pia.user), asked, "no").status_code == 404
    assert Alert.objects.get().level == 3


def test_staff_are_said_to_know_only_once_they_are_called(
    browser: Client, asked: uuid.UUID, clinic_a: Clinic, at: At
) -> None:
    Clinic.objects.filter(pk=clinic_a.pk).update(opening_hours={})
    told = "has been told", "we try to reach them"

    first = page(browser, f"/check-in/{asked}")
    at(Alert.objects.get().waiting_since + timedelta(seconds=1))
    later = page(browser, f"/check-in/{asked}")

    assert not any(words in first for words in told)
    assert "If you get worse before you hear from us, call" in first
    assert any(words in later for words in told)


def test_staff_see_that_the_patient_is_being_asked(
    signed_in: SignedIn, asked: uuid.UUID, ada: User
) -> None:
    browser = signed_in(ada)
    alert = f"/clinic/alerts/{Alert.objects.get().pk}"
    assert "the patient is being asked first" in page(browser, alert)

    reply(signed_in(CheckIn.objects.get().entered_by), asked, "no")

    html = page(browser, alert)
    assert "Note named an emergency, the patient answered no" in html
    assert "<b>Answered</b> by <bdi>Pat Alvarez</bdi>" in html


def test_the_api_asks_and_takes_the_answer(
    browser: Client, pat: Patient, asked: uuid.UUID
) -> None:
    again = browser.put(
        f"/api/v1/check-ins/{asked}",
        {
            "local_date": CheckIn.objects.get().local_date.isoformat(),
            "recorded_at": CheckIn.objects.get().recorded_at.isoformat(),
            "pain": 5,
            "mobility": 5,
            "symptoms": [],
            "note": NUMB,
        },
        content_type="application/json",
    ).json()
    [question] = [a for a in again["advice"][0]["actions"] if a["kind"] == "question"]
    path = f"/api/v1/check-ins/{asked}/answers"

    def post(**body: str) -> Any:
        return browser.post(path, body, content_type="application/json")

    assert post(symptom=question["symptom"], answer="no").json() == {"check_in": None}
    assert Alert.objects.get().level == 2
    sent = post(symptom=question["symptom"], answer="yes").json()["check_in"]
    assert (sent["level"], sent["advice"][0]["rule"]) == ("emergency", "R03")
    refused = post(symptom="chest_pain", answer="no")
    assert refused.json()["errors"][0]["field"] == "symptom"
