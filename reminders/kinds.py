"""What the product above plugs in: when a message is still needed, and its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, runtime_checkable
from uuid import UUID

from django.utils.translation import gettext as _

from backend.accounts.models import User


@dataclass(frozen=True, slots=True)
class Wording:
    """What a lock screen and a mailbox may show: fixed, neutral sentences.

    `path` is the page that a tap opens, from the site's root.
    """

    subject: str
    body: str
    action_label: str
    path: str


class ReminderKind(Protocol):
    """One sort of message. Answers are asked for at the moment of sending."""

    code: str
    is_urgent: bool

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool: ...

    def wording(self, subject_id: UUID, recipient: User) -> Wording:
        """Asked for while the language of the recipient is active."""
        ...


@runtime_checkable
class PacedKind(Protocol):
    """A kind that knows how its people are, and may ask closer or rarer for it."""

    def paces(self, subject_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """A pace of `scheduling.pace` for each subject that is not as planned."""
        ...


@runtime_checkable
class AnsweringKind(Protocol):
    """A kind whose prompts are answered somewhere that it can look at."""

    def answers_since(self, moment: datetime) -> Sequence[tuple[UUID, date, datetime]]:
        """Subject, local date and moment of each first answer since then."""
        ...


class UnknownKindError(LookupError):
    """No installed app has registered this code."""


_registry: dict[str, ReminderKind] = {}


def register(kind: ReminderKind) -> None:
    """Make a kind known; the last one to use a code holds it."""
    _registry[kind.code] = kind


def get(code: str) -> ReminderKind:
    """The kind behind a code. Raises UnknownKindError."""
    try:
        return _registry[code]
    except KeyError:
        raise UnknownKindError(code) from None


def is_paced(code: str) -> bool:
    """Whether the kind has an opinion on paces at all."""
    return isinstance(_registry.get(code), PacedKind)


def paces(code: str, subject_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """What the kind says of these subjects; nothing if it has no opinion."""
    kind = _registry.get(code)
    return kind.paces(subject_ids) if isinstance(kind, PacedKind) else {}


def answering() -> list[tuple[str, AnsweringKind]]:
    """The kinds that know of answers, by code."""
    kinds = sorted(_registry.items())
    return [(code, kind) for code, kind in kinds if isinstance(kind, AnsweringKind)]


class TestMessage:
    """What "send me a test" sends: it is always still needed."""

    __test__ = False  # a message, not a test case
    code = "test"
    is_urgent = False

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        return True

    def wording(self, subject_id: UUID, recipient: User) -> Wording:
        return Wording(
            subject=_("This is a test"),
            body=_("Messages reach you here."),
            action_label=_("Open"),
            path="/",
        )


register(TestMessage())
