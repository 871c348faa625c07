"""A second procedure through the API."""

from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.models import User
from backend.common import clock
from tests.integration.tracker.api.calls import Call, fields
from tracker.actions import episodes, milestones
from tracker.models import EarlierProcedure, Episode


def body(episode: Episode, **changes: Any) -> dict[str, Any]:
    today = clock.local_today(episode.patient.zone)
    procedure = {"performed_on": today.isoformat(), "lot": "B-2"}
    return {"procedure": procedure | changes}


def test_restart_shows_the_earlier_procedure(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    before = pats_episode.procedure.performed_on
    milestones.reach(episode=pats_episode, code="desk_work", by=ada, source="clinic")
    path = f"/episodes/{pats_episode.pk}/procedures"

    answer = call(ada, "POST", path, body(pats_episode) | {"baseline_pain": 4})

    told = answer.json()
    assert answer.status_code == 201
    assert (told["day"], told["procedure"]["lot"]) == (0, "B-2")
    assert told["baseline_pain"] == 4.0
    (earlier,) = told["earlier_procedures"]
    assert earlier["performed_on"] == before.isoformat()
    assert [m["code"] for m in earlier["milestones_reached"]] == ["desk_work"]


def test_restart_is_taken_back(call: Call, ada: User, pats_episode: Episode) -> None:
    path = f"/episodes/{pats_episode.pk}/procedures"
    call(ada, "POST", path, body(pats_episode))

    first, second = (call(ada, "DELETE", path) for _ in "12")

    assert (first.status_code, first.json()["day"]) == (200, 9)
    assert (second.status_code, second.json()["code"]) == (409, "too_late")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"performed_on": "2999-01-01"}, ["procedure.performed_on"]),
        ({"region": "knee"}, ["procedure.region"]),
        ({"colour": "red"}, ["procedure.colour"]),
    ],
)
def test_restart_names_the_wrong_field(
    call: Call,
    ada: User,
    pats_episode: Episode,
    changes: dict[str, Any],
    wrong: list[str],
) -> None:
    path = f"/episodes/{pats_episode.pk}/procedures"

    answer = call(ada, "POST", path, body(pats_episode, **changes))

    assert fields(answer) == wrong
    assert not EarlierProcedure.objects.exists()


def test_restart_of_the_same_day_is_refused(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    day = pats_episode.procedure.performed_on - timedelta(days=0)
    path = f"/episodes/{pats_episode.pk}/procedures"

    answer = call(ada, "POST", path, body(pats_episode, performed_on=day.isoformat()))

    assert fields(answer) == ["procedure.performed_on"]


def test_restart_of_a_closed_course_is_a_conflict(
    call: Call, ada: User, pats_episode: Episode
) -> None:
    episodes.close(episode=pats_episode, by=ada)

    answer = call(
        ada, "POST", f"/episodes/{pats_episode.pk}/procedures", body(pats_episode)
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "episode_closed")
