"""A mail server on loopback: real SMTP. Keeps what it takes; faults on request."""

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

ANSWERS = {
    "451": "451 4.7.1 Try again later",
    "550": "550 5.1.1 No such mailbox",
    "552": "552 5.3.4 Too big",
}
TO_THE_SENDER = {"sender": "550 5.4.5 Sending limit reached"}


class MailServer:
    """`plan` is how the next deliveries are answered: a code of ANSWERS, or

    `sender`: refuse whoever sends it, before it is said to whom.
    `drop`: take the mail and close the connection without a word.
    """

    def __init__(self) -> None:
        self.plan: list[str] = []
        self.taken: list[EmailMessage] = []
        self.asked = 0
        self.port = 0

    async def handle_MAIL(  # noqa: N802  (aiosmtpd's name)
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        if self.plan and self.plan[0] in TO_THE_SENDER:
            return TO_THE_SENDER[self.plan.pop(0)]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802  (aiosmtpd's name)
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        self.asked += 1
        if self.plan and self.plan[0] in ANSWERS:
            return ANSWERS[self.plan.pop(0)]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        content: Any = envelope.content
        self.taken.append(message_from_bytes(content, policy=policy.default))
        if self.plan and self.plan[0] == "drop":
            self.plan.pop(0)
            server.transport.abort()
        return "250 Taken"


class _AnyFreePort(Controller):
    """The library's own server, told by the kernel which port is free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def running(port: int = 0) -> Iterator[MailServer]:
    """A mail server for the length of the block, on any free port if none is named."""
    mail_server = MailServer()
    controller = _AnyFreePort(mail_server, hostname="127.0.0.1", port=port)
    controller.start()
    mail_server.port = controller.port
    try:
        yield mail_server
    finally:
        controller.stop(no_assert=True)
