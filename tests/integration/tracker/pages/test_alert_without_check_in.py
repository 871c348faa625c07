"""An alert that no check-in raised, on every screen that shows alerts."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from tests.factories.tracker import make_episode, make_patient
from tracker import tasks
from tracker.actions import alerts, check_ins
from tracker.clinical.triage.rulesets import CURRENT
from tracker.models import Alert, Episode, EpisodeEvaluation

MIDNIGHT = datetime(2026, 5, 7, 4, 5, tzinfo=UTC)
SignedIn = Callable[..., Client]
SetClock = Callable[[datetime], None]


def write(episode: Episode, day: int, **answers: Any) -> None:
    on = episode.procedure.performed_on + timedelta(days=day)
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": on.isoformat(),
            "recorded_at": f"{on.isoformat()}T18:00:00+00:00",
            "symptoms": [],
            **answers,
        },
        by=episode.patient.user,
    )


@pytest.fixture
def course(clinic_a: Any, ada: User, at: SetClock) -> Episode:
    """Pain rose until 3 May, day 6; then three days of nothing."""
    at(MIDNIGHT)
    episode = make_episode(make_patient(clinic_a, name="Pat Alvarez"), day=10)
    for day, pain in ((4, 2), (5, 4), (6, 5)):
        write(episode, day, pain=pain)
    return episode


@pytest.fixture
def silent(course: Episode, at: SetClock) -> Alert:
    at(MIDNIGHT + timedelta(minutes=1))
    tasks.evaluate_silent_days()
    return Alert.objects.get(rule_id="R31")


def test_alert_page_says_since_when_nothing_was_heard(
    signed_in: SignedIn, ada: User, silent: Alert
) -> None:
    page = signed_in(ada).get(f"/clinic/alerts/{silent.pk}").content.decode()

    assert "Silent after entries that worried" in page
    assert "No check-in since Sunday, 3 May (day 6): 3 days by the end of day 9" in page
    assert "limit 3 days" in page
    assert "Last answers of Sunday, 3 May" in page
    assert "Call: how is the pain" in page
    assert "or the patient is spoken with." in page
    assert "What the patient reads on opening the app" in page
    assert "The last 30 days" in page


def test_alert_page_of_somebody_who_never_wrote(
    signed_in: SignedIn, ada: User, silent: Alert
) -> None:
    evaluation = EpisodeEvaluation.objects.get()
    Alert.objects.update(check_in=None, evaluation=evaluation)
    other = make_episode(make_patient(silent.clinic), day=10)
    EpisodeEvaluation.objects.update(episode=other)
    Alert.objects.update(episode=other)

    page = signed_in(ada).get(f"/clinic/alerts/{silent.pk}").content.decode()

    assert "No check-in since the procedure" in page
    assert "There is no check-in yet." in page


def test_alert_page_names_the_late_entry(
    signed_in: SignedIn, ada: User, course: Episode
) -> None:
    other = make_episode(make_patient(course.clinic), day=10, baseline_pain=6)
    for day, pain in ((8, 6), (9, 6), (4, 2), (5, 2)):
        write(other, day, pain=pain)

    alert = Alert.objects.get(episode=other)
    page = signed_in(ada).get(f"/clinic/alerts/{alert.pk}").content.decode()

    assert "Day 5 was filled in later, so day 9 was judged again." in page
    assert "What the patient was told" in page


def test_api_has_no_check_in_but_the_cause(
    signed_in: SignedIn, ada: User, silent: Alert
) -> None:
    answer = signed_in(ada).get(f"/api/v1/alerts/{silent.pk}").json()

    assert answer["check_in"] is None
    assert answer["evaluation"] == {
        "cause": "no_entry",
        "local_date": "2026-05-06",
        "days_silent": 3,
        "late_check_in": None,
    }
    assert (answer["rule"], answer["day"]) == ("R31", 9)


def test_worklist_record_and_timeline_show_it(
    signed_in: SignedIn, ada: User, silent: Alert
) -> None:
    browser = signed_in(ada)
    headline = "Silent after entries that worried"

    assert headline in browser.get("/clinic/").content.decode()
    record = f"/clinic/patients/{silent.episode.patient_id}"
    assert headline in browser.get(record).content.decode()
    timeline = browser.get(f"/api/v1/episodes/{silent.episode_id}/timeline").json()
    kinds = [(e["kind"], e["title"]) for e in timeline["results"]]
    assert ("alert", f"Alert opened: {headline}") in kinds
    assert ("silence", "Day 9 ended without a check-in") in kinds


def test_the_audit_trail_has_both_steps(silent: Alert) -> None:
    judged = AuditEvent.objects.get(action="episode.judged")

    assert judged.detail == {
        "cause": "no_entry", "level": "soon", "ruleset": CURRENT,
    }  # fmt: skip
    assert judged.clinic_id == silent.clinic_id
    assert AuditEvent.objects.filter(action="alert.opened").count() == 1


def test_patient_reads_it_until_the_next_entry(
    signed_in: SignedIn, silent: Alert, at: SetClock
) -> None:
    browser = signed_in(silent.episode.patient.user)
    words = "We have not heard from you since you told us of trouble."
    assert words in browser.get("/today").content.decode()

    at(MIDNIGHT + timedelta(minutes=2))
    write(silent.episode, 10, pain=3)

    assert words not in browser.get("/today").content.decode()


def test_words_of_the_clinic_reach_the_patient(
    signed_in: SignedIn, silent: Alert, ada: User
) -> None:
    browser = signed_in(silent.episode.patient.user)

    alerts.resolve(
        alert=silent, by=ada, resolution="advice_given", advice_given="Glad you rang."
    )

    for path in ("/today", "/messages"):
        page = browser.get(path).content.decode()
        assert "Glad you rang." in page
        assert "Ada Reyes" in page
