"""A questionnaire as staff look at it before a patient does (pure)."""

from dataclasses import dataclass
from typing import Any

from tracker.clinical.proms.instrument import Instrument
from tracker.clinical.proms.scoring import SCORINGS
from tracker.pages.forms.questionnaire import QuestionForm
from tracker.pages.presenters import schedule_words


@dataclass(frozen=True, slots=True)
class Summary:
    code: str
    title: str
    questions: int
    scoring: str
    days: str
    licence: str
    credit: str


def summary(instrument: Instrument) -> Summary:
    """One line of the list."""
    return Summary(
        instrument.code,
        instrument.title,
        len(instrument.questions),
        SCORINGS[instrument.scoring].title,
        schedule_words.of(instrument.schedule),
        instrument.licence,
        instrument.credit,
    )


def preview(instrument: Instrument) -> dict[str, Any]:
    """Every item in its order, drawn by the template that draws it for patients."""
    return {
        "instrument": instrument,
        "summary": summary(instrument),
        "forms": [QuestionForm(item, None) for item in instrument.items],
    }
