"""`make clean`: removes what setup, run and the tools made; a file to run as it is."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / ".local"
CACHES = (
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "mutants",
)


def main() -> int:
    if stack_runs():
        print("Cairn runs here. Stop it first, then make clean.", file=sys.stderr)
        return 1
    # May be a link to a folder outside, where the checkout is closed to PostgreSQL.
    database = (DATA / "postgres").resolve()
    made = [database, DATA, ROOT / ".venv", ROOT / "node_modules"]
    for path in [*made, *(ROOT / name for name in CACHES)]:
        shutil.rmtree(path, ignore_errors=True)
    return 0


def stack_runs() -> bool:
    try:
        lock = os.open(DATA / "run.lock", os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    os.close(lock)
    return False


if __name__ == "__main__":
    sys.exit(main())
