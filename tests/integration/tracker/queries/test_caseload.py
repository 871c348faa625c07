"""The worklist: who comes first, who is silent, and what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from backend.common import clock
from backend.common.errors import NotFound
from reminders.actions import messages
from reminders.models import Delivery
from tests.factories.tracker import (
    make_alert,
    make_check_in,
    make_episode,
    make_patient,
)
from tracker.actions import check_in_reminders
from tracker.clinical.levels import Level
from tracker.models import CaseloadRow, Episode, Patient
from tracker.queries import caseload


def _row(clinic: Clinic, name: str, day: int = 9, **fields: Any) -> Episode:
    episode = make_episode(make_patient(clinic, name=name), day=day)
    CaseloadRow.objects.filter(episode=episode).update(**({"last_day": day} | fields))
    return episode


def _names(clinic: Clinic, **wanted: Any) -> list[str]:
    return [entry.patient_name for entry in caseload.rows(clinic, **wanted)]


def _waiting(minutes: int) -> Any:
    return clock.now() - timedelta(minutes=minutes)


def test_rows_put_what_nobody_owns_first(clinic_a: Clinic) -> None:
    _row(clinic_a, "Calm")
    _row(clinic_a, "Soon", alert_level=2, unowned_level=2, waiting_since=_waiting(900))
    _row(clinic_a, "Owned", alert_level=4, waiting_since=_waiting(90))
    _row(clinic_a, "Short", alert_level=3, unowned_level=3, waiting_since=_waiting(5))
    _row(clinic_a, "Long", alert_level=3, unowned_level=3, waiting_since=_waiting(50))
    _row(clinic_a, "Now", alert_level=4, unowned_level=4, waiting_since=_waiting(1))

    assert _names(clinic_a) == ["Now", "Long", "Short", "Owned", "Soon", "Calm"]


def test_rows_show_one_clinic_only(
    pat: Patient, quin: Patient, clinic_b: Clinic
) -> None:
    assert _names(clinic_b) == ["Quin Vogel"]


def test_rows_carry_what_the_line_shows(clinic_a: Clinic, ada: User) -> None:
    episode = _row(
        clinic_a, "Ana Ruiz", alert_level=3, last_pain=7, change="4.0", last_day=8,
        trend=[[7, 3.0], [8, 7.0]],
    )  # fmt: skip
    check_in = make_check_in(episode, day=8)
    make_alert(check_in, level=Level.URGENT, acknowledged_by=ada)
    make_alert(check_in, level=Level.SOON, rule_id="R16")

    [entry] = caseload.rows(clinic_a)

    assert (entry.day, entry.phase_title, entry.level) == (9, "Weeks 1 to 2", 3)
    assert (entry.owner_name, entry.unowned) == ("Ada Reyes", False)
    assert entry.headline != ""
    assert entry.trend == ((7, 3.0), (8, 7.0))
    assert (entry.last_pain, entry.change, entry.silent_days) == (7, 4.0, 1)
    assert entry.is_reachable


@pytest.mark.parametrize(
    ("day", "last_day", "is_silent"),
    [
        (0, None, False),
        (2, None, False),
        (3, None, True),
        (14, 12, False),
        (14, 11, True),
        (15, 9, False),
        (15, 8, True),
        (42, 35, True),
        (43, 30, False),
        (43, 29, True),
        (190, 170, False),
        (200, 166, False),
        (200, 165, True),
    ],
)
def test_silent_holds_who_has_not_written(
    clinic_a: Clinic, day: int, last_day: int | None, is_silent: bool
) -> None:
    _row(clinic_a, "Ana", day=day, last_day=last_day)

    assert _names(clinic_a, queue="silent") == (["Ana"] if is_silent else [])


def _failed_mail(patient: Patient, status: str = "permanent_failure") -> None:
    episode = patient.episodes.get()
    check_in_reminders.follow_plan(episode=episode, by="test")
    message = messages.queue(
        recipient=patient.user,
        clinic=patient.clinic,
        kind="check_in",
        subject_id=episode.pk,
        dedupe_key=f"{patient.pk} {status}",
    )
    Delivery.objects.create(
        message=message, channel="email", status=status, attempted_at=clock.now()
    )


def test_unreachable_holds_who_cannot_sign_in(clinic_a: Clinic) -> None:
    make_episode(make_patient(clinic_a, name="Without", user=None))
    make_episode(make_patient(clinic_a, name="With"))

    assert _names(clinic_a, queue="unreachable") == ["Without"]
    assert caseload.counts(clinic_a)["unreachable"] == 1


def test_unreachable_holds_whose_mail_fails(
    pat: Patient, pia: Patient, clinic_a: Clinic
) -> None:
    _failed_mail(pat)
    _failed_mail(pia)
    _failed_mail(pia, status="delivered")

    assert _names(clinic_a, queue="unreachable") == ["Pat Alvarez"]
    assert {e.patient_name: e.is_reachable for e in caseload.rows(clinic_a)} == {
        "Pat Alvarez": False,
        "Pia Stone": True,
    }


def test_search_finds_part_of_a_name(
    pat: Patient, pia: Patient, clinic_a: Clinic
) -> None:
    assert _names(clinic_a, search=" stone ") == ["Pia Stone"]


def test_unknown_queue_is_not_found(clinic_a: Clinic) -> None:
    with pytest.raises(NotFound):
        caseload.rows(clinic_a, queue="bored")


def test_pages_follow_each_other(clinic_a: Clinic) -> None:
    for name in "ABC":
        _row(clinic_a, name)

    assert _names(clinic_a, limit=2) == ["A", "B"]
    assert _names(clinic_a, limit=2, offset=2) == ["C"]


def test_counts_every_queue(clinic_a: Clinic, quin: Patient) -> None:
    _row(clinic_a, "Urgent", alert_level=3)
    _row(clinic_a, "Soon", alert_level=2)
    _row(clinic_a, "Silent", last_day=2)
    make_episode(make_patient(clinic_a, user=None), day=1)
    _row(clinic_a, "Closed", last_day=2, is_active=False)

    assert caseload.counts(clinic_a) == {
        "urgent": 1, "soon": 1, "silent": 1, "unreachable": 1, "all": 4,
        "questionnaires": 0,
    }  # fmt: skip


def test_closed_course_with_a_live_alert_is_shown_but_not_called_silent(
    clinic_a: Clinic,
) -> None:
    _row(clinic_a, "In care", alert_level=2)
    _row(clinic_a, "Closed", alert_level=4, last_day=2, is_active=False)

    assert caseload.counts(clinic_a) == {
        "urgent": 1, "soon": 1, "silent": 0, "unreachable": 0, "all": 2,
        "questionnaires": 0,
    }  # fmt: skip
    assert _names(clinic_a) == ["Closed", "In care"]
    closed = caseload.rows(clinic_a)[0]
    assert (closed.phase_title, closed.silent_days) == ("Course closed", 0)


@pytest.mark.parametrize("people", [1, 3])
def test_rows_cost_three_queries_and_counts_three(
    clinic_a: Clinic, people: int
) -> None:
    for number in range(people):
        make_alert(make_check_in(_row(clinic_a, f"P{number}"), day=8))
    caseload.rows(clinic_a)

    with CaptureQueriesContext(connection) as queries:
        caseload.rows(clinic_a)
        caseload.counts(clinic_a)

    assert len(queries) == 6
