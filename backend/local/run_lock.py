"""One local stack per checkout, and where it answers."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path
from typing import IO

from backend.local.errors import LocalError


class RunLock:
    """Held while the stack runs; the system lets go of it however the stack ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> RunLock:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            pid = read(self.path).get("pid", "unknown")
            raise LocalError(
                f"Cairn is already running here, pid {pid}. "
                f"Stop it with Ctrl-C in its window, or: kill {pid}"
            ) from None
        self.write({})
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def write(self, services: dict[str, str]) -> None:
        """Tell other commands of this checkout where PostgreSQL and Redis answer."""
        assert self._file is not None
        self._file.truncate(0)
        self._file.write(json.dumps({"pid": str(os.getpid()), **services}))
        self._file.flush()


def running_services(path: Path) -> dict[str, str] | None:
    """Where the running stack's services answer, or None if none is running."""
    if not path.exists():
        return None
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            services = read(path)
            services.pop("pid", None)
            return services
    return None


def read(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text() or "{}")
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
