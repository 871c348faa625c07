"""Telling, without any script, that one travels, has moved or is back."""

import re

import pytest

from tracker.actions import zones
from tracker.pages.forms.fields import COMMON, ZoneField, place, zone_choices
from tracker.queries import zones as queries

AWAY = "Europe/Lisbon"


@pytest.fixture
def phone(signed_in, pat):
    return signed_in(pat.user)


def tell(phone, **given):
    return phone.post("/reminders/zone", {"zone": AWAY, "kind": "travel"} | given)


def test_journey_is_told_and_the_page_offers_the_way_back(phone, pat):
    answer = tell(phone)

    assert (answer.status_code, answer.url) == (302, "/reminders")
    shown = phone.get("/reminders/zone").content.decode()
    assert "You are travelling" in shown
    assert "At home it is New York time." in shown
    phone.post("/reminders/zone/back")
    pat.refresh_from_db()
    assert pat.zone == "America/New_York"
    assert "You are travelling" not in phone.get("/reminders/zone").content.decode()


def test_answer_on_today_leads_back_to_today(phone):
    answer = tell(phone, **{"from": "today"})

    assert answer.url == "/today"
    said = phone.get("/today").content.decode()
    assert "Until you are back, your reminders follow Lisbon time." in said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("kept", "Nothing changes. Your days and reminders keep the time of home."),
        ("home", "Your days and reminders follow Lisbon time now."),
    ],
)
def test_what_was_chosen_is_said_back(phone, kind, said):
    tell(phone, kind=kind)

    assert said in phone.get("/reminders").content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"zone": "Atlantis"}, "Choose the city from the list, such as Berlin."),
        ({"kind": ""}, "Choose one of the three."),
        ({"kind": "holiday"}, "Choose one of the three."),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(phone, pat, given, sentence):
    answer = tell(phone, **given)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert queries.history(pat) == []
    if "zone" not in given:
        assert re.search(r'value="Europe/Lisbon"[^>]* selected', page)


def test_today_tells_the_phone_what_is_known(phone, pat):
    zones.answer(user=pat.user, zone=AWAY, kind="kept")
    zones.answer(user=pat.user, zone="Asia/Tokyo", kind="travel")

    page = phone.get("/today").content.decode()

    assert 'data-zone="Asia/Tokyo"' in page
    assert 'data-home="America/New_York"' in page
    assert f'data-known="{AWAY}"' in page
    # Hidden until a phone in another zone shows it.
    assert re.search(r'<section [^>]*id="travel" hidden', page)


def test_stranger_can_tell_nothing_about_this_patient(signed_in, pat, quin):
    tell(signed_in(quin.user))

    assert queries.history(pat) == []


def test_zones_are_grouped_with_common_ones_first_and_none_is_lost():
    groups = dict(zone_choices())
    names = [str(name) for name in groups]

    assert names[0] == "Often chosen"
    assert [zone for zone, _ in groups["Often chosen"]] == list(COMMON)
    assert names[1:5] == ["Africa", "America", "Asia", "Atlantic Ocean"]
    listed = [zone for rows in groups.values() for zone, _ in rows]
    # Also the older names that some phones still report.
    assert {"Asia/Calcutta", "Europe/Kyiv", "US/Pacific", "UTC"} <= set(listed)
    assert len(listed) == len(set(listed)) + len(COMMON)


def test_label_begins_with_the_city_so_that_typing_finds_it():
    labels = dict(dict(zone_choices())["America"])

    assert labels["America/Argentina/Buenos_Aires"] == "Buenos Aires (Argentina)"
    assert labels["America/New_York"] == place("America/New_York") == "New York"


def test_each_zone_is_selected_once():
    field = ZoneField()

    drawn = field.widget.render("zone", "Europe/Berlin")

    assert drawn.count(" selected") == 1
    assert drawn.count('value="Europe/Berlin"') == 2
