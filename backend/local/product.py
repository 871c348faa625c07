"""The commands that make up the running product."""

import os
import sys
from pathlib import Path

from backend.local.errors import LocalError
from backend.local.ports import LOOPBACK
from backend.local.stack import Plan

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / ".local"

PYTHON = sys.executable
MANAGE = [PYTHON, str(ROOT / "manage.py")]
DJANGO = [PYTHON, "-m", "backend.local.commands"]
SIGN_INS = ["seed_demo", "--print-sign-ins"]


def plan() -> Plan:
    port = port_wanted()
    return Plan(
        data=DATA,
        port=port,
        steps=[
            ("Tables", [*DJANGO, "migrate", "--no-input", "+", "createcachetable"]),
            ("Demo clinics", [*DJANGO, "seed_demo", "+", *SIGN_INS]),
        ],
        programs={"web": web(port), "worker": worker(), "beat": beat()},
    )


def port_wanted() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise LocalError(f"PORT is a number up to 65535, not {text!r}.")
    return int(text)


def web(port: int) -> list[str]:
    # Two workers of four threads: the best of what was measured on two cores.
    size = ["--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers"]
    address = ["--host", LOOPBACK, "--port", str(port)]
    app = ["--interface", "wsgi", "backend.wsgi:application"]
    return [PYTHON, "-m", "granian", *address, *size, *app]


def worker() -> list[str]:
    # Without the chatter between workers: publishing the heartbeat is where a
    # worker was seen to hang for ever on a half-open connection.
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [*celery("worker"), "--concurrency", "2", *quiet]


def beat() -> list[str]:
    return [*celery("beat"), "--pidfile="]


def celery(command: str) -> list[str]:
    return [PYTHON, "-m", "celery", "-A", "backend", command, "--loglevel", "INFO"]
