"""A second procedure: a new course of care, or the same one counted again."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from reminders.models import ReminderSchedule
from tests.factories.accounts import make_clinic
from tests.factories.tracker import (
    make_alert,
    make_check_in,
    make_episode,
    make_patient,
)
from tracker.actions import check_ins, episodes, milestones, procedures, protocols
from tracker.actions.episodes import ProcedureDetails
from tracker.clinical.default_protocol import DEFAULT_PROTOCOL
from tracker.models import (
    Alert,
    CaseloadRow,
    CheckIn,
    EarlierProcedure,
    Episode,
    MilestoneReached,
    Patient,
    QuestionnaireResponse,
    TriageEvaluation,
)


def today(episode: Episode) -> date:
    return clock.local_today(episode.patient.zone)


@pytest.fixture
def episode(pat: Patient, ada: User) -> Episode:
    """Day 100 of the first procedure."""
    episode = pat.episodes.get()
    episode.procedure.lot = "A-1"
    episode.procedure.save()
    episodes.amend(
        episode=episode, by=ada, performed_on=today(episode) - timedelta(days=100)
    )
    return episode


def restart(episode: Episode, by: User, days_ago: int = 0, **more: Any) -> Episode:
    details = ProcedureDetails(
        performed_on=today(episode) - timedelta(days=days_ago), lot="B-2"
    )
    return procedures.restart(episode=episode, by=by, procedure=details, **more)


def entry(episode: Episode, days_ago: int, **answers: Any) -> uuid.UUID:
    key = uuid.uuid4()
    day = today(episode) - timedelta(days=days_ago)
    noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(episode.patient.zone))
    check_ins.submit(
        check_in_id=key,
        raw={
            "local_date": day.isoformat(),
            "recorded_at": min(noon, clock.now()).isoformat(),
            "mobility": 5,
            "symptoms": [],
            **answers,
        },
        by=episode.patient.user,
        episode_id=episode.pk,
    )
    return key


def wrong(invalid: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [error["field"] for error in invalid.value.errors]


def test_restart_counts_from_the_new_day(episode: Episode, ada: User) -> None:
    entry(episode, days_ago=9, pain=5)
    entry(episode, days_ago=2, pain=4)

    restart(episode, ada, days_ago=1)

    episode = Episode.objects.get(pk=episode.pk)
    assert (episode.status, episode.procedure.lot) == ("active", "B-2")
    assert sorted(CheckIn.objects.values_list("day", flat=True)) == [-8, -1]
    caseload = CaseloadRow.objects.get(episode=episode)
    assert (caseload.last_day, [day for day, _ in caseload.trend]) == (-1, [-8, -1])
    kept = EarlierProcedure.objects.get()
    assert kept.performed_on == today(episode) - timedelta(days=100)
    assert (kept.details["lot"], kept.replaced_by) == ("A-1", ada)
    assert AuditEvent.objects.filter(action="episode.restarted").count() == 1


@pytest.mark.parametrize(
    "more", [{}, {"baseline_pain": 5}, {"current_protocol": True}], ids=str
)
def test_pressing_twice_restarts_once(
    episode: Episode, ada: User, lena: User, more: dict[str, Any]
) -> None:
    protocols.release(clinic=episode.clinic, plan=DEFAULT_PROTOCOL, by=lena)
    restart(episode, ada, **more)

    again = restart(Episode.objects.get(pk=episode.pk), ada, **more)

    assert again.pk == episode.pk
    assert EarlierProcedure.objects.count() == 1
    assert AuditEvent.objects.filter(action="episode.restarted").count() == 1


@pytest.mark.parametrize(
    ("minutes", "more"),
    [
        (16, {}),
        (1, {"baseline_pain": 3}),
        (1, {"current_protocol": True}),
    ],
    ids=["too late", "another pain", "another plan"],
)
def test_another_restart_on_the_same_day_is_refused(
    episode: Episode, ada: User, lena: User, at: Any, minutes: int, more: dict[str, Any]
) -> None:
    protocols.release(clinic=episode.clinic, plan=DEFAULT_PROTOCOL, by=lena)
    noon = datetime.combine(today(episode), time(12), ZoneInfo(episode.patient.zone))
    at(noon)
    restart(episode, ada)
    at(clock.now() + timedelta(minutes=minutes))

    with pytest.raises(InvalidInput) as refused:
        restart(Episode.objects.get(pk=episode.pk), ada, **more)

    assert wrong(refused) == ["performed_on"]


def test_restart_lets_milestones_be_reached_again(
    episode: Episode, ada: User, pat: Patient
) -> None:
    def tick() -> None:
        milestones.reach(episode=episode, code="desk_work", by=ada, source="clinic")

    tick()

    restart(episode, ada)

    assert not MilestoneReached.objects.exists()
    (kept,) = EarlierProcedure.objects.get().milestones
    assert (kept["code"], kept["source"]) == ("desk_work", "clinic")
    assert kept["reached_on"] == today(episode).isoformat()
    tick()
    assert MilestoneReached.objects.get().code == "desk_work"


def test_restart_moves_the_reminders(episode: Episode, ada: User) -> None:
    restart(episode, ada, days_ago=3)

    schedule = ReminderSchedule.objects.get(subject_id=episode.pk, kind="check_in")
    first = schedule.parsed_segments()[1]
    assert first.first == today(episode) - timedelta(days=3)


def test_restart_leaves_alerts_and_evaluations_alone(
    episode: Episode, ada: User
) -> None:
    entry(episode, days_ago=1, pain=5, symptoms=[{"code": "hives", "change": "new"}])
    before = TriageEvaluation.objects.values("facts", "findings", "level").get()
    alert = Alert.objects.values().get()

    restart(episode, ada)

    assert TriageEvaluation.objects.values("facts", "findings", "level").get() == before
    assert Alert.objects.values().get() == alert
    assert CaseloadRow.objects.get(episode=episode).live_alerts == 1


def test_restart_keeps_the_plan_or_takes_the_current_one(
    episode: Episode, ada: User, lena: User
) -> None:
    protocols.release(clinic=episode.clinic, plan=DEFAULT_PROTOCOL, by=lena)

    restart(episode, ada, days_ago=2)
    kept = Episode.objects.get(pk=episode.pk).protocol.number
    restart(episode, ada, days_ago=1, current_protocol=True)
    taken = Episode.objects.get(pk=episode.pk).protocol.number

    assert (kept, taken) == (1, 2)


@pytest.mark.parametrize(("given", "expected"), [(None, 6.0), (3, 3.0)])
def test_restart_may_bring_its_own_intake_pain(
    episode: Episode, ada: User, given: int | None, expected: float
) -> None:
    restart(episode, ada, baseline_pain=given)

    assert float(Episode.objects.get(pk=episode.pk).baseline_pain or 0) == expected


def test_baseline_is_the_week_before_the_second_procedure(
    episode: Episode, ada: User
) -> None:
    for days_ago in (104, 103, 102):
        entry(episode, days_ago, pain=9, walk_minutes=5)
    for days_ago in range(40, 8, -1):
        entry(episode, days_ago, pain=8)
    for days_ago in (5, 4, 3):
        entry(episode, days_ago, pain=3, walk_minutes=40)
    restart(episode, ada, days_ago=1)

    key = entry(episode, days_ago=0, pain=4)

    facts = TriageEvaluation.objects.get(check_in=key).facts
    assert (facts["day"], facts["baseline"]) == (1, 3.0)
    assert facts["walk_baseline"] == 40.0
    assert facts["lowest_m3"] is None


def test_late_entries_about_the_first_procedure_are_taken(
    episode: Episode, ada: User
) -> None:
    restart(episode, ada)

    key = entry(episode, days_ago=60, pain=5)

    assert CheckIn.objects.get(pk=key).day == -60
    with pytest.raises(InvalidInput) as refused:
        entry(episode, days_ago=108, pain=5)
    assert wrong(refused) == ["local_date"]


def test_what_was_asked_before_is_asked_again(episode: Episode, ada: User) -> None:
    for occasion in (7, 14, 91):
        QuestionnaireResponse.objects.create(
            clinic=episode.clinic,
            episode=episode,
            instrument="peg",
            instrument_version="1",
            occasion=occasion,
            completed_at=clock.now(),
            local_date=today(episode),
            day=100,
            score={},
            entered_by=ada,
        )

    # Seven days apart: each row moves to where another one was.
    details = ProcedureDetails(performed_on=episode.procedure.performed_on)
    details = ProcedureDetails(performed_on=details.performed_on + timedelta(days=7))
    procedures.restart(episode=episode, by=ada, procedure=details)

    rows = QuestionnaireResponse.objects.order_by("occasion")
    assert [(row.occasion, row.day) for row in rows] == [(0, 93), (7, 93), (84, 93)]


@pytest.mark.parametrize(
    ("days_ago", "message"),
    [
        (100, "comes after the first"),
        (101, "comes after the first"),
        (-1, "on its day, or later"),
        (-61, "at most 365 days back or 60 days ahead"),
    ],
)
def test_restart_refuses_other_days(
    episode: Episode, ada: User, days_ago: int, message: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        restart(episode, ada, days_ago=days_ago)

    assert wrong(refused) == ["performed_on"]
    assert message in refused.value.errors[0]["message"]
    assert not EarlierProcedure.objects.exists()


def test_restart_of_a_closed_course_is_refused(episode: Episode, ada: User) -> None:
    episodes.close(episode=episode, by=ada)

    with pytest.raises(Conflict) as refused:
        restart(episode, ada)

    assert refused.value.code == "episode_closed"


def test_the_date_cannot_be_amended_before_the_first(
    episode: Episode, ada: User
) -> None:
    restart(episode, ada)

    with pytest.raises(InvalidInput) as refused:
        episodes.amend(
            episode=episode, by=ada, performed_on=today(episode) - timedelta(days=100)
        )

    assert wrong(refused) == ["performed_on"]


def test_undo_brings_everything_back(episode: Episode, ada: User, lena: User) -> None:
    entry(episode, days_ago=30, pain=5)
    milestones.reach(episode=episode, code="desk_work", by=ada, source="clinic")
    protocols.release(clinic=episode.clinic, plan=DEFAULT_PROTOCOL, by=lena)
    restart(episode, ada, current_protocol=True, baseline_pain=2)
    entry(episode, days_ago=0, pain=6)
    milestones.reach(episode=episode, code="desk_work", by=ada, source="clinic")

    procedures.undo_restart(episode=episode, by=lena)

    episode = Episode.objects.get(pk=episode.pk)
    assert episode.procedure.performed_on == today(episode) - timedelta(days=100)
    assert (episode.procedure.lot, episode.protocol.number) == ("A-1", 1)
    assert float(episode.baseline_pain or 0) == 6.0
    assert sorted(CheckIn.objects.values_list("day", flat=True)) == [70, 100]
    reached = MilestoneReached.objects.get()
    assert (reached.code, reached.reached_by) == ("desk_work", ada)
    assert not EarlierProcedure.objects.exists()
    assert AuditEvent.objects.filter(action="episode.restart_undone").count() == 1


def test_undo_only_within_a_day(episode: Episode, ada: User, at: Any) -> None:
    restart(episode, ada)
    later = clock.now() + timedelta(days=1, minutes=1)
    at(later)

    with pytest.raises(Conflict) as refused:
        procedures.undo_restart(episode=episode, by=ada)

    assert refused.value.code == "too_late"


def test_undo_without_a_restart_is_refused(episode: Episode, ada: User) -> None:
    with pytest.raises(Conflict):
        procedures.undo_restart(episode=episode, by=ada)


def test_a_new_course_closes_the_old_one(episode: Episode, ada: User) -> None:
    new = procedures.open_new(
        episode=episode,
        by=ada,
        procedure=ProcedureDetails(performed_on=today(episode)),
        baseline_pain=5,
        profile_facts=["diabetes"],
    )

    episode.refresh_from_db()
    assert (episode.status, new.status) == ("closed", "active")
    assert new.profile.facts == ["diabetes"]


def test_a_second_press_opens_no_third_course(
    episode: Episode, ada: User, at: Any
) -> None:
    done = ProcedureDetails(performed_on=today(episode), routes=("intradiscal",))
    pressed = clock.now()
    at(pressed)
    new = procedures.open_new(episode=episode, by=ada, procedure=done, baseline_pain=5)
    at(pressed + timedelta(minutes=1))

    again = procedures.open_new(episode=new, by=ada, procedure=done, baseline_pain=5)

    assert again == new
    assert Episode.objects.count() == 2


def test_the_same_procedure_an_hour_later_is_questioned(
    episode: Episode, ada: User, at: Any
) -> None:
    done = ProcedureDetails(performed_on=today(episode))
    pressed = clock.now()
    at(pressed)
    new = procedures.open_new(episode=episode, by=ada, procedure=done, baseline_pain=5)
    at(pressed + timedelta(hours=1))

    with pytest.raises(InvalidInput):
        procedures.open_new(episode=new, by=ada, procedure=done, baseline_pain=5)


def test_a_new_course_names_the_alerts_that_wait(episode: Episode, ada: User) -> None:
    alert = make_alert(make_check_in(episode, 99))

    with pytest.raises(Conflict) as refused:
        procedures.open_new(
            episode=episode,
            by=ada,
            procedure=ProcedureDetails(performed_on=today(episode)),
            baseline_pain=5,
        )

    assert refused.value.code == "open_alerts"
    assert refused.value.extra["alerts"] == [{"id": str(alert.pk), "rule": "R07"}]
    assert Episode.objects.count() == 1


@pytest.mark.parametrize("days", [0, 1, 364, 365, 400])
@pytest.mark.parametrize(
    "zone",
    ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Europe/Berlin"],
)
def test_an_entry_is_judged_on_any_day_in_any_zone(
    ada: User, zone: str, days: int, at: Any
) -> None:
    at(datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    clinic = make_clinic(zone=zone)
    episode = make_episode(make_patient(clinic), day=300)
    for days_ago in (300, 200, 20):
        entry(episode, days_ago, pain=6, temperature={"value": "37,9", "unit": "C"})
    restart(episode, ada, days_ago=0)
    begun = clock.now()
    at(begun + timedelta(days=days))

    key = entry(
        episode,
        days_ago=0,
        pain=7,
        symptoms=[{"code": "saddle_numbness", "change": "new"}],
    )

    evaluation = TriageEvaluation.objects.get(check_in=key)
    rules = {finding["rule_id"] for finding in evaluation.findings}
    assert evaluation.facts["day"] == days
    assert "R03" in rules
    assert "R00" not in rules
