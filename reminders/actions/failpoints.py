"""Places where a fault test may kill or stop the process; nothing outside tests."""

import os
import signal
from pathlib import Path

from django.conf import settings


def reached(name: str) -> None:
    """Send this process a signal, once, if the environment asks for it at this place.

    The marker then holds the process's number. SIGKILL, unless another is named.
    """
    if settings.ENVIRONMENT != "test" or os.environ.get("CAIRN_FAILPOINT") != name:
        return
    marker = os.environ.get("CAIRN_FAILPOINT_MARKER")
    if marker:
        if Path(marker).exists():
            return
        Path(marker).write_text(str(os.getpid()))
    how = os.environ.get("CAIRN_FAILPOINT_SIGNAL", "SIGKILL")
    os.kill(os.getpid(), signal.Signals[how])
