"""Send claimed messages through every channel of the person, and settle them.

Two policies. An urgent message goes out at least once: after a crash between
sending and writing that down it is sent again, under the same tag and Message-ID.
Any other message reaches a channel at most once: what may have arrived there is
not repeated.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from backend.common import clock, languages
from reminders import kinds, text_provider
from reminders.actions import (
    envelope,
    failpoints,
    providers,
    push_subscriptions,
    results,
    tries,
)
from reminders.actions.results import Result
from reminders.actions.tries import Status, Target, Try
from reminders.channels.registry import CHANNELS
from reminders.kinds import Wording
from reminders.models import Delivery, PushSubscription
from reminders.queries import outbox
from reminders.queries.outbox import Claimed, Reach
from reminders.scheduling import backoff
from reminders.scheduling.channel_choice import PUSH, channels_to_try, waits_for

log = logging.getLogger(__name__)

ARRIVED = {Status.SENT, Status.DELIVERED}
PERHAPS_ARRIVED = ARRIVED | {Status.UNKNOWN_OUTCOME}


@dataclass
class Parcel:
    """One message that is still needed, on its way."""

    message: Claimed
    reach: Reach
    wording: Wording
    made: list[Try] = field(default_factory=list)
    # The lease ran out before we came to send: another worker has it now.
    is_lost: bool = False
    # Until when its provider can take no more reminders.
    held_until: datetime | None = None

    def next_tries(self) -> list[Try]:
        """What is left to try now; empty when there is nothing more to do."""
        if self.is_lost or self.held_until:
            return []
        closed = _closed(self.message, self.reach.earlier)
        closed |= {one.target for one in self.made}
        return [
            self._try(channel, device)
            for channel, device in self._targets()
            if (channel, device.pk if device else None) not in closed
        ]

    def _targets(self) -> list[tuple[str, PushSubscription | None]]:
        refused = self._refused_devices()
        devices = [d for d in self.reach.devices if d.pk not in refused]
        targets: list[tuple[str, PushSubscription | None]] = []
        for channel in self.channels(self.message.step, bool(devices)):
            if channel == PUSH:
                targets += [(PUSH, device) for device in devices]
            else:
                targets.append((channel, None))
        return targets

    def channels(self, step: int, has_device: bool) -> list[str]:
        """The installed channels that a step of this message uses."""
        wishes = self.reach.wishes
        chosen = channels_to_try(
            is_urgent=self.message.is_urgent,
            chosen=wishes.channels,
            has_device=has_device,
            # After a crash nothing stands in for a push that may have arrived.
            attempt=1 if self._may_have_arrived() else self.message.attempts,
            has_phone=bool(wishes.phone and text_provider.url_of(self.reach.clinic)),
            stopped=wishes.stopped_channels,
            step=step,
        )
        return [code for code in chosen if code in CHANNELS]

    def _may_have_arrived(self) -> bool:
        return bool(PERHAPS_ARRIVED & {Status(d.status) for d in self.reach.earlier})

    def seen_within(self) -> timedelta | None:
        """How long to wait for a sign before another channel calls."""
        if not (self.message.is_urgent or self.reach.wishes.repeats_unseen):
            return None
        has_device = bool(self.reach.devices)
        return waits_for(
            is_urgent=self.message.is_urgent,
            tried={target[0] for target in self.states()},
            at_next_step=self.channels(self.message.step + 1, has_device),
        )

    def states(self) -> dict[Target, Status]:
        """How the last try on each target went."""
        found: dict[Target, Status] = {
            (d.channel, d.push_subscription_id): Status(d.status)
            for d in self.reach.earlier
        }
        return found | {one.target: one.status for one in self.made}

    def _refused_devices(self) -> set[UUID | None]:
        """Devices that this message cannot reach: another channel must stand in."""
        states = {(d.push_subscription_id, d.status) for d in self.reach.earlier}
        states |= {(one.target[1], one.status) for one in self.made}
        return {pk for pk, status in states if status == Status.PERMANENT_FAILURE}

    def _try(self, channel: str, device: PushSubscription | None) -> Try:
        outgoing = envelope.address(
            self.wording,
            message_id=self.message.pk,
            recipient=self.reach.recipient,
            is_urgent=self.message.is_urgent,
            path=self.message.path,
            device=device,
            phone=self.reach.wishes.phone,
            clinic=self.reach.clinic,
        )
        return Try(self.message, channel, outgoing)


def nothing() -> None:
    """What to do while waiting, unless somebody has something to do."""


def deliver_claimed(
    messages: Sequence[Claimed], meanwhile: Callable[[], None] = nothing
) -> None:
    """Send what is still needed of a claimed batch; one bad row hurts no other.

    `meanwhile` is called while slow servers are waited for.
    """
    if not messages:
        return
    reaches = outbox.reach_of(messages)
    _close_abandoned(reaches)
    settled: list[Result] = []
    parcels: list[Parcel] = []
    for message in messages:
        packed = _pack(message, reaches[message.pk])
        if isinstance(packed, Parcel):
            parcels.append(packed)
        else:
            settled.append(packed)
    # A second round serves those whose last device turned out to be gone.
    while _send_round(parcels, meanwhile):
        pass
    settled += [_conclude(parcel) for parcel in parcels if not parcel.is_lost]
    results.record(settled, clock.now())


def _pack(message: Claimed, reach: Reach) -> Parcel | Result:
    """Ask whether and how to send it, at the moment of sending."""
    if message.attempts > backoff.MAX_ATTEMPTS:
        # It has taken its worker down again and again: set it aside unasked.
        return Result.dead(message, "too_many_attempts")
    if message.expires_at is not None and message.expires_at <= clock.now().timestamp():
        return _closed_with(message, Result.expired(message))
    if not reach.recipient.is_active:
        return Result.cancelled(message, "recipient_inactive")
    local_date, halted, due_at = reach.occasion
    if halted:
        return _closed_with(message, Result.cancelled(message, halted))
    if due_at and clock.now() < due_at:
        # The clock was set back after the claim: that hour may be a quiet one.
        return Result.held(message, due_at, "clock_set_back")
    try:
        kind = kinds.get(message.kind)
        if not kind.still_needed(message.subject_id, reach.recipient, local_date):
            return _closed_with(message, Result.cancelled(message, "not_needed"))
        with languages.speaking(reach.recipient.locale):
            wording = kind.wording(message.subject_id, reach.recipient)
    except Exception as error:  # a broken kind must not stop its neighbours
        log.exception("kind %s broke on message %s", message.kind, message.pk)
        return Result.again(message, type(error).__name__)
    return Parcel(message, reach, wording)


def _closed_with(message: Claimed, result: Result) -> Result:
    """What went out already stays sent, though its next step is not needed."""
    return Result.sent(message, "no_further_step") if message.step else result


def _send_round(parcels: Sequence[Parcel], meanwhile: Callable[[], None]) -> bool:
    """One try on every open target of every parcel; False if none was open."""
    wanted = [one for parcel in parcels for one in parcel.next_tries()]
    by_message = {parcel.message.pk: parcel for parcel in parcels}
    planned, held = providers.admit(wanted, clock.now())
    for one, until in held.items():
        by_message[one.message.pk].held_until = until
    opened, lost = tries.open_all(planned, clock.now())
    for one in lost:
        by_message[one.message.pk].is_lost = True
    if not opened:
        return False
    tries.send_all(opened, meanwhile)
    failpoints.reached("after_send")
    tries.close_all(opened)
    providers.note(opened)
    for one in opened:
        by_message[one.message.pk].made.append(one)
    push_subscriptions.prune(
        [one.subscription for one in opened if one.subscription and one.is_gone]
    )
    return True


def _conclude(parcel: Parcel) -> Result:
    """Where the message stands after this attempt."""
    message = parcel.message
    outcomes = set(parcel.states().values())
    may_heal = {Status.TEMPORARY_FAILURE}
    arrived = ARRIVED
    if message.is_urgent:
        may_heal = may_heal | {Status.UNKNOWN_OUTCOME}
    else:
        arrived = arrived | {Status.UNKNOWN_OUTCOME}
    has_arrived = bool(outcomes & arrived)
    if parcel.held_until:
        return Result.held(message, parcel.held_until)
    is_over = has_arrived and not message.is_urgent
    if outcomes & may_heal and not is_over:
        wait = _asked_wait(parcel, may_heal)
        return Result.again(message, "not_delivered", wait, has_arrived)
    if has_arrived:
        return Result.sent(message, seen_within=parcel.seen_within())
    if not parcel.states() and parcel.reach.wishes.stopped_channels:
        return Result.cancelled(message, "channels_stopped")
    return Result.dead(message, "no_channel_works")


def _asked_wait(parcel: Parcel, may_heal: set[Status]) -> timedelta | None:
    """How long the providers of what failed want to be left alone.

    A call to staff waits for the quickest of them, anything else for the slowest.
    """
    asked = [
        one.retry_after or timedelta(0) for one in parcel.made if one.status in may_heal
    ]
    choose = min if parcel.message.is_urgent else max
    return choose(asked, default=None)


def _closed(message: Claimed, earlier: Sequence[Delivery]) -> set[Target]:
    """Targets that an earlier attempt has done with."""
    final = ARRIVED | {Status.PERMANENT_FAILURE}
    if not message.is_urgent:
        final = final | {Status.UNKNOWN_OUTCOME}
    return {(d.channel, d.push_subscription_id) for d in earlier if d.status in final}


def _close_abandoned(reaches: dict[UUID, Reach]) -> None:
    """Tries that a dead worker left open: nobody knows how they ended."""
    abandoned = [
        delivery
        for reach in reaches.values()
        for delivery in reach.earlier
        if delivery.status == Status.SENDING
    ]
    if not abandoned:
        return
    Delivery.objects.filter(
        pk__in=[d.pk for d in abandoned], status=Status.SENDING
    ).update(status=Status.UNKNOWN_OUTCOME)
    for delivery in abandoned:
        delivery.status = Status.UNKNOWN_OUTCOME
