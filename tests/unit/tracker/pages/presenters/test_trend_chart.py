"""The chart as numbers and words; its looks are for eyes."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tracker.clinical.published_band import around
from tracker.pages.presenters.trend_chart import (
    BOTTOM,
    TOP,
    Course,
    Mark,
    Phase,
    Point,
    describe,
    draw,
    has_band,
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


@pytest.mark.parametrize("baseline", range(11))
def test_pain_before_is_written_over_the_lines_and_off_the_days(baseline: int) -> None:
    svg = draw(replace(COURSE, baseline=baseline), height=240)

    label = re.search(rf'y="([^"]+)">before: {baseline}</text>', svg)

    assert label
    assert label.start() > svg.index('class="pain"')
    assert TOP < float(label[1]) < 240 - BOTTOM


def test_titles_of_phases_stand_above_the_lines() -> None:
    title = re.search(r'y="([^"]+)">Weeks 1 to 2</text>', draw(COURSE))

    assert title
    assert float(title[1]) < TOP


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


def _corners(course: Course) -> list[tuple[float, float]]:
    """The band's polygon as (day, pain), read back from the drawing."""
    svg = draw(course, width=386, height=350)
    (points,) = re.findall(r'class="band" points="([^"]+)"', svg)
    last = max(14, course.today or 0)
    return [
        (
            round((float(x) - 26) / (386 - 52) * last, 1),
            round((350 - BOTTOM - float(y)) / (350 - BOTTOM - TOP) * 10, 2),
        )
        for x, y in (corner.split(",") for corner in points.split())
    ]


def test_band_lies_at_its_shares_of_the_pain_before() -> None:
    course = Course(points=[Point(0, 6)], band=around(6), today=365)

    upper = [(14, 7.8), (42, 6.3), (91, 6.0), (182, 5.7), (365, 5.4)]
    lower = [(14, 4.2), (42, 2.7), (91, 2.1), (182, 1.8), (365, 1.5)]
    found = _corners(course)
    expected = [*upper, *reversed(lower)]
    assert len(found) == len(expected)
    for (day, pain), (on, value) in zip(found, expected, strict=True):
        assert day == pytest.approx(on, abs=0.1)
        assert pain == pytest.approx(value, abs=0.01)


def test_band_ends_today_between_two_of_its_points() -> None:
    course = Course(points=[Point(0, 6)], band=around(6), today=28)

    (first, high), (last, high_today), *_, (_, low) = _corners(course)

    assert (first, last) == (14, 28)
    assert (high, low) == (7.8, 4.2)
    assert high_today == pytest.approx((7.8 + 6.3) / 2, abs=0.02)


def test_band_never_leaves_the_scale() -> None:
    course = Course(points=[Point(0, 9)], band=around(9), today=42)

    assert max(pain for _, pain in _corners(course)) == 10
    assert "Other people reported 6.3 to 10.0 on day 14." in describe(course)


@pytest.mark.parametrize(("baseline", "today"), [(6, 14), (6, 0), (0, 100)])
def test_no_band_before_it_begins_or_without_pain_before(
    baseline: float, today: int
) -> None:
    course = Course(points=[Point(0, 6)], band=around(baseline), today=today)

    assert not has_band(course)
    assert "band" not in draw(course)


def test_a_paper_gets_its_style_in_the_picture() -> None:
    svg = draw(COURSE, style=".pain { fill: none }")

    assert "<style>.pain { fill: none }</style>" in svg
    ElementTree.fromstring(svg)
