"""What the local stack sets, and what it leaves to whoever starts it."""

from pathlib import Path
from typing import Any

import pytest

from backend.local import environment
from backend.local.stack import mail_goes_to

SERVER = "smtp+tls://user:secret@mail.example:587"


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EMAIL_URL", "EMAIL_URL_FILE", "CAIRN_MAIL_DIR", "CAIRN_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def made(data: Path) -> dict[str, str]:
    return environment.for_programs(data=data, port=8000, services={})


@pytest.mark.parametrize("url", [None, ""])
def test_mail_goes_to_the_mailbox_of_the_demo(
    url: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if url is not None:
        monkeypatch.setenv("EMAIL_URL", url)

    env = made(tmp_path)

    assert env["CAIRN_MAIL_DIR"] == str(tmp_path / "mail")
    assert (tmp_path / "mail").is_dir()
    assert mail_goes_to(env) == "http://localhost:8000/demo/mail"


@pytest.mark.parametrize(
    ("name", "value"),
    [("EMAIL_URL", SERVER), ("EMAIL_URL_FILE", "/run/secrets/mail")],
)
def test_a_mail_server_that_is_named_gets_the_mail(
    name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)

    env = made(tmp_path)

    assert env[name] == value
    assert "CAIRN_MAIL_DIR" not in env
    assert mail_goes_to(env) == "your mail server, as EMAIL_URL says"


def test_a_folder_that_is_named_wins(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("EMAIL_URL", SERVER)
    monkeypatch.setenv("CAIRN_MAIL_DIR", "/var/mail/cairn")

    assert made(tmp_path)["CAIRN_MAIL_DIR"] == "/var/mail/cairn"
