"""The development channel: prints what would go out."""

import sys

from reminders.channels.base import Limit, Outgoing, SendResult


class Console:
    code = "console"
    limit = Limit(per_second=1000, burst=1000)

    def provider(self, outgoing: Outgoing) -> str:
        return "console"

    def send(self, outgoing: Outgoing) -> SendResult:
        """Print it. Never fails."""
        sys.stdout.write(
            f"to {outgoing.recipient.pk}: {outgoing.subject}\n"
            f"  {outgoing.body} {outgoing.url}\n"
        )
        return SendResult(provider_id="console")


CHANNEL = Console()
