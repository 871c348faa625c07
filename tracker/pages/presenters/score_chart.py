"""The scores of one questionnaire as an SVG with its table beside it (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from backend.common import languages
from tracker.clinical.proms.scoring import CHANGES
from tracker.pages.presenters.score_words import NOT_FOR_PATIENTS, SCALES, Scale

if TYPE_CHECKING:
    from tracker.queries.questionnaire_scores import ScorePoint, ScoreSeries

WIDTH, HEIGHT = 360, 150
TOP, BOTTOM, LEFT, RIGHT = 14, 22, 30, 34


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """A heading, the picture, what its ends mean, and the numbers."""

    title: str
    activity: str
    svg: str
    ends: str
    change: str
    points: tuple[ScorePoint, ...]


def for_patient(series: Iterable[ScoreSeries]) -> list[ScoreCard]:
    """Without mood: a number helps nobody who is alone with it."""
    shown = [
        one
        for one in series
        if one.scoring not in NOT_FOR_PATIENTS and one.scoring != "global_change"
    ]
    return _cards(shown)


def for_staff(series: Iterable[ScoreSeries]) -> list[ScoreCard]:
    return _cards(list(series))


def _cards(series: Sequence[ScoreSeries]) -> list[ScoreCard]:
    cards = []
    for number, one in enumerate(series):
        scale = SCALES.get(one.scoring)
        if scale is None:
            continue
        cards.append(
            ScoreCard(
                title=one.title,
                activity=one.activity,
                svg=draw(one, scale, name=f"score-{number}"),
                ends=f"{scale.lowest}: {scale.low_means}. "
                f"{scale.highest}: {scale.high_means}.",
                change=_change(one),
                points=tuple(reversed(one.points)),
            )
        )
    return cards


def draw(series: ScoreSeries, scale: Scale, *, name: str) -> str:
    """The whole picture, with a title and a description for those who listen."""
    first = min(0, series.points[0].day)
    last = max(first + 14, series.points[-1].day)

    def x(day: int) -> float:
        return LEFT + (day - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        share = (value - scale.lowest) / (scale.highest - scale.lowest)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    title = series.activity or series.title
    line = " ".join(f"{x(p.day):.1f},{y(p.value):.1f}" for p in series.points)
    newest = series.points[-1]
    parts = [
        *_grid((scale.lowest, scale.highest), y),
        *_days(sorted({0, newest.day} if newest.day > 0 else {0}), x),
        f'<polyline class="pain" points="{line}"/>',
        *(
            f'<circle class="dot" cx="{x(p.day):.1f}" cy="{y(p.value):.1f}" r="3"/>'
            for p in series.points
        ),
        f'<text class="last" x="{x(newest.day) + 8:.1f}" y="{y(newest.value) + 5:.1f}">'
        f"{languages.number(newest.value)}</text>",
    ]
    heading = escape(_("{title} over time").format(title=title))
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{heading}</title>'
        f'<desc id="{name}-desc">{describe(series)}</desc>{"".join(parts)}</svg>'
    )


def describe(series: ScoreSeries) -> str:
    """The picture in words."""
    first, last = series.points[0], series.points[-1]
    if first == last:
        return _("{number} on day {day}.").format(
            number=languages.number(first.value), day=first.day
        )
    return _(
        "{count} answers. It was {first} on day {first_day} "
        "and {last} on day {last_day}."
    ).format(
        count=len(series.points),
        first=languages.number(first.value),
        first_day=first.day,
        last=languages.number(last.value),
        last_day=last.day,
    )


def _change(series: ScoreSeries) -> str:
    """What is published about small changes; nothing where nothing is."""
    change = CHANGES.get(series.scoring)
    if change is None or series.activity:
        return ""
    parts = []
    if change.points:
        points = languages.number(change.points)
        parts.append(_("{points} points").format(points=points))
    if change.share:
        parts.append(f"{change.share:.0%}")
    return _("A change of less than {change} can be chance.").format(
        change=_(" or ").join(parts)
    )


def _grid(values: Iterable[int], y: Callable[[float], float]) -> list[str]:
    return [
        f'<line class="{"axis" if number == 0 else "grid"}" x1="{LEFT}" '
        f'x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>'
        f'<text x="{LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value}</text>'
        for number, value in enumerate(values)
    ]


def _days(days: Iterable[int], x: Callable[[int], float]) -> list[str]:
    day_0 = _("day 0")
    return [
        f'<text x="{x(day):.1f}" y="{HEIGHT - 4}" text-anchor="middle">'
        f"{day if day else day_0}</text>"
        for day in days
    ]
