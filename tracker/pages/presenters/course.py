"""A stored series as something to draw, for its patient and for staff."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.clinical import published_band
from tracker.pages.presenters.trend_chart import Course, Mark, Phase, Point

if TYPE_CHECKING:
    from tracker.queries.trend import TrendSeries

# Short names fit into the picture; the plan's own titles are often whole sentences.
LONGEST_TITLE = 16


def of_patient(series: TrendSeries) -> Course:
    """Without alerts: a curve is no place to meet a warning again."""
    return _course(series, marks=())


def among_others(series: TrendSeries) -> Course:
    """The same before what other people reported; the page must say what that is."""
    return replace(of_patient(series), band=published_band.around(series.baseline or 0))


def of_clinic(series: TrendSeries) -> Course:
    marks = tuple(
        Mark(alert.day, f"{alert.rule_id}, {alert.level.code}")
        for alert in series.alerts
    )
    return _course(series, marks=marks)


def _course(series: TrendSeries, marks: tuple[Mark, ...]) -> Course:
    return Course(
        points=[Point(p.day, p.pain, p.mobility) for p in series.points],
        phases=[Phase(_short(p.title), p.first_day, p.last_day) for p in series.phases],
        baseline=series.baseline,
        marks=marks,
        today=series.today,
        earlier_procedures=series.earlier_procedures,
    )


def _short(title: str) -> str:
    return title.split(":")[0][:LONGEST_TITLE]


def last_days(series: TrendSeries, days: int) -> Course:
    """The end of the course, for the page of one alert."""
    first = series.today - days
    whole = of_clinic(series)
    return Course(
        points=[p for p in whole.points if p.day > first],
        phases=whole.phases,
        baseline=whole.baseline,
        marks=[mark for mark in whole.marks if mark.day > first],
        today=series.today,
        first_day=max(first + 1, series.first_day),
        earlier_procedures=[day for day in whole.earlier_procedures if day > first],
    )
