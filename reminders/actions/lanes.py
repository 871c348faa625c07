"""Threads to wait for other people's servers in, apart for each channel.

A channel whose server is stuck fills its own lane and no other; what is urgent has
lanes of its own. The threads never touch the database.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, TypeVar

# Waiting is what takes time, not our own work.
THREADS = 16

Key = TypeVar("Key")


@dataclass
class Lane:
    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, "channel")
    )
    left_behind: int = 0


_lanes: dict[tuple[str, bool], Lane] = {}
# A forked worker has none of its parent's threads.
os.register_at_fork(after_in_child=_lanes.clear)


def start(
    channel: str, is_urgent: bool, job: Callable[..., Any], *args: Any
) -> Future[Any]:
    """Run the job in the lane of that channel."""
    lane = _lanes.setdefault((channel, is_urgent), Lane())
    return lane.threads.submit(job, *args)


def finished(jobs: Mapping[Key, Future[Any]], seconds: float) -> Iterable[Key]:
    """Whose jobs are done, after waiting for all of them for so long at most."""
    done = wait(jobs.values(), timeout=seconds).done
    return [key for key, job in jobs.items() if job in done]


def leave_behind(channel: str, is_urgent: bool) -> None:
    """A job of this lane is not waited for any more; half a lane lost makes a new one.

    The stuck threads end when their servers let go of them.
    """
    lane = _lanes.get((channel, is_urgent))
    if lane is None:
        return  # it was replaced already
    lane.left_behind += 1
    if lane.left_behind * 2 >= THREADS:
        lane.threads.shutdown(wait=False)
        del _lanes[channel, is_urgent]
