"""Pain and mobility over the days of an episode, for the chart and its table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from uuid import UUID

from backend.common import clock
from tracker.clinical.day_count import day_of
from tracker.clinical.levels import Level
from tracker.clinical.trends import BASELINE_DAYS
from tracker.clinical.wording.spoken import plan_in
from tracker.models import Alert, CheckIn, Episode
from tracker.queries import check_ins, procedures, protocols, speech

FIRST_DAY = BASELINE_DAYS[0]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The medians of one day; None where nothing was answered."""

    day: int
    on: date
    pain: float | None
    mobility: float | None


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """The days of one phase."""

    code: str
    title: str
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class TrendAlert:
    """An alert on the day of the entry that opened it."""

    day: int
    level: Level
    rule_id: str
    alert_id: UUID


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """Days that have an answer, oldest first, and what is drawn behind them."""

    first_day: int
    today: int
    baseline: float | None
    points: tuple[TrendPoint, ...]
    phases: tuple[PhaseBand, ...]
    alerts: tuple[TrendAlert, ...]
    # Days on which the plan began before it was started again.
    earlier_procedures: tuple[int, ...] = ()


def series(episode: Episode) -> TrendSeries:
    """From a week before the first procedure to the patient's today."""
    procedure_date = episode.procedure.performed_on
    plan = plan_in(protocols.plan_of(episode), speech.current())
    begun = sorted(
        day_of(earlier.performed_on, procedure_date)
        for earlier in procedures.earlier(episode)
    )
    first_day = FIRST_DAY + (begun[0] if begun else 0)
    entries = list(check_ins.live(episode).filter(day__gte=first_day))
    return TrendSeries(
        first_day=first_day,
        today=day_of(clock.local_today(episode.patient.zone), procedure_date),
        baseline=_baseline(episode, entries),
        points=_points(entries, procedure_date),
        phases=tuple(
            PhaseBand(phase.code, phase.title, phase.first_day, phase.last_day)
            for phase in plan.phases
        ),
        alerts=_alerts(episode, procedure_date),
        earlier_procedures=tuple(begun),
    )


def _baseline(episode: Episode, entries: Iterable[CheckIn]) -> float | None:
    """The median of the week before, else what was said at intake."""
    before = [e.pain for e in entries if e.day in BASELINE_DAYS and e.pain is not None]
    if before:
        return float(median(before))
    intake = episode.baseline_pain
    return None if intake is None else float(intake)


def _points(entries: Iterable[CheckIn], procedure_date: date) -> tuple[TrendPoint, ...]:
    by_day: dict[int, list[CheckIn]] = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(entry)
    return tuple(
        TrendPoint(
            day=day,
            on=procedure_date + timedelta(days=day),
            pain=_median(by_day[day], lambda e: e.pain),
            mobility=_median(by_day[day], lambda e: e.mobility),
        )
        for day in sorted(by_day)
    )


def _median(
    entries: Iterable[CheckIn], answer: Callable[[CheckIn], int | None]
) -> float | None:
    given = [value for value in map(answer, entries) if value is not None]
    return float(median(given)) if given else None


def _alerts(episode: Episode, procedure_date: date) -> tuple[TrendAlert, ...]:
    rows = Alert.objects.filter(episode=episode).select_related(
        "check_in", "evaluation"
    )
    return tuple(
        TrendAlert(
            # By the date: an evaluation keeps the day it was counted on then.
            day_of(row.local_date, procedure_date),
            Level(row.level),
            row.rule_id,
            row.pk,
        )
        for row in rows.order_by("created_at")
    )
