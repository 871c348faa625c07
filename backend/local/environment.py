"""The environment that the programs of the local stack find."""

import os
from collections.abc import Mapping
from pathlib import Path

from backend.local import secret_file


def for_programs(
    *, data: Path, port: int, services: Mapping[str, str]
) -> dict[str, str]:
    """A complete environment; what the caller has set already wins."""
    return {
        **secret_file.load_or_create(data / "secrets.env"),
        "CAIRN_ENVIRONMENT": "local",
        "CAIRN_DEMO": "1",
        "CAIRN_BASE_URL": f"http://localhost:{port}",
        **_mailbox(data / "mail"),
        "CAIRN_STATIC_FROM_SOURCE": "1",
        "VAPID_SUBJECT": "mailto:demo@cairn.example",
        "DJANGO_SETTINGS_MODULE": "backend.settings",
        "PYTHONUNBUFFERED": "1",
        **services,
        **os.environ,
    }


def _mailbox(folder: Path) -> dict[str, str]:
    """The demo's, unless a mail server is named: a mail folder would win over it."""
    if os.environ.get("EMAIL_URL") or os.environ.get("EMAIL_URL_FILE"):
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    return {"CAIRN_MAIL_DIR": str(folder)}
