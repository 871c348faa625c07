"""Servers of a test run."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from backend.local import temporary

ROOT = Path(__file__).resolve().parents[4]
START = (
    "import os; from backend.local import temporary; s = temporary.start();"
    "print(s.postgres.pid, s.redis.pid, s.postgres.folder.parent, flush=True)"
)


def start_and(then: str) -> tuple[list[int], Path]:
    unset = {"DATABASE_URL", "REDIS_URL"}
    env = {k: v for k, v in os.environ.items() if k not in unset}
    done = subprocess.run(
        [sys.executable, "-c", f"{START}; {then}"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    postgres, redis, folder = done.stdout.split()
    return [int(postgres), int(redis)], Path(folder)


def test_ended_run_leaves_nothing() -> None:
    pids, folder = start_and("pass")

    assert [pid for pid in pids if runs(pid)] == []
    assert not folder.exists()


@pytest.mark.fault
def test_killed_run_leaves_no_server_and_the_next_removes_its_folder() -> None:
    pids, folder = start_and("os.kill(os.getpid(), 9)")
    end = time.monotonic() + 60
    while any(runs(pid) for pid in pids):
        assert time.monotonic() < end
        time.sleep(0.05)

    temporary.remove_left_overs()

    assert not folder.exists()


def test_folder_of_a_living_run_is_left_alone() -> None:
    prefix = f"{temporary.PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix) as folder:
        temporary.remove_left_overs()

        assert Path(folder).exists()


def runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != "zombie"
    except psutil.NoSuchProcess:
        return False
