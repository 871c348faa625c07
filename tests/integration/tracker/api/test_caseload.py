"""The worklist over HTTP: in order, by queue, found by name, and cheap."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import Clinic, User
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.api.calls import Call, fields, report
from tracker.models import Alert, Patient


def names(call: Call, who: User, query: str = "") -> list[str]:
    answer = call(who, "GET", f"/caseload{query}").json()
    return [row["patient_name"] for row in answer["results"]]


def test_an_alert_without_an_owner_comes_first(
    call: Call, ada: User, pats_alert: Alert, pia: Patient, quin: Patient
) -> None:
    row = call(ada, "GET", "/caseload").json()["results"][0]

    assert names(call, ada) == ["Pat Alvarez", "Pia Stone"]
    assert (row["patient_name"], row["level"], row["unowned"]) == (
        "Pat Alvarez",
        "emergency",
        True,
    )
    assert row["episode_id"] == str(pats_alert.episode_id)
    assert (row["day"], row["last_pain"], row["trend"]) == (9, 5, [[9, 5.0]])
    assert row["headline"]
    assert row["waiting_since"]


def test_queues_hold_what_they_say(
    call: Call, ada: User, pats_alert: Alert, pia: Patient
) -> None:
    assert names(call, ada, "?queue=urgent") == ["Pat Alvarez"]
    assert names(call, ada, "?queue=soon") == []
    assert names(call, ada, "?queue=silent") == ["Pia Stone"]
    assert names(call, ada, "?queue=all&search=pia") == ["Pia Stone"]
    assert fields(call(ada, "GET", "/caseload?queue=vip")) == ["queue"]


def test_somebody_who_cannot_sign_in_is_unreachable(
    call: Call, ada: User, clinic_a: Clinic
) -> None:
    make_episode(make_patient(clinic_a, user=None, name="Nia Roth"))

    assert names(call, ada, "?queue=unreachable") == ["Nia Roth"]


def test_the_list_goes_on_by_cursor(
    call: Call, ada: User, pats_alert: Alert, pia: Patient
) -> None:
    first = call(ada, "GET", "/caseload?limit=1").json()
    second = call(ada, "GET", first["next"].split("/api/v1")[1]).json()

    rows: list[Any] = first["results"] + second["results"]
    assert [row["patient_name"] for row in rows] == ["Pat Alvarez", "Pia Stone"]
    assert second["next"] is None


def test_a_made_up_cursor_leads_nowhere(call: Call, ada: User) -> None:
    for cursor in ("YWJj", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "LTE=", "x", "%00"):
        assert call(ada, "GET", f"/caseload?cursor={cursor}").status_code == 404


def test_the_list_takes_as_many_queries_for_three_as_for_one(
    call: Call, ada: User, clinic_a: Clinic
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert call(ada, "GET", "/caseload").status_code == 200
        return len(seen)

    report(make_episode(make_patient(clinic_a)), "saddle_numbness")
    for_one = queries()
    for _ in range(2):
        report(make_episode(make_patient(clinic_a)), "saddle_numbness")

    assert queries() == for_one


@pytest.mark.parametrize("role", ["clinician", "coordinator", "lead"])
def test_every_role_in_care_reads_it(
    call: Call, role: str, ada: User, cleo: User, lena: User, pat: Patient
) -> None:
    who = {"clinician": ada, "coordinator": cleo, "lead": lena}[role]

    assert names(call, who) == ["Pat Alvarez"]


def test_others_are_turned_away(
    call: Call, bo: User, max_admin: User, pat: Patient
) -> None:
    statuses = [
        call(who, "GET", "/caseload").status_code
        for who in (None, pat.user, max_admin, bo)
    ]

    assert statuses == [401, 403, 403, 200]
    assert names(call, bo) == []
