"""The development channel: prints what would go out."""

import sys

from reminders.channels.base import Outgoing, SendResult


class Console:
    code = "console"

    def send(self, outgoing: Outgoing) -> SendResult:
        """Print it. Never fails."""
        sys.stdout.write(
            f"to {outgoing.recipient.pk}: {outgoing.subject}\n"
            f"  {outgoing.body} {outgoing.url}\n"
        )
        return SendResult(provider_id="console")
