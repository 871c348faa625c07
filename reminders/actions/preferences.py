"""A person's hour, channels, quiet hours and pause.

The zone is not among them: it belongs to the person, and the app above moves the
schedules with it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import InvalidInput
from reminders.actions import messages, schedules
from reminders.models import ChannelPreference, Message, ReminderSchedule
from reminders.queries import preferences
from reminders.scheduling import quiet_hours
from reminders.scheduling.channel_choice import CHANNELS, EMAIL, SMS
from reminders.scheduling.hours import to_stored

# E.164: a plus, the country, at most 15 digits.
PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
# What the ledger is computed from: a change of these plans anew.
PLANNED_FROM = {"wall_time", "weekday_times", "quiet_from", "quiet_to"}
# Long enough for a journey. On announced days nobody is missed: a pause without an end
# would switch off for good what looks for people who have fallen silent.
LONGEST_PAUSE_DAYS = 60
NEAR = timedelta(days=60)


@transaction.atomic
def change(
    *,
    user: User,
    wall_time: time,
    channels: Sequence[str],
    quiet_from: time,
    quiet_to: time,
    pauses: Sequence[tuple[date, date]],
    by: User,
    weekday_times: Mapping[str, time] | None = None,
    phone: str | None = None,
    repeats_unseen: bool | None = None,
) -> ChannelPreference:
    """Store the wishes and bring every live schedule of this person in step.

    What is None stays as it is. At most one pause holds at a time; an empty list
    lifts it. Choosing a channel lifts a stop of it. Doing it twice is harmless.
    Raises InvalidInput.
    """
    before = preferences.of(user)
    hours = before.weekday_times if weekday_times is None else to_stored(weekday_times)
    number = before.phone if phone is None else re.sub(r"[ ()./-]", "", phone)
    _check(wall_time, hours, channels, quiet_from, quiet_to, pauses)
    _check_span(pauses, clock.local_today(user.zone))
    _check_phone(number, channels)
    values = {
        "wall_time": wall_time,
        "weekday_times": hours,
        "channels": [code for code in CHANNELS if code in channels],
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
        "phone": number,
        "stopped_channels": [
            code for code in before.stopped_channels if code not in channels
        ],
        "repeats_unseen": (
            before.repeats_unseen if repeats_unseen is None else repeats_unseen
        ),
    }
    changed = {name for name in values if getattr(before, name) != values[name]}
    if changed or before._state.adding:
        stored, _ = ChannelPreference.objects.update_or_create(
            user=user, defaults=values
        )
    else:
        stored = before
    _retime(user, wall_time, hours, force=bool(changed & PLANNED_FROM))
    _apply_pauses(user, pauses, by=by)
    recorder.record("reminder_preferences.changed", by=by, fields=sorted(changed))
    return stored


@transaction.atomic
def let_email_in(*, user: User) -> None:
    """Undo the stop of e-mails, and write to somebody who has no other way.

    Doing it twice is harmless.
    """
    stored, _ = ChannelPreference.objects.select_for_update().get_or_create(user=user)
    channels = [code for code in CHANNELS if code in {*stored.channels, EMAIL}]
    stopped = [code for code in stored.stopped_channels if code != EMAIL]
    if (channels, stopped) != (stored.channels, stored.stopped_channels):
        stored.channels, stored.stopped_channels = channels, stopped
        stored.save(update_fields=["channels", "stopped_channels"])
        recorder.record("channel.resumed", by=user, channel=EMAIL)


def send_test(*, user: User, clinic: Clinic | None = None) -> Message:
    """Queue a test message, at most one a minute; quiet hours do not hold it back."""
    return messages.queue(
        recipient=user,
        clinic=clinic,
        kind="test",
        subject_id=user.pk,
        dedupe_key=f"test:{user.pk}:{clock.now():%Y%m%d%H%M}",
        heeds_quiet_hours=False,
    )


def _retime(
    user: User, wall_time: time, weekday_times: Mapping[str, str], *, force: bool
) -> None:
    live = ReminderSchedule.objects.filter(recipient=user).exclude(
        state=ReminderSchedule.State.ENDED
    )
    values = {"wall_time": wall_time, "weekday_times": weekday_times}
    moved = live if force else live.exclude(**values)
    schedules.plan_anew(moved)
    moved.update(**values)


def _apply_pauses(user: User, pauses: Sequence[tuple[date, date]], *, by: User) -> None:
    live = ReminderSchedule.objects.filter(recipient=user).exclude(
        state=ReminderSchedule.State.ENDED
    )
    for schedule in live:
        if not pauses:
            schedules.resume(schedule=schedule, by=by)
        elif (schedule.paused_from, schedule.paused_until) != pauses[0]:
            first, last = pauses[0]
            schedules.pause(schedule=schedule, first=first, last=last, by=by)


def _check(
    wall_time: time,
    weekday_times: Mapping[str, str],
    channels: Sequence[str],
    quiet_from: time,
    quiet_to: time,
    pauses: Sequence[tuple[date, date]],
) -> None:
    errors: list[dict[str, Any]] = []
    if quiet_hours.is_quiet(wall_time, quiet_from, quiet_to):
        errors.append(
            _error(
                "wall_time", "in_quiet_hours", _("Choose an hour outside quiet hours.")
            )
        )
    others = (time.fromisoformat(text) for text in weekday_times.values())
    if any(quiet_hours.is_quiet(other, quiet_from, quiet_to) for other in others):
        sentence = _("Choose hours outside quiet hours for every day of the week.")
        errors.append(_error("weekday_times", "in_quiet_hours", sentence))
    if not set(channels) <= set(CHANNELS):
        errors.append(_error("channels", "unknown", _("Choose among the listed ways.")))
    if len(pauses) > 1:
        errors.append(_error("pauses", "too_many", _("One pause at a time.")))
    if any(last < first for first, last in pauses):
        errors.append(_error("pauses", "reversed", _("A pause ends after it starts.")))
    if errors:
        raise InvalidInput(errors)


def _check_span(pauses: Sequence[tuple[date, date]], today: date) -> None:
    """A pause is near and has an end. Raises InvalidInput."""
    errors: list[dict[str, Any]] = []
    for first, last in pauses:
        if abs(first - today) > NEAR:
            sentence = _("A pause begins at most 60 days from today, before or after.")
            errors.append(_error("pauses", "pause_begins", sentence))
        if (last - first).days >= LONGEST_PAUSE_DAYS:
            sentence = _("A pause lasts at most 60 days. Then you can set another one.")
            errors.append(_error("pauses", "pause_too_long", sentence))
    if errors:
        raise InvalidInput(errors)


def _check_phone(number: str, channels: Sequence[str]) -> None:
    if number and not PHONE.fullmatch(number):
        sentence = _(
            "Write the number with + and the country code, like +1 555 010 1234."
        )
        raise InvalidInput([_error("phone", "bad_phone", sentence)])
    if SMS in channels and not number:
        sentence = _("A text message needs your mobile number.")
        raise InvalidInput([_error("phone", "missing", sentence)])


def _error(field: str, code: str, message: str) -> dict[str, str]:
    return {"field": field, "code": code, "message": message}
