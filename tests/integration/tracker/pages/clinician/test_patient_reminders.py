"""Staff see what was sent to a patient, what is to come, and why nothing arrives."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditEvent
from backend.common import clock
from reminders import tasks
from reminders.models import DueReminder, Message
from tests.factories.reminders import (
    abandon_due,
    make_delivery,
    make_device,
    make_message,
    make_preference,
)
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import check_in_reminders, zones


@pytest.fixture
def desk(signed_in, ada):
    return signed_in(ada)


@pytest.fixture
def pat(pat, pats_episode):
    check_in_reminders.follow_plan(episode=pats_episode, by="test")
    return pat


def page(desk, patient, query=""):
    answer = desk.get(f"/clinic/patients/{patient.pk}/reminders{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def prompted(patient, at):
    """The next check-in prompt became a message and was shown on an iPhone."""
    tasks.plan_due()
    row = DueReminder.objects.filter(slot=0, schedule__kind="check_in").earliest(
        "due_at"
    )
    at(row.due_at)
    abandon_due(clock.now())
    device = make_device(patient.user, user_agent="(iPhone)")
    message = Message.objects.get(due_reminder=row)
    Message.objects.filter(pk=message.pk).update(state="sent", settled_at=clock.now())
    make_delivery(
        message, channel="web_push", push_subscription=device,
        attempted_at=row.due_at, shown_at=row.due_at + timedelta(minutes=1),
        status="delivered",
    )  # fmt: skip


def test_page_tells_each_step_and_what_is_to_come(desk, pat, at):
    prompted(pat, at)

    shown = page(desk, pat)

    assert "by notification to iPhone" in shown
    assert "shown at " in shown
    assert "prompts in the next six months" in shown
    assert AuditEvent.objects.filter(action="patient.read").exists()


def test_closed_day_of_a_resting_clinic_is_marked(desk, pat, clinic_a):
    today = clock.local_today(clinic_a.zone)
    clinic_a.closed_days = [(today + timedelta(days=1)).isoformat()]
    clinic_a.rests_on_closed_days = True
    clinic_a.save()

    shown = page(desk, pat)

    assert "clinic closed, not sent" in shown


def test_unreached_patient_is_explained(desk, pat):
    make_preference(pat.user, stopped_channels=["email"])

    shown = page(desk, pat)

    assert "No reminder reaches this patient" in shown
    assert "No phone takes notifications, the patient stopped e-mails." in shown
    row = desk.get("/clinic/?queue=unreachable").content.decode()
    assert "no phone takes notifications, the patient stopped e-mails" in row
    assert f"/clinic/patients/{pat.pk}/reminders" in row


def test_patient_who_has_not_joined_is_offered_an_invitation(desk, clinic_a):
    patient = make_patient(clinic_a, user=None)
    make_episode(patient)

    assert "Has not joined yet" in page(desk, patient)


def test_clock_of_the_patient_has_its_history(desk, pat):
    assert "Their clock" not in page(desk, pat)

    zones.answer(user=pat.user, zone="Europe/Lisbon", kind="travel")

    shown = page(desk, pat)
    assert "a journey" in shown
    assert "Lisbon" in shown


def test_list_goes_on_page_by_page(desk, pat, at, clinic_a):
    start = clock.now()
    for number in range(33):
        at(start + timedelta(minutes=number))
        make_message(pat.user, clinic_a, kind="scripted")

    first = desk.get(f"/clinic/patients/{pat.pk}/reminders")
    assert len(first.context["lines"]) == 30
    older = first.context["older"].isoformat().replace("+", "%2B")
    second = desk.get(f"/clinic/patients/{pat.pk}/reminders?before={older}")
    assert len(second.context["lines"]) == 3
    assert page(desk, pat, "?before=yesterday")


def test_other_clinic_gets_nothing(signed_in, bo, pat):
    answer = signed_in(bo).get(f"/clinic/patients/{pat.pk}/reminders")

    assert answer.status_code == 404


def test_page_costs_the_same_for_one_and_three(desk, pat, clinic_a):
    make_delivery(make_message(pat.user, clinic_a))
    page(desk, pat)
    with CaptureQueriesContext(connection) as one:
        page(desk, pat)
    for _ in range(2):
        make_delivery(make_message(pat.user, clinic_a))
    with CaptureQueriesContext(connection) as three:
        page(desk, pat)

    assert len(one) == len(three) <= 22
