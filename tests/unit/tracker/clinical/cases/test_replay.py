"""A case is judged day by day, by what was known on each day."""

import json
import random

import pytest

from tests.unit.tracker.clinical.cases.files import case, document, example, listed
from tracker.clinical.cases.reader import read_cases
from tracker.clinical.cases.replay import replay
from tracker.clinical.levels import Level
from tracker.clinical.trends import Entry
from tracker.clinical.triage.engine import evaluate
from tracker.clinical.triage.gathering import gather
from tracker.clinical.triage.rulesets import CURRENT, RULESETS

RULESET = RULESETS[CURRENT]

FEVER = {"temperature": "38.4", "temperature_unit": "C"}


def replayed(*days, **fields):
    (read,) = read_cases(document(case(*days, **fields)))
    return replay(read, RULESET)


def told(*days, **fields):
    """Days above none: number, level, rules."""
    return [
        (d.day, d.level.code, *d.rules)
        for d in replayed(*days, **fields).days
        if d.level
    ]


def test_example_of_the_format_replays():
    (read,) = read_cases(example())

    result = replay(read, RULESET).as_json()

    assert result["id"] == "example-1"
    assert [day["day"] for day in result["days"]] == list(range(1, 10))
    assert result["days"][8] == {"day": 9, "level": "none", "rules": []}


def test_result_has_the_shape_of_the_format():
    emergency = listed(14, "urine_leak", "saddle_numbness")

    assert replayed(listed(13), emergency).as_json() == {
        "id": "case",
        "days": [
            {"day": 13, "level": "none", "rules": []},
            {"day": 14, "level": "emergency", "rules": ["R01", "R03"]},
        ],
        "highest": {"level": "emergency", "day": 14},
    }


def test_only_rules_at_the_highest_level_are_named():
    both = listed(20, "saddle_numbness", "calf_swelling", "constipation")

    assert told(both) == [(20, "emergency", "R03")]


def test_highest_is_the_first_day_that_reached_it():
    found = replayed(
        listed(1), listed(3, "calf_swelling"), listed(4), listed(6, "site_discharge")
    )

    assert (found.highest.day, found.highest.level) == (3, Level.URGENT)


def test_highest_of_a_quiet_case_is_none():
    highest = replayed(listed(2), listed(3)).as_json()["highest"]

    assert highest == {"level": "none", "day": 2}


def test_replaced_entry_counts_for_no_rule_on_any_day():
    wrong = {**listed(9, "shaking_chills"), **FEVER}
    right = listed(9, entry=2, corrects=1)
    numb = listed(10, "numbness_one_leg")

    assert told(wrong, numb) == [(9, "urgent", "R11"), (10, "emergency", "R09")]
    assert told(wrong, right, numb) == [(10, "urgent", "R07")]


def test_correction_of_a_correction_counts_alone():
    days = (
        listed(9, "saddle_numbness"),
        listed(9, entry=2, corrects=1, change="same"),
        listed(9, "calf_swelling", entry=3, corrects=2),
    )

    assert told(*days) == [(9, "urgent", "R18")]


def test_entry_taken_back_leaves_a_missed_day():
    taken_back = {"day": 9, "entry": 2, "corrects": 1, "pain": None}

    (nine, ten) = replayed(listed(9, "saddle_numbness"), taken_back, listed(10)).days

    assert (nine.level, ten.level) == (Level.NONE, Level.NONE)


def test_day_takes_the_highest_of_its_entries():
    days = (
        listed(9, "calf_swelling"),
        listed(9, entry=2),
        listed(9, "site_discharge", entry=3),
        listed(9, "constipation", entry=4),
    )

    assert told(*days) == [(9, "urgent", "R14", "R18")]


def test_entries_of_a_day_follow_their_numbers():
    """Pain 8 after 4 on a blood thinner may be bleeding; pain 4 after 8 is relief."""
    profile = {"facts": ["blood_thinner"], "baseline_pain": 6}
    mild, severe = {"day": 3, "pain": 4}, {"day": 3, "pain": 8}

    rising = told({**severe, "entry": 2}, mild, profile=profile)
    falling = told(severe, {**mild, "entry": 2}, profile=profile)

    assert rising == [(3, "emergency", "R08")]
    assert falling == []


def test_hours_order_the_entries_and_set_them_apart():
    warm = {"day": 2, "temperature": "37.8", "temperature_unit": "C"}
    at_once = ({**warm, "entry": 1}, {**warm, "entry": 2})
    apart = (
        {**warm, "entry": 1, "hours_since_procedure": 40},
        {**warm, "entry": 2, "hours_since_procedure": 53},
    )

    assert told(*at_once) == [(2, "watch", "R12")]
    assert told(*apart) == [(2, "soon", "R12")]


def test_following_days_are_24_hours_apart_also_after_a_correction():
    days = (listed(9), listed(9, entry=2, corrects=1), listed(10))
    (read,) = read_cases(document(case(*days)))
    first, second = (answers[0] for answers in read.listed().values())

    gathered = gather(entry=second, earlier=[first], profile=read.profile)

    assert gathered.readings == ()
    assert round((second.recorded_at - first.recorded_at).total_seconds()) == 86400


def test_carried_days_repeat_the_last_listed_day():
    days = ({**listed(3, "calf_swelling"), **FEVER}, listed(6))

    assert told(*days, unlisted_days="carried") == [
        (3, "urgent", "R11", "R18"),
        (4, "urgent", "R11", "R18"),
        (5, "urgent", "R11", "R18"),
    ]
    assert told(*days) == [(3, "urgent", "R11", "R18")]


def test_symptom_that_began_after_the_procedure_stays_new():
    numb = listed(3, "numbness_one_leg")

    assert told(numb, listed(5), unlisted_days="carried") == [
        (3, "urgent", "R07"),
        (4, "urgent", "R07"),
    ]


def test_carried_days_repeat_neither_note_nor_trigger():
    day = listed(3, note="I want to kill myself", walk_minutes=4)

    carried = told(day, listed(5), unlisted_days="carried")

    assert [(number, rules) for number, _, *rules in carried] == [(3, ["R24"])]


def test_carried_days_take_the_latest_answer_of_several_entries():
    days = (
        {"day": 3, "symptoms": [{"code": "calf_swelling", "change": "new"}]},
        {"day": 3, "entry": 2, **FEVER},
        {"day": 3, "entry": 3, "temperature": "36.8", "temperature_unit": "C"},
        listed(5),
    )

    assert told(*days, unlisted_days="carried") == [
        (3, "urgent", "R11", "R18"),
        (4, "urgent", "R18"),
    ]


def test_missed_listed_day_leaves_nothing_to_carry():
    missed = {"day": 5, "pain": None, "mobility": None, "symptoms": None}

    days = (listed(3, "calf_swelling"), missed, listed(7))

    assert told(*days, unlisted_days="carried") == [
        (3, "urgent", "R18"),
        (4, "urgent", "R18"),
    ]


def test_every_day_between_is_listed_in_order():
    found = replayed(listed(9), listed(-2), listed(4))

    assert [day.day for day in found.days] == list(range(-2, 10))


def test_days_before_the_procedure_make_the_baseline():
    """Pain that was 2 before and is 7 for long, with night pain, is no stable 6."""
    before = [{"day": day, "pain": 2} for day in range(-7, 0)]
    after = [{"day": day, "pain": 7} for day in range(14, 21)]
    night = listed(21, "night_pain", pain=7)

    with_days = told(*before, *after, night)
    without = told(*after, night)

    assert (21, "urgent", "R13") in with_days
    assert "R13" not in [rule for _, _, *rules in without for rule in rules]


def test_later_entries_change_no_earlier_day():
    days = [listed(day, pain=2) for day in range(1, 15)]
    climbing = [listed(day, pain=9) for day in range(15, 20)]

    assert replayed(*days, *climbing).days[:14] == replayed(*days).days


def test_replay_says_what_the_engine_says_of_the_same_entries():
    rows = [listed(day, "leg_pain_one_side", pain=day % 9) for day in range(1, 30)]
    (read,) = read_cases(document(case(*rows)))
    entries = [entry for answers in read.listed().values() for entry in answers]

    expected = [
        max(
            (
                finding.level
                for finding in evaluate(
                    gather(entry=entry, earlier=entries[:index], profile=read.profile),
                    RULESET,
                )
            ),
            default=Level.NONE,
        )
        for index, entry in enumerate(entries)
    ]

    assert all(isinstance(entry, Entry) for entry in entries)
    assert [day.level for day in replay(read, RULESET).days] == expected


@pytest.mark.parametrize("seed", range(5))
def test_replay_is_the_same_each_time_and_in_any_order_of_the_file(seed):
    days = [
        listed(day, "night_pain", pain=(day * 7) % 11, note="as ever")
        for day in range(-3, 40)
    ]
    shuffled = random.Random(seed).sample(days, len(days))

    once = json.dumps(replayed(*days).as_json())

    assert json.dumps(replayed(*shuffled).as_json()) == once


def test_clinic_may_try_moved_thresholds():
    warm = listed(9, temperature="38.1", temperature_unit="C")
    (read,) = read_cases(document(case(warm)))

    laxer = RULESET.with_parameters(fever_c=38.3)

    assert replay(read, RULESET).days[0].rules == ("R11",)
    assert replay(read, laxer).days[0].rules == ("R12",)


def told_of_silence(*days, **fields):
    """Days on which the rule on silence speaks."""
    return [
        (d.day, d.level.code)
        for d in replayed(*days, **fields).days
        if d.rules == ("R31",)
    ]


def test_missed_days_are_listed_with_what_silence_says():
    quiet = (listed(1), listed(6))

    assert told_of_silence(*quiet) == [(4, "none"), (5, "none")]
    assert told_of_silence(*quiet, unlisted_days="carried") == []


def test_silence_after_rising_pain_is_soon():
    rising = [listed(day, pain=day) for day in (1, 2, 3)]

    assert told_of_silence(*rising, listed(8)) == [
        (6, "soon"),
        (7, "soon"),
    ]


def test_silence_after_a_finding_is_soon_and_a_correction_takes_it_back():
    swollen = listed(1, "calf_swelling")
    corrected = listed(1, entry=2, corrects=1)

    assert told_of_silence(swollen, listed(5)) == [(4, "soon")]
    assert told_of_silence(swollen, corrected, listed(5)) == [(4, "none")]


def test_announced_days_are_no_silence():
    pauses = [{"from_day": 3, "to_day": 4}]

    assert told_of_silence(listed(1), listed(7), pauses=pauses) == [(6, "none")]


def test_listed_days_without_answers_are_silence_too():
    missed = [{"day": day, "pain": None, "symptoms": None} for day in (2, 3, 4)]

    assert told_of_silence(listed(1), *missed) == [(4, "none")]


def test_silence_carried_from_a_missed_day_ends_with_the_next_entry():
    missed = {"day": 2, "pain": None}

    days = (listed(1), missed, listed(6), listed(9))

    assert told_of_silence(*days, unlisted_days="carried") == [
        (4, "none"),
        (5, "none"),
    ]
