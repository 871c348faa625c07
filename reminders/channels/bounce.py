"""What a mail server says later of a mail it took: RFC 3464 and RFC 6533."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage, Message
from typing import cast
from uuid import UUID

# Our own mails are named by the message they carry.
MESSAGE_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
# RFC 3463: class, subject, detail.
STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")


class NotABounceError(ValueError):
    """This mail is no delivery status notification about a mail of ours."""


@dataclass(frozen=True, slots=True)
class Bounce:
    message_id: UUID
    # "5.1.1", of the recipient it went worst for.
    status: str
    # It was given up, whatever the status; a delay or a confirmation is not.
    has_failed: bool


def read(raw: bytes) -> Bounce:
    """The message a notification is about, and how it went. Raises NotABounceError."""
    mail = message_from_bytes(raw, policy=policy.default)
    if mail.get_content_type() != "multipart/report" or not mail.is_multipart():
        raise NotABounceError("This mail is no delivery report.")
    parts = cast("list[EmailMessage]", mail.get_payload())
    outcomes = [found for part in parts for found in _outcomes(part)]
    if not outcomes:
        raise NotABounceError("This report has no status of a delivery.")
    status, has_failed = max(outcomes, key=lambda one: (one[1], one[0]))
    return Bounce(_message_id(parts), status, has_failed)


def _outcomes(part: EmailMessage) -> Iterator[tuple[str, bool]]:
    """Status and failure of each recipient; the first block is about the mail."""
    if not part.get_content_type().endswith("delivery-status"):
        return
    for block in cast("list[Message]", part.get_payload())[1:]:
        status = STATUS.search(str(block.get("Status", "")))
        if status:
            yield status[0], str(block.get("Action", "")).strip().lower() == "failed"


def _message_id(parts: list[EmailMessage]) -> UUID:
    for part in parts:
        returned = _returned(part)
        found = returned and MESSAGE_ID.search(str(returned.get("Message-ID", "")))
        if found:
            return UUID(found[1])
    raise NotABounceError("This report does not name a message of ours.")


def _returned(part: EmailMessage) -> Message | None:
    """The mail that came back, whole or its headers alone."""
    kind = part.get_content_type()
    if kind in ("message/rfc822", "message/global"):
        return cast("list[Message]", part.get_payload())[0]
    if kind in ("text/rfc822-headers", "message/global-headers"):
        payload = part.get_payload(decode=True)
        text = payload.decode(errors="replace") if isinstance(payload, bytes) else ""
        return message_from_string(text)
    return None
