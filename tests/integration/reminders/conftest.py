"""Two people, the fakes, and a kind whose answers a test can set."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.accounts.models import Clinic, User
from backend.common import clock
from reminders import kinds
from reminders.actions import nudge
from tests.factories.accounts import make_clinic, make_user
from tests.fakes import mail_server, push_service
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import Device, PushService


@pytest.fixture
def clinic(db: None) -> Clinic:
    return make_clinic()


@pytest.fixture
def person(db: None) -> User:
    return make_user(email="pat@example.org", name="Pat Alvarez")


@pytest.fixture
def stranger(db: None) -> User:
    return make_user(email="quin@example.org", name="Quin Vogel")


@pytest.fixture(autouse=True)
def bells(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every nudge, instead of a broker."""
    rung: list[str] = []
    monkeypatch.setattr(nudge, "publish", lambda: rung.append(nudge.TASK))
    return rung


@pytest.fixture
def pushes(settings: Any) -> Iterator[PushService]:
    """A push service that our settings allow and know the key of."""
    settings.VAPID_PRIVATE_KEY, settings.VAPID_PUBLIC_KEY = (
        push_service.make_vapid_keys()
    )
    settings.VAPID_SUBJECT = "mailto:operator@example.org"
    settings.PUSH_HOSTS = ["127.0.0.1"]
    settings.PUSH_ALLOW_PRIVATE = True
    with push_service.running() as service:
        service.time = lambda: clock.now().timestamp()
        yield service


@pytest.fixture
def phone(pushes: PushService, settings: Any) -> Device:
    return pushes.subscribe(settings.VAPID_PUBLIC_KEY)


@pytest.fixture
def mails(settings: Any) -> Iterator[MailServer]:
    """A mail server that our settings send to."""
    with mail_server.running() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield server


@dataclass
class ScriptedKind:
    """Answers what the test says; raises where the test says so."""

    code: str
    is_urgent: bool
    is_needed: bool = True
    broken_subjects: set[UUID] = field(default_factory=set)
    asked: list[date | None] = field(default_factory=list)

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        if subject_id in self.broken_subjects:
            raise RuntimeError("scripted")
        self.asked.append(local_date)
        return self.is_needed

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        return kinds.Wording(
            "Something waits", "Your page is ready.", "Open it", "/today"
        )


@pytest.fixture
def reminder_kind(monkeypatch: pytest.MonkeyPatch) -> ScriptedKind:
    return _installed(ScriptedKind("scripted_reminder", is_urgent=False), monkeypatch)


@pytest.fixture
def urgent_kind(monkeypatch: pytest.MonkeyPatch) -> ScriptedKind:
    return _installed(ScriptedKind("scripted_urgent", is_urgent=True), monkeypatch)


def _installed(kind: ScriptedKind, monkeypatch: pytest.MonkeyPatch) -> ScriptedKind:
    monkeypatch.setitem(kinds._registry, kind.code, kind)
    return kind
