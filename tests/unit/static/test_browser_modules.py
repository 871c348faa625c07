"""The modules of the phone under Node: every branch of what must never fail."""

import subprocess

import pytest
from django.conf import settings

from backend.local.node import node

FULLY_TESTED = ("static/js/outbox.js", "static/js/emergency.js")


@pytest.mark.timeout(120)
def test_modules_of_the_phone() -> None:
    command = node(
        "--test",
        "--experimental-test-coverage",
        "--test-coverage-branches=100",
        *(f"--test-coverage-include={path}" for path in FULLY_TESTED),
        "tests/js/*.test.js",
    )

    done = subprocess.run(
        command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
