"""The product's own processes, running against the test's database and servers."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from django.db import connection
from psycopg.conninfo import make_conninfo

from backend.local import product
from backend.local.ports import free_port
from backend.local.processes import Program, last_lines
from tests.environment import services

PATIENCE = 60
"""Seconds. What comes at all comes much sooner, on a machine that nobody else uses."""


class Product:
    """Web server, worker and beat, each started when a test asks for it."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.base_url = f"http://localhost:{self.port}"
        self.env = {
            **os.environ,
            "CAIRN_ENVIRONMENT": "test",
            "CAIRN_BASE_URL": self.base_url,
            "CAIRN_STATIC_FROM_SOURCE": "1",
            "DATABASE_URL": _test_database(),
            "REDIS_URL": services.redis_url,
            **settings,
        }
        self.programs: dict[str, Program] = {}

    def start_web(self) -> None:
        web = self._start("web", product.web(self.port))
        until(lambda: self._answers() or not web.alive())
        assert web.alive(), web.last_lines()

    def start_worker(self, program: str = "celery", **settings: str) -> Program:
        """`program` is the module that stands in for Celery's own."""
        return self._start("worker", run_by(program, product.worker()), **settings)

    def start_beat(self, program: str = "celery", **settings: str) -> Program:
        return self._start("beat", run_by(program, product.beat()), **settings)

    def kill(self, name: str) -> None:
        """SIGKILL the whole process group, as if the machine had lost it."""
        self.programs[name].ask_to_stop(signal.SIGKILL)
        self.programs.pop(name).wait(5)

    def stop(self) -> None:
        """At once: how the product ends by itself is tested elsewhere."""
        for program in self.programs.values():
            program.wait(0)

    def last_words(self) -> str:
        """The end of every log there is."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"{one.name}:\n{last_lines(one, 60)}" for one in logs)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def _start(self, name: str, command: list[str], **settings: str) -> Program:
        program = Program(
            name,
            command,
            log=self.folder / f"{name}.log",
            env={**self.env, **settings},
        )
        self.programs[name] = program
        program.start()
        return program

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


def run_by(program: str, command: list[str]) -> list[str]:
    return [program if part == "celery" else part for part in command]


def until(true: Callable[[], Any], *, seconds: float = PATIENCE) -> Any:
    """Wait until it is true and return it; fail the test if it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = true()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"not true within {seconds:.0f} s: {true}")


def _test_database() -> str:
    return make_conninfo(services.database_url, dbname=connection.settings_dict["NAME"])
