"""Days on which nothing was heard: found, judged once, and told to staff."""

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from backend.common import clock
from backend.common.models import Heartbeat
from reminders.actions import plan, schedules
from reminders.models import Message
from tests.factories.tracker import make_episode, make_patient
from tracker import tasks
from tracker.actions import alerts, check_in_reminders, check_ins, episodes
from tracker.clinical.triage import engine
from tracker.clinical.triage.facts import TriageFacts
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.models import (
    Alert,
    CaseloadRow,
    CheckIn,
    Episode,
    EpisodeEvaluation,
    RulesetApproval,
)

# Five past midnight in New York; still the day before in Los Angeles.
MIDNIGHT = datetime(2026, 5, 7, 4, 5, tzinfo=UTC)
SetClock = Callable[[datetime], None]


def write(episode: Episode, day: int, pain: int = 4, **answers: Any) -> None:
    on = episode.procedure.performed_on + timedelta(days=day)
    recorded = datetime(on.year, on.month, on.day, 17, tzinfo=UTC)
    check_ins.submit(
        check_in_id=uuid.uuid4(),
        raw={
            "local_date": on.isoformat(),
            "recorded_at": recorded.isoformat(),
            "pain": pain,
            "symptoms": [],
            **answers,
        },
        by=episode.patient.user,
    )


@pytest.fixture
def course(clinic_a: Clinic, ada: User, at: SetClock) -> Episode:
    """Day 9 is over since five minutes."""
    at(MIDNIGHT)
    return make_episode(make_patient(clinic_a, name="Pat Alvarez"), day=10)


def said() -> list[tuple[int, str, str]]:
    rows = EpisodeEvaluation.objects.order_by("local_date", "pk")
    return [
        (row.day, finding["rule_id"], finding["level"])
        for row in rows
        for finding in row.findings
    ]


def test_a_quiet_silence_is_kept_and_opens_nothing(course: Episode) -> None:
    write(course, 6)

    assert tasks.evaluate_silent_days() == 1

    evaluation = EpisodeEvaluation.objects.get()
    assert said() == [(9, "R31", "none")]
    assert (evaluation.cause, evaluation.ruleset) == ("no_entry", CURRENT)
    assert evaluation.facts["days_silent"] == 3
    assert not Alert.objects.exists()
    assert not Message.objects.exists()


def test_two_silent_days_are_no_silence_yet(course: Episode) -> None:
    write(course, 7)

    assert tasks.evaluate_silent_days() == 0
    assert said() == []


def test_silence_after_rising_pain_opens_an_alert_without_a_check_in(
    course: Episode,
) -> None:
    for day, pain in ((4, 2), (5, 4), (6, 5)):
        write(course, day, pain)

    tasks.evaluate_silent_days()

    alert = Alert.objects.get()
    assert (alert.rule_id, alert.level, alert.status) == ("R31", 2, "open")
    assert (alert.check_in, alert.evaluation) == (None, EpisodeEvaluation.objects.get())
    assert alert.day == 9
    row = CaseloadRow.objects.get()
    assert (row.alert_level, row.unowned_level, row.live_alerts) == (2, 2, 1)


def test_the_last_evaluation_tells_whether_there_was_trouble(course: Episode) -> None:
    write(course, 6, symptoms=[{"code": "numbness_one_leg", "change": "new"}])

    tasks.evaluate_silent_days()

    assert said() == [(9, "R31", "soon")]
    assert set(Alert.objects.values_list("rule_id", flat=True)) == {"R07", "R31"}


def test_one_silence_is_told_once_however_often_the_sweep_runs(
    course: Episode, at: SetClock
) -> None:
    write(course, 6, symptoms=[{"code": "numbness_one_leg", "change": "new"}])

    for hours in range(0, 72, 8):
        at(MIDNIGHT + timedelta(hours=hours))
        tasks.evaluate_silent_days()

    assert said() == [(9, "R31", "soon")]
    assert Alert.objects.get(rule_id="R31").reports == 1


def test_a_closed_alert_stays_closed_until_a_new_silence_begins(
    course: Episode, ada: User, at: SetClock
) -> None:
    numb = [{"code": "numbness_one_leg", "change": "new"}]
    write(course, 6, symptoms=numb)
    tasks.evaluate_silent_days()
    alerts.resolve(
        alert=Alert.objects.get(rule_id="R31"), by=ada, resolution="advice_given"
    )

    at(MIDNIGHT + timedelta(days=1))
    assert tasks.evaluate_silent_days() == 0
    write(course, 10, symptoms=numb)
    at(MIDNIGHT + timedelta(days=4))
    assert tasks.evaluate_silent_days() == 1

    assert Alert.objects.filter(rule_id="R31", status="open").count() == 1
    assert Alert.objects.filter(rule_id="R31").count() == 2


def test_a_live_alert_of_an_earlier_silence_is_added_to(
    course: Episode, at: SetClock
) -> None:
    numb = [{"code": "numbness_one_leg", "change": "new"}]
    write(course, 6, symptoms=numb)
    tasks.evaluate_silent_days()
    at(MIDNIGHT + timedelta(days=1))
    write(course, 10, symptoms=numb)
    at(MIDNIGHT + timedelta(days=4))

    tasks.evaluate_silent_days()

    assert Alert.objects.get(rule_id="R31").reports == 2


def test_a_silence_told_at_none_becomes_soon_by_a_correction(
    course: Episode, ada: User, at: SetClock
) -> None:
    write(course, 6)
    tasks.evaluate_silent_days()
    last = CheckIn.objects.get()
    at(MIDNIGHT + timedelta(hours=9))
    weak = [{"code": "foot_drop", "change": "new"}]
    write(course, 6, symptoms=weak, corrects=str(last.pk))

    for days in range(1, 4):
        at(MIDNIGHT + timedelta(days=days))
        tasks.evaluate_silent_days()

    assert said() == [(9, "R31", "none"), (10, "R31", "soon")]
    assert Alert.objects.get(rule_id="R31").reports == 1


def test_a_quiet_silence_is_not_read_again_every_minute(
    course: Episode, at: SetClock
) -> None:
    from tracker.queries import silent_days as queries

    at(MIDNIGHT - timedelta(days=1))
    write(course, 6)
    at(MIDNIGHT)
    tasks.evaluate_silent_days()

    at(MIDNIGHT + timedelta(days=1))
    assert list(queries.to_judge(clock.now())) == []


def test_a_day_is_over_at_the_patients_midnight(
    clinic_a: Clinic, course: Episode
) -> None:
    """The same moment: day 9 is over in New York and goes on in Los Angeles."""
    western = make_patient(clinic_a, zone="America/Los_Angeles")
    other = make_episode(western, day=9)
    assert other.procedure.performed_on == course.procedure.performed_on
    write(course, 6)
    write(other, 6)

    tasks.evaluate_silent_days()

    assert EpisodeEvaluation.objects.get().episode == course


def test_announced_days_are_not_silent_and_stay_uncounted_afterwards(
    course: Episode, at: SetClock
) -> None:
    write(course, 6)
    check_in_reminders.follow_plan(episode=course, by="test")
    schedule = course.patient.user.reminder_schedules.get(kind="check_in")
    on = course.procedure.performed_on
    schedules.pause(
        schedule=schedule,
        first=on + timedelta(days=7),
        last=on + timedelta(days=9),
        by="test",
    )

    assert tasks.evaluate_silent_days() == 0
    at(MIDNIGHT + timedelta(days=2))
    plan.plan_due(clock.now())  # which ends the pause
    assert tasks.evaluate_silent_days() == 0
    at(MIDNIGHT + timedelta(days=3))
    assert tasks.evaluate_silent_days() == 1

    assert said() == [(12, "R31", "none")]


def test_stored_pause_without_an_end_is_read_up_to_the_day_to_judge(
    course: Episode,
) -> None:
    from tracker.queries import silent_days as queries

    write(course, 6)
    check_in_reminders.follow_plan(episode=course, by="test")
    course.patient.user.reminder_schedules.filter(kind="check_in").update(
        state="paused", paused_from=date(1, 1, 1), paused_until=date(9999, 12, 31)
    )

    (silent,) = queries.to_judge(clock.now())

    assert silent.paused == frozenset(range(silent.day + 1))


def test_a_closed_course_is_not_judged(course: Episode, lena: User) -> None:
    write(course, 6)
    episodes.close(episode=course, by=lena)

    assert tasks.evaluate_silent_days() == 0


def test_an_unreadable_zone_hurts_no_other(clinic_a: Clinic, course: Episode) -> None:
    broken = make_episode(make_patient(clinic_a), day=10)
    type(broken.patient).objects.filter(pk=broken.patient_id).update(zone="Mars/North")
    write(course, 6)

    assert tasks.evaluate_silent_days() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_it_once(course: Episode) -> None:
    write(course, 6, symptoms=[{"code": "numbness_one_leg", "change": "new"}])
    together = threading.Barrier(2)
    done: list[int] = []

    def sweep() -> None:
        together.wait()
        done.append(tasks.evaluate_silent_days())
        connection.close()

    workers = [threading.Thread(target=sweep) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(done) == [0, 1]
    assert Alert.objects.get(rule_id="R31").reports == 1


def test_a_silent_day_replays_to_the_same_findings(course: Episode) -> None:
    write(course, 6, symptoms=[{"code": "numbness_one_leg", "change": "new"}])
    tasks.evaluate_silent_days()

    kept = EpisodeEvaluation.objects.get()
    again = engine.evaluate_day(
        TriageFacts.from_json(kept.facts), RULESETS[kept.ruleset]
    )

    assert [finding.as_json() for finding in again] == kept.findings


def test_two_sweeps_at_once_tell_it_once(course: Episode) -> None:
    """Both have read the day before either has stored anything."""
    from tracker.actions import silent_days as actions
    from tracker.queries import silent_days as queries

    write(course, 6, symptoms=[{"code": "numbness_one_leg", "change": "new"}])
    first, second = (list(queries.to_judge(clock.now())) for _ in range(2))

    assert [actions.judge(silent=silent) for silent in first + second] == [True, False]
    assert Alert.objects.get(rule_id="R31").reports == 1


def test_whoever_wrote_meanwhile_is_not_called_silent(course: Episode) -> None:
    from tracker.actions import silent_days as actions
    from tracker.queries import silent_days as queries

    write(course, 6)
    [read] = queries.to_judge(clock.now())
    write(course, 9)

    assert actions.judge(silent=read) is False
    assert said() == []


def test_after_an_outage_the_silence_is_found_with_its_true_length(
    course: Episode, at: SetClock
) -> None:
    write(course, 6)
    at(MIDNIGHT + timedelta(days=4, hours=7))

    tasks.evaluate_silent_days()

    assert said() == [(13, "R31", "none")]
    assert EpisodeEvaluation.objects.get().facts["days_silent"] == 7


def test_a_review_day_without_an_entry_is_judged(
    clinic_a: Clinic, at: SetClock
) -> None:
    at(MIDNIGHT)
    episode = make_episode(make_patient(clinic_a), day=85)
    for day in (75, 82):
        write(episode, day, 6)

    tasks.evaluate_silent_days()

    assert said() == [(84, "T6", "soon")]
    assert Alert.objects.get().rule_id == "T6"


def test_the_clinics_own_limit_holds(course: Episode, lena: User) -> None:
    RulesetApproval.objects.create(
        clinic=course.clinic,
        version="2026.1",
        parameters={"silence_days_initial": 4},
        approved_by=lena,
    )
    write(course, 6)
    other = make_episode(make_patient(course.clinic), day=10)
    write(other, 5)

    tasks.evaluate_silent_days()

    evaluation = EpisodeEvaluation.objects.get()
    assert evaluation.episode == other
    assert evaluation.approval == RulesetApproval.objects.get()
    assert evaluation.findings[0]["reasons"][0]["comparison"] == "limit 4 days"


@pytest.mark.parametrize("silent", [1, 3])
def test_the_sweep_costs_the_same_however_many_write(
    clinic_a: Clinic, at: SetClock, silent: int
) -> None:
    """Four queries find; five read and three to store for each one silent."""
    at(MIDNIGHT)
    for _ in range(2):
        write(make_episode(make_patient(clinic_a), day=10), 9)
    for _ in range(silent):
        write(make_episode(make_patient(clinic_a), day=10), 6)
    from tracker.queries import silent_days as queries

    with CaptureQueriesContext(connection) as seen:
        found = list(queries.to_judge(clock.now()))

    assert (len(found), len(seen)) == (silent, 8)


def test_the_sweep_leaves_a_heartbeat(course: Episode) -> None:
    tasks.evaluate_silent_days()

    assert Heartbeat.objects.get().job == "tracker.evaluate_silent_days"
