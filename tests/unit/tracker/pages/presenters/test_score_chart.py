"""Scores as a picture, a sentence and a table, and never as a verdict."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tracker.pages.presenters import score_chart
from tracker.queries.questionnaire_scores import ScorePoint, ScoreSeries


def series(scoring="RMDQ-24", values=((-3, 12), (42, 5)), **changes):
    points = tuple(ScorePoint(day, date(2026, 3, 2), value) for day, value in values)
    fields = {"code": "x", "title": "Everyday", "scoring": scoring, "points": points}
    return ScoreSeries(**(fields | changes))


def test_picture_has_title_description_and_each_point():
    (card,) = score_chart.for_patient([series()])

    svg = ElementTree.fromstring(card.svg)
    texts = [element.text for element in svg.iter() if element.text]
    assert texts[:2] == [
        "Everyday over time",
        "2 answers. It was 12 on day -3 and 5 on day 42.",
    ]
    assert sum(element.tag == "circle" for element in svg.iter()) == 2
    assert [(p.day, p.value) for p in card.points] == [(42, 5), (-3, 12)]


def test_own_words_of_a_patient_cannot_break_the_picture():
    (card,) = score_chart.for_patient([series("psfs_mean", activity='<b>walk & "run"')])

    assert "&lt;b&gt;walk &amp; " in card.svg
    ElementTree.fromstring(card.svg)


@pytest.mark.parametrize(
    ("scoring", "sentence"),
    [
        ("RMDQ-24", "A change of less than 5 points or 30% can be chance."),
        ("PEG", "A change of less than 30% can be chance."),
        ("psfs_mean", "A change of less than 2 points can be chance."),
        ("impact_mean", ""),
    ],
)
def test_note_on_small_changes_stands_only_where_one_is_published(scoring, sentence):
    (card,) = score_chart.for_patient([series(scoring)])

    assert card.change == sentence


@pytest.mark.parametrize("scoring", ["mood", "PHQ-4", "PHQ-2", "global_change"])
def test_mood_is_a_number_for_staff_only(scoring):
    one = series(scoring, ((42, 3),))

    assert score_chart.for_patient([one]) == []
    assert len(score_chart.for_staff([one])) == 1


def test_single_answer_is_described_as_one():
    assert score_chart.describe(series(values=((14, 7.5),))) == "7.5 on day 14."
