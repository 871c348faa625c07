"""The mailbox of the demo: mails that a real installation would have sent."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

SHOWN = 30
# Django's file backend ends every mail with a line of this many hyphens.
RULE = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    subject: str
    text: str
    sent_at: datetime


@never_cache
def mail(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/mail.html", {"mails": newest(SHOWN)})


mail.permission = "public, demo only"  # type: ignore[attr-defined]


def newest(limit: int) -> list[Mail]:
    """The last mails, newest first; none where no folder is set."""
    if not settings.MAIL_DIR or not Path(settings.MAIL_DIR).is_dir():
        return []
    files = sorted(
        Path(settings.MAIL_DIR).glob("*.log"),
        key=lambda file: file.stat().st_mtime,
        reverse=True,
    )
    mails: list[Mail] = []
    for file in files[:limit]:
        parts = [part for part in file.read_bytes().split(RULE) if part.strip()]
        moment = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
        mails += [_read(part, moment) for part in reversed(parts)]
    return mails[:limit]


def _read(raw: bytes, moment: datetime) -> Mail:
    message = message_from_bytes(raw.lstrip(b"\n"), policy=policy.default)
    body = message.get_body(preferencelist=("plain",))
    return Mail(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=str(body.get_content()).strip() if body else "",
        sent_at=moment,
    )
