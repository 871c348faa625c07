"""Who runs PostgreSQL, and where that user can reach its files.

PostgreSQL refuses to run as root. Where we are root it runs as `nobody`, who may be
unable to enter the checkout (a home folder is often closed to others). Then its files
live under /var/lib; nobody's permissions on existing folders are ever changed.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import subprocess
from pathlib import Path

from backend.local.errors import LocalError
from backend.local.processes import as_user

OUTSIDE = Path("/var/lib/cairn-local")


def service_user() -> str | None:
    """The user to run PostgreSQL as, or None for ourselves."""
    return "nobody" if os.geteuid() == 0 else None


def can_enter(folder: Path, user: str) -> bool:
    """Asks the kernel, as that user, so that every kind of permission counts."""
    command = ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)]
    done = subprocess.run(
        command, cwd="/", stderr=subprocess.DEVNULL, check=False, **as_user(user)
    )
    return done.returncode == 0


def own_folder(folder: Path) -> Path:
    """`folder` for the service user; if out of reach, a link to one it can reach."""
    user = service_user()
    if user is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.is_symlink() and not can_enter(folder.parent, user):
        if folder.exists():
            raise LocalError(
                f"{folder} cannot be reached by the user {user}, who runs PostgreSQL "
                "for root. Move it away, or open the folders above it."
            )
        # A new name each time: a checkout made again must not find old data.
        folder.symlink_to(make_outside() / f"{folder.name}-{secrets.token_hex(5)}")
    return give(folder.resolve(), user)


def give(folder: Path, user: str) -> Path:
    """Make the folder if need be, and that user its only reader."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    entry = pwd.getpwnam(user)
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return folder


def reachable_copy(package: Path, libraries: Path, program: str) -> Path:
    """The package's folder, or a copy of it that the service user can execute."""
    user = service_user()
    if user is None or can_enter(package / program, user):
        return package
    stamp = f"{package.stat().st_mtime_ns:x}-{package.parent.name}"
    target = make_outside() / f"{package.name}-{stamp}"
    if not target.exists():
        # Complete under another name first: two starts at once do not disturb.
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copytree(package, draft / package.parent.name / package.name)
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        open_to_all(draft)
        draft.rename(target)
    return target / package.parent.name / package.name


def open_to_all(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | (0o055 if mode & 0o100 else 0o044))


def make_outside() -> Path:
    OUTSIDE.mkdir(mode=0o755, parents=True, exist_ok=True)
    return OUTSIDE
