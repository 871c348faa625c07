"""The visit summary as a paper: what fits on one page, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from tracker.pages.presenters import course, trend_chart
from tracker.pages.presenters.score_words import NOT_FOR_PATIENTS, SCALES

if TYPE_CHECKING:
    from backend.accounts.models import Clinic
    from tracker.pages.presenters.trend_chart import Course
    from tracker.queries.questionnaire_scores import ScorePoint, ScoreSeries
    from tracker.queries.visit_summary import VisitSummary

# What a usual page has room for; the rest is counted, never dropped in silence.
SYMPTOMS, ALERTS, SCORES, MILESTONES = 9, 5, 7, 7
LETTER = frozenset({"US", "CA", "MX"})
# Wide for paper and desk, higher for a phone, whose letters would be too small.
WIDE, NARROW = (758, 220), (316, 240)
# In a PDF no style sheet reaches into a picture, and no font of the page.
CHART_STYLE = """
text { fill: #555c5a; font: 12px "Noto Sans latin", "Noto Sans latin-ext", sans-serif }
.phase { fill: #eceae4; opacity: 0.55 }
.phase-other { fill: none }
.band { fill: #1a5f64; opacity: 0.12 }
.grid { stroke: #dad7ce }
.axis { stroke: #7d7b73 }
.baseline { stroke: #555c5a; stroke-dasharray: 2 4 }
.pain { fill: none; stroke: #1a5f64; stroke-width: 2.5 }
.mobility { fill: none; stroke: #555c5a; stroke-width: 1.5; stroke-dasharray: 5 4 }
.dot { fill: #1a5f64 }
.last { fill: #1d2322; font-weight: 700; font-size: 14px }
"""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A questionnaire, or an activity in it: the last number beside the first."""

    title: str
    highest: int
    first: ScorePoint
    last: ScorePoint
    has_two: bool


def as_paper(summary: VisitSummary, *, is_pdf: bool) -> dict[str, Any]:
    """The context of tracker/summary/_paper.html."""
    clinic = summary.episode.clinic
    chart = course.among_others(summary.series)
    scores = _scores(summary.scores, with_private=summary.with_private)
    reached = sorted(
        (m for m in summary.plan.milestones if m.reached_on),
        key=lambda milestone: milestone.reached_on or date.min,
    )
    return {
        "summary": summary,
        "patient": summary.episode.patient,
        "clinic": clinic,
        "charts": _charts(chart, is_pdf=is_pdf) if summary.series.points else [],
        "has_band": trend_chart.has_band(chart),
        "symptoms": summary.symptoms[:SYMPTOMS],
        "more_symptoms": len(summary.symptoms[SYMPTOMS:]),
        "alerts": summary.alerts[:ALERTS],
        "more_alerts": len(summary.alerts[ALERTS:]),
        "scores": scores[:SCORES],
        "more_scores": len(scores[SCORES:]),
        "reached": list(islice(reversed(reached), MILESTONES)),
        "more_reached": len(reached[MILESTONES:]),
        "page_size": page_size(clinic),
    }


def page_size(clinic: Clinic) -> str:
    """The paper that printers hold in the clinic's country."""
    return "Letter" if clinic.country in LETTER else "A4"


def _charts(course: Course, *, is_pdf: bool) -> list[tuple[str, str]]:
    """Under the name of its place; a style sheet shows the one that fits."""
    sizes = {"wide": WIDE} if is_pdf else {"wide": WIDE, "narrow": NARROW}
    style = CHART_STYLE if is_pdf else ""
    return trend_chart.draw_each(course, sizes, style=style)


def _scores(series: Sequence[ScoreSeries], *, with_private: bool) -> list[ScoreLine]:
    return [
        ScoreLine(
            title=one.activity or one.title,
            highest=SCALES[one.scoring].highest,
            first=one.points[0],
            last=one.points[-1],
            has_two=len(one.points) > 1,
        )
        for one in series
        if one.scoring in SCALES
        and (with_private or one.scoring not in NOT_FOR_PATIENTS)
    ]
