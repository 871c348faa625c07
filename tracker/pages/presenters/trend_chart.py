"""The course of pain and mobility as an SVG with its table beside it (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

TOP, BOTTOM, LEFT, RIGHT = 26, 24, 26, 26
BEFORE_DAYS = 7


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
    course: Course, *, width: int = 360, height: int = 240, name: str = "trend"
) -> str:
    """The whole picture, with a title and a description for those who listen."""
    frame = _frame(course, width, height)
    parts = [
        *_phases(course.phases, frame),
        *_band(course.band, frame),
        *_grid(frame),
        *_day_labels(frame),
        *_baseline(course.baseline, frame),
        *_earlier_procedures(course.earlier_procedures, frame),
        *_line([(p.day, p.mobility) for p in course.points], "mobility", frame),
        *_line([(p.day, p.pain) for p in course.points], "pain", frame),
        *_dots(course.points, frame),
        *_marks(course.marks, frame),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">Pain since the procedure</title>'
        f'<desc id="{name}-desc">{escape(describe(course))}</desc>'
        f"{''.join(parts)}</svg>"
    )


def describe(course: Course) -> str:
    """The picture in words: where it began, where it is, what lies between."""
    rated = [p for p in course.points if p.pain is not None]
    if not rated:
        return "No pain has been entered yet."
    first, last = rated[0], rated[-1]
    values = [p.pain for p in rated if p.pain is not None]
    words = [
        f"{len(rated)} days with an entry, from day {first.day} to day {last.day}.",
        f"Pain was {first.pain:g} first and {last.pain:g} last; "
        f"lowest {min(values):g}, highest {max(values):g}.",
    ]
    if course.baseline is not None:
        words.append(f"Before the procedure it was {course.baseline:g}.")
    words += [f"Day {d}: earlier procedure." for d in course.earlier_procedures]
    words += [f"Day {mark.day}: {mark.label}." for mark in course.marks]
    return " ".join(words)


def _frame(course: Course, width: int, height: int) -> _Frame:
    days = [p.day for p in course.points]
    first = min([0, *days]) if course.first_day is None else course.first_day
    last = max([first + 14, *days, course.today or 0])
    return _Frame(width, height, first, last)


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
                f'<text x="{start + 5:.1f}" y="{TOP + 14}">{escape(phase.title)}</text>'
            )
    return parts


def _band(band: Sequence[tuple[int, float, float]], frame: _Frame) -> list[str]:
    shown = [point for point in band if point[0] <= frame.last]
    if len(shown) < 2:
        return []
    upper = [f"{frame.x(d):.1f},{frame.y(min(high, 10)):.1f}" for d, _, high in shown]
    lower = [f"{frame.x(d):.1f},{frame.y(low):.1f}" for d, low, _ in reversed(shown)]
    return [f'<polygon class="band" points="{" ".join(upper + lower)}"/>']


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
    return [
        f'<text x="{frame.x(day):.1f}" y="{frame.height - 6}" text-anchor="middle">'
        f"{'day 0' if day == 0 else day}</text>"
        for day in days
    ]


def _baseline(baseline: float | None, frame: _Frame) -> list[str]:
    if baseline is None:
        return []
    y = frame.y(baseline)
    return [
        f'<line class="baseline" x1="{LEFT}" x2="{frame.width - RIGHT}" '
        f'y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text x="{LEFT + 4}" y="{y + 15:.1f}">before: {baseline:g}</text>'
    ]


def _earlier_procedures(days: Sequence[int], frame: _Frame) -> list[str]:
    parts = []
    for day in days:
        x = frame.x(day)
        parts.append(
            f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" '
            f'y2="{frame.height - BOTTOM}"><title>Earlier procedure</title></line>'
            f'<text x="{x + 5:.1f}" y="{TOP + 14}">earlier</text>'
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
            f'y="{frame.y(pain) + 5:.1f}">{pain:g}</text>'
        )
    return parts


def _marks(marks: Sequence[Mark], frame: _Frame) -> list[str]:
    parts = []
    for mark in marks:
        x, y = frame.x(mark.day), TOP - 16
        parts.append(
            f'<path class="mark" d="M{x:.1f} {y}l6 11h-12z">'
            f"<title>{escape(mark.label)}</title></path>"
        )
    return parts
