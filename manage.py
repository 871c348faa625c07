#!/usr/bin/env python
"""Django's command line for Cairn."""

import os
import sys

from django.core.management import execute_from_command_line

# It reads a file and prints: it must run where no clinic is set up.
WITHOUT_A_CLINIC = {"replay_cases"}
STAND_INS = {
    "CAIRN_ENVIRONMENT": "local",
    "SECRET_KEY": "unused",
    "DATABASE_URL": "postgresql:///unused",
    "REDIS_URL": "redis://localhost",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    if WITHOUT_A_CLINIC.intersection(sys.argv[1:2]):
        for name, value in STAND_INS.items():
            os.environ.setdefault(name, value)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
