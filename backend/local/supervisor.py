"""Keeps programs running, and ends them all, in order and in time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

from backend.local.errors import LocalError

MOST_RESTARTS = 5
# One that ran this long was well; its earlier failures no longer count.
WELL_AFTER_SECONDS = 60
PROGRAMS_STOP_SECONDS = 5
SERVERS_STOP_SECONDS = 4


class Part(Protocol):
    """A Program, a LocalPostgres or a LocalRedis."""

    name: str

    def start(self) -> None: ...
    def alive(self) -> bool: ...
    def exit_code(self) -> int | None: ...
    def ask_to_stop(self) -> None: ...
    def wait(self, seconds: float) -> None: ...
    def last_lines(self, count: int = 15) -> str: ...
    def died(self, what: str) -> LocalError: ...


@dataclass
class Watched:
    part: Part
    started: float
    failures: int = 0
    start_again_at: float | None = None


class Supervisor:
    """Servers end after the programs that use them."""

    def __init__(self, *, first_delay: float = 0.5) -> None:
        self.first_delay = first_delay
        self.servers: list[Watched] = []
        self.programs: list[Watched] = []

    def add_server(self, part: Part) -> None:
        """Start it and keep it running; it ends last."""
        self.servers.append(Watched(part, time.monotonic()))
        part.start()

    def add_program(self, part: Part) -> None:
        """Start it and keep it running; it ends first."""
        self.programs.append(Watched(part, time.monotonic()))
        part.start()

    def watch(self) -> None:
        """Return never; raise when a part cannot be kept running."""
        while True:
            self.look_once()
            time.sleep(0.2)

    def look_once(self) -> None:
        for watched in [*self.servers, *self.programs]:
            if watched.start_again_at is not None:
                self._start_again_when_due(watched)
            elif not watched.part.alive():
                self._plan_restart(watched)

    def _plan_restart(self, watched: Watched) -> None:
        part, now = watched.part, time.monotonic()
        if now - watched.started > WELL_AFTER_SECONDS:
            watched.failures = 0
        watched.failures += 1
        what = f"{part.name} ended by itself (exit code {part.exit_code()})"
        if watched.failures > MOST_RESTARTS:
            times = f"again after {MOST_RESTARTS} restarts, so everything stops."
            raise part.died(f"{what}, {times} Its last lines:")
        delay = self.first_delay * 2 ** (watched.failures - 1)
        watched.start_again_at = now + delay
        print(f"{what}; it starts again in {delay:g} s. Its last lines:")
        print(part.last_lines(5), flush=True)

    def _start_again_when_due(self, watched: Watched) -> None:
        if time.monotonic() < (watched.start_again_at or 0):
            return
        watched.part.wait(0)  # what its children left must not disturb the new one
        watched.start_again_at, watched.started = None, time.monotonic()
        try:
            watched.part.start()
        except LocalError:
            # It is not alive, so the next look counts and reports it.
            return

    def stop(self) -> None:
        """End everything within ten seconds, the last started first."""
        stop_all(self.programs, PROGRAMS_STOP_SECONDS)
        stop_all(self.servers, SERVERS_STOP_SECONDS)


def stop_all(group: list[Watched], seconds: float) -> None:
    """Ask all, then wait for each; whoever is late is killed."""
    end = time.monotonic() + seconds
    for watched in reversed(group):
        watched.part.ask_to_stop()
    for watched in reversed(group):
        watched.part.wait(end - time.monotonic())
    group.clear()
