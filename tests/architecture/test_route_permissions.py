"""Every route of the product, asked by everybody, answers as routes.toml says."""

import re
import tomllib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from backend.accounts.roles import Role
from backend.common import clock
from backend.common.models import Heartbeat
from tests.architecture.routes import address, all_routes
from tests.architecture.two_clinics import Side, ask, cookie_of, make_side

TABLE: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("routes.toml").read_text()
)
JSON = "/api/v1/"


@dataclass(frozen=True)
class World:
    side: Side
    cookies: tuple[str | None, ...]


@pytest.fixture
def world(db: None, at: Callable[[datetime], None]) -> World:
    # Asking everybody for everything takes longer than a job or an alert may wait.
    at(clock.now())
    for job in Heartbeat.LATE_AFTER:
        Heartbeat.objects.create(job=job, last_good_at=clock.now())
    here = make_side("a", "US", "America/New_York")
    there = make_side("b", "DE", "Europe/Berlin")
    actors = [
        here.patient.user,
        here.neighbour.user,
        *(here.staff[role] for role in Role),
        there.staff[Role.CLINICIAN],
        there.patient.user,
    ]
    return World(here, (None, *(cookie_of(user) for user in actors)))


def body_of(line: str, side: Side) -> Any:
    """A body that is accepted, where a route needs one."""
    now = clock.now()
    today = clock.local_today(side.patient.zone).isoformat()
    entry = {"local_date": today, "recorded_at": now.isoformat(), "pain": 3}
    return {
        "PUT check-ins": entry,
        "POST alerts notes": {"note": "Called."},
        "POST alerts snooze": {
            "until": (now + timedelta(hours=1)).isoformat(),
            "reason": "Scan at noon.",
        },
        "POST alerts resolve": {"resolution": "data_error"},
        "POST adverse-events": {
            "episode": str(side.episode.pk),
            "term": "headache",
            "onset_on": today,
            "grade": 1,
            "relatedness": "unlikely",
            "outcome": "ongoing",
        },
        "PATCH adverse-events": {
            "version": side.event.version,
            "reason": "Better",
            "outcome": "recovered",
        },
        "POST patients": {"name": "Nia Roth", "date_of_birth": "1971-05-02"},
        "POST episodes": {
            "patient": str(side.invited.pk),
            "procedure": {"performed_on": today},
        },
        "POST episodes procedures": {"procedure": {"performed_on": today}},
        "PUT questionnaires": {
            "answers": {"pain": 3, "enjoyment": 2, "activity": 1},
            "complete": True,
        },
        "POST receipts": {"delivery": str(side.delivery.pk), "kind": "shown"},
        "PUT reminder-preferences": {
            "wall_time": "18:30",
            "channels": ["email"],
            "quiet_hours": {"from": "22:00", "to": "07:00"},
            "pauses": [],
            "zone": "America/New_York",
        },
        "PUT push-subscriptions": {
            "endpoint": "https://fcm.googleapis.com/fcm/send/new",
            "keys": {"p256dh": "B" + "A" * 86, "auth": "A" * 22},
        },
    }.get(_short(line))


def new_id(line: str) -> dict[str, str]:
    """An entry's id comes from the phone: a new one each time."""
    is_entry = line.startswith("PUT /api/v1/check-ins/")
    return {"check_in_id": str(uuid.uuid4())} if is_entry else {}


def _short(line: str) -> str:
    """`POST /api/v1/alerts/<uuid:alert_id>/notes` -> `POST alerts notes`."""
    method, _, route = line.partition(f" {JSON}")
    words = [w for w in without_query(route).split("/") if not w.startswith("<")]
    return " ".join([method, *words])


def lines_of(pattern: str) -> list[str]:
    """The routes a line stands for: itself, or every one below a `**`."""
    if "**" not in pattern:
        return [pattern]
    below = pattern.removesuffix("**")
    return [r for r in all_routes() if r.startswith(below) and r not in TABLE]


def without_query(line: str) -> str:
    return re.split(r"\?\w+=", line)[0]


def test_every_route_has_a_line_and_every_line_a_route() -> None:
    routes = set(all_routes())
    lines = {without_query(line) for pattern in TABLE for line in lines_of(pattern)}

    assert sorted(routes - lines) == [], "routes without a line in routes.toml"
    assert sorted(lines - routes) == [], "lines in routes.toml without a route"


def test_everybody_is_answered_as_the_table_says(world: World) -> None:
    answered = {}
    for pattern in TABLE:
        for line in lines_of(pattern):
            answered[line] = answers(world, line)

    expected = {line: row for p, row in TABLE.items() for line in lines_of(p)}
    assert {k: v for k, v in answered.items() if v != expected[k]} == {}


def answers(world: World, line: str) -> str:
    """The status that each actor gets, in the order of the table."""
    method, route = line.split(" ", 1)
    path = address(route, world.side.values() | new_id(line))
    body = body_of(line, world.side)
    return " ".join(
        str(ask(cookie, method, path, body).status_code) for cookie in world.cookies
    )


def test_nothing_is_expected_to_break() -> None:
    assert [line for line, row in TABLE.items() if " 5" in f" {row}"] == []
