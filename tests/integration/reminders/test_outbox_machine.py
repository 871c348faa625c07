"""50 random runs with every test; `make nightly` takes 500 runs of 50 steps."""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.integration.reminders.outbox_machine import OutboxMachine

NIGHTLY = bool(os.environ.get("CAIRN_NIGHTLY"))
RUNS, STEPS = (500, 50) if NIGHTLY else (50, 16)


@pytest.mark.timeout(3600)
@pytest.mark.django_db
def test_promises_hold_whatever_happens() -> None:
    run_state_machine_as_test(
        OutboxMachine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
        # Hypothesis ends some runs early, to shrink a failing one better.
        _min_steps=STEPS if NIGHTLY else 0,
    )
