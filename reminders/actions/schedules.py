"""Set, pause, resume and end a reminder schedule."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import DomainError
from reminders import kinds
from reminders.models import ChannelPreference, DueReminder, ReminderSchedule
from reminders.models.schedule import to_stored as segment_to_stored
from reminders.scheduling.cadence import Segment
from reminders.scheduling.hours import to_stored

State = ReminderSchedule.State
# No occasion is planned, or written down as missed, from longer ago.
ZONES_KEPT = timedelta(days=30)


@transaction.atomic
def set_schedule(
    *,
    recipient: User,
    clinic: Clinic,
    kind: str,
    subject_id: UUID,
    segments: Sequence[Segment],
    wall_time: time,
    zone: str,
    by: User | str,
    weekday_times: Mapping[str, time] | None = None,
    nudge_minutes: Sequence[int] = (),
) -> ReminderSchedule:
    """Create the live schedule of this subject, or bring it to these values.

    The hours are defaults: those that the person chose win. What has not
    been queued yet is planned anew; what went out today does not go out again.
    Doing it twice is harmless.
    """
    kinds.get(kind)
    ZoneInfo(zone)
    values = {
        "clinic": clinic,
        "segments": [segment_to_stored(segment) for segment in segments],
        "zone": zone,
        "nudge_minutes": list(nudge_minutes),
        **_hours(recipient, wall_time, weekday_times or {}),
    }
    # Two callers at once: the second waits for the first one's row.
    User.objects.select_for_update(no_key=True).get(pk=recipient.pk)
    schedule = (
        ReminderSchedule.objects.select_for_update(of=("self",))
        .exclude(state=State.ENDED)
        .filter(recipient=recipient, kind=kind, subject_id=subject_id)
        .first()
    )
    if schedule is not None and schedule.zone != zone:
        values["earlier_zones"] = _earlier_zones(schedule)
    if schedule is None:
        schedule = ReminderSchedule.objects.create(
            recipient=recipient, kind=kind, subject_id=subject_id, **values
        )
    elif not _change(schedule, values):
        return schedule
    recorder.record(
        "reminder_schedule.set", by=by, target=schedule, clinic_id=clinic.pk, kind=kind
    )
    return schedule


@transaction.atomic
def pause(
    *, schedule: ReminderSchedule, first: date, last: date, by: User | str
) -> None:
    """Send nothing for local dates from `first` to `last`. Replaces another pause.

    Raises DomainError.
    """
    if last < first:
        raise DomainError(
            _("A pause ends on the day it starts, or later."), code="bad_pause"
        )
    changed = _live(schedule).update(
        state=State.PAUSED, paused_from=first, paused_until=last
    )
    if changed:
        _record("paused", schedule, by, first=str(first), last=str(last))
    schedule.refresh_from_db()


@transaction.atomic
def resume(*, schedule: ReminderSchedule, by: User | str) -> None:
    """Lift the pause; without one nothing happens."""
    changed = (
        _live(schedule)
        .filter(state=State.PAUSED)
        .update(state=State.ACTIVE, paused_from=None, paused_until=None)
    )
    if changed:
        _record("resumed", schedule, by)
    schedule.refresh_from_db()


@transaction.atomic
def end(*, schedule: ReminderSchedule, by: User | str) -> None:
    """Nothing goes out any more. Doing it twice is harmless."""
    if _live(schedule).update(state=State.ENDED, awaits_planning=False):
        _planned(schedule).delete()
        _record("ended", schedule, by)
    schedule.refresh_from_db()


def plan_anew(schedules: QuerySet[ReminderSchedule]) -> None:
    """Forget what is planned and not due yet; the next planning writes it again."""
    # Planning locks the schedules it works on, so lock before the rows go.
    ids = list(schedules.select_for_update(of=("self",)).values_list("pk", flat=True))
    DueReminder.objects.filter(
        schedule__in=ids, state=DueReminder.State.PLANNED, due_at__gt=clock.now()
    ).delete()
    ReminderSchedule.objects.filter(pk__in=ids).update(
        planned_through=None, awaits_planning=True
    )


def _change(schedule: ReminderSchedule, values: dict[str, object]) -> bool:
    """Store what differs; whether anything did."""
    changed = [name for name in values if getattr(schedule, name) != values[name]]
    for name in changed:
        setattr(schedule, name, values[name])
    if changed:
        schedule.save(update_fields=changed)
        plan_anew(ReminderSchedule.objects.filter(pk=schedule.pk))
        schedule.refresh_from_db()
    return bool(changed)


def _earlier_zones(schedule: ReminderSchedule) -> list[dict[str, str]]:
    """The zone that is left now joins those before it, as far as planning looks."""
    now = clock.now()
    known = [
        one
        for one in schedule.earlier_zones
        if datetime.fromisoformat(one["until"]) > now - ZONES_KEPT
    ]
    if not _can_be_read(schedule.zone):
        return known  # nobody lived by it, and it would go on stopping the planning
    return [*known, {"zone": schedule.zone, "until": now.isoformat()}]


def _can_be_read(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _hours(
    recipient: User, wall_time: time, weekday_times: Mapping[str, time]
) -> dict[str, object]:
    chosen = ChannelPreference.objects.filter(user=recipient).first()
    if chosen:
        return {"wall_time": chosen.wall_time, "weekday_times": chosen.weekday_times}
    return {"wall_time": wall_time, "weekday_times": to_stored(weekday_times)}


def _live(schedule: ReminderSchedule) -> QuerySet[ReminderSchedule]:
    return ReminderSchedule.objects.filter(pk=schedule.pk).exclude(state=State.ENDED)


def _planned(schedule: ReminderSchedule) -> QuerySet[DueReminder]:
    return DueReminder.objects.filter(
        schedule=schedule, state=DueReminder.State.PLANNED
    )


def _record(
    what: str, schedule: ReminderSchedule, by: User | str, **detail: Any
) -> None:
    recorder.record(f"reminder_schedule.{what}", by=by, target=schedule, **detail)
