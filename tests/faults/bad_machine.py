"""Celery on a machine with something wrong; run as a program in place of `celery`.

CLOCK_OFFSET names a file with seconds: by so many is the wall clock wrong, for the
product and for Celery itself. It may change at any time, so it is done in Python:
libfaketime would move the clock of all waiting along, as no machine does. What is wrong
from the start is tested with libfaketime. SPARE_MEGABYTES is the memory that a worker
process may still ask for once it has been forked.
"""

import os
import resource
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

_right_time = time.time


def offset() -> float:
    try:
        return float(Path(os.environ["CLOCK_OFFSET"]).read_text() or 0)
    except (KeyError, OSError):
        return 0.0


def _wrong_now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=offset())


def _have_little_memory(**_: Any) -> None:
    import psutil

    spare = int(os.environ["SPARE_MEGABYTES"]) * 2**20
    most = psutil.Process().memory_info().vms + spare
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> None:
    # Before anybody takes the function itself out of its module.
    time.time = lambda: _right_time() + offset()
    from celery import Celery
    from celery.__main__ import main as celery
    from celery.signals import worker_process_init

    from backend.common import clock

    clock._source = _wrong_now
    Celery.now = lambda self: _wrong_now()
    if "SPARE_MEGABYTES" in os.environ:
        worker_process_init.connect(_have_little_memory, weak=False)
    sys.argv[0] = "celery"
    celery()


if __name__ == "__main__":
    main()
