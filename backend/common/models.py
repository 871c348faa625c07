"""What every table shares, and the pulse of the recurring jobs."""

from typing import ClassVar

from django.db import models
from uuid_utils.compat import uuid7

from backend.common import clock


class BaseModel(models.Model):
    """A row known by a UUID, with the moment it was made.

    The key begins with the time: new rows lie side by side in the index, which
    makes each insert touch a page that is already in hand. It is no secret.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class Heartbeat(models.Model):
    """The last good run of one recurring job."""

    job = models.CharField(max_length=80, primary_key=True)
    last_good_at = models.DateTimeField()

    # Seconds without a good run after which a job counts as late.
    LATE_AFTER: ClassVar[dict[str, int]] = {
        "reminders.deliver_messages": 60,
        "reminders.queue_due": 120,
        "reminders.plan_due": 300,
        "tracker.escalate_overdue_alerts": 120,
        "tracker.evaluate_missed_check_ins": 300,
        "tracker.evaluate_silent_days": 900,
        "tracker.recount_overdue_questionnaires": 1800,
    }

    def __str__(self) -> str:
        return self.job
