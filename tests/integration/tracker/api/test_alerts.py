"""The alerts of a clinic over HTTP: one owner, every step written down."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import User
from backend.accounts.roles import Role
from backend.common import clock
from tests.factories.accounts import make_staff
from tests.factories.tracker import make_episode, make_patient
from tests.integration.tracker.api.calls import Call, fields, report
from tracker.models import Alert, Episode, Patient

ACTIONS = ("acknowledge", "notes", "snooze", "resolve")


def test_an_alert_says_why_it_fired(call: Call, ada: User, pats_alert: Alert) -> None:
    answer = call(ada, "GET", f"/alerts/{pats_alert.pk}").json()

    assert (answer["rule"], answer["level"], answer["status"]) == (
        "R03",
        "emergency",
        "open",
    )
    assert answer["ruleset"] == pats_alert.ruleset
    assert answer["reasons"] == pats_alert.finding["reasons"]
    assert answer["would_clear"]
    assert answer["headline"]
    assert answer["check"]
    assert answer["patient_advice"][0]["rule"] == "R03"
    assert answer["owner"] is None
    assert answer["patient"]["name"] == "Pat Alvarez"
    assert [(s["kind"], s["by"]) for s in answer["steps"]] == [("opened", None)]


def test_the_list_holds_what_is_live(
    call: Call, ada: User, pats_alert: Alert, pia: Patient
) -> None:
    report(pia.episodes.get(), "urine_leak")
    call(ada, "POST", f"/alerts/{pats_alert.pk}/resolve", {"resolution": "data_error"})

    def rules(query: str) -> list[str]:
        answer = call(ada, "GET", f"/alerts{query}").json()
        return [row["rule"] for row in answer["results"]]

    assert rules("") == ["R01"]
    assert rules("?status=open") == ["R01"]
    assert rules("?status=resolved") == ["R03"]
    assert rules("?status=all") == ["R01", "R03"]
    assert rules(f"?status=all&episode={pats_alert.episode_id}") == ["R03"]
    assert fields(call(ada, "GET", "/alerts?status=mine")) == ["status"]


def test_the_list_goes_on_by_cursor(
    call: Call, ada: User, pats_alert: Alert, pia: Patient
) -> None:
    report(pia.episodes.get(), "urine_leak")

    first = call(ada, "GET", "/alerts?limit=1").json()
    second = call(ada, "GET", first["next"].split("/api/v1")[1]).json()

    assert [r["rule"] for r in first["results"] + second["results"]] == ["R01", "R03"]
    assert (first["previous"], second["next"]) == (None, None)


def test_the_list_takes_as_many_queries_for_three_as_for_one(
    call: Call, ada: User, pats_alert: Alert
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert call(ada, "GET", "/alerts").status_code == 200
        return len(seen)

    for_one = queries()
    for _ in range(2):
        patient = make_patient(pats_alert.clinic)
        report(make_episode(patient), "saddle_numbness")

    assert queries() == for_one


def test_the_first_to_take_an_alert_has_it(
    call: Call, ada: User, lena: User, pats_alert: Alert
) -> None:
    path = f"/alerts/{pats_alert.pk}/acknowledge"

    taken, again = call(ada, "POST", path), call(ada, "POST", path)
    late = call(lena, "POST", path)

    assert (taken.status_code, again.status_code) == (200, 200)
    assert taken.json()["owner"] == {"id": str(ada.pk), "name": "Ada Reyes"}
    assert late.status_code == 409
    assert late["Content-Type"] == "application/problem+json"
    assert late.json()["code"] == "already_taken"
    assert late.json()["owner"] == {"id": str(ada.pk), "name": "Ada Reyes"}
    assert [s["kind"] for s in again.json()["steps"]] == ["opened", "acknowledged"]


def test_a_note_is_a_step(call: Call, ada: User, pats_alert: Alert) -> None:
    answer = call(ada, "POST", f"/alerts/{pats_alert.pk}/notes", {"note": "Called."})

    step = answer.json()["steps"][-1]
    assert (step["kind"], step["note"], step["by"]["name"]) == (
        "noted",
        "Called.",
        "Ada Reyes",
    )
    assert answer.json()["status"] == "open"


def test_an_emergency_cannot_be_set_aside(
    call: Call, ada: User, pats_alert: Alert
) -> None:
    until = (clock.now() + timedelta(hours=3)).isoformat()

    answer = call(
        ada, "POST", f"/alerts/{pats_alert.pk}/snooze", {"until": until, "reason": "x"}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "never_snoozed")


def test_an_urgent_alert_is_set_aside_with_a_reason(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    report(pats_episode, "calf_swelling")
    alert = Alert.objects.get()
    until = clock.now() + timedelta(hours=3)

    answer = call(
        ada,
        "POST",
        f"/alerts/{alert.pk}/snooze",
        {"until": until.isoformat(), "reason": "Scan at noon"},
    )

    assert answer.status_code == 200
    assert answer.json()["owner"]["name"] == "Ada Reyes"
    assert answer.json()["snoozed_until"] is not None
    assert answer.json()["steps"][-1]["note"] == "Scan at noon"


def test_resolving_closes_with_words_for_the_patient(
    call: Call, ada: User, pats_alert: Alert
) -> None:
    answer = call(
        ada,
        "POST",
        f"/alerts/{pats_alert.pk}/resolve",
        {"resolution": "sent_to_emergency", "advice_given": "Go there now."},
    ).json()

    assert (answer["status"], answer["resolution"]) == (
        "resolved",
        "sent_to_emergency",
    )
    assert answer["advice_given"] == "Go there now."
    assert answer["resolved_by"]["name"] == "Ada Reyes"


BAD: list[tuple[str, Any, list[str]]] = [
    ("notes", {}, ["note"]),
    ("notes", {"note": "  "}, ["note"]),
    ("notes", {"note": "\u200b"}, ["note"]),
    ("notes", {"note": "x" * 4001}, ["note"]),
    ("notes", {"note": "x", "owner": "me"}, ["owner"]),
    ("snooze", {"until": "soon"}, ["until", "reason"]),
    ("resolve", {}, ["resolution"]),
]


@pytest.mark.parametrize(("action", "body", "wrong"), BAD)
def test_bad_input_names_each_field_and_changes_nothing(
    call: Call, ada: User, pats_alert: Alert, action: str, body: Any, wrong: list[str]
) -> None:
    answer = call(ada, "POST", f"/alerts/{pats_alert.pk}/{action}", body)

    assert fields(answer) == wrong
    pats_alert.refresh_from_db()
    assert pats_alert.status == "open"
    assert pats_alert.events.count() == 1


@pytest.mark.parametrize("text", ["[]", "7", '"x"', "{", "null"])
def test_a_body_that_is_no_object_is_refused(
    call: Call, ada: User, pats_alert: Alert, text: str
) -> None:
    answer = call(ada, "POST", f"/alerts/{pats_alert.pk}/notes", text)

    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable")


@pytest.mark.parametrize("action", ACTIONS)
def test_staff_of_another_clinic_and_other_roles_are_turned_away(
    call: Call,
    bo: User,
    cleo: User,
    max_admin: User,
    pat: Patient,
    pats_alert: Alert,
    action: str,
) -> None:
    path = f"/alerts/{pats_alert.pk}/{action}"

    def status(who: User | None) -> int:
        return int(call(who, "POST", path, {"resolution": "data_error"}).status_code)

    assert [status(who) for who in (None, pat.user, cleo, max_admin, bo)] == [
        401,
        403,
        403,
        403,
        404,
    ]


def test_a_foreign_alert_is_not_told_from_one_that_never_was(
    call: Call, bo: User, pats_alert: Alert
) -> None:
    theirs = call(bo, "GET", f"/alerts/{pats_alert.pk}")
    none = call(bo, "GET", f"/alerts/{pats_alert.episode_id}")

    assert theirs.status_code == none.status_code == 404
    assert theirs.content == none.content
    assert call(bo, "GET", "/alerts?status=all").json()["results"] == []
    of_episode = call(bo, "GET", f"/alerts?episode={pats_alert.episode_id}")
    assert of_episode.status_code == 404


def test_a_second_clinician_reads_who_has_it(
    call: Call, ada: User, pats_alert: Alert
) -> None:
    second = make_staff(pats_alert.clinic, Role.CLINICIAN)
    call(ada, "POST", f"/alerts/{pats_alert.pk}/acknowledge")

    row = call(second, "GET", "/alerts").json()["results"][0]

    assert (row["status"], row["owner"]["name"]) == ("acknowledged", "Ada Reyes")


def test_what_was_not_read_is_not_closed(
    call: Call, ada: User, pats_alert: Alert
) -> None:
    report(pats_alert.episode, "saddle_numbness")
    path, ended = f"/alerts/{pats_alert.pk}/resolve", {"resolution": "visit_booked"}

    refused = call(ada, "POST", path, {**ended, "reports": 1})
    closed = call(ada, "POST", path, {**ended, "reports": 2})

    assert (refused.status_code, refused.json()["code"]) == (409, "unread_report")
    assert (closed.status_code, closed.json()["status"]) == (200, "resolved")
