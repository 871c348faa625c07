"""The planner, the ledger and the outbox under a simulated clock, with faults.

A step is one thing that can happen: time passes or jumps back, a job runs, a worker
dies at some point of its way, a provider takes, refuses, forgets to answer; a person
answers, pauses, changes the hour, looks. The rules of docs/adr/0010 must hold after
each of them. `WORLD` is what really arrived, whatever the database believes.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar
from unittest import mock
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F, Max
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from backend.accounts.models import User
from backend.common import clock
from reminders import kinds
from reminders.actions import (
    delivery,
    due,
    messages,
    plan,
    preferences,
    receipts,
    results,
    schedules,
    tries,
    unseen,
)
from reminders.channels.base import ChannelError, Limit, Outgoing, SendResult
from reminders.models import Delivery, DueReminder, Message, Provider, PushSubscription
from reminders.queries.outbox import Claimed
from tests.factories.accounts import make_clinic, make_user
from tests.factories.reminders import make_device, make_preference, make_schedule

START = datetime(2026, 10, 30, 22, 30, tzinfo=UTC)
ZONE = "America/New_York"  # its clocks change on 1 November
QUIET = (time(21), time(8))
State = DueReminder.State

# What a provider does: (whether the person gets it, what it tells us).
ANSWERS: dict[str, tuple[bool, ChannelError | None]] = {
    "takes": (True, None),
    "takes and falls silent": (True, ChannelError("silent", unknown=True)),
    "falls silent": (False, ChannelError("silent", unknown=True)),
    "is down": (False, ChannelError("down")),
    "asks to wait": (False, ChannelError("429", retry_after=timedelta(minutes=20))),
    "refuses": (False, ChannelError("refused", permanent=True)),
    "knows nobody": (False, ChannelError("gone", gone=True)),
}
HEALTHY = ["takes"] * 4
# What a message is about, for an order that is the same in every run.
CAUSE = ("dedupe_key", "due_reminder__local_date", "due_reminder__slot")
OCCASION = ("local_date", "slot")
CRASHES = ["", "", "", "opened", "half sent", "sent", "closed", "recorded"]


class Killed(BaseException):
    """The worker process is gone; nothing of it runs on."""


@dataclass
class World:
    """What happened outside: arrivals, and every promise that one of them broke."""

    now: datetime = START
    # What each provider will do with the next tries, by message, channel and device.
    script: dict[tuple[UUID, str, UUID | None], str] = field(default_factory=dict)
    arrived: Counter[tuple[UUID, str, UUID | None]] = field(default_factory=Counter)
    by_message: Counter[UUID] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    answered: set[tuple[UUID, date | None]] = field(default_factory=set)


@dataclass
class Kind:
    code: str
    is_urgent: bool
    world: World

    def still_needed(
        self, subject_id: UUID, recipient: User, local_date: date | None
    ) -> bool:
        return (subject_id, local_date) not in self.world.answered

    def wording(self, subject_id: UUID, recipient: User) -> kinds.Wording:
        return kinds.Wording("Hello", "Your page is ready.", "Open", "/")


@dataclass
class Channel:
    code: str
    world: World
    limit: ClassVar[Limit] = Limit(1e6, 10**6)

    def provider(self, outgoing: Outgoing) -> str:
        return self.code

    def send(self, outgoing: Outgoing) -> SendResult:
        world = self.world
        device = outgoing.subscription.pk if outgoing.subscription else None
        target = (outgoing.message_id, self.code, device)
        arrives, error = ANSWERS[world.script.get(target, "takes")]
        if arrives:
            world.arrived[target] += 1
            world.by_message[outgoing.message_id] += 1
            if not outgoing.is_urgent:
                local = world.now.astimezone(ZoneInfo(ZONE)).time()
                if local >= QUIET[0] or local < QUIET[1]:
                    world.broken.append(f"a reminder at {local}")
        if error:
            raise error
        return SendResult(outgoing.message_id.hex)


class OutboxMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.late: list[Claimed] = []
        self.urgent: list[UUID] = []
        self.patches = [
            mock.patch.object(clock, "_source", self._now),
            mock.patch.object(tries, "CHANNELS", self._channels()),
            mock.patch.dict(kinds._registry, self._kinds()),
        ]
        self.patches += [
            mock.patch(f"reminders.actions.{module}.CHANNELS", self._channels())
            for module in ("delivery", "providers")
        ]
        for patch in self.patches:
            patch.start()
        self.rolled_back = transaction.atomic()
        self.rolled_back.__enter__()
        clinic = make_clinic(zone=ZONE)
        self.person = make_user(zone=ZONE)
        self.staff = make_user(zone=ZONE)
        make_preference(self.person, repeats_unseen=True)
        for user in (self.person, self.person, self.staff):
            make_device(user)
        self.schedule = make_schedule(
            self.person, clinic, kind="asks", nudge_minutes=[240, 1440],
        )  # fmt: skip
        self.clinic = clinic
        plan.plan_due(START - timedelta(hours=10))
        self.queue_runs()
        self.alert_calls()

    def _now(self) -> datetime:
        return self.world.now

    def _channels(self) -> dict[str, Channel]:
        return {code: Channel(code, self.world) for code in ("web_push", "email")}

    def _kinds(self) -> dict[str, Any]:
        return {
            "asks": Kind("asks", is_urgent=False, world=self.world),
            "calls": Kind("calls", is_urgent=True, world=self.world),
        }

    # --- time

    @rule(minutes=st.sampled_from([1, 7, 31, 60, 150, 400, 720, -30, -300]))
    def time_passes(self, minutes: int) -> None:
        self.world.now += timedelta(minutes=minutes)

    @rule()
    def leases_run_out(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE reminders_message SET lease_until = clock_timestamp()"
                " - interval '1 second' WHERE lease_until IS NOT NULL"
            )
            cursor.execute(
                "UPDATE reminders_duereminder SET lease_until = clock_timestamp()"
                " - interval '1 second' WHERE lease_until IS NOT NULL"
            )

    @rule()
    def the_next_occasion_comes(self) -> None:
        plan.plan_due(self.world.now)
        planned = DueReminder.objects.filter(state="planned").order_by("due_at")
        first = planned.first()
        if first is not None:
            self.world.now = max(self.world.now, first.due_at)
            self.queue_runs()

    # --- our jobs

    @rule()
    def plan_runs(self) -> None:
        plan.plan_due(self.world.now)

    @rule()
    def queue_runs(self) -> None:
        due.leave_to_outbox(self.world.now)
        unseen.bring_next_channel(self.world.now)

    @rule(
        answers=st.lists(st.sampled_from([*ANSWERS, *HEALTHY]), max_size=6),
        dies=st.sampled_from(CRASHES),
    )
    def sender_runs(self, answers: list[str], dies: str) -> None:
        self._send(self._claim(5), answers, dies)

    @rule(
        answers=st.lists(st.sampled_from([*ANSWERS]), min_size=2, max_size=6),
        dies=st.sampled_from(CRASHES),
    )
    def sender_runs_once_more_a_little_later(
        self, answers: list[str], dies: str
    ) -> None:
        self.leases_run_out()
        self.world.now += timedelta(minutes=2)
        self._send(self._claim(5), answers, dies)

    @rule()
    def worker_claims_and_sleeps(self) -> None:
        self.late += self._claim(5)

    @rule(answers=st.lists(st.sampled_from([*ANSWERS, *HEALTHY]), max_size=3))
    def late_worker_wakes(self, answers: list[str]) -> None:
        late, self.late = self.late, []
        self._send(late, answers, "")

    @rule()
    def providers_recover(self) -> None:
        Provider.objects.update(rests_until=None, failures=0)

    # --- people

    @rule(hour=st.integers(9, 20))
    def person_changes_the_hour(self, hour: int) -> None:
        self._wish(wall_time=time(hour, 30))

    @rule(first=st.integers(-1, 2), length=st.integers(0, 2))
    def person_pauses(self, first: int, length: int) -> None:
        start = self._today() + timedelta(days=first)
        self.schedule.refresh_from_db()
        last = start + timedelta(days=length)
        schedules.pause(schedule=self.schedule, first=start, last=last, by=self.person)

    @rule(ago=st.integers(0, 1))
    def person_pauses_while_a_worker_holds_the_reminder(self, ago: int) -> None:
        self.the_next_occasion_comes()
        self.worker_claims_and_sleeps()
        self.person_pauses(first=-ago, length=0)
        self.late_worker_wakes([])

    @rule()
    def person_comes_back(self) -> None:
        self.schedule.refresh_from_db()
        schedules.resume(schedule=self.schedule, by=self.person)

    @rule(days_ago=st.integers(0, 1))
    def person_answers(self, days_ago: int) -> None:
        day = self._today() - timedelta(days=days_ago)
        self.world.answered.add((self.schedule.subject_id, day))

    @rule(kind=st.sampled_from(receipts.KINDS), number=st.integers(0, 9))
    def device_reports(self, kind: str, number: int) -> None:
        taken = Delivery.objects.filter(channel="web_push", status="sent")
        order = ("attempted_at", *(f"message__{name}" for name in CAUSE))
        ids = taken.order_by(*order).values_list("pk")
        if ids:
            receipts.record(delivery_id=ids[number % len(ids)][0], kind=kind)

    @rule()
    def person_has_a_new_phone(self) -> None:
        if PushSubscription.objects.filter(user=self.person, gone_at=None).count() < 2:
            make_device(self.person)

    @rule()
    def alert_calls(self) -> None:
        subject = UUID(int=len(self.urgent))
        self.urgent.append(subject)
        for _ in range(2):  # the cause may be handled twice
            messages.queue(
                recipient=self.staff, clinic=self.clinic, kind="calls",
                subject_id=subject, dedupe_key=f"calls:{subject}",
            )  # fmt: skip

    @rule()
    def staff_takes_the_alert(self) -> None:
        self.world.answered.add((self.urgent[-1], None))

    # --- what must hold

    @invariant()
    def no_reminder_arrives_twice(self) -> None:
        urgent = set(
            Message.objects.filter(is_urgent=True).values_list("pk", flat=True)
        )
        twice = [k for k, n in self.world.arrived.items() if n > 1]
        assert [key for key in twice if key[0] not in urgent] == []
        assert self.world.broken == []

    @invariant()
    def a_date_has_one_message_for_each_of_three_slots(self) -> None:
        rows = list(DueReminder.objects.values_list("pk", "local_date", "slot"))
        assert len({row[1:] for row in rows}) == len(rows)
        assert {row[2] for row in rows} <= {0, 1, 2}
        of = Message.objects.exclude(due_reminder=None).values_list("due_reminder")
        assert len(set(of)) == of.count()

    @invariant()
    def ledger_and_outbox_agree(self) -> None:
        settled = {
            "sent": {State.ACCEPTED, State.SHOWN, State.OPENED, State.ANSWERED},
            "queued": {State.CLAIMED, State.ACCEPTED, State.SHOWN, State.OPENED},
            "sending": {State.CLAIMED, State.ACCEPTED, State.SHOWN, State.OPENED},
        }
        rows = Message.objects.exclude(due_reminder=None)
        for state, ledger in rows.values_list("state", "due_reminder__state"):
            assert ledger in settled.get(state, {state}), (state, ledger)
        later = DueReminder.objects.filter(state__in=["shown", "opened", "accepted"])
        assert not later.filter(accepted_at=None).exists()
        assert not later.filter(claimed_at=None).exists()

    @invariant()
    def what_is_claimed_is_a_senders_or_a_message(self) -> None:
        for row in DueReminder.objects.filter(state=State.CLAIMED):
            waiting = Message.objects.filter(pk=row.pk, settled_at=None)
            assert row.is_open == (row.lease_token is not None)
            assert row.is_open != waiting.exists()
        ended = DueReminder.objects.exclude(state__in=[State.PLANNED, State.CLAIMED])
        assert not ended.filter(is_open=True).exists()
        planned = DueReminder.objects.filter(state=State.PLANNED)
        assert not planned.filter(is_open=False).exists()

    @invariant()
    def what_is_settled_is_at_rest(self) -> None:
        settled = Message.objects.filter(settled_at__isnull=False)
        assert not settled.filter(deliveries__status="sending").exists()
        assert not settled.exclude(lease_token=None).exists()

    @invariant()
    def what_is_sent_has_gone_out(self) -> None:
        sent = Message.objects.filter(state="sent")
        for pk in sent.values_list("pk", flat=True):
            may_have = Delivery.objects.filter(
                message=pk, status__in=["sent", "delivered", "unknown_outcome"]
            )
            assert may_have.exists()

    def teardown(self) -> None:
        try:
            self._everything_heals()
        finally:
            connection.set_rollback(True)
            self.rolled_back.__exit__(None, None, None)
            for patch in self.patches:
                patch.stop()

    def _everything_heals(self) -> None:
        """The clock is right, half a day is quiet: nothing waits or was forgotten."""
        newest = Message.objects.aggregate(at=Max("created_at"))["at"]
        self.world.now = max(self.world.now, newest)
        for _ in range(24):
            self.leases_run_out()
            self.providers_recover()
            self.world.now += timedelta(minutes=30)
            Message.objects.filter(settled_at=None).update(
                next_attempt_at=F("created_at")
            )
            due.leave_to_outbox(self.world.now)
            self._send(self._claim(200), [], "")
        assert not Message.objects.filter(settled_at=None).exists()
        late = DueReminder.objects.filter(due_at__lte=self.world.now)
        assert not late.filter(state__in=["planned", "claimed"]).exists()
        for subject in self.urgent:
            if (subject, None) not in self.world.answered:
                message = Message.objects.get(subject_id=subject)
                refused = message.deliveries.filter(status="permanent_failure")
                reached = self.world.by_message[message.pk]
                assert reached or refused.filter(channel="email"), message.state
        self.no_reminder_arrives_twice()

    # --- how a sender works, and dies

    def _claim(self, limit: int) -> list[Claimed]:
        now = self.world.now
        return [*messages.claim(limit, now), *due.claim(limit, now).claimed]

    def _send(self, claimed: list[Claimed], answers: list[str], dies: str) -> None:
        real_send, real_close = tries.send_all, tries.close_all
        real_record = results.record
        script = list(answers)

        def send(made: Any, meanwhile: Any) -> None:
            if dies == "opened":
                raise Killed
            ordered = sorted(made, key=_in_order)
            for one in ordered:
                said = script.pop(0) if script else "takes"
                self.world.script[one.message.pk, *one.target] = said
            half = len(made) // 2 if dies == "half sent" else len(made)
            self._nothing_is_sent_for_a_pause(ordered[:half])
            real_send(ordered[:half], meanwhile)
            if dies in ("half sent", "sent"):
                raise Killed

        def close(made: Any) -> None:
            real_close(made)
            if dies == "closed":
                raise Killed

        def record(*args: Any) -> None:
            real_record(*args)
            if dies == "recorded":
                raise Killed

        with (
            mock.patch.object(tries, "send_all", send),
            mock.patch.object(tries, "close_all", close),
            mock.patch.object(results, "record", record),
            suppress(Killed),
        ):
            delivery.deliver_claimed(claimed)

    def _nothing_is_sent_for_a_pause(self, going: list[tries.Try]) -> None:
        about = DueReminder.objects.filter(
            pk__in=[one.message.due_reminder_id for one in going],
            local_date__gte=F("schedule__paused_from"),
            local_date__lte=F("schedule__paused_until"),
        )
        for day in about.values_list("local_date", flat=True):
            self.world.broken.append(f"a reminder for {day}, in a pause")

    def _wish(self, **changes: Any) -> None:
        wishes = {
            "wall_time": time(18, 30),
            "channels": ["web_push"],
            "quiet_from": QUIET[0],
            "quiet_to": QUIET[1],
            "pauses": [],
        }
        preferences.change(user=self.person, by=self.person, **(wishes | changes))

    def _today(self) -> date:
        return self.world.now.astimezone(ZoneInfo(ZONE)).date()


def _in_order(one: tries.Try) -> tuple[str, ...]:
    if one.message.is_occasion:
        rows = DueReminder.objects.filter(pk=one.message.pk).values_list(*OCCASION)
        cause = (None, *rows.get())
    else:
        cause = Message.objects.filter(pk=one.message.pk).values_list(*CAUSE).get()
    return *(str(part) for part in cause), one.channel
