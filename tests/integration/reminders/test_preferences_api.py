from datetime import UTC, datetime

import pytest

from backend.audit.models import AuditEvent
from reminders.actions import plan
from reminders.models import ChannelPreference, DueReminder, Message, ReminderSchedule
from tests.factories.reminders import make_device, make_schedule

URL = "/api/v1/reminder-preferences"
NOON = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)  # 12:00 in New York
DEFAULTS = {
    "wall_time": "18:30",
    "weekday_times": {"sat": "12:00", "sun": "12:00"},
    "channels": ["web_push"],
    "phone": "",
    "repeats_unseen": True,
    "quiet_hours": {"from": "21:00", "to": "08:00"},
    "pauses": [],
    "zone": "America/New_York",
}


@pytest.fixture
def api(signed_in, person):
    return signed_in(person)


def put(api, **changes):
    return api.put(URL, DEFAULTS | changes, content_type="application/json")


def test_defaults_are_shown_to_a_new_person(api, person):
    device = make_device(person)

    answer = api.get(URL)

    assert answer.status_code == 200
    assert answer.json() == {
        **DEFAULTS,
        "stopped_channels": [],
        "devices": [str(device.pk)],
    }


def test_wishes_are_stored_and_shown(api, person):
    wishes = {
        "wall_time": "07:15",
        "channels": ["email", "web_push"],
        "quiet_hours": {"from": "22:00", "to": "06:30"},
    }

    answer = put(api, **wishes)

    assert answer.status_code == 200
    assert answer.json() == {
        **DEFAULTS,
        **wishes,
        "channels": ["web_push", "email"],
        "stopped_channels": [],
        "devices": [],
    }
    assert api.get(URL).json() == answer.json()


def test_new_hour_replans_every_live_schedule(at, api, person, clinic):
    at(NOON)
    make_schedule(person, clinic)
    make_schedule(person, clinic)
    plan.plan_due(NOON)

    put(api, wall_time="20:00", weekday_times={})
    plan.plan_due(NOON)

    first_day = DueReminder.objects.filter(local_date="2026-11-21")
    assert [row.due_at.isoformat()[11:16] for row in first_day] == ["01:00", "01:00"]


def test_same_wishes_again_change_nothing(at, api, person, clinic):
    at(NOON)
    make_schedule(person, clinic)
    put(api)
    plan.plan_due(NOON)
    rows = set(DueReminder.objects.values_list("pk", flat=True))

    put(api)

    assert set(DueReminder.objects.values_list("pk", flat=True)) == rows
    assert ChannelPreference.objects.count() == 1


def test_pause_is_applied_and_lifted(api, person, clinic, at):
    at(NOON)
    make_schedule(person, clinic)
    pause = {"from": "2026-12-24", "to": "2026-12-31"}

    assert put(api, pauses=[pause]).json()["pauses"] == [pause]
    assert ReminderSchedule.objects.get().state == "paused"
    assert put(api).json()["pauses"] == []
    assert ReminderSchedule.objects.get().state == "active"


def test_stranger_is_not_touched(api, stranger, clinic, at):
    at(NOON)
    schedule = make_schedule(stranger, clinic)

    put(api, wall_time="20:00", pauses=[{"from": "2026-12-24", "to": "2026-12-24"}])

    schedule.refresh_from_db()
    assert (str(schedule.wall_time), schedule.state) == ("18:30:00", "active")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"wall_time": "22:00"}, [("wall_time", "in_quiet_hours")]),
        ({"wall_time": "half six"}, [("wall_time", "invalid")]),
        ({"phone": 12125550100}, [("phone", "invalid")]),
        ({"channels": ["pigeon"]}, [("channels.0", "invalid_choice")]),
        ({"quiet_hours": {"from": "21:00"}}, [("quiet_hours.to", "required")]),
        (
            {"pauses": [{"from": "2026-12-31", "to": "2026-12-24"}]},
            [("pauses", "reversed")],
        ),
        (
            {"pauses": [{"from": "2026-12-24", "to": "2026-12-31"}] * 2},
            [("pauses", "max_length")],
        ),
    ],
)
def test_bad_wishes_name_the_field(api, changes, expected):
    answer = put(api, **changes)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    errors = answer.json()["errors"]
    assert [(e["field"], e["code"]) for e in errors] == expected
    assert not ChannelPreference.objects.exists()


def test_change_is_audited_without_values(api, person):
    put(api, wall_time="20:00")

    event = AuditEvent.objects.get(action="reminder_preferences.changed")
    assert (event.actor_id, event.detail) == (person.pk, {"fields": ["wall_time"]})


def test_test_message_goes_out_once_a_minute(at, api, person):
    at(datetime(2026, 11, 22, 4, 0, tzinfo=UTC))  # 23:00 in New York

    first = api.post(URL + "/test")
    second = api.post(URL + "/test")

    assert (first.status_code, second.status_code) == (202, 202)
    message = Message.objects.get()
    assert first.json() == second.json() == {"id": str(message.pk)}
    assert message.recipient == person
    assert message.next_attempt_at == datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("method", "url"), [("get", URL), ("put", URL), ("post", URL + "/test")]
)
def test_nobody_is_turned_away(client, db, method, url):
    assert getattr(client, method)(url).status_code in (401, 403)


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        ("2026-11-21", "9999-12-31", ["pause_too_long"]),
        ("2026-11-21", "2027-01-20", ["pause_too_long"]),  # 61 days
        ("2027-01-21", "2027-01-22", ["pause_begins"]),  # 61 days ahead
        ("2026-09-21", "2026-09-22", ["pause_begins"]),  # 61 days ago
        ("0001-01-01", "9999-12-31", ["pause_begins", "pause_too_long"]),
    ],
)
def test_pause_far_off_or_without_an_end_is_refused(
    api, person, clinic, at, first, last, codes
):
    at(NOON)
    make_schedule(person, clinic)

    answer = put(api, wall_time="20:00", pauses=[{"from": first, "to": last}])

    errors = answer.json()["errors"]
    assert [(e["field"], e["code"]) for e in errors] == [("pauses", c) for c in codes]
    assert ReminderSchedule.objects.get().paused_from is None
    assert not ChannelPreference.objects.exists()


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-11-21", "2027-01-19"), ("2027-01-20", "2027-01-20"),
     ("2026-09-22", "2026-11-20")],
)  # fmt: skip
def test_pause_of_sixty_days_and_within_sixty_is_taken(
    api, person, clinic, at, first, last
):
    at(NOON)
    make_schedule(person, clinic)

    answer = put(api, pauses=[{"from": first, "to": last}])

    assert answer.json()["pauses"] == [{"from": first, "to": last}]
