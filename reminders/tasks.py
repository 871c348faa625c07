"""The recurring jobs: each calls one action. All work is rows; a task is a bell."""

import time

from celery import shared_task

from backend.common import clock
from backend.common.heartbeat import beats
from reminders.actions import delivery, due, failpoints, messages, plan

BATCH = 32
# A batch that meets only silent servers takes another 20 seconds; together they
# stay below the soft time limit, which would cut it off with unknown outcomes.
LONGEST_SECONDS = 20


@shared_task(name="reminders.plan_due")
@beats("reminders.plan_due")
def plan_due() -> None:
    plan.plan_due(clock.now())


@shared_task(name="reminders.queue_due")
@beats("reminders.queue_due")
def queue_due() -> None:
    due.queue_due(clock.now())


@shared_task(name="reminders.deliver_messages")
@beats("reminders.deliver_messages")
def deliver_messages() -> None:
    """Send until nothing is left or the time is up; urgent messages always first."""
    ends = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < ends:
        claimed = messages.claim(BATCH, clock.now())
        if not claimed:
            break
        failpoints.reached("after_claim")
        delivery.deliver_claimed(claimed)
