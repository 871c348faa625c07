"""What patients read: where they stand, what became of a report, what to do."""

import uuid
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts import duty_actions
from backend.accounts.models import Clinic
from backend.common import clock
from reminders.models import ChannelPreference, Message
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.actions import alerts
from tracker.models import Alert, MilestoneReached, Patient

SignedIn = Callable[..., Client]
Report = Callable[..., uuid.UUID]


@pytest.fixture
def browser(pat: Patient, signed_in: SignedIn) -> Client:
    return signed_in(pat.user)


def html(browser: Client, path: str) -> str:
    return browser.get(path, follow=True).content.decode()


def test_today_says_day_phase_and_next_step(browser: Client) -> None:
    page = html(browser, "/today")

    assert "Hello <bdi>Pat</bdi>" in page
    assert "Day 9, weeks 1 to 2" in page
    assert "Start the check-in" in page
    assert "The team reads reports Monday to Friday, 8:00 to 17:00." in page


def test_today_asks_no_second_time(
    browser: Client, pat: Patient, report: Report
) -> None:
    report(pat.episodes.get())

    page = html(browser, "/today")

    assert "Start the check-in" not in page
    assert "Nothing to do right now" in page


def test_today_calls_nobody_to_rest_who_has_advice_to_follow(
    browser: Client, pat: Patient, report: Report
) -> None:
    report(pat.episodes.get(), "saddle_numbness")

    page = html(browser, "/today")

    assert "Follow the advice above" in page
    assert "Nothing to do right now" not in page


@pytest.mark.parametrize(
    ("day", "words"), [(9, "Four questions"), (14, "Four questions"), (15, "A few")]
)
def test_today_counts_the_questions_that_are_asked(
    clinic_a: Any, signed_in: SignedIn, day: int, words: str
) -> None:
    patient = make_patient(clinic_a)
    make_episode(patient, day=day)

    assert words in html(signed_in(patient.user), "/today")


def test_hours_name_the_place_to_a_reader_elsewhere(
    browser: Client, pat: Patient
) -> None:
    pat.zone = "Europe/Berlin"
    pat.save()

    for path in ("/today", "/messages", "/symptom"):
        assert "8:00 to 17:00 (New York time)." in html(browser, path), path


def test_report_goes_from_received_to_seen_to_closed(
    browser: Client, pat: Patient, ada: Any, report: Report
) -> None:
    key = report(pat.episodes.get(), "numbness_one_leg")
    alert = Alert.objects.get()
    received = html(browser, f"/check-in/{key}")

    alerts.acknowledge(alert=alert, by=ada)
    seen = html(browser, f"/check-in/{key}")
    alerts.resolve(
        alert=alert, by=ada, resolution="advice_given", advice_given="Come at nine."
    )
    closed = [
        html(browser, path) for path in (f"/check-in/{key}", "/messages", "/today")
    ]

    assert "Not opened yet." in received
    assert "Seen by Ada Reyes" in seen
    assert "Closed by Ada Reyes" in closed[0]
    assert ["Come at nine." in page for page in closed] == [True, True, True]


def test_answer_does_not_wait_for_the_other_alerts(
    browser: Client, pat: Patient, ada: Any, report: Report
) -> None:
    key = report(pat.episodes.get(), "saddle_numbness", "urine_leak")
    one, other = Alert.objects.order_by("rule_id")
    alerts.resolve(
        alert=one, by=ada, resolution="advice_given", advice_given="Go now, please."
    )

    pages = [html(browser, path) for path in (f"/emergency/{key}", "/messages")]

    assert ["Go now, please." in page for page in pages] == [True, True]
    assert other.status == "open"


def test_result_says_when_the_clinic_opens(
    browser: Client, pat: Patient, report: Report, at: Callable[[datetime], None]
) -> None:
    key = report(pat.episodes.get(), "numbness_one_leg")
    today = clock.now()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7)
    at(saturday.replace(hour=15))

    page = html(browser, f"/check-in/{key}")

    assert "The clinic opens Monday 08:00." in page
    assert "Nobody is at work until then" in page


@pytest.mark.parametrize("symptom", ["numbness_one_leg", "saddle_numbness"])
def test_at_night_the_number_is_the_one_that_somebody_answers(
    browser: Client,
    pat: Patient,
    lena: Any,
    report: Report,
    at: Callable[[datetime], None],
    symptom: str,
) -> None:
    clinic = lena.memberships.get().clinic
    clinic.out_of_hours_phone = "+1 212 555 0199"
    clinic.save()
    duty_actions.add_shift(
        clinic=clinic,
        by=lena,
        member=lena.memberships.get().pk,
        weekdays=range(7),
        starts=time(0),
        ends=time(0),
    )
    key = report(pat.episodes.get(), symptom)
    today = clock.now()
    at((today + timedelta(days=(5 - today.weekday()) % 7)).replace(hour=15))

    kind = "emergency" if symptom == "saddle_numbness" else "check-in"
    page = html(browser, f"/{kind}/{key}")

    assert 'href="tel:+12125550199"' in page
    assert clinic.phone not in page
    if kind == "check-in":
        assert "Somebody is on duty and has been told." in page


def test_quiet_result_neither_praises_nor_blames(
    browser: Client, pat: Patient, report: Report
) -> None:
    key = report(pat.episodes.get(), pain=0)

    page = html(browser, f"/check-in/{key}").lower()

    assert "nothing in your answers asked for a call" in page
    assert [w for w in ("great", "well done", "missed", "monitor") if w in page] == []


def test_progress_draws_the_course_and_its_numbers(
    browser: Client, pat: Patient
) -> None:
    for day, pain in ((1, 7), (2, 6), (5, 4)):
        make_check_in(pat.episodes.get(), day, pain=pain)

    page = html(browser, "/progress")

    assert "Pain was 7 first and 4 last; lowest 4, highest 7." in page
    assert "<caption>" in page


def test_milestone_is_ticked_and_taken_back(browser: Client, pat: Patient) -> None:
    browser.post("/plan/milestones/plan_read", {"reached": "yes"})
    ticked = list(MilestoneReached.objects.values_list("code", "source"))
    browser.post("/plan/milestones/plan_read", {"reached": "no"})

    assert ticked == [("plan_read", "patient")]
    assert MilestoneReached.objects.count() == 0


def test_unknown_milestone_is_not_there(browser: Client) -> None:
    response = browser.post("/plan/milestones/nonsense", {"reached": "yes"})

    assert response.status_code == 404


def reminder_form(**changes: str) -> dict[str, Any]:
    return {
        "wall_time": "19:15",
        "channels": ["web_push", "email"],
        "quiet_from": "22:00",
        "quiet_to": "07:00",
        "pause_from": "",
        "pause_to": "",
        **changes,
    }


def test_reminders_are_saved(browser: Client, pat: Patient) -> None:
    response = browser.post("/reminders", reminder_form())

    stored = ChannelPreference.objects.get(user=pat.user)
    pat.user.refresh_from_db()
    assert response["Location"] == "/reminders"
    assert (stored.wall_time.hour, stored.channels) == (19, ["web_push", "email"])


def test_reminder_in_quiet_hours_is_refused_and_kept(browser: Client) -> None:
    response = browser.post("/reminders", reminder_form(wall_time="23:10"))

    page = response.content.decode()
    assert "Choose an hour outside quiet hours." in page
    assert 'value="23:10"' in page


def test_half_a_pause_is_refused(browser: Client) -> None:
    response = browser.post("/reminders", reminder_form(pause_from="2031-05-01"))

    assert "A pause needs its first and its last day." in response.content.decode()


def test_pause_without_an_end_is_refused_and_kept(
    browser: Client, pat: Patient
) -> None:
    today = clock.local_today(pat.zone).isoformat()

    response = browser.post(
        "/reminders", reminder_form(pause_from=today, pause_to="9999-12-31")
    )

    form = response.context["form"]
    assert list(form.errors) == ["pause_to"]
    assert form.errors["pause_to"] == [
        "A pause lasts at most 60 days. Then you can set another one."
    ]
    assert 'value="9999-12-31"' in response.content.decode()


def test_pause_that_begins_far_off_is_refused_beside_its_first_day(
    browser: Client,
) -> None:
    response = browser.post(
        "/reminders", reminder_form(pause_from="9999-12-30", pause_to="9999-12-31")
    )

    assert list(response.context["form"].errors) == ["pause_from"]


def test_reminder_test_is_queued(browser: Client, pat: Patient) -> None:
    browser.post("/reminders/test")

    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("test", pat.user)


def test_patient_of_two_clinics_is_told_who_reads_this(
    browser: Client, pat: Patient, clinic_b: Clinic
) -> None:
    assert "does not see it" not in browser.get("/today").content.decode()
    make_episode(make_patient(clinic_b, user=pat.user))

    page = browser.get("/today").content.decode()

    # The newest course is the one that entries go to.
    assert f"What you enter here goes to <bdi>{clinic_b.name}</bdi>." in page
    assert f"<bdi>{pat.clinic.name}</bdi> does not see it" in page
