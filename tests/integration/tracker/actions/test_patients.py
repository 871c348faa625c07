"""Recording people, and saying what is wrong with what was typed."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend.accounts.models import Clinic, User
from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import InvalidInput
from reminders.models import ReminderSchedule
from tracker.actions import check_in_reminders, patients
from tracker.models import Patient

LOOKS = "The e-mail address looks like name@example.org."
SUCH_AS = "The time zone is a name such as Europe/Berlin."
PAST = "Date of birth lies between 1 January 1900 and yesterday."
ANA: dict[str, Any] = {"name": " Ana Ruiz ", "date_of_birth": date(1961, 3, 9)}


def test_create_takes_the_zone_of_the_clinic(clinic_b: Clinic, bo: User) -> None:
    patient = patients.create(
        clinic=clinic_b, by=bo, email="Ana@Example.ORG", sex="female", **ANA
    )

    patient.refresh_from_db()
    assert (patient.name, patient.email) == ("Ana Ruiz", "ana@example.org")
    assert (patient.clinic, patient.zone, patient.user) == (
        clinic_b,
        "Europe/Berlin",
        None,
    )
    assert AuditEvent.objects.filter(action="patient.created", actor_id=bo.pk).exists()


@pytest.mark.parametrize(
    ("field", "value", "code", "message"),
    [
        ("name", "  ", "required", "The name is needed."),
        ("name", "a\x00b", "wrong_type", "The name is text."),
        ("name", "a" * 201, "too_long", "The name has at most 200 characters."),
        ("email", "ana", "unreadable", LOOKS),
        ("sex", "f", "unknown_code", "Sex is not a code that we know."),
        ("zone", "Mars/One", "unknown_code", SUCH_AS),
        ("zone", "../etc", "unknown_code", SUCH_AS),
        ("phone", 5, "wrong_type", "The phone number is text."),
        ("date_of_birth", "1961", "wrong_type", "Date of birth is a date."),
        ("date_of_birth", clock.now(), "wrong_type", "Date of birth is a date."),
        ("date_of_birth", date(1800, 1, 1), "out_of_range", PAST),
        ("date_of_birth", date(1899, 12, 31), "out_of_range", PAST),
    ],
)  # fmt: skip
def test_create_names_the_wrong_field(
    clinic_a: Clinic, ada: User, field: str, value: object, code: str, message: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        patients.create(clinic=clinic_a, by=ada, **(ANA | {field: value}))

    assert caught.value.errors == [{"field": field, "code": code, "message": message}]
    assert not Patient.objects.exists()


def test_create_names_every_wrong_field_at_once(clinic_a: Clinic, ada: User) -> None:
    tomorrow = clock.local_today(clinic_a.zone) + timedelta(days=1)

    with pytest.raises(InvalidInput) as caught:
        patients.create(clinic=clinic_a, by=ada, name="", date_of_birth=tomorrow)

    assert [error["field"] for error in caught.value.errors] == [
        "name",
        "date_of_birth",
    ]


def test_update_changes_the_named_fields_only(pat: Patient, ada: User) -> None:
    Patient.objects.filter(pk=pat.pk).update(phone="1")

    patients.update(patient=pat, by=ada, name="Pat A.")

    pat.refresh_from_db()
    assert (pat.name, pat.phone) == ("Pat A.", "1")
    assert AuditEvent.objects.get(action="patient.updated").detail == {
        "fields": ["name"]
    }


def test_update_to_the_same_is_no_event(pat: Patient, ada: User) -> None:
    patients.update(patient=pat, by=ada, name=pat.name)

    assert not AuditEvent.objects.filter(action="patient.updated").exists()


def test_update_refuses_what_is_not_a_field(pat: Patient, ada: User) -> None:
    with pytest.raises(InvalidInput) as caught:
        patients.update(patient=pat, by=ada, clinic_id="x")

    assert caught.value.errors[0]["code"] == "unknown_field"


def test_moving_zone_moves_the_reminder(pat: Patient, ada: User) -> None:
    check_in_reminders.follow_plan(episode=pat.episodes.get(), by=ada)

    patients.update(patient=pat, by=ada, zone="Asia/Tokyo")

    schedules = ReminderSchedule.objects.filter(recipient=pat.user)
    assert {(s.kind, s.zone) for s in schedules} == {
        ("check_in", "Asia/Tokyo"),
        ("questionnaire", "Asia/Tokyo"),
    }
