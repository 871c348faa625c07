"""PostgreSQL and Redis in a temporary folder, gone when this process is gone."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from backend.local.postgres import LocalPostgres
from backend.local.redis import LocalRedis

PREFIX = "cairn-services-"


@dataclass(frozen=True)
class Services:
    """Where they answer; the servers are None where the caller's own are used."""

    database_url: str
    redis_url: str
    postgres: LocalPostgres | None
    redis: LocalRedis | None


def start() -> Services:
    """Start what DATABASE_URL and REDIS_URL do not name already."""
    database_url = os.environ.get("DATABASE_URL", "")
    redis_url = os.environ.get("REDIS_URL", "")
    remove_left_overs()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    # PostgreSQL's user must pass through; what it keeps inside stays closed.
    folder.chmod(0o711)
    at_exit(lambda: shutil.rmtree(folder, ignore_errors=True))
    postgres = redis = None
    if not database_url:
        postgres = start_postgres(folder)
        database_url = postgres.create_database()
    if not redis_url:
        redis = start_redis(folder)
        redis_url = redis.url()
    return Services(database_url, redis_url, postgres, redis)


def start_postgres(folder: Path) -> LocalPostgres:
    postgres = LocalPostgres(folder / "postgres", durable=False)
    at_exit(lambda: postgres.stop(mode="immediate"))
    postgres.start()
    return postgres


def start_redis(folder: Path) -> LocalRedis:
    redis = LocalRedis(folder / "redis", durable=False)
    at_exit(lambda: redis.stop(mode="immediate"))
    redis.start()
    return redis


def at_exit(action: Callable[[], None]) -> None:
    """Do it when this process ends, but not when a fork of it does."""
    owner = os.getpid()
    atexit.register(lambda: action() if os.getpid() == owner else None)


def remove_left_overs() -> None:
    """Delete folders whose process was killed before it could.

    Their servers are gone already: the kernel ends them with their parent, and
    a PostgreSQL without its folder ends itself elsewhere.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = folder.name.removeprefix(PREFIX).split("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)
