"""What must hold when the dust has settled, by the database and by what arrived."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef

from backend.accounts.models import User
from reminders.models import Delivery, DueReminder, Message
from tests.fakes.mail_server import MailServer
from tests.fakes.push_service import Device
from tracker.models import Alert, AlertEvent, CheckIn


def each_report_calls(
    accepted: Iterable[dict[str, Any]], device: Device, mail: MailServer
) -> None:
    """Each accepted emergency: one live alert that reached staff or was escalated."""
    entries = CheckIn.objects.in_bulk([one["id"] for one in accepted])
    assert len(entries) == len(list(accepted))
    for entry in entries.values():
        alerts = Alert.objects.filter(episode=entry.episode_id).exclude(
            status=Alert.Status.RESOLVED
        )
        assert Counter(alerts.values_list("rule_id", flat=True))["R03"] == 1
        called = Message.objects.filter(subject_id__in=alerts.values("pk"))
        ids = set(called.values_list("pk", flat=True))
        pushed = {push.payload["notification"]["tag"] for push in device.pushes}
        mailed = {
            str(one["Message-ID"]).strip("<>").split("@")[0] for one in mail.taken
        }
        arrived = {pk for pk in ids if pk.hex in pushed or str(pk) in mailed}
        escalated = AlertEvent.objects.filter(alert__in=alerts, kind="escalated")
        assert arrived or escalated.exists()


def nobody_is_reminded_twice(people: Iterable[tuple[User, Device]]) -> None:
    """At most one arrival for each; what may be lost stands in the log as that."""
    for user, device in people:
        tags = Counter(one.payload["notification"]["tag"] for one in device.pushes)
        assert max(tags.values(), default=1) == 1
        unproved = Message.objects.filter(recipient=user, state="sent").exclude(
            Exists(
                Delivery.objects.filter(
                    message=OuterRef("pk"), status__in=("sent", "unknown_outcome")
                )
            )
        )
        assert not unproved.exists()
    dates = DueReminder.objects.values_list("schedule", "local_date", "slot")
    assert max(Counter(dates).values(), default=1) == 1


def nothing_waits() -> bool:
    """Whether every message is at rest."""
    return not Message.objects.filter(settled_at=None).exists()
