"""Precision and waits in a few words, for the page and the command alike."""

from datetime import timedelta

from tracker.clinical.precision import RulePrecision
from tracker.clinical.triage.descriptions import DESCRIPTIONS


def title(rule_id: str) -> str:
    """What a rule is called; R00 is a rule that failed."""
    known = DESCRIPTIONS.get(rule_id)
    return known.title if known else "Could not evaluate"


def share(rule: RulePrecision) -> str:
    """The precision with its count; the count alone where there are too few."""
    counts = f"{rule.useful} of {rule.resolved}"
    if rule.precision is None:
        return f"{counts} closed" if rule.resolved else "none closed yet"
    return f"{100 * rule.precision:.0f} % ({counts})"


def wait(rule: RulePrecision) -> str:
    """The median wait for an owner, against what was allowed."""
    if rule.median_wait is None:
        return "nobody has owned one yet"
    allowed = f" of {duration(rule.target)}" if rule.target else ""
    in_time = f"{rule.in_time} of {len(rule.waits)} in time"
    return f"{duration(rule.median_wait)}{allowed}; {in_time}"


def duration(length: timedelta) -> str:
    """Minutes, or hours and minutes, or days."""
    hours, minutes = divmod(int(length.total_seconds() // 60), 60)
    if hours >= 48:
        return f"{hours // 24} days"
    return f"{hours} h {minutes:02}" if hours else f"{minutes} min"
