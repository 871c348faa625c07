"""Records good runs of recurring jobs and answers which job is late."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db.migrations.recorder import MigrationRecorder

from backend.common import clock
from backend.common.models import Heartbeat

P = ParamSpec("P")
R = TypeVar("R")


def beats(job: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a task: a run that does not raise leaves a heartbeat."""

    def decorate(run: Callable[P, R]) -> Callable[P, R]:
        @wraps(run)
        def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
            result = run(*args, **kwargs)
            Heartbeat.objects.update_or_create(
                job=job, defaults={"last_good_at": clock.now()}
            )
            return result

        return wrapped

    return decorate


def late_jobs() -> list[str]:
    """Names of the jobs whose last good run is too old.

    A job that never ran has its time from the newest migration on, as at a first start.
    A run that lies as far ahead was told by a clock that is wrong, and proves nothing.
    """
    last = dict(Heartbeat.objects.values_list("job", "last_good_at"))
    now, migrated_at = clock.now(), newest_migration()
    return [
        job
        for job, seconds in Heartbeat.LATE_AFTER.items()
        if abs(now - last.get(job, migrated_at)) > timedelta(seconds=seconds)
    ]


def newest_migration() -> datetime:
    """When the tables became what they are: no restart moves it."""
    applied = MigrationRecorder.Migration.objects.latest("applied").applied
    return cast("datetime", applied)
