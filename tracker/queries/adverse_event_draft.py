"""What is already known when somebody records an adverse event."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from backend.accounts.models import Clinic
from backend.common import clock
from tracker.clinical.adverse_events.from_alert import answers_in, term_for
from tracker.clinical.adverse_events.terms import TERMS, Term
from tracker.clinical.triage.facts import TriageFacts
from tracker.models import Alert, Episode
from tracker.queries import procedures
from tracker.queries.procedures import ProcedureFacts

# fmt: off
EU = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form begins with; everything may be changed."""

    term: Term
    answers: dict[str, str | float]
    onset_on: date
    aware_on: date
    regime: str
    procedure: ProcedureFacts


def of(episode: Episode, alert: Alert | None = None) -> Draft:
    """From the alert's rule, its evaluation and the procedure before its day."""
    today = clock.local_today(episode.clinic.zone)
    facts = _facts(alert) if alert else None
    cause = (alert.check_in or alert.evaluation) if alert else None
    onset = min(cause.local_date, today) if cause else today
    heard = alert.created_at if alert else clock.now()
    return Draft(
        term=term_for(alert.rule_id, facts) if alert else TERMS["other"],
        answers=answers_in(facts) if facts else {},
        onset_on=onset,
        aware_on=heard.astimezone(ZoneInfo(episode.clinic.zone)).date(),
        regime=usual_regime(episode.clinic),
        procedure=procedures.before(episode, onset),
    )


def usual_regime(clinic: Clinic) -> str:
    """The rules of the country where the clinic works."""
    if clinic.country == "US":
        return "us_361"
    return "eu" if clinic.country in EU else "none"


def _facts(alert: Alert) -> TriageFacts | None:
    """What the rules saw; None where they could not read the report."""
    if alert.evaluation is not None:
        stored = alert.evaluation.facts
    else:
        evaluation = getattr(alert.check_in, "evaluation", None)
        stored = evaluation.facts if evaluation else {}
    return TriageFacts.from_json(stored) if stored else None
