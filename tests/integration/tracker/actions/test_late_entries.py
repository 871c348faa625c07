"""Entries about an earlier day, and corrections: the newest day is judged again."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import User
from reminders.models import Message
from tracker.actions import alerts, check_ins
from tracker.actions.submission import Submission
from tracker.models import Alert, CheckIn, Episode, EpisodeEvaluation


def write(episode: Episode, day: int, **answers: Any) -> Submission:
    on = episode.procedure.performed_on + timedelta(days=day)
    return check_ins.submit(
        check_in_id=answers.pop("key", None) or uuid.uuid4(),
        raw={
            "local_date": on.isoformat(),
            "recorded_at": f"{on.isoformat()}T18:00:00+00:00",
            "symptoms": [],
            **answers,
        },
        by=episode.patient.user,
    )


@pytest.fixture
def course(pats_episode: Episode, ada: User) -> Episode:
    return pats_episode


def test_relief_filled_in_later_shows_a_rebound(course: Episode, ada: User) -> None:
    """Pain 6 with a baseline of 6 says nothing until better days come to light."""
    write(course, 8, pain=6)
    write(course, 9, pain=6)
    write(course, 4, pain=2)
    assert not Alert.objects.exists()

    sent = write(course, 5, pain=2)

    evaluation = EpisodeEvaluation.objects.get()
    alert = Alert.objects.get()
    assert (evaluation.cause, evaluation.day) == ("late_entry", 9)
    assert evaluation.check_in_id == sent.check_in_id
    assert (alert.rule_id, alert.level, alert.check_in) == ("R13", 3, None)
    assert alert.evaluation == evaluation
    assert Message.objects.get().recipient == ada


def test_the_patient_is_told_at_once_and_on_every_repeat(course: Episode) -> None:
    for day, pain in ((8, 6), (9, 6), (4, 2)):
        write(course, day, pain=pain)
    key = uuid.uuid4()

    first, second = (write(course, 5, pain=2, key=key) for _ in range(2))

    assert (first.is_new, second.is_new) == (True, False)
    assert first.level.code == "urgent"
    assert first.advice == second.advice
    assert [item["rule"] for item in first.advice] == ["R13"]


def test_a_correction_of_an_earlier_day_is_looked_at_twice(course: Episode) -> None:
    key = uuid.uuid4()
    for day, pain in ((8, 6), (9, 6), (4, 2)):
        write(course, day, pain=pain)
    write(course, 5, mobility=5, key=key)
    assert not Alert.objects.exists()

    write(course, 5, pain=2, corrects=str(key))

    assert Alert.objects.get().rule_id == "R13"


def test_milder_days_never_lower_what_was_said(course: Episode) -> None:
    keys = [uuid.uuid4(), uuid.uuid4()]
    for day, key in zip((4, 5), keys, strict=True):
        write(course, day, pain=2, key=key)
    for day in (8, 9):
        write(course, day, pain=6)
    alert = Alert.objects.get()
    reports = alert.reports

    for day, key in zip((4, 5), keys, strict=True):
        write(course, day, pain=6, corrects=str(key))

    alert.refresh_from_db()
    assert (alert.level, alert.status, alert.reports) == (3, "open", reports)
    assert not EpisodeEvaluation.objects.exists()


def test_what_was_known_is_not_reported_again(course: Episode, ada: User) -> None:
    numb = [{"code": "numbness_one_leg", "change": "new"}]
    write(course, 9, pain=5, symptoms=numb)
    alerts.acknowledge(alert=Alert.objects.get(), by=ada)

    write(course, 7, pain=5)

    alert = Alert.objects.get()
    assert (alert.reports, alert.status) == (1, "acknowledged")
    assert not EpisodeEvaluation.objects.exists()


def test_the_newest_entry_is_judged_once(course: Episode) -> None:
    for day, pain in ((4, 2), (5, 2), (8, 6), (9, 6)):
        write(course, day, pain=pain)

    assert not EpisodeEvaluation.objects.exists()
    assert CheckIn.objects.count() == 4


def test_an_entry_that_cannot_be_read_can_be_corrected(course: Episode) -> None:
    key = uuid.uuid4()
    write(course, 7, pain=5, key=key)
    write(course, 9, pain=5)
    CheckIn.objects.filter(pk=key).update(answers={"pain": 5})

    sent = write(course, 7, pain=4, corrects=str(key))

    assert sent.is_new
    assert sent.level.code == "none"


def test_a_quiet_late_entry_costs_as_little_as_any(course: Episode) -> None:
    write(course, 9, pain=5)
    write(course, 8, pain=5)

    with CaptureQueriesContext(connection) as seen:
        write(course, 7, pain=5)

    assert len(seen) == 2
