"""Advice for what has not reached the clinic, and perhaps never will."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext, gettext_noop

from backend.accounts.models import Clinic
from tracker.clinical.triage.findings import Finding
from tracker.queries import advice
from tracker.queries.speech import Speech

SELF_HARM = "R24"
CALL_NOW = gettext_noop(
    "Call the emergency number or a crisis line now. Stay with someone you trust."
)


def for_patient(
    findings: Iterable[Finding], clinic: Clinic, speech: Speech | None = None
) -> list[dict[str, Any]]:
    """The usual advice, without a word that says the clinic is told."""
    return [_honest(line) for line in advice.for_patient(findings, clinic, speech)]


def _honest(line: dict[str, Any]) -> dict[str, Any]:
    if line["rule"] != SELF_HARM:
        return line
    english = line["english"] and {**line["english"], "text": CALL_NOW}
    return {**line, "text": gettext(CALL_NOW), "english": english}
