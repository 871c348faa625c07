"""Exact scores, what is missing, and what the rules are told."""

import pytest

from tests.unit.tracker.clinical.proms.builders import (
    ask,
    choice,
    choices,
    given,
    instrument,
    scale,
    scales,
    ticks,
)
from tracker.clinical.proms.definitions import (
    GLOBAL_CHANGE,
    MOOD_SCREEN,
    PSFS,
    SANE,
    WEEKLY_IMPACT,
)
from tracker.clinical.proms.instrument import Condition, Option
from tracker.clinical.proms.score import FEEDS
from tracker.clinical.proms.scoring import (
    CHANGES,
    SCORINGS,
    ImportantChange,
    Score,
    problems_with,
)
from tracker.clinical.trends import Entry

SELF_HARM = ask("self_harm", "yes_no")
PEG = instrument(*scales(3), scoring="PEG")
RMDQ = instrument(*ticks(24), ask("none_of_these", "tick"), scoring="RMDQ-24")
RMDQ_YES_NO = instrument(*ticks(24, "yes_no"), scoring="RMDQ-24")
PHQ2 = instrument(*choices(2), SELF_HARM, scoring="PHQ-2")
PHQ4 = instrument(*choices(4), SELF_HARM, scoring="PHQ-4")
ODI = instrument(*choices(10, 0, 5), scoring="ODI")


def score(questionnaire, answers):
    return SCORINGS[questionnaire.scoring].score(questionnaire, answers)


def test_scorings_are_named_by_their_codes():
    assert tuple(SCORINGS) == (
        "impact_mean",
        "mood",
        "global_change",
        "sane",
        "psfs_mean",
        "PEG",
        "RMDQ-24",
        "PHQ-2",
        "PHQ-4",
        "ODI",
        "none",
    )
    assert all(code == found.code for code, found in SCORINGS.items())


@pytest.mark.parametrize(
    ("values", "total", "band"),
    [
        ((0, 0, 0), 0, "mild"),
        ((3, 4, 4), 3.7, "mild"),
        ((4, 4, 4), 4, "moderate"),
        ((6, 7, 7), 6.7, "moderate"),
        ((7, 7, 7), 7, "severe"),
        ((10, 10, 10), 10, "severe"),
        ((1, 0, 0), 0.3, "mild"),
    ],
)
def test_peg_is_the_mean_of_three_to_one_decimal(values, total, band):
    assert score(PEG, given(*values)) == Score(
        total, band=band, feeds={"peg_score": total}
    )


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ((None, 4, 4), ("q1",)),
        ((4, None, None), ("q2", "q3")),
        ((), ("q1", "q2", "q3")),
    ],
)
def test_peg_needs_all_three(values, missing):
    assert score(PEG, given(*values)) == Score(missing=missing)


def test_weekly_impact_counts_like_peg_without_its_bands():
    answers = {"pain": 7, "enjoyment": 8, "activity": 5}

    assert score(WEEKLY_IMPACT, answers) == Score(6.7, feeds={"peg_score": 6.7})
    assert score(WEEKLY_IMPACT, {"pain": 7, "activity": 5}) == Score(
        missing=("enjoyment",)
    )


@pytest.mark.parametrize("questionnaire", [RMDQ, RMDQ_YES_NO])
@pytest.mark.parametrize(
    ("answers", "total"),
    [
        (given(*[True] * 24), 24),
        (given(True), 1),
        (given(True, False, True), 2),
        (given(False), 0),
        (given(*[False] * 24), 0),
        ({"q24": True}, 1),
    ],
)
def test_rmdq_counts_what_is_ticked_and_the_rest_as_zero(questionnaire, answers, total):
    assert score(questionnaire, answers) == Score(total, feeds={"rmdq_total": total})


def test_untouched_rmdq_is_not_a_zero():
    untouched = Score(missing=tuple(f"q{number}" for number in range(1, 25)))

    assert score(RMDQ, {}) == untouched
    assert score(RMDQ, {"none_of_these": False}) == untouched


def test_rmdq_with_none_of_these_is_a_zero():
    assert score(RMDQ, {"none_of_these": True}) == Score(0, feeds={"rmdq_total": 0})


def test_ticked_sentence_counts_beside_none_of_these():
    answers = {"none_of_these": True, "q1": True}

    assert score(RMDQ, answers) == Score(1, feeds={"rmdq_total": 1})


@pytest.mark.parametrize(
    ("values", "band", "anxiety", "depression"),
    [
        ((0, 0, 0, 0), "none", 0, 0),
        ((1, 1, 0, 0), "none", 2, 0),
        ((1, 1, 1, 0), "mild", 2, 1),
        ((0, 2, 3, 0), "mild", 2, 3),
        ((3, 3, 0, 0), "moderate", 6, 0),
        ((2, 2, 2, 2), "moderate", 4, 4),
        ((3, 2, 2, 2), "severe", 5, 4),
        ((3, 3, 3, 3), "severe", 6, 6),
    ],
)
def test_phq4_counts_anxiety_first_and_depression_last(
    values, band, anxiety, depression
):
    total = anxiety + depression

    assert score(PHQ4, given(*values)) == Score(
        total,
        {"anxiety": anxiety, "depression": depression},
        band,
        feeds={"phq2_total": depression, "phq4_total": total},
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            (None, 1, 2, 3),
            Score(
                subscales={"depression": 5}, missing=("q1",), feeds={"phq2_total": 5}
            ),
        ),
        ((1, 1, 2), Score(subscales={"anxiety": 2}, missing=("q4",))),
        ((1, None, None, 1), Score(missing=("q2", "q3"))),
    ],
)
def test_phq4_with_a_gap_has_no_total_but_its_whole_subscales(values, expected):
    assert score(PHQ4, given(*values)) == expected


@pytest.mark.parametrize(
    ("values", "band"),
    [
        ((0, 0), "negative"),
        ((2, 0), "negative"),
        ((2, 1), "positive"),
        ((3, 3), "positive"),
    ],
)
def test_phq2_is_positive_from_three(values, band):
    total = sum(values)

    assert score(PHQ2, given(*values)) == Score(
        total, band=band, feeds={"phq2_total": total}
    )


def test_phq2_needs_both():
    assert score(PHQ2, given(3)) == Score(missing=("q2",))


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("questionnaire", [PHQ2, PHQ4])
def test_self_harm_is_told_to_the_rules_also_without_a_total(questionnaire, said):
    found = score(questionnaire, {"self_harm": said})

    assert found.total is None
    assert found.feeds == {"self_harm": said}


def test_self_harm_is_told_beside_the_totals():
    answers = given(1, 0) | {"self_harm": False}

    assert score(PHQ2, answers).feeds == {"phq2_total": 1, "self_harm": False}


def test_hidden_or_unreadable_self_harm_is_not_told():
    hidden = instrument(
        *choices(2),
        ask("self_harm", "yes_no", show_if=Condition("q1", "=", 3)),
        scoring="PHQ-2",
    )

    assert score(hidden, {"q1": 0, "self_harm": True}).feeds == {}
    assert score(hidden, {"q1": 3, "self_harm": True}).feeds == {"self_harm": True}
    assert score(PHQ2, {"self_harm": "yes"}).feeds == {}


def test_mood_screen_counts_worry_and_low_mood():
    answers = {"tension": 1, "worry": 2, "sadness": 2, "joylessness": 1}

    assert score(MOOD_SCREEN, answers | {"self_harm": False}) == Score(
        6,
        {"worry": 3, "low_mood": 3},
        feeds={"phq2_total": 3, "phq4_total": 6, "self_harm": False},
    )


@pytest.mark.parametrize(
    ("value", "band"),
    [(1, "clearly better"), (2, "clearly better"), (3, ""), (4, ""), (7, "")],
)
def test_global_change_is_its_answer(value, band):
    assert score(GLOBAL_CHANGE, {"change": value}) == Score(value, band=band)


def test_global_change_without_answer():
    assert score(GLOBAL_CHANGE, {}) == Score(missing=("change",))


@pytest.mark.parametrize("value", [0, 60, 100])
def test_sane_is_its_answer(value):
    assert score(SANE, {"normal": value}) == Score(value)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Score()),
        ({"first_activity": "walk"}, Score(missing=("first_ability",))),
        ({"first_activity": "walk", "first_ability": 4}, Score(4)),
        (
            {
                "first_activity": "walk",
                "first_ability": 4,
                "third_activity": "drive",
                "third_ability": 7,
            },
            Score(5.5),
        ),
        (
            {
                "first_activity": "walk",
                "first_ability": 4,
                "second_activity": "drive",
                "second_ability": 3,
                "third_activity": "lift",
                "third_ability": 3,
            },
            Score(3.3),
        ),
        (
            {
                "first_activity": "walk",
                "first_ability": 4,
                "second_activity": "drive",
            },
            Score(missing=("second_ability",)),
        ),
        ({"first_ability": 4}, Score()),
    ],
)
def test_psfs_is_the_mean_of_the_named_activities(answers, expected):
    assert score(PSFS, answers) == expected


@pytest.mark.parametrize(
    ("values", "total", "band"),
    [
        ([0] * 10, 0, "minimal"),
        ([1] * 10, 20, "minimal"),
        ([1] * 9 + [2], 22, "moderate"),
        ([2] * 10, 40, "moderate"),
        ([2] * 9 + [3], 42, "severe"),
        ([3] * 10, 60, "severe"),
        ([4] * 10, 80, "very severe"),
        ([4] * 9 + [5], 82, "extreme"),
        ([5] * 10, 100, "extreme"),
    ],
)
def test_odi_is_a_share_in_percent(values, total, band):
    assert score(ODI, given(*values)) == Score(total, band=band)


@pytest.mark.parametrize(
    ("values", "total", "band"),
    [
        ([1] * 8 + [2, None], 22.2, "moderate"),
        ([2, 1, 1, 1, 1, 1, 1, 1], 22.5, "moderate"),
        ([1] * 8, 20, "minimal"),
    ],
)
def test_odi_divides_by_what_was_answered(values, total, band):
    missing = tuple(
        f"q{number}" for number in range(1, 11) if f"q{number}" not in given(*values)
    )

    assert score(ODI, given(*values)) == Score(total, band=band, missing=missing)


def test_odi_with_seven_sections_has_no_total():
    assert score(ODI, given(*[5] * 7)) == Score(missing=("q8", "q9", "q10"))


def test_odi_band_is_that_of_the_whole_percent():
    # 18 of 45 is 40 %, 37 of 45 is 82.2 %.
    assert score(ODI, given(*[2] * 8, 2)).band == "moderate"
    assert score(ODI, given(*[4] * 8, 5)).band == "extreme"


def test_what_is_not_counted_has_no_score():
    assert score(instrument(scale("a")), {"a": 3}) == Score()


def test_feeds_are_facts_of_an_entry():
    assert set(FEEDS) <= set(Entry.__dataclass_fields__)


def test_score_is_kept_and_read_again():
    found = Score(None, {"anxiety": 2}, "mild", ("q4",), {"self_harm": False})

    assert found.as_json() == {
        "total": None,
        "subscales": {"anxiety": 2},
        "band": "mild",
        "missing": ["q4"],
        "feeds": {"self_harm": False},
    }
    assert Score.from_json(found.as_json()) == found


def test_important_changes_are_the_published_ones():
    assert {
        code: (change.points, change.share) for code, change in CHANGES.items()
    } == {
        "PEG": (None, 0.3),
        "RMDQ-24": (5, 0.3),
        "ODI": (10, 0.3),
        "psfs_mean": (2, None),
    }
    assert isinstance(CHANGES["PEG"], ImportantChange)
    assert set(CHANGES) <= set(SCORINGS)


@pytest.mark.parametrize("questionnaire", [PEG, RMDQ, RMDQ_YES_NO, PHQ2, PHQ4, ODI])
def test_questionnaire_of_the_right_shape_is_taken(questionnaire):
    assert problems_with(questionnaire, questionnaire.scoring) == ()


def test_scale_and_choice_are_taken_alike():
    assert problems_with(instrument(*scales(4, 0, 3)), "PHQ-4") == ()
    assert problems_with(instrument(*choices(3, 0, 10)), "PEG") == ()


@pytest.mark.parametrize(
    ("scoring", "count", "high", "total"),
    [
        ("impact_mean", 3, 10, 2),
        ("PEG", 3, 10, 2),
        ("mood", 4, 3, 10),
        ("PHQ-2", 2, 3, 3),
        ("PHQ-4", 4, 3, 10),
        ("ODI", 10, 5, 60),
    ],
)
def test_scale_and_choice_are_counted_alike(scoring, count, high, total):
    values = [1, 2, 3, 4][:count] if count < 10 else [3] * 10
    by_scale = instrument(*scales(count, 0, high), scoring=scoring)
    by_choice = instrument(*choices(count, 0, high), scoring=scoring)

    assert score(by_scale, given(*values)).total == total
    assert score(by_scale, given(*values)) == score(by_choice, given(*values))


def test_single_answer_may_be_a_scale_or_a_choice():
    for item in (scale("q1", 1, 7), choice("q1", 1, 7)):
        one = instrument(item, scoring="global_change")
        assert score(one, given(3)) == Score(3)


def test_hidden_questions_are_not_counted():
    hidden = Condition("first", "=", True)
    for scoring in ("PEG", "PHQ-2", "PHQ-4", "ODI", "RMDQ-24", "sane"):
        questionnaire = instrument(
            ask("first", "text"),
            scale("q1", show_if=hidden),
            ask("q2", "tick", show_if=hidden),
            scale("q3"),
            scoring=scoring,
        )
        found = score(questionnaire, given(9, True))
        assert found.total is None
        assert "q1" not in found.missing


def test_anything_can_be_left_uncounted():
    assert problems_with(instrument(ask("a", "text")), "none") == ()


@pytest.mark.parametrize(
    ("items", "scoring", "sentence"),
    [
        (
            scales(2),
            "PEG",
            "PEG counts 3 questions answered by a scale or a choice with each whole "
            "number from 0 to 10; this questionnaire has 2 of them.",
        ),
        (
            scales(4),
            "PEG",
            "PEG counts 3 questions answered by a scale or a choice with each whole "
            "number from 0 to 10; this questionnaire has 4 of them.",
        ),
        (
            ticks(23),
            "RMDQ-24",
            "RMDQ-24 counts 24 questions answered by a box to tick or yes or no; "
            "this questionnaire has 23 of them.",
        ),
        (
            [ask("a", "number"), ask("b", "number")],
            "sane",
            "sane counts 1 question answered by a scale or a number with each whole "
            "number from 0 to 100; this questionnaire has 2 of them.",
        ),
        (
            [*choices(3), choice("q4", 1, 4)],
            "PHQ-4",
            "PHQ-4 counts 4 questions answered by a scale or a choice with each whole "
            'number from 0 to 3; "q4" takes others.',
        ),
        (
            [*scales(2), scale("q3", 1, 10)],
            "PEG",
            "PEG counts 3 questions answered by a scale or a choice with each whole "
            'number from 0 to 10; "q3" takes others.',
        ),
        (
            [*scales(2), scale("q3", show_if=Condition("q1", ">", 0))],
            "PEG",
            'PEG always asks "q3", without a condition.',
        ),
        (
            [*choices(2), ask("self_harm", "tick")],
            "PHQ-2",
            'The question "self_harm" is answered by yes or no.',
        ),
    ],
)
def test_questionnaire_of_the_wrong_shape_gets_one_sentence(items, scoring, sentence):
    assert problems_with(instrument(*items), scoring) == (sentence,)


def test_choice_with_a_gap_between_its_numbers_is_refused():
    options = (Option(0, "a"), Option(1, "b"), Option(3, "c"))
    gap = ask("q2", "choice", options=options)

    assert len(problems_with(instrument(choice("q1"), gap), "PHQ-2")) == 1


def test_unknown_scoring_is_refused():
    (sentence,) = problems_with(PEG, "PHQ-9")

    assert sentence.startswith("The scoring is one of impact_mean, mood, ")


def test_uncounted_questions_do_not_change_the_count():
    more = instrument(
        ask("hello", "display"), *scales(3), ask("note", "text"), ask("x", "yes_no")
    )

    assert problems_with(more, "PEG") == ()
    assert SCORINGS["PEG"].counted(more.items) == tuple(scales(3))
    assert SCORINGS["none"].counted(more.items) == ()


def test_item_that_fits_in_nothing_is_named_twice():
    odd = scale("q3", 1, 9, show_if=Condition("q1", ">", 0))

    assert len(problems_with(instrument(*scales(2), odd), "PEG")) == 2
