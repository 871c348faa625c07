"""`make setup`: quick when nothing changed, one sentence when it cannot go on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backend.local import bootstrap


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """An empty checkout, where commands are noted instead of run."""
    commands: list[list[str]] = []

    def note(command: list[str]) -> None:
        commands.append(command)
        (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
        (tmp_path / ".venv" / "bin" / "python").touch()
        (tmp_path / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / ".local" / "log" / "setup.log")
    monkeypatch.setattr(bootstrap, "run", note)
    (tmp_path / "requirements-dev.txt").write_text("one")
    (tmp_path / "package-lock.json").write_text("{}")
    return commands


def test_second_setup_runs_nothing(checkout: list[list[str]]) -> None:
    bootstrap.install_python_packages()
    bootstrap.install_browser_packages()
    checkout.clear()

    bootstrap.install_python_packages()
    bootstrap.install_browser_packages()

    assert checkout == []


def test_changed_lock_installs_again(checkout: list[list[str]], tmp_path: Path) -> None:
    bootstrap.install_python_packages()
    checkout.clear()
    (tmp_path / "requirements-dev.txt").write_text("two")

    bootstrap.install_python_packages()

    assert checkout[-1] == bootstrap.pip_install()


def test_interrupted_install_is_done_again(
    checkout: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = bootstrap.run

    def fail(command: list[str]) -> None:
        note(command)
        raise bootstrap.SetupError("no")

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "run", fail)
        with pytest.raises(bootstrap.SetupError):
            bootstrap.install_browser_packages()
    checkout.clear()

    bootstrap.install_browser_packages()

    assert len(checkout) == 1


@pytest.mark.parametrize(
    ("name", "install"),
    [
        (".venv", bootstrap.install_python_packages),
        ("node_modules", bootstrap.install_browser_packages),
    ],
)
def test_what_a_link_leads_to_is_not_emptied(
    name: str,
    install: Callable[[], None],
    checkout: list[list[str]],
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "another_project"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    (tmp_path / name).symlink_to(elsewhere)

    with pytest.raises(bootstrap.SetupError, match="remove the link"):
        install()

    assert checkout == []
    assert (elsewhere / "kept").exists()


def test_full_disk_is_said_before_anything_is_installed(
    checkout: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "NEEDED_BYTES", 10**18)

    with pytest.raises(bootstrap.SetupError, match="MB are free"):
        bootstrap.install_python_packages()

    assert checkout == []


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("NewConnectionError(...)\nNo matching distribution found for x", "network"),
        ("npm error code ENOTFOUND", "network"),
        ("ERROR: No matching distribution found for granian==2.8", "granian for "),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "does not match its hash"),
        ("SSLError: CERTIFICATE_VERIFY_FAILED", "certificate is not trusted"),
        ("ensurepip is not available", "apt-get install python3-venv"),
        ("Reading\nERROR: something new\nlast", "ERROR: something new"),
        ("", "a command failed."),
    ],
)
def test_failure_is_told_in_a_sentence(output: str, sentence: str) -> None:
    told = bootstrap.sentence_for(output)

    assert sentence in told
    assert "\n" not in told


def test_failed_command_names_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "setup.log")

    with pytest.raises(bootstrap.SetupError, match=r"disk is full.*setup\.log"):
        bootstrap.run(["sh", "-c", "echo No space left on device; exit 1"])


def test_old_node_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_program(tmp_path / "node", "echo v16.20.0")
    make_program(tmp_path / "npm", "true")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    assert bootstrap.npm()[0] == str(bootstrap.PYTHON)


def test_new_node_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(tmp_path / "node", "echo v18.0.0")
    make_program(tmp_path / "npm", "true")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    assert bootstrap.npm() == [str(tmp_path / "npm")]


def make_program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
