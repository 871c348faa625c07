"""The course of pain and mobility as an SVG with its table beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.translation import gettext as _

from backend.common import languages

# Above the lines there is a row of marks, and one of the phases' titles.
TOP, BOTTOM, LEFT, RIGHT = 30, 24, 26, 26
MARKS, TITLES = 1, 24
BEFORE_DAYS = 7
# The patient's column at a desk and on a phone, so that letters keep their size.
COLUMN, PHONE = 542, 324


@dataclass(frozen=True, slots=True)
class Point:
    day: int
    pain: float | None
    mobility: float | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    title: str
    first_day: int
    last_day: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something worth a sign above the curve, such as an alert."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class Course:
    """What there is to draw. `band` holds (day, lowest, highest) of other people."""

    points: Sequence[Point]
    phases: Sequence[Phase] = ()
    baseline: float | None = None
    marks: Sequence[Mark] = ()
    band: Sequence[tuple[int, float, float]] = ()
    today: int | None = None
    first_day: int | None = None
    earlier_procedures: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a day and a value lie on the paper."""

    width: int
    height: int
    first: int
    last: int

    def x(self, day: float) -> float:
        day = min(max(day, self.first), self.last)
        share = (day - self.first) / (self.last - self.first)
        return LEFT + share * (self.width - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return self.height - BOTTOM - value * (self.height - TOP - BOTTOM) / 10


def draw(
    course: Course,
    *,
    width: int = 360,
    height: int = 240,
    name: str = "trend",
    style: str = "",
) -> str:
    """The whole picture, with a title and a description for those who listen.

    On paper no style sheet reaches into it: there it brings its own.
    """
    frame = _frame(course, width, height)
    parts = [
        *_phases(course.phases, frame),
        *_band(_shown_band(course), frame),
        *_grid(frame),
        *_day_labels(frame),
        *_baseline(course.baseline, frame),
        *_earlier_procedures(course.earlier_procedures, frame),
        *_line([(p.day, p.mobility) for p in course.points], "mobility", frame),
        *_line([(p.day, p.pain) for p in course.points], "pain", frame),
        *_baseline_label(course.baseline, frame),
        *_dots(course.points, frame),
        *_marks(course.marks, frame),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(_("Pain since the procedure"))}</title>'
        f'<desc id="{name}-desc">{escape(describe(course))}</desc>'
        f"{f'<style>{style}</style>' if style else ''}{''.join(parts)}</svg>"
    )


def draw_each(
    course: Course, sizes: Mapping[str, tuple[int, int]], *, style: str = ""
) -> list[tuple[str, str]]:
    """The picture in several sizes under their names; style sheets show the one."""
    return [
        (name, draw(course, width=width, height=height, name=name, style=style))
        for name, (width, height) in sizes.items()
    ]


def draw_for_patient(course: Course, *, height: int) -> list[tuple[str, str]]:
    """The picture for the patient's own pages, at a desk and on a phone."""
    return draw_each(course, {"wide": (COLUMN, height), "narrow": (PHONE, height)})


def describe(course: Course) -> str:
    """The picture in words: where it began, where it is, what lies between."""
    rated = [p for p in course.points if p.pain is not None]
    if not rated:
        return _("No pain has been entered yet.")
    first, last = rated[0], rated[-1]
    values = [p.pain for p in rated if p.pain is not None]
    words = [
        _(
            "%(count)s days with an entry, from day %(first)s to day %(last)s. "
            "Pain was %(begin)s first and %(end)s last; "
            "lowest %(lowest)s, highest %(highest)s."
        )
        % {
            "count": len(rated),
            "first": first.day,
            "last": last.day,
            "begin": languages.number(first.pain),
            "end": languages.number(last.pain),
            "lowest": languages.number(min(values)),
            "highest": languages.number(max(values)),
        }
    ]
    if course.baseline is not None:
        words.append(
            _("Before the procedure it was %(pain)s.")
            % {"pain": languages.number(course.baseline)}
        )
    words += [
        _("Other people reported %(low)s to %(high)s on day %(day)s.")
        % {"low": f"{low:.1f}", "high": f"{high:.1f}", "day": day}
        for day, low, high in _shown_band(course)
    ]
    words += [
        _("Day %(day)s: earlier procedure.") % {"day": day}
        for day in course.earlier_procedures
    ]
    words += [
        _("Day %(day)s: %(what)s.") % {"day": mark.day, "what": mark.label}
        for mark in course.marks
    ]
    return " ".join(words)


def _frame(course: Course, width: int, height: int) -> _Frame:
    return _Frame(width, height, _first_day(course), _last_day(course))


def _first_day(course: Course) -> int:
    days = [point.day for point in course.points]
    return min([0, *days]) if course.first_day is None else course.first_day


def _last_day(course: Course) -> int:
    days = [point.day for point in course.points]
    return max([_first_day(course) + 14, *days, course.today or 0])


def _phases(phases: Sequence[Phase], frame: _Frame) -> list[str]:
    parts = []
    for index, phase in enumerate(phases):
        if phase.first_day > frame.last:
            continue
        if phase.last_day is not None and phase.last_day < frame.first:
            continue
        start = frame.x(phase.first_day)
        end = frame.x(frame.last if phase.last_day is None else phase.last_day + 1)
        kind = "phase" if index % 2 == 0 else "phase-other"
        parts.append(
            f'<rect class="{kind}" x="{start:.1f}" y="{TOP}" '
            f'width="{max(end - start, 0):.1f}" '
            f'height="{frame.height - TOP - BOTTOM}"/>'
        )
        # A title only where it has room: about 6.2 units a letter at 12 px.
        if end - start > 6.2 * len(phase.title) + 8:
            parts.append(
                f'<text x="{start:.1f}" y="{TITLES}">{escape(phase.title)}</text>'
            )
    return parts


def _band(band: Sequence[tuple[int, float, float]], frame: _Frame) -> list[str]:
    if not band:
        return []
    upper = [f"{frame.x(day):.1f},{frame.y(high):.1f}" for day, low, high in band]
    lower = [f"{frame.x(day):.1f},{frame.y(low):.1f}" for day, low, high in band[::-1]]
    return [f'<polygon class="band" points="{" ".join(upper + lower)}"/>']


def has_band(course: Course) -> bool:
    """Whether what other people reported can be seen, and so has to be explained."""
    return bool(_shown_band(course))


def _shown_band(course: Course) -> list[tuple[int, float, float]]:
    """The band until the last day of the picture, as a rule between two points."""
    return list(_up_to(_last_day(course), course.band))


def _up_to(
    last: int, band: Sequence[tuple[int, float, float]]
) -> Iterator[tuple[int, float, float]]:
    for (day, low, high), (then, low_then, high_then) in pairwise(band):
        if day >= last:
            return
        yield day, low, high
        if then >= last:
            share = (last - day) / (then - day)
            low += share * (low_then - low)
            high += share * (high_then - high)
            yield last, low, high
            return
    yield from band[-1:]


def _grid(frame: _Frame) -> list[str]:
    parts = []
    for value in (0, 5, 10):
        y = frame.y(value)
        kind = "axis" if value == 0 else "grid"
        parts.append(
            f'<line class="{kind}" x1="{LEFT}" x2="{frame.width - RIGHT}" '
            f'y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'
        )
    if frame.first <= 0:
        x = frame.x(0)
        parts.append(
            f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" '
            f'y2="{frame.height - BOTTOM}"/>'
        )
    return parts


def _day_labels(frame: _Frame) -> list[str]:
    # The week before the procedure has no room for a label of its own.
    first = frame.first if frame.first < -BEFORE_DAYS else max(frame.first, 0)
    shown = frame.last - first
    step = next(s for s in (7, 14, 28, 56, 91, 182, 400, 40000) if shown / s <= 6)
    days = range(-(-first // step) * step, frame.last + 1, step)
    day_0 = escape(_("day 0"))
    return [
        f'<text x="{frame.x(day):.1f}" y="{frame.height - 6}" text-anchor="middle">'
        f"{day if day else day_0}</text>"
        for day in days
    ]


def _baseline(baseline: float | None, frame: _Frame) -> list[str]:
    if baseline is None:
        return []
    y = frame.y(baseline)
    return [
        f'<line class="baseline" x1="{LEFT}" x2="{frame.width - RIGHT}" '
        f'y1="{y:.1f}" y2="{y:.1f}"/>'
    ]


def _baseline_label(baseline: float | None, frame: _Frame) -> list[str]:
    """After the lines, which would cross it out; above a baseline near the days."""
    if baseline is None:
        return []
    y = frame.y(baseline) + (15 if baseline >= 2 else -6)
    label = _("before: %(pain)s") % {"pain": languages.number(baseline)}
    return [f'<text x="{LEFT + 4}" y="{y:.1f}">{escape(label)}</text>']


def _earlier_procedures(days: Sequence[int], frame: _Frame) -> list[str]:
    parts = []
    name = escape(_("Earlier procedure"))
    for day in days:
        x = frame.x(day)
        parts.append(
            f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" '
            f'y2="{frame.height - BOTTOM}"><title>{name}</title></line>'
            f'<text x="{x:.1f}" y="{TITLES}">{escape(_("earlier"))}</text>'
        )
    return parts


def _line(
    values: Sequence[tuple[int, float | None]], kind: str, frame: _Frame
) -> list[str]:
    points = " ".join(
        f"{frame.x(day):.1f},{frame.y(value):.1f}"
        for day, value in values
        if value is not None
    )
    return [f'<polyline class="{kind}" points="{points}"/>'] if points else []


def _dots(points: Sequence[Point], frame: _Frame) -> list[str]:
    rated = [(p.day, p.pain) for p in points if p.pain is not None]
    # Many dots would hide the line they belong to.
    shown = rated if len(rated) <= 31 else rated[-1:]
    parts = [
        f'<circle class="dot" cx="{frame.x(day):.1f}" cy="{frame.y(pain):.1f}" '
        f'r="{4 if (day, pain) == rated[-1] else 2.5}"/>'
        for day, pain in shown
    ]
    if rated:
        day, pain = rated[-1]
        parts.append(
            f'<text class="last" x="{frame.x(day) + 8:.1f}" '
            f'y="{frame.y(pain) + 5:.1f}">{languages.number(pain)}</text>'
        )
    return parts


def _marks(marks: Sequence[Mark], frame: _Frame) -> list[str]:
    parts = []
    for mark in marks:
        x, y = frame.x(mark.day), MARKS
        parts.append(
            f'<path class="mark" d="M{x:.1f} {y}l6 11h-12z">'
            f"<title>{escape(mark.label)}</title></path>"
        )
    return parts
