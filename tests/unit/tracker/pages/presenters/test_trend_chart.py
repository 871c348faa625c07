"""The chart as numbers and words; its looks are for eyes."""

import re
from xml.etree import ElementTree

import pytest

from tracker.pages.presenters.trend_chart import (
    Course,
    Mark,
    Phase,
    Point,
    describe,
    draw,
)

COURSE = Course(
    points=[Point(-2, 6, 4), Point(0, 8, 2), Point(3, None, 3), Point(9, 4, 6)],
    phases=[Phase("Weeks 1 to 2", 0, 14), Phase("Weeks 3 to 6", 15, 42)],
    baseline=6,
    marks=[Mark(3, "R14, urgent")],
    today=9,
)


def test_chart_is_well_formed_and_has_title_and_description() -> None:
    root = ElementTree.fromstring(draw(COURSE))

    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == ["title", "desc"]


def test_chart_carries_no_style_that_the_policy_forbids() -> None:
    assert " style=" not in draw(COURSE)


def test_description_tells_the_course() -> None:
    assert describe(COURSE) == (
        "3 days with an entry, from day -2 to day 9. Pain was 6 first and 4 last; "
        "lowest 4, highest 8. Before the procedure it was 6. Day 3: R14, urgent."
    )


def test_higher_pain_lies_higher() -> None:
    (line,) = re.findall(r'class="pain" points="([^"]+)"', draw(COURSE))

    heights = [float(point.split(",")[1]) for point in line.split()]

    assert heights[1] < heights[0] < heights[2]


def test_unanswered_days_leave_no_point() -> None:
    (line,) = re.findall(r'class="pain" points="([^"]+)"', draw(COURSE))

    assert len(line.split()) == 3


def test_words_of_people_are_escaped() -> None:
    course = Course(points=[Point(1, 5)], marks=[Mark(1, "<script>")])

    assert "<script>" not in draw(course)


@pytest.mark.parametrize(
    "course",
    [
        Course(points=[]),
        Course(points=[Point(0, 0)]),
        Course(points=[Point(0, None, None)]),
        Course(points=[Point(-7, 10)], today=-3),
        Course(points=[Point(d, 5) for d in range(366)], today=365),
        Course(points=[Point(700, 5)], today=4000, first_day=690),
    ],
)
def test_any_course_can_be_drawn(course: Course) -> None:
    ElementTree.fromstring(draw(course))


def test_empty_course_says_so() -> None:
    assert describe(Course(points=[])) == "No pain has been entered yet."
