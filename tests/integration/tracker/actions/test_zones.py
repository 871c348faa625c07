"""Travelling, moving and coming back: the history, the record and the reminders."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.common.errors import InvalidInput
from reminders.models import ReminderSchedule
from tests.factories.tracker import make_episode, make_patient
from tracker.actions import check_in_reminders, own_profile, patients, zones
from tracker.models import ZoneStay
from tracker.queries import own_data
from tracker.queries import zones as queries

NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)
HOME, AWAY = "America/New_York", "Europe/Lisbon"


@pytest.fixture(autouse=True)
def enrolled_the_day_before(at):
    """Whoever the other fixtures make, they make after this one."""
    at(NOON - timedelta(days=1))


@pytest.fixture
def pat(pat, pats_episode, at):
    at(NOON)
    check_in_reminders.follow_plan(episode=pats_episode, by="test")
    return pat


def history(patient):
    return [(one.zone, one.kind) for one in queries.history(patient)]


def reminded_in():
    return set(ReminderSchedule.objects.values_list("zone", flat=True))


def test_journey_moves_days_and_reminders_and_remembers_home(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    pat.refresh_from_db()
    pat.user.refresh_from_db()
    assert history(pat) == [(HOME, "home"), (AWAY, "travel")]
    assert (pat.zone, pat.user.zone, queries.home_of(pat)) == (AWAY, AWAY, HOME)
    assert reminded_in() == {AWAY}
    assert queries.history(pat)[1].by == pat.user


def test_coming_back_twice_brings_home_back_once(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    zones.back_home(user=pat.user)
    zones.back_home(user=pat.user)

    pat.refresh_from_db()
    assert history(pat) == [(HOME, "home"), (AWAY, "travel"), (HOME, "home")]
    assert (pat.zone, reminded_in()) == (HOME, {HOME})


def test_travelling_to_where_home_is_means_being_back(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    zones.answer(user=pat.user, zone=HOME, kind="travel")

    assert history(pat)[-1] == (HOME, "home")


def test_keeping_home_time_changes_nothing_and_is_not_asked_again_for_a_month(pat, at):
    zones.answer(user=pat.user, zone=AWAY, kind="kept")
    zones.answer(user=pat.user, zone=AWAY, kind="kept")

    pat.refresh_from_db()
    assert history(pat) == [(HOME, "home"), (AWAY, "kept")]
    assert (pat.zone, reminded_in()) == (HOME, {HOME})
    assert queries.not_to_ask_about(pat) == [AWAY]
    at(NOON + timedelta(days=31))
    assert queries.not_to_ask_about(pat) == []
    zones.answer(user=pat.user, zone=AWAY, kind="kept")
    assert queries.not_to_ask_about(pat) == [AWAY]


def test_moving_makes_a_new_home(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="home")

    assert queries.home_of(pat) == AWAY
    zones.back_home(user=pat.user)
    assert history(pat) == [(HOME, "home"), (AWAY, "home")]


def test_past_days_keep_the_clock_that_held_then(pat, at):
    at(NOON + timedelta(hours=1))
    zones.answer(user=pat.user, zone="Asia/Tokyo", kind="travel")
    at(NOON + timedelta(days=3))
    zones.back_home(user=pat.user)
    clock = queries.clock_of(pat)

    # The same hour of the day is another date in Tokyo.
    assert clock.local_date(NOON) == date(2026, 11, 21)
    assert clock.local_date(NOON + timedelta(days=1)) == date(2026, 11, 23)
    assert clock.local_date(NOON + timedelta(days=4)) == date(2026, 11, 25)


@pytest.mark.parametrize("door", ["person", "clinic"])
def test_other_doors_write_the_history_too(pat, cleo, door):
    if door == "person":
        own_profile.change(user=pat.user, zone=AWAY)
    else:
        patients.update(patient=pat, by=cleo, zone=AWAY)

    assert history(pat) == [(HOME, "home"), (AWAY, "home")]
    assert queries.history(pat)[1].by == (pat.user if door == "person" else cleo)


def test_one_answer_holds_at_every_clinic_of_the_person(pat, clinic_b):
    there = make_patient(clinic_b, user=pat.user, zone=HOME)
    make_episode(there)

    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    there.refresh_from_db()
    assert (there.zone, history(there)[-1]) == (AWAY, (AWAY, "travel"))


@pytest.mark.parametrize(
    ("given", "field"),
    [({"zone": "Atlantis"}, "zone"), ({"kind": "holiday"}, "kind")],
)
def test_what_cannot_be_read_is_named_and_nothing_is_kept(pat, given, field):
    with pytest.raises(InvalidInput) as refused:
        zones.answer(user=pat.user, **({"zone": AWAY, "kind": "home"} | given))

    assert [error["field"] for error in refused.value.errors] == [field]
    assert not ZoneStay.objects.exists()


def test_each_answer_is_on_record(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    told = AuditEvent.objects.get(action="patient.zone_told")
    assert (told.actor_id, told.detail) == (
        pat.user.pk,
        {"zone": AWAY, "kind": "travel"},
    )


def test_history_is_part_of_ones_own_data(pat):
    zones.answer(user=pat.user, zone=AWAY, kind="travel")

    rows = own_data.of_patient(pat)["time_zones"]

    assert [(row["zone"], row["kind"], row["since"]) for row in rows] == [
        (HOME, "home", pat.created_at),
        (AWAY, "travel", NOON),
    ]
