"""R15 to R18, R24, R26 to R28."""

import pytest

from tests.unit.tracker.clinical.builders import facts, profile, told
from tracker.clinical.triage.engine import evaluate

E = "emergency"


@pytest.mark.parametrize(
    ("symptoms", "day", "expected"),
    [
        ({"breathing_trouble": "new"}, 2, [("R15", E)]),
        ({"throat_tightness": "worse"}, 300, [("R15", E)]),
        ({"face_swelling": "new"}, -2, [("R15", E)]),
        ({"breathing_trouble": "same"}, 2, []),
        ({"hives": "new", "vomiting": "new"}, 2, [("R15", E)]),
        ({"hives": "new", "fainting": "new"}, 2, [("R15", E), ("R17", E)]),
        ({"hives": "same", "vomiting": "same"}, 2, [("R15", E)]),
        ({"hives": "better", "vomiting": "new"}, 2, []),
        ({"vomiting": "new"}, 2, []),
        ({"hives": "new"}, 0, [("R16", "urgent")]),
        ({"hives": "same"}, 3, [("R16", "urgent")]),
        ({"hives": "new"}, 4, [("R16", "soon")]),
        ({"hives": "new"}, -1, [("R16", "soon")]),
        ({"hives": "better"}, 2, []),
        ({"sudden_breathlessness": "new"}, 30, [("R17", E)]),
        ({"chest_pain": "worse"}, 30, [("R17", E)]),
        ({"coughing_blood": "new"}, 30, [("R17", E)]),
        ({"fainting": "new"}, 30, [("R17", E)]),
        ({"chest_pain": "same"}, 30, []),
        ({"calf_swelling": "new"}, 30, [("R18", "urgent")]),
        ({"calf_swelling": "same"}, 30, [("R18", "urgent")]),
        ({"calf_swelling": "better"}, 30, []),
        ({"slow_breathing_blue_lips": "new"}, 30, [("R26", E)]),
        ({"black_stool_or_vomiting_blood": "new"}, 30, [("R27", E)]),
        ({"tearing_belly_or_back_pain": "new"}, 30, [("R28", E)]),
        ({"tearing_belly_or_back_pain": "same"}, 30, []),
        ({"confusion": "new"}, 30, []),
        (None, 30, []),
    ],
)
def test_body_rules(symptoms, day, expected):
    assert told(facts(day, symptoms=symptoms)) == expected


@pytest.mark.parametrize("code", ["hives", "calf_swelling"])
def test_known_and_unchanged_is_quiet(code):
    assert told(facts(2, symptoms={code: "same"}, who=profile(known=(code,)))) == []


@pytest.mark.parametrize("medicine", ["opioid", "sedative"])
def test_drowsiness_on_a_sedating_medicine_is_an_emergency(medicine):
    given = facts(symptoms={"confusion": "new"}, who=profile(medicine))

    assert told(given) == [("R26", E)]


@pytest.mark.parametrize("version", ["2026.1", "2026.2"])
@pytest.mark.parametrize(
    ("symptoms", "known", "expected"),
    [
        ({"suicidal_thoughts": "new"}, (), [("R24", E)]),
        ({"suicidal_thoughts": "worse"}, ("suicidal_thoughts",), [("R24", E)]),
        ({"suicidal_thoughts": "same"}, (), [("R24", "urgent")]),
        ({"suicidal_thoughts": "same"}, ("suicidal_thoughts",), [("R24", "watch")]),
        ({"suicidal_thoughts": "better"}, (), [("R24", "watch")]),
        ({"wish_not_to_wake": "new"}, (), [("R24", "urgent")]),
        ({"wish_not_to_wake": "same"}, ("wish_not_to_wake",), []),
        ({"low_mood": "new"}, (), [("R25", "watch")]),
        (None, (), []),
    ],
)
def test_suicidal_thoughts_and_passive_wish(symptoms, known, expected, version):
    given = facts(symptoms=symptoms, who=profile(known=known))

    assert told(given, version) == expected


@pytest.mark.parametrize(
    ("note", "level"),
    [
        ("I want to kill myself", E),
        ("I'd be better off dead", "urgent"),
        ("I don't want to wake up tomorrow", "urgent"),
    ],
)
def test_note_of_self_harm_says_where_from(note, level):
    (finding,) = evaluate(facts(note=note))

    assert (finding.rule_id, finding.level.code) == ("R24", level)
    assert finding.tags == ("from_note",)


def test_thoughts_as_before_have_words_of_their_own():
    (finding,) = evaluate(facts(symptoms={"suicidal_thoughts": "same"}))

    assert (finding.level.code, finding.tags) == ("urgent", ("thoughts",))


def test_note_raises_what_an_answer_left_lower():
    given = facts(symptoms={"wish_not_to_wake": "new"}, note="I want to kill myself")

    assert told(given) == [("R24", E)]


def test_note_never_lowers_the_level():
    given = facts(
        symptoms={"suicidal_thoughts": "new"}, note="I would never hurt myself"
    )

    assert told(given) == [("R24", E)]
