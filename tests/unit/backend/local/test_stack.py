"""`make run` from its first line to the last, with a small program as the product."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from backend.local.ports import answers, free_port

ROOT = Path(__file__).resolve().parents[4]

SCRIPT = """
import sys
from pathlib import Path
from backend.local import __main__, product, stack
data, port, step = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
product.plan = lambda: stack.Plan(
    data=data, port=port,
    steps=[("First step", ["sh", "-c", step])],
    programs={
        "web": [sys.executable, "-m", "http.server", "-b", "127.0.0.1", str(port)],
        "worker": ["sh", "-c", "sleep 600 & wait"],
    },
)
sys.exit(__main__.main(["run"]))
"""

GREETING = r"printf 'a warning\n\fSign in as '; echo $CAIRN_ENVIRONMENT"


class Run:
    def __init__(self, data: Path, *, port: int, step: str = GREETING) -> None:
        unset = {"DATABASE_URL", "REDIS_URL", "CAIRN_ENVIRONMENT"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(data), str(port), step],
            cwd=ROOT,
            env={k: v for k, v in os.environ.items() if k not in unset},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output = ""

    def read_until(self, words: str) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if words in line:
                return
        raise AssertionError(self.output)

    def end(self, how: int = signal.SIGINT) -> int:
        self.process.send_signal(how)
        return self.finish()

    def finish(self) -> int:
        self.output += self.process.communicate(timeout=20)[0]
        return self.process.returncode


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / ".local"
    yield folder
    outside = (folder / "postgres").resolve()
    subprocess.run(["rm", "-rf", str(outside)], check=False)


@pytest.mark.fault
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_everything_in_time(data: Path, how: int) -> None:
    port = free_port()
    run = Run(data, port=port)
    run.read_until("Ctrl-C stops")
    family = psutil.Process(run.process.pid).children(recursive=True)

    start = time.monotonic()
    code = run.end(how)

    assert code == 0
    assert time.monotonic() - start < 10  # when the supervisor kills who is late
    assert len(family) > 4
    assert [p for p in family if p.is_running() and p.status() != "zombie"] == []
    assert not answers(port)
    assert "Sign in as local" in run.output
    assert "a warning" not in run.output
    assert re.search(r"PostgreSQL \.\.\. [\d.]+ s", run.output)


@pytest.mark.fault
def test_second_run_in_the_same_checkout_is_refused(data: Path) -> None:
    first = Run(data, port=free_port())
    first.read_until("Ctrl-C stops")

    second = Run(data, port=free_port())

    assert second.finish() == 1
    assert f"already running here, pid {first.process.pid}." in second.output
    assert first.end() == 0


@pytest.mark.fault
def test_failed_step_ends_everything_with_its_reason(data: Path) -> None:
    run = Run(data, port=free_port(), step="echo no such table; exit 1")

    assert run.finish() == 1
    assert "First step failed." in run.output
    assert "no such table" in run.output
    assert "Traceback" not in run.output


@pytest.mark.fault
def test_interrupted_step_ends_everything(data: Path) -> None:
    run = Run(data, port=free_port(), step="echo $$ > $CAIRN_MAIL_DIR/pid; sleep 60")
    pid_file = data / "mail" / "pid"
    while not (pid_file.exists() and pid_file.read_text()):
        time.sleep(0.02)

    code = run.end()

    assert code == 0
    assert not psutil.pid_exists(int(pid_file.read_text()))


def test_port_in_use_starts_nothing(data: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "http.server", "-b", "127.0.0.1", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as other:
        while not answers(port):
            time.sleep(0.02)

        run = Run(data, port=port)

        assert run.finish() == 1
        other.terminate()
    assert run.output == (
        f"Port {port} is in use by another program. "
        f"Take another one: PORT={port + 1} make run\n"
    )
