"""Whether an event must be reported to an authority, and until when.

Calendar days count from the day after the clinic became aware. The rules are those of
the clinical evidence file, section 8; a clinic's regulatory counsel confirms them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

REGIMES: Mapping[str, str] = MappingProxyType(
    {
        "us_361": "US, tissue product (21 CFR 1271.350)",
        "us_351": "US, licensed biological product (21 CFR 600.80)",
        "us_ind": "US, trial under an IND (21 CFR 312.32)",
        "eu": "EU, substances of human origin or trial",
        "none": "No duty to report",
    }
)

DAYS = 15
FAST_DAYS = 7
"""Trials only: a fatal or life-threatening event."""

FOLLOW_UP_DAYS = 15

FAST = frozenset({"death", "life_threatening"})

TISSUE_CRITERIA = FAST | {"permanent_damage", "intervention", "admission"}
"""21 CFR 1271.350(a)(1)(i) to (iv); an admission is an intervention."""

_FORMS = {
    "us_361": "Form FDA 3500A",
    "us_351": "Form FDA 3500A",
    "us_ind": "IND safety report",
    "eu": "Notification to the competent authority",
}


@dataclass(frozen=True, slots=True)
class ReportCase:
    """What the duty to report depends on. `was_reported`: at least once.

    `news_on`: the day something new became known since the last report.
    """

    is_infection: bool
    seriousness: frozenset[str]
    relatedness: str
    aware_on: date
    was_reported: bool = False
    news_on: date | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """The duty to report, in words; `due_on` is the last day that is in time."""

    needed: bool
    why: str
    due_on: date | None = None
    form: str = ""


def reporting(regime: str, case: ReportCase) -> Obligation:
    """Whether a report, or a follow-up of one, is due by these rules."""
    if regime not in _FORMS:
        return Obligation(False, "No duty to report was chosen for this event.")
    if case.was_reported:
        return _follow_up(regime, case)
    reason_not = _exempt(regime, case)
    if reason_not:
        return Obligation(False, reason_not)
    days = _days(regime, case)
    return Obligation(
        True,
        f"{_WHY[regime]} Within {days} calendar days of becoming aware.",
        case.aware_on + timedelta(days=days),
        _FORMS[regime],
    )


def _follow_up(regime: str, case: ReportCase) -> Obligation:
    if case.news_on is None:
        return Obligation(False, "Reported, and nothing new is known since.")
    return Obligation(
        True,
        f"New information after the report: a follow-up within {FOLLOW_UP_DAYS} "
        "calendar days.",
        case.news_on + timedelta(days=FOLLOW_UP_DAYS),
        f"{_FORMS[regime]}, follow-up",
    )


def _exempt(regime: str, case: ReportCase) -> str:
    """Why no report is due; empty if one is."""
    if case.relatedness == "unrelated":
        return "Judged as not related to the procedure or the product."
    if regime == "us_361" and not case.is_infection:
        return "No communicable disease is involved."
    counts = TISSUE_CRITERIA if regime == "us_361" else case.seriousness
    if not case.seriousness & counts:
        return "None of the criteria of seriousness that count here is met."
    return ""


def _days(regime: str, case: ReportCase) -> int:
    is_fast = regime in ("us_ind", "eu") and case.seriousness & FAST
    return FAST_DAYS if is_fast else DAYS


_WHY = {
    "us_361": "An infection after a tissue product that is serious.",
    "us_351": "A serious event; counted as unexpected until somebody says otherwise.",
    "us_ind": "A serious event in a trial; counted as unexpected and suspected.",
    "eu": "A suspected serious reaction: without undue delay. The regulation names no "
    "number of days; those of trials are counted.",
}
