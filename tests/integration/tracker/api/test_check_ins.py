"""PUT /api/v1/check-ins/<uuid>: stored once, judged at once, or refused whole."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from backend.accounts.models import User
from backend.audit.models import AuditEvent
from backend.common import clock
from reminders.models import Message
from tracker.actions import episodes
from tracker.models import Alert, CaseloadRow, CheckIn, Episode, TriageEvaluation

SignIn = Callable[[User], Client]


def body(**answers: Any) -> dict[str, Any]:
    return {
        "local_date": clock.local_today("America/New_York").isoformat(),
        "recorded_at": clock.now().isoformat(),
        "pain": 4,
        "mobility": 5,
        "symptoms": [],
        **answers,
    }


def put(client: Client, check_in_id: uuid.UUID, data: Any, query: str = "") -> Any:
    return client.put(
        f"/api/v1/check-ins/{check_in_id}{query}",
        data,
        content_type="application/json",
    )


NUMB = [{"code": "saddle_numbness", "change": "new"}]


def test_a_quiet_check_in_is_stored_and_evaluated(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)
    key = uuid.uuid4()

    response = put(client, key, body())

    assert response.status_code == 201
    answer = response.json()
    assert (answer["id"], answer["day"], answer["phase"]) == (str(key), 9, "initial")
    assert (answer["level"], answer["advice"], answer["seen"]) == ("none", [], None)
    assert TriageEvaluation.objects.get().check_in_id == key
    assert AuditEvent.objects.filter(action="check_in.submitted").count() == 1
    assert CaseloadRow.objects.get().last_pain == 4
    assert not Alert.objects.exists()


def test_a_quiet_check_in_takes_four_round_trips(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    """Session, user, the episode's state, and one statement that writes it all."""
    client = signed_in(pats_episode.patient.user)
    put(client, uuid.uuid4(), body())

    with CaptureQueriesContext(
        connection,
    ) as queries:
        put(client, uuid.uuid4(), body())

    assert len(queries) == 4


def test_saddle_numbness_opens_one_emergency_alert_and_calls_staff(
    signed_in: SignIn, pats_episode: Episode, ada: User
) -> None:
    client = signed_in(pats_episode.patient.user)

    response = put(client, uuid.uuid4(), body(symptoms=NUMB))

    answer = response.json()
    assert answer["level"] == "emergency"
    assert answer["advice"][0]["rule"] == "R03"
    assert {"kind": "call", "label": "Call 911", "number": "911"} in answer["advice"][
        0
    ]["actions"]
    alert = Alert.objects.get()
    assert (alert.rule_id, alert.level, alert.status) == ("R03", 4, "open")
    assert [event.kind for event in alert.events.all()] == ["opened"]
    assert Message.objects.get().recipient == ada
    assert CaseloadRow.objects.get().unowned_level == 4


def test_a_repeated_report_adds_to_the_live_alert(
    signed_in: SignIn, pats_episode: Episode, ada: User
) -> None:
    client = signed_in(pats_episode.patient.user)

    put(client, uuid.uuid4(), body(symptoms=NUMB))
    put(client, uuid.uuid4(), body(symptoms=NUMB))

    alert = Alert.objects.get()
    assert alert.reports == 2
    assert sorted(e.kind for e in alert.events.all()) == ["opened", "repeated"]
    assert Message.objects.count() == 1


def test_the_same_content_again_is_harmless(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)
    key, data = uuid.uuid4(), body(symptoms=NUMB)

    first, second = put(client, key, data), put(client, key, data)

    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["advice"] == second.json()["advice"]
    assert CheckIn.objects.count() == Alert.objects.count() == 1


def test_the_same_uuid_with_other_content_keeps_the_first(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)
    key = uuid.uuid4()
    put(client, key, body(pain=3))

    response = put(client, key, body(pain=9))

    assert response.status_code == 409
    assert response.json()["stored"]["pain"] == 3
    assert CheckIn.objects.get().pain == 3


def test_a_correction_supersedes_and_keeps_the_first(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)
    wrong, right = uuid.uuid4(), uuid.uuid4()
    put(client, wrong, body(pain=9))

    response = put(client, right, body(pain=3, corrects=str(wrong)))

    assert response.status_code == 201
    assert CaseloadRow.objects.get().trend == [[9, 3.0]]
    assert CheckIn.objects.count() == 2
    again = put(client, uuid.uuid4(), body(pain=2, corrects=str(wrong)))
    assert again.status_code == 409


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("pain 11", {"pain": 11}, "pain"),
    ("pain as text", {"pain": "5"}, "pain"),
    ("pain as truth", {"pain": True}, "pain"),
    ("mobility in words", {"mobility": "much"}, "mobility"),
    ("80 C", {"temperature": {"value": "80", "unit": "C"}}, "temperature"),
    (
        "unknown symptom",
        {"symptoms": [{"code": "gout", "change": "new"}]},
        "symptoms[0].code",
    ),
    ("before the procedure", {"local_date": "2020-01-01"}, "local_date"),
    ("in the future", {"local_date": "2999-01-01"}, "local_date"),
    ("a long note", {"note": "x" * 100_000}, "note"),
    ("an unknown field", {"mood": 3}, "mood"),
]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [(w, f) for _, w, f in WRONG],
    ids=[name for name, _, _ in WRONG],
)
def test_bad_input_names_the_field_and_stores_nothing(
    signed_in: SignIn, pats_episode: Episode, wrong: dict[str, Any], field: str
) -> None:
    client = signed_in(pats_episode.patient.user)

    response = put(client, uuid.uuid4(), body(**wrong))

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [e["field"] for e in response.json()["errors"]] == [field]
    assert all(e["message"].endswith(".") for e in response.json()["errors"])
    assert not CheckIn.objects.exists()


def test_every_wrong_field_is_named_at_once(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)

    response = put(client, uuid.uuid4(), body(pain=11, mobility="much"))

    assert [e["field"] for e in response.json()["errors"]] == ["pain", "mobility"]


@pytest.mark.parametrize("text", ["{", "[]", '"pain"', "", "\x00"])
def test_broken_json_is_refused_in_one_sentence(
    signed_in: SignIn, pats_episode: Episode, text: str
) -> None:
    client = signed_in(pats_episode.patient.user)

    response = client.put(
        f"/api/v1/check-ins/{uuid.uuid4()}", text, content_type="application/json"
    )

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"]


@pytest.mark.django_db(transaction=True)
def test_another_patients_uuid_is_not_told(
    signed_in: SignIn, pats_episode: Episode, quin: Any
) -> None:
    key = uuid.uuid4()
    put(signed_in(pats_episode.patient.user), key, body(pain=3))

    response = put(signed_in(quin.user), key, body(pain=9))

    assert response.status_code == 404
    assert CheckIn.objects.get().pain == 3


def test_staff_enter_for_their_patient_only(
    signed_in: SignIn, pats_episode: Episode, ada: User, bo: User, cleo: User
) -> None:
    query = f"?episode={pats_episode.pk}"

    assert put(signed_in(ada), uuid.uuid4(), body(), query).status_code == 201
    assert put(signed_in(cleo), uuid.uuid4(), body(), query).status_code == 403
    assert put(signed_in(bo), uuid.uuid4(), body(), query).status_code == 404
    assert CheckIn.objects.get().entered_by == ada


def test_a_rule_that_breaks_is_an_alert(
    signed_in: SignIn, pats_episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("tracker.actions.triage.facts_at", broken)

    response = put(signed_in(pats_episode.patient.user), uuid.uuid4(), body())

    assert (response.status_code, response.json()["level"]) == (201, "urgent")
    assert Alert.objects.get().rule_id == "R00"


def test_an_emergency_in_an_entry_that_is_refused_has_its_advice(
    signed_in: SignIn, pats_episode: Episode, ada: User
) -> None:
    client = signed_in(pats_episode.patient.user)
    key = uuid.uuid4()
    put(client, key, body())

    unreadable = put(client, uuid.uuid4(), body(symptoms=NUMB, pain=99))
    other_answers = put(client, key, body(symptoms=NUMB))
    episodes.close(episode=pats_episode, by=ada)
    closed = put(client, uuid.uuid4(), body(symptoms=NUMB))

    refusals = (unreadable, other_answers, closed)
    assert [r.status_code for r in refusals] == [400, 409, 409]
    assert closed.json()["code"] == "episode_closed"
    for refused in refusals:
        (advice,) = refused.json()["advice"]
        assert (advice["rule"], advice["level"]) == ("R03", "emergency")
        assert refused.json()["clinic"]["emergency_number"]
    assert not Alert.objects.exists()


def test_a_refusal_without_an_emergency_brings_none(
    signed_in: SignIn, pats_episode: Episode
) -> None:
    client = signed_in(pats_episode.patient.user)

    assert "advice" not in put(client, uuid.uuid4(), body(pain=99)).json()


def test_a_repeat_after_the_course_was_closed_gets_its_first_answer(
    signed_in: SignIn, pats_episode: Episode, ada: User
) -> None:
    client, key, same = signed_in(pats_episode.patient.user), uuid.uuid4(), body()
    first = put(client, key, same)
    episodes.close(episode=pats_episode, by=ada)

    again = put(client, key, same)

    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
