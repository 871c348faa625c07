"""Two weeks of pain in the width of a word (pure)."""

from collections.abc import Sequence

WIDTH, HEIGHT = 96, 28
DAYS = 14


def draw(trend: Sequence[tuple[int, float]]) -> str:
    """An SVG of the last days that have an entry; nothing at all without one."""
    if not trend:
        return ""
    last_day = trend[-1][0]
    points = [(day, pain) for day, pain in trend if day > last_day - DAYS]
    placed = [(_x(day, last_day), _y(pain)) for day, pain in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    x, y = placed[-1]
    return (
        f'<svg class="spark" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{_words(points)}">'
        f'<line class="floor" x1="0" x2="{WIDTH}" y1="{HEIGHT - 2}" y2="{HEIGHT - 2}"/>'
        f'<polyline class="pain" points="{path}"/>'
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/></svg>'
    )


def _x(day: int, last_day: int) -> float:
    return WIDTH - 4 - (last_day - day) * (WIDTH - 8) / (DAYS - 1)


def _y(pain: float) -> float:
    return HEIGHT - 4 - pain * (HEIGHT - 8) / 10


def _words(points: Sequence[tuple[int, float]]) -> str:
    told = ", ".join(f"day {day}: {pain:g}" for day, pain in points)
    return f"Pain, {told}"
