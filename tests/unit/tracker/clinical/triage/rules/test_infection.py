"""R09 to R12."""

import pytest

from tests.unit.tracker.clinical.builders import entry, facts, pain_days, profile, told
from tracker.clinical.triage.engine import evaluate

NUMB = {"numbness_one_leg": "new"}


@pytest.mark.parametrize(
    ("fever_day", "celsius", "expected"),
    [
        (9, 38.0, True),
        (7, 38.0, True),
        (6, 38.0, True),
        (5, 39.5, False),
        (9, 37.9, False),
        (9, None, False),
    ],
)
def test_fever_within_72_hours_and_nerve_sign(fever_day, celsius, expected):
    earlier = (entry(fever_day, hour=-1, temperature_c=celsius),)

    given = facts(9, earlier=earlier, symptoms=NUMB)

    assert (("R09", "emergency") in told(given)) is expected


@pytest.mark.parametrize("chill", ["shaking_chills", "feverish"])
@pytest.mark.parametrize("day", [6, 9])
def test_chills_within_72_hours_and_nerve_sign(chill, day):
    earlier = (entry(day, hour=-1, symptoms={chill: "new"}),)

    given = facts(9, earlier=earlier, symptoms=NUMB)

    assert told(given) == [("R09", "emergency"), ("R07", "urgent")]


def test_known_nerve_sign_with_fever_is_a_plain_fever():
    given = facts(9, temperature_c=38.4, symptoms={"numbness_one_leg": "same"})

    assert told(given) == [("R11", "urgent")]


@pytest.mark.parametrize(
    "sign",
    ["confusion", "fast_breathing", "mottled_skin", "no_urine_12h", "fainting"],
)
@pytest.mark.parametrize(
    ("celsius", "chills", "expected"),
    [
        (38.0, False, True),
        (35.9, False, True),
        (None, True, True),
        (37.0, True, True),
        (36.0, False, False),
        (37.9, False, False),
        (None, False, False),
    ],
)
def test_sepsis_sign_with_temperature_or_chills(sign, celsius, chills, expected):
    symptoms = {sign: "new"} | ({"shaking_chills": "new"} if chills else {})

    given = facts(9, temperature_c=celsius, symptoms=symptoms)

    assert (("R10", "emergency") in told(given)) is expected


def test_normal_reading_now_does_not_cancel_an_earlier_fever():
    earlier = (entry(8, temperature_c=38.4),)

    given = facts(9, earlier=earlier, temperature_c=36.8, symptoms=NUMB)

    assert told(given) == [("R09", "emergency"), ("R07", "urgent")]


@pytest.mark.parametrize(
    ("known", "expected"),
    [((), [("R10", "emergency")]), (("confusion",), [("R11", "urgent")])],
)
def test_sepsis_sign_said_to_be_as_before_is_believed_where_known(known, expected):
    given = facts(
        9, temperature_c=38.4, symptoms={"confusion": "same"}, who=profile(known=known)
    )

    assert told(given) == expected


def test_fever_of_this_morning_counts_for_sepsis():
    earlier = (entry(9, hour=-9, temperature_c=38.6),)

    given = facts(9, earlier=earlier, symptoms={"confusion": "new"})

    assert told(given) == [("R10", "emergency")]


@pytest.mark.parametrize(
    ("celsius", "day", "who", "expected"),
    [
        (38.0, 0, profile(), [("R11", "urgent")]),
        (38.0, 120, profile(), [("R11", "urgent")]),
        (38.0, 121, profile(), [("R12", "watch")]),
        (38.0, -1, profile(), [("R12", "watch")]),
        (37.9, 9, profile(), [("R12", "watch")]),
        (37.8, 9, profile("diabetes"), [("R11", "urgent")]),
        (37.8, 9, profile("immune_modulating_medicine"), [("R11", "urgent")]),
        (37.8, 9, profile("long_term_steroids"), [("R11", "urgent")]),
        (37.8, 9, profile(age=75), [("R11", "urgent")]),
        (37.8, 9, profile(age=74), [("R12", "watch")]),
        (37.8, 9, profile(age=None), [("R12", "watch")]),
        (37.7, 9, profile("diabetes"), [("R12", "watch")]),
        (37.5, 9, profile(), [("R12", "watch")]),
        (37.4, 9, profile(), []),
        (None, 9, profile("diabetes"), []),
    ],
)
def test_fever_and_slightly_warm(celsius, day, who, expected):
    assert told(facts(day, temperature_c=celsius, who=who)) == expected


@pytest.mark.parametrize(
    ("symptoms", "celsius", "expected"),
    [
        ({"shaking_chills": "new"}, None, [("R11", "urgent")]),
        ({"feverish": "new"}, None, [("R12", "watch")]),
        ({"feverish": "new"}, 36.8, [("R12", "watch")]),
        ({"feverish": "same"}, None, [("R12", "watch")]),
        ({"feverish": "better"}, None, []),
        ({"cold_symptoms": "new"}, 38.2, [("R11", "urgent")]),
    ],
)
def test_feeling_feverish_without_a_reading(symptoms, celsius, expected):
    assert told(facts(9, temperature_c=celsius, symptoms=symptoms)) == expected


@pytest.mark.parametrize(
    ("earlier", "symptoms", "tags"),
    [
        ((), {}, ()),
        ((), {"shaking_chills": "new"}, ("infection_workup",)),
        (pain_days(4, 3, 3, 3, 5, 5), {}, ("infection_workup",)),
        (pain_days(4, 3, 3, 3, 4, 4), {}, ()),
        (pain_days(7, 8, 8), {}, ()),
    ],
)
def test_fever_with_chills_or_rising_pain_asks_for_a_work_up(earlier, symptoms, tags):
    (finding,) = evaluate(
        facts(9, earlier=earlier, temperature_c=38.3, symptoms=symptoms)
    )

    assert (finding.rule_id, finding.tags) == ("R11", tags)


@pytest.mark.parametrize(
    ("hours_before", "celsius_before", "level"),
    [
        (12, 37.8, "soon"),
        (48, 37.8, "soon"),
        (11, 37.8, "watch"),
        (12, 37.7, "watch"),
        (100, 37.8, "watch"),
    ],
)
def test_warm_twice_twelve_hours_apart(hours_before, celsius_before, level):
    days = -(-(hours_before - 18) // 24) if hours_before > 18 else 0
    before = entry(
        9 - days, hour=24 * days - hours_before, temperature_c=celsius_before
    )

    given = facts(9, earlier=(before,), temperature_c=37.8)

    assert told(given) == [("R12", level)]


def test_warm_twice_in_a_few_hours_of_yesterday_is_watched():
    earlier = (
        entry(19, temperature_c=37.9),
        entry(19, hour=4, temperature_c=37.9),
    )

    assert told(facts(20, earlier=earlier, temperature_c=37.6)) == [("R12", "watch")]
