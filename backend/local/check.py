"""`make check`: everything that can be said about the code without running it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from backend.local import secret_file, temporary
from backend.local.node import TSC, node
from backend.local.product import MANAGE

TOOLS = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "Format": [str(TOOLS / "ruff"), "format", "--check"],
    "Lint": [str(TOOLS / "ruff"), "check"],
    "Types": [str(TOOLS / "mypy")],
    "Browser types": node(TSC),
    "Page weight": ["env", "CAIRN_STATIC_FROM_SOURCE=1", *MANAGE, "page_weight"],
    "Import layers": [str(TOOLS / "lint-imports")],
    "Translations": [sys.executable, "-m", "backend.local.messages", "check"],
    "Migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "Deploy settings": [*MANAGE, "check", "--deploy", "--fail-level", "ERROR"],
}


def check(checks: dict[str, list[str]] = CHECKS) -> int:
    """Run all of them; the exit code is that of the first that failed."""
    env = production_environment()
    codes = [run(name, command, env) for name, command in checks.items()]
    return next((code for code in codes if code), 0)


def run(name: str, command: list[str], env: dict[str, str]) -> int:
    """One line if all is well, everything it said if not."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - start
    print(f"  {name:16} {'FAILED' if done.returncode else 'ok':6} {seconds:5.1f} s")
    if done.returncode:
        print(done.stdout)
    sys.stdout.flush()
    return done.returncode


def production_environment() -> dict[str, str]:
    """Settings as an operator would give them, with throwaway services behind."""
    services = temporary.start()
    with tempfile.TemporaryDirectory() as folder:
        secrets = secret_file.load_or_create(Path(folder) / "secrets.env")
    return {
        **os.environ,
        **secrets,
        "CAIRN_ENVIRONMENT": "production",
        "CAIRN_BASE_URL": "https://cairn.example",
        "DATABASE_URL": services.database_url,
        "REDIS_URL": services.redis_url,
    }
