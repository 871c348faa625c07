"""When a patient is asked for a questionnaire, and when not."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders import kinds
from reminders.actions import due, plan
from reminders.models import DueReminder, ReminderSchedule
from tests.factories.tracker import make_check_in, make_episode, make_patient
from tracker.actions import check_in_reminders, episodes, questionnaires
from tracker.actions.questionnaire_reminders import prompt_dates, weekly_runs
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.models import Episode
from tracker.queries import awaited

CALM = {"tension": 0, "worry": 0, "sadness": 0, "joylessness": 0, "tell_us": False}
DAY_0 = date(2026, 3, 2)


@pytest.fixture
def episode(clinic_a: Clinic, ada: User) -> Episode:
    """On the due day of the mood screen and two others."""
    episode = make_episode(make_patient(clinic_a), day=42)
    check_in_reminders.follow_plan(episode=episode, by=ada)
    return episode


def today(episode: Episode) -> date:
    return clock.local_today(episode.patient.zone)


def is_needed(episode: Episode, on: date | None = None) -> bool:
    return awaited.questionnaire(episode.pk, on or today(episode))


def answer_all(episode: Episode) -> None:
    for code, raw in {
        "mood_screen": CALM,
        "weekly_impact": {"pain": 1, "enjoyment": 1, "activity": 1},
        "global_change": {"change": 3},
        "psfs": {"first_activity": "swim", "first_ability": 4},
    }.items():
        questionnaires.answer(
            episode=episode,
            code=code,
            occasion=42,
            raw=raw,
            by=episode.patient.user,
            complete=True,
        )


def test_plan_is_asked_for_on_a_handful_of_weekly_stretches() -> None:
    dates = prompt_dates(DEFAULT_PROTOCOL, DAY_0)

    runs = weekly_runs(dates)

    days = {DAY_0 + timedelta(days=n) for n in range(-30, 500)}
    assert {day for day in days if any(run.covers(day) for run in runs)} == dates
    assert len(runs) < 20


def test_due_day_and_two_and_five_days_later_need_a_prompt(episode: Episode) -> None:
    start = today(episode)

    needed = [n for n in range(8) if is_needed(episode, start + timedelta(days=n))]

    assert needed == [0, 2, 5, 7]


def test_answered_ones_need_none(episode: Episode) -> None:
    answer_all(episode)

    assert not is_needed(episode)


def test_paused_one_still_does(episode: Episode) -> None:
    questionnaires.answer(
        episode=episode,
        code="mood_screen",
        occasion=42,
        raw={"tension": 1},
        by=episode.patient.user,
        complete=False,
    )

    assert is_needed(episode)


def test_ended_course_of_care_needs_none(episode: Episode, lena: User) -> None:
    episodes.close(episode=episode, by=lena)

    assert not is_needed(episode)
    assert ReminderSchedule.objects.get(kind="questionnaire").state == "ended"


@pytest.mark.parametrize(("has_entry", "expected"), [(False, False), (True, True)])
def test_prompt_of_the_check_in_stands_for_both(
    episode: Episode, has_entry: bool, expected: bool
) -> None:
    if has_entry:
        make_check_in(episode, 42)
    schedule = ReminderSchedule.objects.get(kind="check_in")
    DueReminder.objects.create(
        schedule=schedule,
        local_date=today(episode),
        due_at=clock.now(),
        expires_at=clock.now() + timedelta(hours=1),
        state="planned",
        state_at=clock.now(),
    )

    assert is_needed(episode) is expected


def test_ledger_asks_at_the_patients_own_hour(
    episode: Episode, at: Callable[[datetime], None]
) -> None:
    zone = ZoneInfo(episode.patient.zone)
    ReminderSchedule.objects.update(weekday_times={})
    at(datetime.combine(today(episode), datetime.min.time(), zone))
    plan.plan_due(clock.now())
    at(datetime.combine(today(episode), datetime.min.time(), zone).replace(hour=19))

    claimed = due.claim(10, clock.now()).claimed

    (prompt,) = [one for one in claimed if one.kind == "questionnaire"]
    assert prompt.subject_id == episode.pk
    due_at = DueReminder.objects.get(pk=prompt.pk).due_at
    assert due_at.astimezone(zone).strftime("%H:%M") == "18:30"


def test_words_may_stand_on_a_lock_screen(episode: Episode) -> None:
    words = kinds.get("questionnaire").wording(episode.pk, episode.patient.user)

    shown = f"{words.subject} {words.body} {words.action_label}".lower()
    assert words.path == "/questionnaires"
    for word in ("pain", "mood", "health", "back", "clinic", "questionnaire"):
        assert word not in shown
