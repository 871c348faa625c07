"""The API of adverse events."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from tests.integration.tracker.api.calls import Call, fields
from tracker.models import AdverseEvent, Alert, Episode


def body(episode: Episode | None = None, **changes: Any) -> dict[str, Any]:
    today = clock.local_today("America/New_York")
    values = {
        "term": "spine_infection",
        "onset_on": (today - timedelta(days=2)).isoformat(),
        "grade": 3,
        "seriousness": ["admission"],
        "relatedness": "possible",
        "outcome": "ongoing",
    }
    if episode:
        values["episode"] = str(episode.pk)
    return {**values, **changes}


@pytest.fixture
def recorded(call: Call, ada: User, pats_episode: Episode) -> dict[str, Any]:
    answer = call(ada, "POST", "/adverse-events", body(pats_episode))
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_record_answers_with_the_duty(recorded: dict[str, Any]) -> None:
    today = clock.local_today("America/New_York")

    assert recorded["reporting"] == {
        "needed": True,
        "why": "An infection after a tissue product that is serious. "
        "Within 15 calendar days of becoming aware.",
        "due_on": (today + timedelta(days=15)).isoformat(),
        "form": "Form FDA 3500A",
    }
    assert (recorded["version"], recorded["family"]) == (1, "infection")
    assert recorded["patient"]["name"] == "Pat Alvarez"


def test_record_from_an_alert(call: Call, ada: User, pats_alert: Alert) -> None:
    answer = call(ada, "POST", "/adverse-events", body(alert=str(pats_alert.pk)))

    assert answer.json()["alert"] == str(pats_alert.pk)
    assert answer.json()["episode"] == str(pats_alert.episode_id)


def test_record_twice_is_one(call: Call, ada: User, pats_episode: Episode) -> None:
    once = body(pats_episode, id=str(uuid.uuid4()))

    codes = [call(ada, "POST", "/adverse-events", once).status_code for _ in "12"]

    assert codes == [201, 201]
    assert AdverseEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"episode": None}, ["episode"]),
        ({"term": "luck"}, ["term"]),
        ({"grade": 9}, ["grade"]),
        ({"grade": 5}, ["grade"]),
        ({"seriousness": ["bad"]}, ["seriousness"]),
        ({"onset_on": "2999-01-01"}, ["onset_on"]),
        ({"grading": {"mood": 1}}, ["grading"]),
        ({"lot": "x" * 121}, ["lot"]),
        ({"colour": "red"}, ["colour"]),
    ],
)
def test_record_names_each_wrong_field(
    call: Call,
    ada: User,
    pats_episode: Episode,
    changes: dict[str, Any],
    wrong: list[str],
) -> None:
    answer = call(ada, "POST", "/adverse-events", body(pats_episode) | changes)

    assert fields(answer) == wrong
    assert not AdverseEvent.objects.exists()


def test_record_needs_an_episode_or_an_alert(call: Call, ada: User) -> None:
    assert fields(call(ada, "POST", "/adverse-events", body())) == ["episode"]


def test_list_holds_the_own_clinic(
    call: Call, ada: User, bo: User, recorded: dict[str, Any]
) -> None:
    own = call(ada, "GET", "/adverse-events?show=open").json()["results"]
    other = call(bo, "GET", "/adverse-events").json()["results"]

    assert [event["id"] for event in own] == [recorded["id"]]
    assert other == []
    assert fields(call(ada, "GET", "/adverse-events?show=odd")) == ["show"]


def test_get_writes_down_who_looked(
    call: Call, cleo: User, recorded: dict[str, Any]
) -> None:
    answer = call(cleo, "GET", f"/adverse-events/{recorded['id']}")

    assert answer.json()["earlier_versions"] == []
    assert AuditEvent.objects.get(action="adverse_event.read").actor_id == cleo.pk


def test_amend_then_a_stale_version(
    call: Call, ada: User, lena: User, recorded: dict[str, Any]
) -> None:
    path = f"/adverse-events/{recorded['id']}"

    first = call(lena, "PATCH", path, {"version": 1, "reason": "Call", "grade": 2})
    second = call(ada, "PATCH", path, {"version": 1, "reason": "Mine", "grade": 4})

    assert first.json()["earlier_versions"][0]["fields_before"]["grade"] == 3
    assert second.status_code == 409
    assert second.json()["code"] == "changed_meanwhile"
    assert second.json()["current"]["grade"] == 2


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"reason": "Slip", "grade": 2}, ["version"]),
        ({"version": 1, "grade": 2}, ["reason"]),
        ({"version": 1, "reported_on": "2999-01-01"}, ["reported_on"]),
        ({"version": 1, "report_reference": "A"}, ["reported_on"]),
        ({"version": 1, "not_reported_because": ""}, ["not_reported_because"]),
        ({"version": 1, "not_reported_because": "Own", "grade": 2}, ["grade"]),
        ({"version": 1, "reason": "x", "episode": "1"}, ["episode"]),
    ],
)
def test_changes_name_the_wrong_field(
    call: Call,
    ada: User,
    recorded: dict[str, Any],
    change: dict[str, Any],
    wrong: list[str],
) -> None:
    answer = call(ada, "PATCH", f"/adverse-events/{recorded['id']}", change)

    assert fields(answer) == wrong


def test_report_stops_the_clock(
    call: Call, ada: User, recorded: dict[str, Any]
) -> None:
    today = clock.local_today("America/New_York").isoformat()
    change = {"version": 1, "reported_on": today, "report_reference": "FDA 1"}

    answer = call(ada, "PATCH", f"/adverse-events/{recorded['id']}", change).json()

    assert (answer["reported_on"], answer["report_reference"]) == (today, "FDA 1")
    assert answer["reporting"]["needed"] is False


def test_decision_not_to_report(
    call: Call, ada: User, recorded: dict[str, Any]
) -> None:
    change = {"version": 1, "not_reported_because": "Same procedure"}

    answer = call(ada, "PATCH", f"/adverse-events/{recorded['id']}", change).json()

    assert answer["not_reported_because"] == "Same procedure"
