"""Hours in which a person is left alone. They may cross midnight."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from reminders.scheduling import occurrence

# A date that a zone skipped can push the end of the quiet hours into the next
# quiet hours; two steps always suffice, one more costs nothing.
_STEPS = 3


def is_quiet(wall: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether a wall-clock time lies in [from, to). Equal bounds: never quiet."""
    if quiet_from <= quiet_to:
        return quiet_from <= wall < quiet_to
    return wall >= quiet_from or wall < quiet_to


def moved_out(
    moment: datetime,
    zone: str,
    quiet_from: time,
    quiet_to: time,
    *,
    is_urgent: bool = False,
) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into.

    Never earlier than `moment`. An urgent moment passes unchanged.
    """
    if is_urgent:
        return moment
    for _ in range(_STEPS):
        local = moment.astimezone(ZoneInfo(zone))
        if not is_quiet(local.time(), quiet_from, quiet_to):
            break
        later = local.time() >= quiet_to
        ends_on = local.date() + timedelta(days=1 if later else 0)
        end = occurrence.moment(ends_on, quiet_to, zone)
        if end <= moment:
            # The second pass of a doubled hour: tonight's quiet is over already.
            break
        moment = end
    return moment


def next_start(
    moment: datetime, zone: str, quiet_from: time, quiet_to: time
) -> datetime | None:
    """When quiet hours next begin after `moment`; None if there are none."""
    if quiet_from == quiet_to:
        return None
    day = moment.astimezone(ZoneInfo(zone)).date()
    starts = (
        occurrence.moment(day + timedelta(days=ahead), quiet_from, zone)
        for ahead in range(3)
    )
    return next((start for start in starts if start > moment), None)
