"""Our own questionnaires: what they ask, when, and that every one can be counted."""

import pytest

from tracker.clinical.proms.definitions import (
    MOOD_SCREEN,
    OWN_INSTRUMENTS,
    OWN_LICENCE,
    PSFS,
    SANE,
    WEEKLY_IMPACT,
)
from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.schedule import occasions
from tracker.clinical.proms.scoring import problems_with
from tracker.clinical.proms.self_harm import self_harm_questions

OWN = pytest.mark.parametrize(
    "instrument", OWN_INSTRUMENTS.values(), ids=lambda found: found.code
)


def codes(items):
    return [item.code for item in items]


def test_own_instruments_and_their_scorings():
    assert {code: found.scoring for code, found in OWN_INSTRUMENTS.items()} == {
        "weekly_impact": "impact_mean",
        "mood_screen": "mood",
        "global_change": "global_change",
        "sane": "sane",
        "psfs": "psfs_mean",
    }


@OWN
def test_own_instrument_fits_its_scoring(instrument):
    assert problems_with(instrument, instrument.scoring) == ()


@OWN
def test_own_instrument_is_kept_and_read_again(instrument):
    assert Instrument.from_json(instrument.as_json()) == instrument


@OWN
def test_own_instrument_says_whose_wording_it_is(instrument):
    assert instrument.licence == OWN_LICENCE
    assert instrument.language == "en"


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("weekly_impact", [0, *range(7, 183, 7), 365]),
        ("mood_screen", [0, 42, 91, 182, 365]),
        ("global_change", [14, 42, 91, 182, 365]),
        ("sane", [0, 42, 91, 182, 365]),
        ("psfs", [0, 42, 91, 182, 365]),
    ],
)
def test_own_instrument_is_asked_on_its_days(code, days):
    schedule = OWN_INSTRUMENTS[code].schedule

    assert [occasion.day for occasion in occasions(schedule)] == days


# Words that only the published questionnaires use for these questions.
LICENSED = (
    "bothered",
    "interfere",
    "nervous, anxious",
    "on edge",
    "depressed",
    "hopeless",
    "little interest",
    "pleasure in",
    "several days",
    "nearly every day",
    "more than half",
    "better off dead",
    "very much improved",
    "unable to perform",
    "prior level",
    "as bad as you can imagine",
)


@OWN
def test_own_wording_is_not_that_of_a_published_questionnaire(instrument):
    wording = f"{instrument.as_json()}".lower()

    assert [words for words in LICENSED if words in wording] == []


@OWN
def test_patients_can_read_every_question(instrument):
    texts = [instrument.title, *(item.text for item in instrument.items)]

    assert [text for text in texts if len(text.split()) > 14] == []


def test_weekly_impact_needs_all_three():
    assert [item.required for item in WEEKLY_IMPACT.items] == [True] * 3
    assert {(item.lowest, item.highest) for item in WEEKLY_IMPACT.items} == {(0, 10)}


def test_sane_is_a_whole_number():
    (item,) = SANE.items

    assert (item.kind, item.whole, item.lowest, item.highest) == (
        "number",
        True,
        0,
        100,
    )


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, False),
        ({"tension": 3, "worry": 3}, False),
        ({"sadness": 2}, False),
        ({"sadness": 2, "joylessness": 0}, False),
        ({"sadness": 2, "joylessness": 1}, True),
        ({"sadness": 3}, True),
        ({"joylessness": 3}, True),
        ({"tell_us": True}, True),
        ({"tell_us": False}, False),
        ({"self_harm": True, "sadness": 0, "joylessness": 0}, True),
        ({"self_harm": False}, False),
    ],
)
def test_self_harm_is_asked_from_low_mood_or_on_demand(answers, shown):
    assert ("self_harm" in codes(MOOD_SCREEN.shown(answers))) is shown


def test_the_way_to_tell_us_is_always_there():
    assert "tell_us" in codes(MOOD_SCREEN.shown({}))
    assert [item.kind for item in self_harm_questions(("a",))] == ["tick", "yes_no"]


def test_question_about_harm_follows_every_item_of_low_mood():
    _, question = self_harm_questions(("a", "b"))

    assert question.show_if.conditions[0].codes == ("a", "b")


def test_psfs_rates_only_what_was_named_and_keeps_the_names():
    assert codes(PSFS.shown({"second_activity": "drive"})) == [
        "first_activity",
        "second_activity",
        "second_ability",
        "third_activity",
    ]
    assert PSFS.remembered({"first_activity": "walk", "first_ability": 3}) == {
        "first_activity": "walk"
    }
    assert [item.required for item in PSFS.items] == [True] + [False] * 5
