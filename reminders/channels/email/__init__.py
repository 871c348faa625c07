"""E-mail: plain text and simple HTML, neutral words only."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string

from backend.common import languages
from reminders.channels.base import ChannelError, Limit, Outgoing, SendResult

ABOUT_THE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


class Email:
    code = "email"
    limit = Limit(per_second=20, burst=200)

    def provider(self, outgoing: Outgoing) -> str:
        """Our own mail server, which all mail goes through."""
        return "email"

    def send(self, outgoing: Outgoing) -> SendResult:
        """Hand it to the mail server. Raises ChannelError."""
        mail = compose(outgoing)
        connection = get_connection()
        # Opened on its own: what fails here has certainly not been sent.
        with _failures(unknown=False):
            connection.open()
        try:
            with _failures(unknown=True):
                connection.send_messages([mail])
        finally:
            connection.close()
        return SendResult(provider_id=mail.extra_headers["Message-ID"])


def compose(outgoing: Outgoing) -> EmailMultiAlternatives:
    """Every try of one message carries the same Message-ID: repeats collapse."""
    host = urlsplit(settings.BASE_URL).hostname
    headers = {
        "Message-ID": f"<{outgoing.message_id}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if not outgoing.is_urgent:
        # RFC 8058: the mailbox's own button posts to this link, signed in or not.
        headers["List-Unsubscribe"] = f"<{outgoing.stop_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    context = {"message": outgoing}
    # A sender's thread speaks no language of its own.
    with languages.speaking(outgoing.recipient.locale):
        body = render_to_string("reminders/email/base.txt", context)
        html = render_to_string("reminders/email/base.html", context)
    mail = EmailMultiAlternatives(
        subject=outgoing.subject,
        body=body,
        to=[outgoing.recipient.email],
        headers=headers,
    )
    mail.attach_alternative(html, "text/html")
    return mail


@contextmanager
def _failures(*, unknown: bool) -> Iterator[None]:
    """SMTP and socket errors as ChannelError.

    A connection that breaks while we send may break after the server took the
    mail: then the outcome is unknown.
    """
    try:
        yield
    except smtplib.SMTPServerDisconnected as error:
        raise ChannelError("smtp_broken_off", unknown=unknown) from error
    except smtplib.SMTPException as error:
        raise _refused(error) from error
    except OSError as error:
        raise ChannelError("mail_server_unreachable", unknown=unknown) from error


def _refused(error: smtplib.SMTPException) -> ChannelError:
    """5xx about the recipient or the message is final; all else may heal."""
    status = _status(error)
    return ChannelError(
        f"smtp_{status}",
        # Not our greeting, our password or our address: those are mended for all mail.
        permanent=status >= 500 and isinstance(error, ABOUT_THE_MAIL),
        is_recipients=isinstance(error, smtplib.SMTPRecipientsRefused),
    )


def _status(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next((int(code) for code, _ in error.recipients.values()), 0)
    return int(getattr(error, "smtp_code", 0))


CHANNEL = Email()
