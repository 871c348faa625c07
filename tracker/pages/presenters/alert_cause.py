"""What an alert is about, in a sentence, where it is not about a check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format

if TYPE_CHECKING:
    from tracker.models import Alert, CheckIn, EpisodeEvaluation


def sentence(alert: Alert, last: CheckIn | None) -> str:
    """Empty for an alert about a check-in; `last` is the last one before it."""
    evaluation = alert.evaluation
    if evaluation is None:
        return ""
    if evaluation.cause == "no_entry":
        return _silence(evaluation, last)
    if evaluation.cause == "late_entry":
        return _late_entry(evaluation)
    if evaluation.response_id is None:
        return (
            f"On day {evaluation.day} the answer to the question on self-harm was yes."
            " It came when the questionnaire was no longer open, and is not among its"
            " answers."
        )
    return f"A questionnaire was completed on day {evaluation.day}."


def _silence(evaluation: EpisodeEvaluation, last: CheckIn | None) -> str:
    days = evaluation.facts.get("days_silent")
    since = "the procedure"
    if last is not None:
        since = f"{date_format(last.local_date, 'l, j F')} (day {last.day})"
    counted = "1 day" if days == 1 else f"{days} days"
    return (
        f"No check-in since {since}: {counted} by the end of day {evaluation.day},"
        " announced days not counted."
    )


def _late_entry(evaluation: EpisodeEvaluation) -> str:
    late = evaluation.check_in
    what = "corrected" if late and late.corrects_id else "filled in"
    about = f"Day {late.day}" if late else "An earlier day"
    return f"{about} was {what} later, so day {evaluation.day} was judged again."
