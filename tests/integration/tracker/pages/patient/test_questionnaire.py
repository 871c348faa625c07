"""Answering a questionnaire page by page, as a form without JavaScript does it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import episodes
from tracker.clinical.levels import Level
from tracker.models import Alert, Patient, QuestionnaireResponse

MOOD = "/questionnaires/mood_screen/42"
WEEK = "/questionnaires/weekly_impact/42"


@pytest.fixture
def patient(clinic_a: Clinic) -> Patient:
    patient = make_patient(clinic_a, name="Pat Alvarez")
    make_episode(patient, day=42)
    return patient


@pytest.fixture
def browser(patient: Patient, signed_in: Callable[..., Client]) -> Client:
    return signed_in(patient.user)


def send(browser: Client, path: str, **data: Any) -> Any:
    return browser.post(path, data)


def stored(code: str = "mood_screen") -> dict[str, Any]:
    return QuestionnaireResponse.objects.get(instrument=code).answers


def test_list_says_what_is_due_how_long_and_until_when(browser: Client) -> None:
    page = browser.get("/questionnaires").content.decode()

    assert "Mood and worry" in page
    assert "About 2 minutes. Open until" in page
    assert "Start<span" in page
    assert "Continue<span" not in page


def test_today_has_one_line_below_the_check_in(browser: Client) -> None:
    page = browser.get("/today").content.decode()

    assert page.index("check-in") < page.index("4 short questionnaires are open.")


def test_first_question_brings_the_introduction_and_its_choices(
    browser: Client,
) -> None:
    page = browser.get(MOOD).content.decode()

    assert "Four questions about the last two weeks." in page
    assert "You felt tense or restless inside." in page
    assert page.count('class="answer"') == 4


def test_tap_keeps_the_answer_and_moves_on(browser: Client) -> None:
    sent = send(browser, MOOD, question="tension", answer="2")

    assert sent["Location"] == f"{MOOD}?at=worry"
    assert stored() == {"tension": 2}
    assert (
        'aria-pressed="true">On many days'
        in browser.get(f"{MOOD}?at=tension").content.decode()
    )


def test_scale_from_0_to_10_has_eleven_buttons(browser: Client) -> None:
    page = browser.get(WEEK).content.decode()

    assert page.count('class="answer"') == 11
    assert "pain-scale" in page


def test_pause_keeps_all_and_continue_goes_where_it_was(browser: Client) -> None:
    send(browser, MOOD, question="tension", answer="1")

    paused = browser.post(MOOD, {"question": "worry", "go": "pause"}, follow=True)

    assert "Saved. Go on whenever you like." in paused.content.decode()
    assert "Continue<span" in paused.content.decode()
    assert "Worries kept going round" in browser.get(MOOD).content.decode()


def test_back_goes_to_the_question_before(browser: Client) -> None:
    send(browser, MOOD, question="tension", answer="1")

    assert send(browser, MOOD, question="worry", go="back")["Location"] == (
        f"{MOOD}?at=tension"
    )
    assert stored() == {"tension": 1}


def test_what_may_be_left_out_can_be_skipped(browser: Client) -> None:
    send(browser, MOOD, question="tension", answer="1")

    sent = send(browser, MOOD, question="tension", go="skip")

    assert sent["Location"] == f"{MOOD}?at=worry"
    assert stored() == {}


def test_low_mood_opens_the_question_that_others_do_not_see(browser: Client) -> None:
    assert (
        "hurting yourself" not in browser.get(f"{MOOD}?at=self_harm").content.decode()
    )
    send(browser, MOOD, question="sadness", answer="3")

    page = browser.get(f"{MOOD}?at=self_harm").content.decode()

    assert "hurting yourself" in page
    assert "In danger now" not in page


def test_yes_to_self_harm_leaves_everything_for_the_emergency_page(
    browser: Client, clinic_a: Clinic
) -> None:
    send(browser, MOOD, question="sadness", answer="3")

    page = browser.post(
        MOOD, {"question": "self_harm", "answer": "yes"}, follow=True
    ).content.decode()

    assert "The clinic received this at" in page
    assert f"tel:{clinic_a.crisis_line}" in page
    assert Alert.objects.get(rule_id="R24").status == "open"


def test_yes_counts_also_where_another_tab_hid_the_question(browser: Client) -> None:
    send(browser, MOOD, question="sadness", answer="0")

    send(browser, MOOD, question="self_harm", answer="yes")

    assert Alert.objects.filter(rule_id="R24").exists()


def test_today_says_who_has_read_it(browser: Client) -> None:
    send(browser, MOOD, question="sadness", answer="3")
    send(browser, MOOD, question="self_harm", answer="yes")

    page = browser.get("/today").content.decode()

    assert "Nobody has opened it yet." in page
    assert f'href="{MOOD}">What to do now' in page


def fill_in(browser: Client) -> None:
    for question in ("tension", "worry", "sadness", "joylessness"):
        send(browser, MOOD, question=question, answer="1")
    send(browser, MOOD, question="tell_us", go="next")


def test_review_shows_every_answer_before_sending(browser: Client) -> None:
    fill_in(browser)

    page = browser.get(MOOD).content.decode()

    assert "After you send them they stay as they are." in page
    assert page.count("On a few days") == 4


def test_sent_one_is_closed_calmly_and_cannot_be_changed(browser: Client) -> None:
    fill_in(browser)

    page = browser.post(
        MOOD, {"question": "review", "go": "send"}, follow=True
    ).content.decode()
    send(browser, MOOD, question="tension", answer="3")

    assert "Thank you. Your team can see your answers" in page
    assert "Your number" not in page
    assert stored()["tension"] == 1
    assert "Mood and worry</a>" in browser.get("/questionnaires").content.decode()


def test_sending_twice_shows_the_same_page(browser: Client) -> None:
    fill_in(browser)

    for _ in range(2):
        sent = browser.post(MOOD, {"question": "review", "go": "send"}, follow=True)
        assert sent.status_code == 200

    assert QuestionnaireResponse.objects.count() == 1


def test_missing_answers_are_named_before_and_after_sending(browser: Client) -> None:
    send(browser, WEEK, question="pain", answer="4")

    sent = send(browser, WEEK, question="review", go="send")

    page = sent.content.decode()
    assert sent.status_code == 422
    assert page.count("Not answered yet") == 2
    assert page.count("Please answer this question.") == 2
    assert stored("weekly_impact") == {"pain": 4}


def test_required_question_is_not_passed_without_an_answer(browser: Client) -> None:
    sent = send(browser, WEEK, question="pain", go="next")

    assert sent.status_code == 422
    assert "Please answer this one" in sent.content.decode()


def test_wrong_answer_stays_in_its_field(browser: Client) -> None:
    path = "/questionnaires/psfs/42"

    sent = send(browser, path, question="first_activity", answer="x" * 4001)

    assert sent.status_code == 422
    assert "x" * 4001 in sent.content.decode()
    assert not QuestionnaireResponse.objects.exists()


def test_own_activity_stands_beside_its_question(browser: Client) -> None:
    path = "/questionnaires/psfs/42"
    send(browser, path, question="first_activity", answer="Tie my <shoes>")

    page = browser.get(path).content.decode()

    assert "<q>Tie my &lt;shoes&gt;</q>" in page


@pytest.mark.parametrize(
    "path",
    [
        "/questionnaires/mood_screen/91",
        "/questionnaires/sane/42",
        "/questionnaires/made-up/42",
        "/questionnaires/mood_screen/-3",
    ],
)
def test_what_is_not_open_is_not_there(browser: Client, path: str) -> None:
    assert browser.get(path).status_code == 404


def test_list_costs_as_many_queries_for_many_answers(
    browser: Client, patient: Patient, django_assert_max_num_queries: Any
) -> None:
    fill_in(browser)
    send(browser, MOOD, question="review", go="send")

    with django_assert_max_num_queries(8):
        browser.get("/questionnaires")


def says_whom_to_call(page: Any) -> bool:
    text = page.content.decode()
    return page.status_code == 200 and all(
        f'href="tel:{number}"' in text for number in ("988", "911")
    )


def complete_with_no(browser: Client) -> None:
    for question, value in (
        ("tension", "1"), ("worry", "1"), ("sadness", "2"), ("joylessness", "2"),
        ("self_harm", "no"),
    ):  # fmt: skip
        send(browser, MOOD, question=question, answer=value)
    send(browser, MOOD, question="review")


def test_yes_after_it_was_sent_with_no_brings_the_crisis_line(
    browser: Client, clinic_a: Clinic
) -> None:
    complete_with_no(browser)
    assert QuestionnaireResponse.objects.get().completed_at is not None

    page = send(browser, MOOD, question="self_harm", answer="yes")

    assert says_whom_to_call(page)
    phone = f'Call the clinic, <span data-fill="phone">{clinic_a.phone_at(clock.now())}'
    assert phone in page.content.decode()
    assert Alert.objects.get(rule_id="R24").level == Level.EMERGENCY
    assert stored()["self_harm"] is False


def test_staff_reads_that_a_late_yes_is_not_among_the_answers(
    browser: Client, ada: User, signed_in: Callable[..., Client]
) -> None:
    complete_with_no(browser)
    send(browser, MOOD, question="self_harm", answer="yes")
    alert = Alert.objects.get(rule_id="R24")

    page = signed_in(ada).get(f"/clinic/alerts/{alert.pk}").content.decode()

    assert "On day 42 the answer to the question on self-harm was yes." in page


def test_yes_when_it_is_not_open_any_more_brings_the_crisis_line(
    browser: Client, at: Any
) -> None:
    send(browser, MOOD, question="sadness", answer="3")
    at(clock.now() + timedelta(days=12))

    page = send(browser, MOOD, question="self_harm", answer="yes")

    assert says_whom_to_call(page)
    assert Alert.objects.filter(rule_id="R24").exists()


def test_yes_after_the_course_was_closed_brings_the_crisis_line(
    browser: Client, patient: Patient, ada: User
) -> None:
    send(browser, MOOD, question="sadness", answer="3")
    episodes.close(episode=patient.episodes.get(), by=ada)

    page = send(browser, MOOD, question="self_harm", answer="yes")

    assert says_whom_to_call(page)
    assert Alert.objects.filter(rule_id="R24").exists()
    assert browser.get(MOOD).status_code == 404
    assert send(browser, MOOD, question="sadness", answer="1").status_code == 404


def test_crisis_page_of_a_completed_one_names_the_clinic_s_number(
    browser: Client, clinic_a: Clinic
) -> None:
    send(browser, MOOD, question="sadness", answer="3")
    send(browser, MOOD, question="self_harm", answer="yes")

    page = browser.get(MOOD).content.decode()

    phone = f'Call the clinic, <span data-fill="phone">{clinic_a.phone_at(clock.now())}'
    assert phone in page
