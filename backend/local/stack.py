"""`make run`: the whole product on this machine, until Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backend.local import environment
from backend.local.bootstrap import step
from backend.local.commands import BREAK
from backend.local.errors import DISK_FULL, LocalError
from backend.local.ports import answers, require_free
from backend.local.postgres import LocalPostgres
from backend.local.processes import Program
from backend.local.redis import LocalRedis
from backend.local.run_lock import RunLock
from backend.local.supervisor import Supervisor

LEAST_BYTES = 200_000_000
WEB_START_SECONDS = 60


@dataclass(frozen=True)
class Plan:
    """What to run, so that the tests can run something smaller."""

    data: Path
    port: int
    # Title and command, run to the end one after the other before the programs. What
    # the last one says last is shown when everything runs.
    steps: list[tuple[str, list[str]]]
    # Name and command, kept running.
    programs: dict[str, list[str]]


def run(plan: Plan) -> None:
    """Start everything, say where it is, and keep it running until told to stop."""
    with RunLock(plan.data / "run.lock") as lock, signals_interrupt():
        require_free(plan.port)
        require_space(plan.data)
        supervisor = Supervisor()
        try:
            start(plan, supervisor, lock)
            supervisor.watch()
        except KeyboardInterrupt:
            print("\nStopping ...", flush=True)
        finally:
            ignore_signals()
            supervisor.stop()
        print("Stopped. The data is kept in .local/.", flush=True)


def start(plan: Plan, supervisor: Supervisor, lock: RunLock) -> None:
    began = time.monotonic()
    services = start_services(plan.data, supervisor)
    lock.write(services)
    env = environment.for_programs(data=plan.data, port=plan.port, services=services)
    said = ""
    for title, command in plan.steps:
        said = run_step(title, command, data=plan.data, env=env)
    start_programs(plan, supervisor, env)
    greet(plan, env, seconds=time.monotonic() - began)
    print(said.rpartition(BREAK)[2].rstrip())
    print("\nCtrl-C stops everything and keeps the data.", flush=True)


def start_services(data: Path, supervisor: Supervisor) -> dict[str, str]:
    """PostgreSQL and Redis, or yours where the environment names them."""
    services = {}
    logs = data / "log"
    if not os.environ.get("DATABASE_URL"):
        postgres = LocalPostgres(data / "postgres", log=logs / "postgres.log")
        with step("PostgreSQL"):
            supervisor.add_server(postgres)
            services["DATABASE_URL"] = postgres.create_database()
        if not postgres.data.is_relative_to(data.resolve()):
            print(f"    keeps its data in {postgres.home}: it does not run as root,")
            print("    and the user it runs as cannot enter this checkout")
    if not os.environ.get("REDIS_URL"):
        redis = LocalRedis(data / "redis", log=logs / "redis.log")
        with step("Redis"):
            supervisor.add_server(redis)
        services["REDIS_URL"] = redis.url()
    return services


def run_step(title: str, command: list[str], *, data: Path, env: dict[str, str]) -> str:
    """What it said."""
    log = data / "log" / f"{title.lower().replace(' ', '-')}.log"
    program = Program(title, command, log=log, env=env)
    with step(title):
        if run_to_end(program):
            where = os.path.relpath(log)
            raise program.died(f"{title} failed. The end of {where}:")
    return log.read_text(errors="replace")


def run_to_end(program: Program) -> int | None:
    """Its exit code; an interruption ends it, too."""
    program.log.unlink(missing_ok=True)
    program.start()
    try:
        while program.alive():
            time.sleep(0.02)
        return program.exit_code()
    finally:
        program.stop()


def start_programs(plan: Plan, supervisor: Supervisor, env: dict[str, str]) -> None:
    with step("Web, worker and clock"):
        for name, command in plan.programs.items():
            log = plan.data / "log" / f"{name}.log"
            supervisor.add_program(Program(name, command, log=log, env=env))
        end = time.monotonic() + WEB_START_SECONDS
        while not answers(plan.port):
            supervisor.look_once()
            if time.monotonic() > end:
                raise LocalError(
                    f"The web server does not answer on port {plan.port} after "
                    f"{WEB_START_SECONDS} s. See {plan.data / 'log'}."
                )
            time.sleep(0.05)


def greet(plan: Plan, env: dict[str, str], *, seconds: float) -> None:
    print(f"\nCairn runs at {env['CAIRN_BASE_URL']} (started in {seconds:.1f} s)")
    print(f"  sent e-mail   {mail_goes_to(env)}")
    if "DATABASE_URL" not in os.environ:  # yours may hold a password
        print(f"  database      {env['DATABASE_URL']}")
    print(f"  log files     {os.path.relpath(plan.data / 'log')}/")


def mail_goes_to(env: dict[str, str]) -> str:
    """Without the server's address, which may hold a password."""
    if not env.get("CAIRN_MAIL_DIR"):
        return "your mail server, as EMAIL_URL says"
    return f"{env['CAIRN_BASE_URL']}/demo/mail"


def require_space(data: Path) -> None:
    if shutil.disk_usage(data).free < LEAST_BYTES:
        raise LocalError(DISK_FULL)


STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def signals_interrupt() -> Iterator[None]:
    """A closed terminal or a `kill` ends us as politely as Ctrl-C does."""
    before = {number: signal.signal(number, interrupt) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def ignore_signals() -> None:
    """A second Ctrl-C must not leave half of it running."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
