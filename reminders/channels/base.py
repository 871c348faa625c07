"""What every channel promises."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from backend.accounts.models import User
from reminders.models import PushSubscription


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way through one channel, with everything it needs.

    Built before the call, so that a channel never touches the database and can
    run in any thread.
    """

    message_id: UUID
    delivery_id: UUID
    recipient: User
    is_urgent: bool
    subject: str
    body: str
    action_label: str
    url: str
    preferences_url: str
    stop_url: str = ""
    subscription: PushSubscription | None = None
    phone: str = ""
    # The slug of the clinic that speaks, where it has a provider of its own.
    clinic: str = ""

    @property
    def tag(self) -> str:
        """The same for every try of one message, so that repeats collapse."""
        return self.message_id.hex


@dataclass(frozen=True, slots=True)
class SendResult:
    """The provider took it. `provider_id` is its name for it, if it gave one."""

    provider_id: str = ""


class ChannelError(Exception):
    """The provider did not take it.

    `permanent`: the same try would fail again. `gone`: the address is dead and must
    not be used any more. `unknown`: it broke off so late that the person may have it.
    `is_recipients`: it is about this address alone and says nothing of the provider.
    `code` is short and stable, never a provider's sentence.
    """

    def __init__(
        self,
        code: str,
        *,
        permanent: bool = False,
        gone: bool = False,
        unknown: bool = False,
        is_recipients: bool = False,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent or gone
        self.gone = gone
        self.unknown = unknown
        self.is_recipients = is_recipients or gone
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Limit:
    """How much one provider takes; what is urgent is never held back by it."""

    per_second: float
    burst: int


class Channel(Protocol):
    """One way to reach a person."""

    code: str
    limit: Limit

    def provider(self, outgoing: Outgoing) -> str:
        """Whose server takes it: what one server does holds for all its messages."""
        ...

    def send(self, outgoing: Outgoing) -> SendResult:
        """Hand it to the provider, within seconds. Raises ChannelError."""
        ...
