"""What a helper is shown of the rules' findings."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tracker.clinical.answers import Answers
from tracker.clinical.helper_view import (
    PRIVATE_RULES,
    PRIVATE_SYMPTOMS,
    says_private_things,
    shown,
)
from tracker.clinical.levels import Level
from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.findings import Finding

LEG = Finding("R07", Level.URGENT, (), "")
THOUGHTS = Finding("R24", Level.EMERGENCY, (), "")


def answers(**given: Any) -> Answers:
    stored = {
        "local_date": date(2026, 11, 21).isoformat(),
        "recorded_at": datetime(2026, 11, 21, 9, tzinfo=UTC).isoformat(),
        **given,
    }
    return Answers.from_json(stored)


def test_what_the_patient_alone_told_is_left_out() -> None:
    assert shown([THOUGHTS, LEG], answers(pain=4)) == (LEG,)


def test_what_the_helper_wrote_is_answered() -> None:
    own = answers(note="He said: I want to end it all")

    assert shown([THOUGHTS, LEG], own) == (THOUGHTS, LEG)


@pytest.mark.parametrize("code", sorted(PRIVATE_SYMPTOMS))
def test_a_private_symptom_says_private_things(code: str) -> None:
    symptoms = [{"code": code, "change": "new"}]

    assert says_private_things(answers(symptoms=symptoms))


def test_no_question_of_a_first_screen_is_private() -> None:
    """Leaving one out would hide an emergency that a helper can see."""
    assert not [code for code in PRIVATE_SYMPTOMS if SYMPTOMS[code].gate]


def test_every_rule_that_reads_only_private_answers_is_private() -> None:
    read = {rule for code in PRIVATE_SYMPTOMS for rule in SYMPTOMS[code].rules}

    assert read == PRIVATE_RULES
