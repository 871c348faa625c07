"""The plan page: what to do, what to know, the stamp that it was read."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import Clinic, User
from backend.common import clock
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import education as education_actions
from tracker.actions import procedures
from tracker.actions.episodes import ProcedureDetails
from tracker.models import MilestoneReached, Patient, PlanReading
from tracker.queries import education, episodes

SignedIn = Callable[..., Client]


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


def html(browser: Client, path: str) -> str:
    return browser.get(path, follow=True).content.decode()


def of_the_day(patient: Patient, locale: str = "en") -> Any:
    episode = episodes.active_of(patient.user)
    today = clock.local_today(patient.zone)
    return education.for_episode(episode, today, locale).of_the_day


def test_the_plan_shows_the_cards_of_the_day_by_topic(browser: Client) -> None:
    page = html(browser, "/plan")

    assert "Good to know now" in page
    assert "<summary>Medicines</summary>" in page
    assert 'id="card-leave_inflammation_medicine"' in page
    # Earlier weeks are there, later ones are not.
    assert 'id="card-rest_first"' in page
    assert 'id="card-six_months"' not in page


def test_the_card_of_today_leads_into_an_open_topic(
    browser: Client, pat: Patient
) -> None:
    card = of_the_day(pat)
    today, plan = html(browser, "/today"), html(browser, "/plan")

    assert card.title in today
    assert f'href="/plan#card-{card.card.id}"' in today
    opened = re.findall(
        r'<details class="card also topic" open>.*?</details>', plan, re.S
    )
    assert len(opened) == 1
    assert f'id="card-{card.card.id}"' in opened[0]


def test_advice_to_follow_stands_alone(
    browser: Client, pat: Patient, report: Callable[..., Any]
) -> None:
    report(pat.episodes.get(), "saddle_numbness")

    page = html(browser, "/today")

    assert "Follow the advice above" in page
    assert "Good to know" not in page


def test_cards_speak_the_language_of_the_reader(
    pat: Patient, signed_in: SignedIn
) -> None:
    User.objects.filter(pk=pat.user.pk).update(locale="de")
    card = of_the_day(pat, "de")

    page = html(signed_in(pat.user), "/today")

    assert f'lang="de">{card.title}</h2>' in page


@pytest.mark.parametrize("day", [-3, 200])
def test_outside_the_phases_there_is_no_card_of_the_day(
    clinic_a: Clinic, signed_in: SignedIn, day: int
) -> None:
    patient = make_patient(clinic_a)
    make_episode(patient, day=day)
    browser = signed_in(patient.user)

    assert "Good to know" not in html(browser, "/today")
    assert "Good to know now" not in html(browser, "/plan")


def test_a_clinics_own_words_are_shown_as_text(
    browser: Client, clinic_a: Clinic, lena: User
) -> None:
    education_actions.add(
        clinic=clinic_a,
        content={
            "words": {"en": {"title": "<b>Class</b>", "text": "On Tuesday.\nAt five."}},
            "topic": "sleep",
            "from_day": 0,
            "to_day": 182,
        },
        by=lena,
    )

    page = html(browser, "/plan")

    assert "&lt;b&gt;Class&lt;/b&gt;" in page
    assert "On Tuesday.<br>At five." in page


def test_one_tap_says_that_the_plan_was_read(browser: Client, pat: Patient) -> None:
    assert "I have read this" in html(browser, "/plan")

    browser.post("/plan/read")
    browser.post("/plan/read")

    page = html(browser, "/plan")
    assert "You read this on" in page
    assert "I have read this" not in page
    everything = browser.get("/my-data/everything.json").json()
    assert [row["phase"] for row in everything["plan_readings"]] == ["initial"]
    reading = PlanReading.objects.get()
    assert (reading.phase, reading.read_by) == ("initial", pat.user)
    assert MilestoneReached.objects.get().code == "plan_read"


def test_the_clinic_sees_which_phases_were_read(
    browser: Client, pat: Patient, ada: User, signed_in: SignedIn
) -> None:
    record = f"/clinic/patients/{pat.pk}"
    assert "plan read by the patient" not in html(signed_in(ada), record)

    browser.post("/plan/read")

    assert "Initial: plan read by the patient" in html(signed_in(ada), record)


def test_the_next_phase_is_read_anew(
    browser: Client, pat: Patient, at: Callable[[Any], None]
) -> None:
    browser.post("/plan/read")
    at(clock.now() + timedelta(days=10))

    assert "I have read this" in html(browser, "/plan")
    browser.post("/plan/read")

    assert {one.phase for one in PlanReading.objects.all()} == {
        "initial",
        "progressive",
    }


def test_a_plan_counted_again_is_read_anew(
    browser: Client, pat: Patient, ada: User
) -> None:
    browser.post("/plan/read")
    procedures.restart(
        episode=episodes.active_of(pat.user),
        by=ada,
        procedure=ProcedureDetails(
            performed_on=clock.local_today(pat.zone), region="lumbar"
        ),
    )

    assert "I have read this" in html(browser, "/plan")


def test_a_plan_without_the_milestone_can_be_read_too(
    browser: Client, pat: Patient
) -> None:
    version = pat.episodes.get().protocol
    version.plan["milestones"] = []
    version.save(update_fields=["plan"])

    browser.post("/plan/read")

    assert PlanReading.objects.count() == 1
    assert not MilestoneReached.objects.exists()
