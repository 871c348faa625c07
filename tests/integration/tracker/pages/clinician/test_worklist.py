"""The worklist: its order is tested with its query; here is what the page shows."""

import uuid
from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from backend.accounts import duty_actions
from backend.common import clock, health
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import alerts
from tracker.models import Alert, CaseloadRow, Patient

SignedIn = Callable[..., Client]
Report = Callable[..., uuid.UUID]


@pytest.fixture
def browser(ada: Any, signed_in: SignedIn) -> Client:
    return signed_in(ada)


def test_worklist_shows_level_reason_and_wait(
    browser: Client, clinic_a: Any, pat: Patient, pats_alert: Alert
) -> None:
    page = browser.get("/clinic/").content.decode()

    assert "level-urgent" in page
    assert "Urgent</span>" in page
    assert "Pat Alvarez" in page
    is_open = clinic_a.is_open(pats_alert.waiting_since)
    assert f"of {2 if is_open else 4} h 00" in page
    assert f"/clinic/patients/{pat.pk}/take" in page


def test_worklist_says_that_there_is_more_than_the_highest(
    browser: Client, pat: Patient, report: Report
) -> None:
    report(pat.episodes.get(), "numbness_one_leg")
    alone = browser.get("/clinic/").content.decode()
    report(pat.episodes.get(), "saddle_numbness")

    page = browser.get("/clinic/").content.decode()

    assert ("more alert" in alone, "and 1 more alert<" in page) == (False, True)


def test_worklist_says_what_a_wait_is_over(
    browser: Client, pat: Patient, report: Report, at: Any
) -> None:
    report(pat.episodes.get(), "saddle_numbness")
    at(clock.now() + timedelta(minutes=16))

    page = browser.get("/clinic/").content.decode()

    assert '<span class="overdue">16 min</span>' in page
    assert "over 15 min" in page


def test_worklist_holds_no_one_of_another_clinic(
    browser: Client, pat: Patient, quin: Patient
) -> None:
    page = browser.get("/clinic/").content.decode()

    assert ("Pat Alvarez" in page, "Quin Vogel" in page) == (True, False)


def test_worklist_news_is_the_list_alone(browser: Client, pat: Patient) -> None:
    page = browser.get("/clinic/", headers={"HX-Request": "true"}).content.decode()

    assert page.lstrip().startswith('<section id="worklist"')
    assert "<html" not in page


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("?q=alv", True),
        ("?q=stone", False),
        ("?queue=urgent", False),
        ("?queue=x", True),
    ],
)
def test_worklist_is_narrowed(
    browser: Client, pat: Patient, query: str, is_there: bool
) -> None:
    page = browser.get(f"/clinic/{query}").content.decode()

    assert ("Pat Alvarez" in page) is is_there


@pytest.mark.parametrize("page", ["0", "-3", "seven", "²", "9" * 40])
def test_worklist_reads_any_page_number(browser: Client, page: str) -> None:
    assert browser.get("/clinic/", {"page": page}).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/clinic/", "/clinic/patients/{patient}"],
)
def test_a_name_turns_no_other_word_around(
    browser: Client, pat: Patient, path: str
) -> None:
    pat.name = "\u202egnoL"
    pat.save()

    page = browser.get(path.format(patient=pat.pk), follow=True).content.decode()

    assert ">\u202egnoL</bdi>" in page


def test_new_patient_is_not_called_silent(
    browser: Client, clinic_a: Any, pat: Patient
) -> None:
    make_episode(make_patient(clinic_a, name="Nia New"), day=0)

    page = browser.get("/clinic/").content.decode()

    assert page.count("no entry yet") == 1
    assert "last entry" not in page


def test_worklist_reads_a_search_with_a_nul(browser: Client, pat: Patient) -> None:
    response = browser.get("/clinic/?q=alv%00")

    assert response.status_code == 200
    assert "Pat Alvarez" in response.content.decode()


def test_coordinator_sees_the_list_without_taking(
    cleo: Any, signed_in: SignedIn, pats_alert: Alert
) -> None:
    page = signed_in(cleo).get("/clinic/").content.decode()

    assert "Pat Alvarez" in page
    assert "/take" not in page


def test_worklist_asks_as_much_for_three_rows_as_for_one(
    browser: Client, clinic_a: Any, pats_alert: Alert, report: Report
) -> None:
    browser.get("/clinic/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get("/clinic/")
    for _ in range(2):
        patient = make_patient(clinic_a)
        report(make_episode(patient), "numbness_one_leg")
    with CaptureQueriesContext(connection) as three:
        browser.get("/clinic/")

    assert len(one) == len(three)
    assert len(three) <= 12


def test_take_leads_to_the_alert(
    browser: Client, ada: Any, pat: Patient, pats_alert: Alert
) -> None:
    response = browser.post(f"/clinic/patients/{pat.pk}/take")

    pats_alert.refresh_from_db()
    assert response["Location"] == f"/clinic/alerts/{pats_alert.pk}"
    assert pats_alert.acknowledged_by == ada


def test_take_of_nothing_leads_to_the_record(browser: Client, pat: Patient) -> None:
    response = browser.post(f"/clinic/patients/{pat.pk}/take")

    assert response["Location"] == f"/clinic/patients/{pat.pk}"


def test_emergency_without_an_owner_is_on_every_page(
    ada: Any, pat: Patient, report: Report, signed_in: SignedIn
) -> None:
    browser = signed_in(ada)
    assert "no owner" not in browser.get("/clinic/duty").content.decode()
    report(pat.episodes.get(), "saddle_numbness")

    for path in ("/clinic/", "/clinic/duty", "/clinic/enrol"):
        assert "An emergency has no owner" in browser.get(path).content.decode()

    alerts.acknowledge(alert=Alert.objects.get(), by=ada)
    assert "no owner" not in browser.get("/clinic/duty").content.decode()


def test_whoever_may_see_no_alerts_reads_it_without_a_link(
    max_admin: Any, pat: Patient, report: Report, signed_in: SignedIn
) -> None:
    report(pat.episodes.get(), "saddle_numbness")

    page = signed_in(max_admin).get("/clinic/people").content.decode()

    assert "An emergency has no owner" in page
    assert "Please tell a clinician." in page
    assert "?queue=urgent" not in page
    assert "Pat Alvarez" not in page


def test_emergency_without_an_owner_is_told_at_once_to_its_clinic(
    ada: Any, bo: Any, pat: Patient, report: Report, signed_in: SignedIn
) -> None:
    report(pat.episodes.get(), "saddle_numbness")

    def waiting(user: Any) -> object:
        return signed_in(user).get("/readyz").json()["waiting"]

    assert waiting(ada) == {"emergencies_without_owner": 1}
    assert waiting(bo) == {"emergencies_without_owner": 0}
    alerts.acknowledge(alert=Alert.objects.get(), by=ada)
    assert waiting(ada) == {"emergencies_without_owner": 0}


def test_overdue_emergency_is_not_ready(
    ada: Any, pat: Patient, report: Report, at: Any
) -> None:
    report(pat.episodes.get(), "saddle_numbness")
    opened = Alert.objects.get().waiting_since
    at(opened + timedelta(minutes=14))
    assert "emergencies_owned" not in health.failing()

    at(opened + timedelta(minutes=15))

    assert "emergencies_owned" in health.failing()


def test_who_is_on_duty_heads_the_worklist(
    ada: Any, lena: Any, clinic_a: Any, signed_in: SignedIn
) -> None:
    duty_actions.add_shift(
        clinic=clinic_a,
        by=lena,
        member=ada.memberships.get().pk,
        weekdays=range(7),
        starts=time(0),
        ends=time(0),
    )

    page = signed_in(ada).get("/clinic/").content.decode()

    assert "On duty" in page
    assert "until 00:00" in page


def test_overdue_questionnaires_are_a_quiet_queue_of_their_own(
    browser: Client, pat: Patient, pia: Patient
) -> None:
    assert "Questionnaires overdue" not in browser.get("/clinic/").content.decode()
    CaseloadRow.objects.filter(episode__patient=pat).update(overdue_questionnaires=2)

    page = browser.get("/clinic/").content.decode()
    listed = browser.get("/clinic/?queue=questionnaires")

    assert 'Questionnaires overdue <b class="number">1</b>' in page
    # Not among the medical queues.
    queues = page.split('aria-label="Queues"')[1].split("</nav>")[0]
    assert "uestionnaires" not in queues
    assert [row.patient_name for row in listed.context["rows"]] == [pat.name]
    shown = listed.content.decode()
    assert f"/clinic/patients/{pat.pk}#overdue" in shown
    assert "2 questionnaires overdue" in shown
    # Whoever withdrew their consent is asked for nothing.
    Patient.objects.filter(pk=pat.pk).update(consent_withdrawn_at=clock.now())
    listed = browser.get("/clinic/?queue=questionnaires")
    assert listed.context["rows"] == []
