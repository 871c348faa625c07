"""`make seed` and `make shell`: Django's commands against the local services."""

from __future__ import annotations

import subprocess

from backend.local import environment
from backend.local.product import DATA, MANAGE, port_wanted
from backend.local.run_lock import RunLock, running_services
from backend.local.stack import ignore_signals, start_services
from backend.local.supervisor import Supervisor


def manage(arguments: list[str]) -> int:
    """Use the running stack's services, or start them for this command alone."""
    services = running_services(DATA / "run.lock")
    if services is not None:
        return call(arguments, services)
    with RunLock(DATA / "run.lock"):
        supervisor = Supervisor()
        try:
            services = start_services(DATA, supervisor)
            failed = call(["migrate", "--no-input", "--verbosity=0"], services)
            return failed or call(arguments, services)
        finally:
            ignore_signals()
            supervisor.stop()


def call(arguments: list[str], services: dict[str, str]) -> int:
    """Its exit code; it shares our terminal, so Ctrl-C is its business."""
    env = environment.for_programs(data=DATA, port=port_wanted(), services=services)
    with subprocess.Popen([*MANAGE, *arguments], env=env) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue
