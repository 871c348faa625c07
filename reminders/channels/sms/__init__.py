"""Text messages, through whichever provider the clinic names by a URL.

It is an Apprise URL with `{phone}` where the number goes, for example
`twilio://SID:TOKEN@FROM/{phone}`. Any of its services will do, also a chat.
"""

from urllib.parse import quote

from apprise import Apprise, AppriseAsset

from reminders import text_provider
from reminders.channels.base import ChannelError, Limit, Outgoing, SendResult

# Apprise's own names for the time limits of one request, in seconds.
TIMEOUTS = "cto=3&rto=6"


class Sms:
    code = "sms"
    limit = Limit(per_second=1, burst=20)

    def provider(self, outgoing: Outgoing) -> str:
        return f"sms {outgoing.clinic}".rstrip()

    def send(self, outgoing: Outgoing) -> SendResult:
        """Hand it to the provider. Raises ChannelError.

        Apprise says yes or no and never why. A no may be a provider that took it
        and answered late, so it counts as unknown and no reminder is repeated.
        """
        template = text_provider.url_of(outgoing.clinic)
        if not template or not outgoing.phone:
            raise ChannelError("no_number", permanent=True)
        service = Apprise(asset=AppriseAsset(async_mode=False, secure_logging=True))
        if not service.add(address(template, outgoing.phone)):
            raise ChannelError("bad_sms_url", permanent=True)
        if not service.notify(body=f"{outgoing.body} {outgoing.url}"):
            raise ChannelError("sms_not_taken", unknown=True)
        return SendResult()


def address(template: str, phone: str) -> str:
    """The provider's URL for one number, with our time limits."""
    url = template.replace("{phone}", quote(phone, safe=""))
    return f"{url}{'&' if '?' in url else '?'}{TIMEOUTS}"


CHANNEL = Sms()
