"""A helper is let in to what the patient granted, and to nothing else."""

from dataclasses import dataclass

import pytest

from tests.architecture.routes import address, all_routes
from tests.architecture.test_clinic_isolation import pages, text_of
from tests.architecture.test_route_permissions import body_of, new_id
from tests.architecture.two_clinics import Side, ask, cookie_of, make_side
from tracker.actions import helpers

# Of the person they help, and of nobody else.
GRANTED = {
    "GET /helping": 200,
    "POST /helping": 200,
    "GET /helping/<uuid:episode_id>/check-in": 200,
    "POST /helping/<uuid:episode_id>/check-in": 422,
    "GET /helping/<uuid:episode_id>/symptom": 200,
    "POST /helping/<uuid:episode_id>/symptom": 422,
}
READING = {
    f"{method} /helping/{page}": 200
    for method in ("GET", "POST")
    for page in ("progress", "messages")
}
# Of the account itself: who is signed in, this phone, and what nobody owns.
OWN_ACCOUNT = ("/accounts/", "/_allauth/", "/admin/", "/language", "/clinic/choose")
OWN_PHONE = (
    "/api/v1/me",
    "/api/v1/push-",
    "/api/v1/reminder-preferences",
    "/api/v1/receipts",
    "/device",
)
REFUSED = {401, 403, 404, 405, 410}
# From the pages of patients to the helper's own first page.
LED_AWAY = {"/helping", "/today"}


@dataclass(frozen=True)
class World:
    side: Side
    cookie: str


@pytest.fixture
def world(db: None) -> World:
    side = make_side("a", "US", "America/New_York")
    return World(side, cookie_of(side.helper.user))


def answered(world: World) -> dict[str, int]:
    """What the helper gets that somebody who is signed in nowhere does not."""
    found = {}
    for line in all_routes():
        method, route = line.split(" ", 1)
        if route.startswith((*OWN_ACCOUNT, *OWN_PHONE)):
            continue
        path = address(route, world.side.values() | new_id(line))
        body = body_of(line, world.side)
        answer = ask(world.cookie, method, path, body)
        status = answer.status_code
        if status in REFUSED or answer.headers.get("Location") in LED_AWAY:
            continue
        if ask(None, method, path, body).status_code == status:
            continue  # a page for everybody
        found[line] = status
    return found


def test_a_helper_gets_what_was_granted_and_nothing_else(world: World) -> None:
    assert answered(world) == GRANTED | READING


def test_without_the_right_to_read_the_record_stays_closed(world: World) -> None:
    helpers.let_read(
        helper=world.side.helper, may_read=False, by=world.side.patient.user
    )

    assert answered(world) == GRANTED


def test_an_ended_helper_gets_nothing(world: World) -> None:
    helpers.end(helper=world.side.helper, by=world.side.patient.user)

    assert answered(world) == {}


def test_a_helper_reads_no_word_of_another_patient(world: World) -> None:
    neighbour = world.side.neighbour
    canaries = [f"qx{neighbour.pk.hex[-8:]}patient", str(neighbour.pk)]

    found = [
        f"{path}: {word}"
        for path in pages(world.side)
        for word in canaries
        if word in text_of(ask(world.cookie, "GET", path), path)
    ]

    assert found == []
