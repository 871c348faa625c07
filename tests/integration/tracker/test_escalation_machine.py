"""A few random runs with every test; `make nightly` takes 500 runs of 50 steps."""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.tracker.escalation_machine import EscalationMachine

RUNS, STEPS = (500, 50) if os.environ.get("CAIRN_NIGHTLY") else (25, 16)


@pytest.mark.timeout(7200)
@pytest.mark.django_db
def test_every_report_finds_somebody_whatever_happens() -> None:
    run_state_machine_as_test(
        EscalationMachine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
