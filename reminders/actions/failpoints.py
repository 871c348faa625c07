"""Places where a fault test may kill the process. Does nothing outside tests."""

import os
import signal
from pathlib import Path

from django.conf import settings


def reached(name: str) -> None:
    """Kill this process, once, if the environment asks for it at this place."""
    if settings.ENVIRONMENT != "test" or os.environ.get("CAIRN_FAILPOINT") != name:
        return
    marker = os.environ.get("CAIRN_FAILPOINT_MARKER")
    if marker:
        if Path(marker).exists():
            return
        Path(marker).touch()
    os.kill(os.getpid(), signal.SIGKILL)
