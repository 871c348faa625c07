"""What became of each reminder and message to a person, with every try to send it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.accounts.models import Clinic, User
from reminders.models import Delivery, DueReminder, Message

ARRIVED = (Delivery.Status.SENT, Delivery.Status.DELIVERED)
# Two prompts of one hour must not be torn apart by the end of a page.
TIES = 6


@dataclass(frozen=True, slots=True)
class Way:
    """One try: by which channel, to which device, and how it went."""

    channel: str
    user_agent: str
    status: str
    error: str
    at: datetime
    shown_at: datetime | None
    opened_at: datetime | None

    @property
    def has_arrived(self) -> bool:
        return self.status in ARRIVED


@dataclass(frozen=True, slots=True)
class Proof:
    """One reminder or message; `slot` 1 and 2 ask again about the same date."""

    id: UUID
    kind: str
    slot: int
    # When it was due, or for what no plan asked for, when it was written.
    at: datetime
    local_date: date | None
    state: str
    reason: str
    ways: tuple[Way, ...]
    answered_at: datetime | None

    @property
    def by(self) -> tuple[str, ...]:
        """The channels that took it, each once."""
        return tuple(dict.fromkeys(way.channel for way in self.ways if way.has_arrived))

    @property
    def sent_at(self) -> datetime | None:
        return min((way.at for way in self.ways if way.has_arrived), default=None)

    @property
    def shown_at(self) -> datetime | None:
        return min((way.shown_at for way in self.ways if way.shown_at), default=None)

    @property
    def opened_at(self) -> datetime | None:
        return min((way.opened_at for way in self.ways if way.opened_at), default=None)


def of_recipient(
    recipient: User,
    limit: int,
    *,
    clinic: Clinic | None = None,
    kinds: Collection[str] = (),
    before: datetime | None = None,
) -> list[Proof]:
    """The last ones, newest first, also those that were not sent.

    With `clinic` only what that clinic sent, and tests; `before` goes on from the
    `at` of the last one. What falls on one moment is never torn apart.
    """
    occasions = _occasions(recipient, clinic, kinds, before)[: limit + TIES]
    messages = _others(recipient, clinic, kinds, before)[: limit + TIES]
    found: list[DueReminder | Message] = [*occasions, *messages]
    found.sort(key=lambda one: (_at(one), one.pk), reverse=True)
    if len(found) > limit:
        last = _at(found[limit - 1])
        found = [one for one in found if _at(one) >= last]
    return _proofs(recipient, found)


def _occasions(
    recipient: User,
    clinic: Clinic | None,
    kinds: Collection[str],
    before: datetime | None,
) -> QuerySet[DueReminder]:
    rows = DueReminder.objects.filter(schedule__recipient=recipient).exclude(
        state=DueReminder.State.PLANNED
    )
    if clinic is not None:
        rows = rows.filter(schedule__clinic=clinic)
    if kinds:
        rows = rows.filter(schedule__kind__in=kinds)
    if before is not None:
        rows = rows.filter(due_at__lt=before)
    return rows.select_related("schedule").order_by("-due_at", "-pk")


def _others(
    recipient: User,
    clinic: Clinic | None,
    kinds: Collection[str],
    before: datetime | None,
) -> QuerySet[Message]:
    rows = Message.objects.filter(recipient=recipient, due_reminder=None)
    if clinic is not None:
        rows = rows.filter(Q(clinic=clinic) | Q(clinic=None))
    if kinds:
        rows = rows.filter(kind__in=kinds)
    if before is not None:
        rows = rows.filter(created_at__lt=before)
    return rows.order_by("-created_at", "-pk")


def _at(one: DueReminder | Message) -> datetime:
    return one.due_at if isinstance(one, DueReminder) else one.created_at


def _proofs(recipient: User, found: Sequence[DueReminder | Message]) -> list[Proof]:
    due = [one.pk for one in found if isinstance(one, DueReminder)]
    sent = {
        message.due_reminder_id: message
        for message in Message.objects.filter(recipient=recipient, due_reminder__in=due)
    }
    others = [one for one in found if isinstance(one, Message)]
    ways = _ways({*due, *(m.pk for m in (*sent.values(), *others))})
    return [
        _of_occasion(one, sent.get(one.pk), ways)
        if isinstance(one, DueReminder)
        else _of_message(one, ways)
        for one in found
    ]


def _of_occasion(
    due: DueReminder, message: Message | None, ways: dict[UUID, list[Way]]
) -> Proof:
    return Proof(
        id=due.pk,
        kind=due.schedule.kind,
        slot=due.slot,
        at=due.due_at,
        local_date=due.local_date,
        state=message.state if message else due.state,
        reason=message.reason if message else due.reason,
        # The message has the id of its occasion, unless it is an old one.
        ways=tuple(ways[message.pk if message else due.pk]),
        answered_at=due.answered_at,
    )


def _of_message(message: Message, ways: dict[UUID, list[Way]]) -> Proof:
    return Proof(
        id=message.pk,
        kind=message.kind,
        slot=0,
        at=message.created_at,
        local_date=None,
        state=message.state,
        reason=message.reason,
        ways=tuple(ways[message.pk]),
        answered_at=None,
    )


def _ways(messages: Collection[UUID]) -> dict[UUID, list[Way]]:
    found: dict[UUID, list[Way]] = defaultdict(list)
    tries = Delivery.objects.filter(message__in=messages)
    for one in tries.select_related("push_subscription").order_by("attempted_at"):
        device = one.push_subscription
        found[one.message_id].append(
            Way(
                channel=one.channel,
                user_agent=device.user_agent if device else "",
                status=one.status,
                error=one.error,
                at=one.attempted_at,
                shown_at=one.shown_at,
                opened_at=one.opened_at,
            )
        )
    return found
