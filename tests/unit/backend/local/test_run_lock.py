"""One local stack per checkout."""

import os
from pathlib import Path

import pytest

from backend.local.errors import LocalError
from backend.local.run_lock import RunLock, running_services


def test_second_run_is_told_the_pid_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"

    with RunLock(path), pytest.raises(LocalError) as told, RunLock(path):
        pass

    assert f"already running here, pid {os.getpid()}." in str(told.value)


def test_lock_is_free_again_after_the_run(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    with RunLock(path):
        pass

    with RunLock(path):
        pass


def test_running_stack_tells_where_its_services_answer(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"

    with RunLock(path) as lock:
        lock.write({"REDIS_URL": "redis://here"})

        assert running_services(path) == {"REDIS_URL": "redis://here"}


def test_ended_stack_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    with RunLock(path) as lock:
        lock.write({"REDIS_URL": "redis://here"})

    assert running_services(path) is None
    assert running_services(tmp_path / "never") is None
