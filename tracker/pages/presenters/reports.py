"""What has become of each report, as its patient may know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tracker.clinical.levels import Level
from tracker.clinical.triage.findings import Finding
from tracker.clinical.triage.note_question import ASKS_FIRST

if TYPE_CHECKING:
    from tracker.models import Alert, CheckIn

# An alert of the same transaction may carry a moment slightly later than the entry.
SAME_MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Report:
    """One entry and its state: received, seen by somebody, or closed.

    An answer is there as soon as one of its alerts was closed with words.
    """

    check_in: CheckIn
    level: Level
    state: str
    who: str
    moment: datetime | None
    answer: str
    answered_by: str
    answered_at: datetime | None

    @property
    def needs_staff(self) -> bool:
        return self.level >= Level.SOON


def of_check_ins(check_ins: Iterable[CheckIn], alerts: Iterable[Alert]) -> list[Report]:
    """One line per entry, in the order given."""
    known = list(alerts)
    return [of_one(check_in, known) for check_in in check_ins]


def of_one(check_in: CheckIn, alerts: Iterable[Alert]) -> Report:
    raised = [alert for alert in alerts if _belongs(alert, check_in)]
    state, who, moment = _state(check_in, raised)
    answered = sorted((a for a in raised if a.advice_given), key=_closed_at)
    return Report(
        check_in=check_in,
        level=_level(check_in, raised),
        state=state,
        who=who,
        moment=moment,
        answer="\n\n".join(dict.fromkeys(a.advice_given for a in answered)),
        answered_by=_name(answered[-1].resolved_by) if answered else "",
        answered_at=answered[-1].resolved_at if answered else None,
    )


def _state(check_in: CheckIn, raised: list[Alert]) -> tuple[str, str, datetime | None]:
    """How far it got, who took it there, and when."""
    if raised and all(alert.resolved_at for alert in raised):
        last = max(raised, key=_closed_at)
        return "closed", _name(last.resolved_by), last.resolved_at
    live = [alert for alert in raised if not alert.resolved_at]
    if live and all(_read_since(alert, check_in) for alert in live):
        last = max(live, key=lambda a: a.acknowledged_at or a.created_at)
        return "seen", _name(last.acknowledged_by), last.acknowledged_at
    return "received", "", check_in.received_at


def _read_since(alert: Alert, check_in: CheckIn) -> bool:
    """Whether somebody took the alert after this entry had come."""
    taken_at = alert.acknowledged_at
    return taken_at is not None and taken_at >= check_in.received_at


def _closed_at(alert: Alert) -> datetime:
    return alert.resolved_at or alert.created_at


def _belongs(alert: Alert, check_in: CheckIn) -> bool:
    """Whether the entry opened the alert or added to it while it was live."""
    rules = {f["rule_id"] for row in _evaluations(check_in) for f in row.findings}
    return (
        alert.rule_id in rules
        and alert.created_at <= check_in.received_at + SAME_MOMENT
        and (alert.resolved_at is None or alert.resolved_at >= check_in.received_at)
    )


def _level(check_in: CheckIn, raised: Iterable[Alert]) -> Level:
    """As judged; a note that the patient explained counts as its alert does now."""
    explained = {a.rule_id: Level(a.level) for a in raised if a.rule_id == ASKS_FIRST}
    levels = (
        explained.get(finding["rule_id"], Level.from_code(finding["level"]))
        for row in _evaluations(check_in)
        for finding in row.findings
    )
    return max(levels, default=Level.NONE)


def _evaluations(check_in: CheckIn) -> list[Any]:
    """Its own, and those of later days which it had judged again."""
    own = getattr(check_in, "evaluation", None)
    again = getattr(check_in, "reevaluations", None)
    return [*([own] if own else []), *(again.all() if again else [])]


def _name(user: object) -> str:
    return user.get_full_name() if user else _("the team")  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Word:
    """What the clinic wrote when it closed an alert that no check-in raised."""

    text: str
    by: str
    at: datetime


def words_without_report(alerts: Iterable[Alert]) -> list[Word]:
    """Newest first; those about a check-in stand with its report."""
    closed = (
        alert
        for alert in alerts
        if alert.advice_given and alert.resolved_at and not _about_check_in(alert)
    )
    return [
        Word(alert.advice_given, _name(alert.resolved_by), _closed_at(alert))
        for alert in sorted(closed, key=_closed_at, reverse=True)
    ]


def noticed(alerts: Iterable[Alert], since: datetime) -> list[Finding]:
    """What we noticed after the last entry and nobody has closed, worst first."""
    live = [
        alert
        for alert in alerts
        if alert.evaluation is not None
        and alert.evaluation.cause == "no_entry"
        and not alert.resolved_at
        and alert.last_report_at > since
    ]
    findings = (Finding.from_json(alert.finding) for alert in live)
    return sorted(findings, key=lambda finding: -finding.level)


def _about_check_in(alert: Alert) -> bool:
    return alert.evaluation is None or alert.evaluation.check_in_id is not None
