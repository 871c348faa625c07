"""One page about a course of care, as it stands now: for a visit, or to hand on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from backend.common import clock
from tracker.clinical.answers import Answers
from tracker.clinical.helper_view import PRIVATE_RULES, PRIVATE_SYMPTOMS
from tracker.clinical.levels import Level
from tracker.clinical.triage.advice import advice_for
from tracker.clinical.triage.findings import Finding
from tracker.clinical.wording.say import say
from tracker.models import Alert, CheckIn, Episode, VisitQuestions
from tracker.queries import check_ins, questionnaire_scores, speech, trend
from tracker.queries.plan import Plan, plan_for
from tracker.queries.questionnaire_scores import ScoreSeries
from tracker.queries.trend import TrendPoint, TrendSeries

RECENT = timedelta(days=30)
WEEK = 7


@dataclass(frozen=True, slots=True)
class SymptomLine:
    """A symptom of the last 30 days: on how many, and how it was told last."""

    label: str
    change: str
    days: int
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class MedicineLine:
    label: str
    days: int


@dataclass(frozen=True, slots=True)
class AlertLine:
    """A report that staff was called about: what we advised, what they answered."""

    on: date
    level: Level
    advised: str
    answer: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """Everything the paper shows. `recent` counts the days with an entry of 30."""

    episode: Episode
    as_of: datetime
    plan: Plan
    series: TrendSeries
    recent_days: int
    week_pain: float | None
    week_mobility: float | None
    symptoms: tuple[SymptomLine, ...]
    medicines: tuple[MedicineLine, ...]
    scores: tuple[ScoreSeries, ...]
    alerts: tuple[AlertLine, ...]
    questions: str
    with_private: bool


def of_episode(episode: Episode, *, with_private: bool) -> VisitSummary:
    """Without what is private it leaves out mood and sexual function.

    The words of the product are in the language that is spoken now.
    """
    today = clock.local_today(episode.patient.zone)
    series = trend.series(episode)
    answers = list(_recent(episode, today))
    return VisitSummary(
        episode=episode,
        as_of=clock.now(),
        plan=plan_for(episode, today),
        series=series,
        recent_days=len({one.local_date for one in answers}),
        week_pain=_median(p.pain for p in _last_week(series)),
        week_mobility=_median(p.mobility for p in _last_week(series)),
        symptoms=_symptoms(answers, with_private=with_private),
        medicines=_medicines(answers),
        scores=tuple(questionnaire_scores.series(episode)),
        alerts=tuple(_alerts(episode, with_private=with_private)),
        questions=questions_of(episode),
        with_private=with_private,
    )


def questions_of(episode: Episode) -> str:
    """What the patient wants to ask; empty if nothing."""
    stored = VisitQuestions.objects.filter(episode=episode).first()
    return stored.text if stored else ""


def _recent(episode: Episode, today: date) -> Iterator[Answers]:
    """The answers of the last 30 days, latest day first."""
    rows: Iterable[CheckIn] = (
        check_ins.live(episode)
        .filter(local_date__gt=today - RECENT)
        .order_by("-local_date", "-received_at")
    )
    return (Answers.from_json(row.answers) for row in rows)


def _last_week(series: TrendSeries) -> Sequence[TrendPoint]:
    return [p for p in series.points if p.day > series.today - WEEK]


def _median(values: Iterable[float | None]) -> float | None:
    given = [value for value in values if value is not None]
    return float(median(given)) if given else None


def _symptoms(
    answers: Sequence[Answers], *, with_private: bool
) -> tuple[SymptomLine, ...]:
    """Last told first."""
    language = speech.current()
    days: dict[str, list[date]] = {}
    last_change: dict[str, str] = {}
    for one in answers:
        for code, change in one.symptoms or ():
            if with_private or code not in PRIVATE_SYMPTOMS:
                days.setdefault(code, []).append(one.local_date)
                last_change.setdefault(code, change.value)
    return tuple(
        SymptomLine(
            label=say(f"symptom.{code}", language),
            change=say(f"change.{last_change[code]}", language),
            days=len(set(on)),
            first_on=on[-1],
            last_on=on[0],
        )
        for code, on in days.items()
    )


def _medicines(answers: Sequence[Answers]) -> tuple[MedicineLine, ...]:
    """What was told to be taken, most days first."""
    language = speech.current()
    taken = {
        (one.local_date, code) for one in answers for code in one.medicines_taken or ()
    }
    counted = Counter(code for _, code in sorted(taken))
    return tuple(
        MedicineLine(say(f"medicine.{code}", language), days)
        for code, days in counted.most_common()
    )


def _alerts(episode: Episode, *, with_private: bool) -> Iterator[AlertLine]:
    """Newest first, each with the title of the advice that was shown at once."""
    language = speech.current()
    rows = Alert.objects.filter(episode=episode).select_related(
        "check_in", "evaluation"
    )
    for row in rows.order_by("-created_at"):
        if with_private or row.rule_id not in PRIVATE_RULES:
            yield AlertLine(
                on=row.local_date,
                level=Level(row.level),
                advised=advice_for(Finding.from_json(row.finding), language).title,
                answer=row.advice_given,
                is_open=row.status != Alert.Status.RESOLVED,
            )
