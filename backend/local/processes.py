"""A program we started, and the promise that it ends with us."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from backend.local.errors import LocalError, sentence_for_log

# prctl(2); Linux only. Elsewhere a killed supervisor leaves its programs, and the
# next start finds and stops them.
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Program:
    """A child process in its own group, with its output in a log file."""

    stop_signal = signal.SIGTERM

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        user: str | None = None,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.log = log
        self.env = env
        self.user = user
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start it; a group of its own keeps the terminal's Ctrl-C away from it."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            # Set in the child: the kernel then ends it when this process dies,
            # however it dies. Cleared by a change of user, which comes before.
            self._process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=None if self.env is None else dict(self.env),
                cwd="/" if self.user else None,
                start_new_session=True,
                preexec_fn=self._end_with_parent,
                **as_user(self.user),
            )

    def _end_with_parent(self) -> None:
        if LIBC is not None:
            LIBC.prctl(PR_SET_PDEATHSIG, self.stop_signal)

    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def exit_code(self) -> int | None:
        return self._process.poll() if self._process else None

    def ask_to_stop(self, how: int | None = None) -> None:
        """Ask it to end; a program that has ended already does not mind."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how or self.stop_signal)

    def wait(self, seconds: float) -> None:
        """Wait for its end; afterwards nothing of its group is left."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=max(seconds, 0))
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self, seconds: float = 5) -> None:
        self.ask_to_stop()
        self.wait(seconds)

    def last_lines(self, count: int = 15) -> str:
        """The end of its log, indented, to show when it died."""
        return last_lines(self.log, count)

    def died(self, what: str) -> LocalError:
        """The error for a program that should still be there."""
        return LocalError(sentence_for_log(self.last_lines(), what))


def last_lines(log: Path, count: int) -> str:
    """The end of a log, indented; nothing of one that is not there."""
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(f"    {line}" for line in lines[-count:])


def as_user(user: str | None) -> dict[str, object]:
    """Arguments of subprocess that give up root for `user`."""
    if user is None:
        return {}
    return {"user": user, "group": group_of(user), "extra_groups": []}


def group_of(user: str) -> int:
    import pwd  # noqa: PLC0415  (not on every system; only root comes here)

    return pwd.getpwnam(user).pw_gid
