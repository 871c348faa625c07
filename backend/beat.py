"""Celery's beat, by a clock that may be set back and a broker that may be away."""

import logging
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from celery import beat
from django.db import close_old_connections, connections
from kombu import Connection

log = logging.getLogger(__name__)

# A broker that is away is given up on at once, and asked again at the next job.
IMPATIENT = {
    "max_retries": 1,
    "interval_start": 0,
    "socket_timeout": 2,
    "socket_connect_timeout": 2,
}
# Longer than any interval.
LONG_AGO = timedelta(days=1)


class Scheduler(beat.Scheduler):  # type: ignore[misc]
    """Keeps no file: what it remembered of a clock that was wrong would hold every
    job back until that time comes. Each interval is some minutes at most, so a start
    loses nothing by knowing nothing.
    """

    _latest: datetime | None = None

    def setup_schedule(self) -> None:
        """All jobs are due at the start: the product is ready as soon as they ran."""
        super().setup_schedule()
        for entry in self.schedule.values():
            entry.last_run_at = self.app.now() - LONG_AGO

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Run what is due; where the clock went back, count from the new time on."""
        now = self.app.now()
        if self._latest is not None and now < self._latest:
            for entry in self.schedule.values():
                entry.last_run_at = now
            # Celery makes its order of the next runs anew.
            self._heap = None
        self._latest = now
        seconds: float = super().tick(*args, **kwargs)
        return seconds

    def apply_async(self, entry: Any, *args: Any, **kwargs: Any) -> Any:
        """Tell a worker; while the broker is away, do the work in this process."""
        try:
            return super().apply_async(entry, *args, **kwargs)
        except beat.SchedulingError as error:
            log.warning("broker not reached, %s runs here: %s", entry.task, error)
            return self._run_here(entry.task)

    @cached_property
    def connection(self) -> Connection:
        return self.app.connection_for_write(transport_options=IMPATIENT)

    def _ensure_connected(self) -> Connection:
        """Without waiting for it: Celery's own would try for minutes."""
        return self.connection

    def _run_here(self, task: str) -> Any:
        close_old_connections()
        try:
            return self.app.tasks[task].apply()
        finally:
            connections.close_all()
