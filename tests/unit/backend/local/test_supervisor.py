"""Keeping programs running, and ending them."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from backend.local.errors import LocalError
from backend.local.processes import Program
from backend.local.supervisor import MOST_RESTARTS, Supervisor

STUBBORN = "trap '' TERM; echo up; while true; do sleep 0.1; done"


def test_dead_program_is_started_again(tmp_path: Path) -> None:
    supervisor = Supervisor(first_delay=0)
    program = shell(tmp_path, "sleep 60")
    supervisor.add_program(program)
    first = program.pid

    psutil.Process(first).kill()
    look_until(supervisor, lambda: program.alive() and program.pid != first)

    supervisor.stop()


def test_program_that_keeps_dying_ends_it_all(tmp_path: Path) -> None:
    supervisor = Supervisor(first_delay=0)
    program = shell(tmp_path, "echo the reason; exit 3")
    supervisor.add_program(program)

    with pytest.raises(LocalError) as told:
        look_until(supervisor, lambda: False)

    assert f"(exit code 3), again after {MOST_RESTARTS} restarts" in str(told.value)
    assert "    the reason" in str(told.value)
    supervisor.stop()


def test_program_that_ignores_us_is_killed_with_its_children(tmp_path: Path) -> None:
    supervisor = Supervisor()
    program = shell(tmp_path, f"({STUBBORN}) & {STUBBORN}")
    supervisor.add_program(program)
    wait_until(lambda: "up" in program.last_lines())
    family = [psutil.Process(program.pid)]
    family += family[0].children(recursive=True)

    program.ask_to_stop()
    program.wait(0.2)

    wait_until(lambda: not any(runs(member.pid) for member in family))


def test_full_disk_is_the_reason_given(tmp_path: Path) -> None:
    program = shell(tmp_path, "echo write: No space left on device; exit 1")
    program.start()
    wait_until(lambda: not program.alive())

    assert str(program.died("It died.")).startswith("The disk is full.")
    program.stop()


@pytest.mark.fault
@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")
def test_program_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    script = (
        "import os; from pathlib import Path\n"
        "from backend.local.processes import Program\n"
        f"p = Program('p', ['sleep', '60'], log=Path({str(tmp_path / 'p')!r}))\n"
        "p.start(); print(p.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    starter = Program("starter", [sys.executable, "-c", script], log=tmp_path / "log")
    starter.start()
    wait_until(lambda: not starter.alive())

    orphan = int(starter.last_lines().strip())

    wait_until(lambda: not runs(orphan))
    starter.stop()


def shell(folder: Path, script: str) -> Program:
    return Program("it", ["sh", "-c", script], log=folder / "it.log")


def look_until(supervisor: Supervisor, condition: Callable[[], bool]) -> None:
    def look() -> bool:
        supervisor.look_once()
        return condition()

    wait_until(look)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != "zombie"
    except psutil.NoSuchProcess:
        return False
