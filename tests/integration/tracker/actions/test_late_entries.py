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


def weak(change: str) -> list[dict[str, str]]:
    return [{"code": "weakness_one_leg", "change": change}]


@pytest.mark.parametrize("days_after", [1, 2])
def test_the_days_after_it_are_judged_as_if_it_had_come_in_time(
    course: Episode, ada: User, days_after: int
) -> None:
    """New on one day and worse within 48 hours is the emergency of R06."""
    write(course, 5 + days_after, pain=5, symptoms=weak("worse"))
    write(course, 9, pain=5)
    assert Alert.objects.get().level == 3

    sent = write(course, 5, pain=5, symptoms=weak("new"))

    alert = Alert.objects.get(rule_id="R06")
    evaluation = EpisodeEvaluation.objects.get()
    assert (alert.level, alert.status, sent.level.code) == (4, "open", "emergency")
    assert (evaluation.day, evaluation.check_in_id) == (
        5 + days_after,
        sent.check_in_id,
    )
    assert alert.evaluation == evaluation


def test_each_day_that_says_something_new_is_kept(course: Episode) -> None:
    """Relief before a flare, and a symptom that grew fast, with one late entry."""
    key = uuid.uuid4()
    write(course, 4, pain=2)
    write(course, 6, pain=6, symptoms=weak("worse"))
    write(course, 8, pain=6)
    write(course, 9, pain=6)
    before = set(Alert.objects.values_list("rule_id", "level"))
    assert ("R13", 3) not in before
    answers = {"pain": 2, "symptoms": weak("new"), "key": key}

    first, again = (write(course, 5, **dict(answers)) for _ in range(2))

    kept = EpisodeEvaluation.objects.order_by("day")
    assert [row.day for row in kept] == [6, 9]
    now = set(Alert.objects.values_list("rule_id", "level"))
    assert {("R06", 4), ("R13", 3)} <= now
    assert {"R06", "R13"} <= {item["rule"] for item in first.advice}
    assert first.advice == again.advice
    assert CheckIn.objects.filter(pk=key).count() == 1


def test_a_day_beyond_its_reach_is_left_as_it_was(course: Episode) -> None:
    for day in (8, 9, 10):
        write(course, day, pain=5)

    sent = write(course, 5, pain=5, symptoms=weak("new"))

    assert sent.level.code == "urgent"
    assert not EpisodeEvaluation.objects.exists()


def test_a_quiet_late_entry_costs_as_little_as_any(course: Episode) -> None:
    write(course, 9, pain=5)
    write(course, 8, pain=5)

    with CaptureQueriesContext(connection) as seen:
        write(course, 7, pain=5)

    assert len(seen) == 2
