"""The recurring jobs: each calls one action. All work is rows; a task is a bell."""

import time
from collections.abc import Callable
from functools import partial

from celery import shared_task

from backend.common import clock
from backend.common.heartbeat import beats
from reminders.actions import answers, delivery, due, failpoints, messages, plan, unseen

BATCH = 32
# Nothing new is begun after this. A batch that meets only silent servers takes two
# rounds of 12 seconds more; together they stay below the soft time limit, which
# would cut it off with unknown outcomes.
LONGEST_SECONDS = 20
WHOLE_ROUND_MINUTES = 10


@shared_task(name="reminders.plan_due")
@beats("reminders.plan_due")
def plan_due() -> None:
    """What is new every minute; looking at every schedule takes longer."""
    now = clock.now()
    if now.minute % WHOLE_ROUND_MINUTES == 0:
        plan.plan_due(now)
    else:
        plan.plan_new(now)
    answers.note(now)


@shared_task(name="reminders.queue_due")
@beats("reminders.queue_due")
def queue_due() -> None:
    """What is due for its next step goes into the outbox again."""
    unseen.bring_next_channel(clock.now())


@shared_task(name="reminders.deliver_messages")
@beats("reminders.deliver_messages")
def deliver_messages() -> None:
    """Send until nothing is left or the time is up; urgent messages always first."""
    ends = time.monotonic() + LONGEST_SECONDS
    # Before the ledger is touched: whatever is wrong there stops no call.
    _deliver_urgent(ends)
    due.leave_to_outbox(clock.now())
    while time.monotonic() < ends:
        if not deliver_batch(partial(_deliver_urgent, ends)):
            break


def deliver_batch(meanwhile: Callable[[], None]) -> int:
    """Send some messages and some occasions; returns how many were taken."""
    now = clock.now()
    claimed = messages.claim(BATCH, now)
    # Whatever waits in the outbox, new reminders get half a batch.
    taken = due.claim(max(BATCH - len(claimed), BATCH // 2), now)
    batch = [*claimed, *taken.claimed]
    if batch:
        failpoints.reached("after_claim")
        delivery.deliver_claimed(batch, meanwhile)
    return len(claimed) + taken.rows


def _deliver_urgent(ends: float) -> None:
    """Calls that come in while a batch waits for slow servers go out beside it."""
    if time.monotonic() >= ends:
        return
    claimed = messages.claim(BATCH, clock.now(), only_urgent=True)
    if claimed:
        failpoints.reached("after_claim")
        delivery.deliver_claimed(claimed, partial(_deliver_urgent, ends))
