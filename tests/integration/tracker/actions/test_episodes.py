"""Opening, amending and closing a course of care."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Conflict, InvalidInput
from reminders.models import ReminderSchedule
from tests.factories.tracker import make_alert, make_check_in, make_patient
from tracker.actions import episodes
from tracker.actions.episodes import ProcedureDetails
from tracker.models import CaseloadRow, Episode, HealthProfile, Patient, Procedure


def _today(clinic: Clinic) -> date:
    return clock.local_today(clinic.zone)


def _details(clinic: Clinic, **fields: Any) -> ProcedureDetails:
    return replace(
        ProcedureDetails(
            performed_on=_today(clinic),
            routes=("intradiscal", "facet"),
            levels=("L4-L5",),
            guidance="fluoroscopy",
            cell_source="bone_marrow_concentrate",
            product="BMC",
            lot="A17",
        ),
        **fields,
    )


def _open(patient: Patient, by: User, **fields: Any) -> Episode:
    details = fields.pop("procedure", None) or _details(patient.clinic)
    return episodes.open_episode(
        patient=patient, by=by, procedure=details, **({"baseline_pain": 6} | fields)
    )


@pytest.fixture
def newcomer(clinic_a: Clinic) -> Patient:
    return make_patient(clinic_a, name="Ned New")


def test_open_makes_everything_a_course_of_care_needs(
    newcomer: Patient, ada: User
) -> None:
    episode = _open(
        newcomer,
        ada,
        profile_facts=["diabetes"],
        known_symptoms=("numbness_one_leg",),
        allergies="latex",
        baseline_pain="6.5",
    )

    episode.refresh_from_db()
    assert (episode.status, episode.opened_by) == ("active", ada)
    assert episode.baseline_pain == Decimal("6.5")
    assert episode.protocol.number == 1
    assert episode.profile.facts == ["diabetes"]
    assert episode.profile.known_symptoms == ["numbness_one_leg"]
    assert (episode.profile.allergies, episode.profile.recorded_by) == ("latex", ada)
    assert episode.procedure.routes == ["intradiscal", "facet"]
    assert (episode.procedure.levels, episode.procedure.lot) == (["L4-L5"], "A17")
    assert CaseloadRow.objects.get(episode=episode).clinic == newcomer.clinic
    assert AuditEvent.objects.filter(action="episode.opened").count() == 1


def test_open_reminds_as_the_plan_asks(newcomer: Patient, ada: User) -> None:
    episode = _open(newcomer, ada)

    schedule = ReminderSchedule.objects.get(subject_id=episode.pk, kind="check_in")
    day_0 = episode.procedure.performed_on
    assert (schedule.recipient, schedule.kind) == (newcomer.user, "check_in")
    assert (schedule.wall_time.hour, schedule.wall_time.minute) == (18, 30)
    assert schedule.zone == "America/New_York"
    assert [
        ((s.first - day_0).days, (s.last - day_0).days if s.last else None, s.cadence)
        for s in schedule.parsed_segments()
    ] == [
        (-7, -1, "daily"),
        (0, 14, "daily"),
        (15, 42, "three_a_week"),
        (43, 90, "weekly"),
        (91, 182, "weekly"),
        (183, 365, "monthly"),
    ]


def test_open_reminds_nobody_who_cannot_sign_in(clinic_a: Clinic, ada: User) -> None:
    _open(make_patient(clinic_a, user=None), ada)

    assert not ReminderSchedule.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("region", "knee"),
        ("routes", ("oral",)),
        ("routes", "facet"),
        ("levels", ("x" * 21,)),
        ("levels", ("",)),
        ("guidance", "luck"),
        ("cell_source", "shop"),
        ("product", "x" * 121),
        ("lot", None),
        ("performed_on", None),
    ],
)
def test_open_names_the_wrong_field_of_the_procedure(
    newcomer: Patient, ada: User, field: str, value: Any
) -> None:
    with pytest.raises(InvalidInput) as caught:
        _open(newcomer, ada, procedure=_details(newcomer.clinic, **{field: value}))

    assert [error["field"] for error in caught.value.errors] == [field]
    assert not Episode.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("baseline_pain", 10.1),
        ("baseline_pain", "six"),
        ("baseline_pain", float("nan")),
        ("baseline_pain", True),
        ("profile_facts", ["tall"]),
        ("known_symptoms", ["sneezing"]),
        ("allergies", "x" * 501),
    ],
)
def test_open_refuses_wrong_profiles(
    newcomer: Patient, ada: User, field: str, value: Any
) -> None:
    with pytest.raises(InvalidInput):
        _open(newcomer, ada, **{field: value})


@pytest.mark.parametrize(("days", "is_fine"), [(-366, 0), (-365, 1), (60, 1), (61, 0)])
def test_procedure_lies_within_a_year_back_and_two_months_ahead(
    newcomer: Patient, ada: User, days: int, is_fine: int
) -> None:
    on = _today(newcomer.clinic) + timedelta(days=days)
    details = _details(newcomer.clinic, performed_on=on)

    if is_fine:
        assert _open(newcomer, ada, procedure=details).procedure.performed_on == on
    else:
        with pytest.raises(InvalidInput):
            _open(newcomer, ada, procedure=details)


def test_open_while_another_is_active_is_a_conflict(pat: Patient, ada: User) -> None:
    with pytest.raises(Conflict):
        _open(pat, ada)

    assert pat.episodes.count() == 1


def test_open_may_replace_the_active_one(pat: Patient, ada: User) -> None:
    before = pat.episodes.get()

    after = _open(pat, ada, replaces_active=True)

    before.refresh_from_db()
    assert (before.status, after.status) == ("closed", "active")
    assert before.closed_at is not None


def test_database_refuses_two_active_ones(pats_episode: Episode) -> None:
    with pytest.raises(IntegrityError):
        Episode.objects.create(
            clinic=pats_episode.clinic,
            patient=pats_episode.patient,
            protocol=pats_episode.protocol,
            profile=pats_episode.profile,
        )


def test_amend_changes_the_named_facts(pats_episode: Episode, ada: User) -> None:
    episodes.amend(
        episode=pats_episode, by=ada, lot="B2", routes=["facet"], baseline_pain=7
    )

    procedure = Procedure.objects.get(episode=pats_episode)
    pats_episode.refresh_from_db()
    assert (procedure.lot, procedure.routes) == ("B2", ["facet"])
    assert pats_episode.baseline_pain == 7
    assert AuditEvent.objects.get(action="episode.amended").detail == {
        "fields": ["lot", "routes", "baseline_pain"]
    }


def test_amend_of_the_date_moves_every_day(pats_episode: Episode, ada: User) -> None:
    check_in = make_check_in(pats_episode, day=8)
    CaseloadRow.objects.filter(episode=pats_episode).update(
        last_day=8, trend=[[8, 5.0]]
    )
    earlier = pats_episode.procedure.performed_on - timedelta(days=2)

    episodes.amend(episode=pats_episode, by=ada, performed_on=earlier)

    check_in.refresh_from_db()
    row = CaseloadRow.objects.get(episode=pats_episode)
    assert check_in.day == 10
    assert (row.last_day, row.trend, row.version) == (10, [[10, 5.0]], 1)
    schedule = ReminderSchedule.objects.get(subject_id=pats_episode.pk, kind="check_in")
    assert schedule.parsed_segments()[1].first == earlier


def test_amend_refuses_what_is_not_a_fact(pats_episode: Episode, ada: User) -> None:
    with pytest.raises(InvalidInput):
        episodes.amend(episode=pats_episode, by=ada, status="closed")


def test_update_profile_keeps_the_earlier_state(
    pats_episode: Episode, ada: User
) -> None:
    episodes.update_profile(episode=pats_episode, by=ada, allergies="latex")
    episodes.update_profile(episode=pats_episode, by=ada, profile_facts=["diabetes"])
    episodes.update_profile(episode=pats_episode, by=ada, profile_facts=["diabetes"])

    pats_episode.refresh_from_db()
    assert pats_episode.profile.facts == ["diabetes"]
    assert pats_episode.profile.allergies == "latex"
    assert HealthProfile.objects.filter(patient=pats_episode.patient).count() == 3


def test_close_ends_reminders_and_leaves_the_worklist(
    newcomer: Patient, ada: User
) -> None:
    episode = _open(newcomer, ada)

    episodes.close(episode=episode, by=ada)
    episodes.close(episode=episode, by=ada)

    assert episode.status == "closed"
    assert not CaseloadRow.objects.get(episode=episode).is_active
    assert {s.state for s in ReminderSchedule.objects.all()} == {"ended"}
    assert AuditEvent.objects.filter(action="episode.closed").count() == 1


def test_close_waits_for_open_alerts(pats_episode: Episode, ada: User) -> None:
    make_alert(make_check_in(pats_episode, 8))

    with pytest.raises(Conflict):
        episodes.close(episode=pats_episode, by=ada)

    pats_episode.refresh_from_db()
    assert pats_episode.status == "active"
