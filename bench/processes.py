"""Start servers for a measurement, and count the CPU time each part took."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def web_server(
    application: str, env: dict[str, str], port: int | None = None
) -> Iterator[tuple[int, int]]:
    """granian as the product runs it: 2 workers x 4 threads. Yields port and pid."""
    port = port or free_port()
    server = subprocess.Popen(
        [
            os.path.join(os.path.dirname(sys.executable), "granian"),
            "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
            "--workers", "2", "--blocking-threads", "4", "--no-access-log",
            "--log-level", "warning",
            application,
        ],
        env={**os.environ, **env},
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("The server did not start.")


def cpu_seconds(pid: int) -> float:
    """User and system time of a process, its children, and the ones it reaped."""
    total = 0.0
    root = psutil.Process(pid)
    for process in [root, *root.children(recursive=True)]:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    times = root.cpu_times()
    return total + times.children_user + times.children_system
