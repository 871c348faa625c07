"""When something happened, as a person would say it today."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from backend.common import clock

# A weekday alone means the last one of its name.
WEEKDAYS = 6


def when(moment: datetime) -> str:
    """Weekday and hour; of what is longer ago the date, with its year if not this."""
    local, now = timezone.localtime(moment), timezone.localtime(clock.now())
    if abs((now.date() - local.date()).days) <= WEEKDAYS:
        return date_format(local, gettext("l, H:i"))
    form = gettext("j F, H:i") if local.year == now.year else gettext("j F Y, H:i")
    return date_format(local, form)


def is_today(moment: datetime) -> bool:
    local, now = timezone.localtime(moment), timezone.localtime(clock.now())
    return local.date() == now.date()


def hour(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "H:i")


def seen(who: str, moment: datetime) -> str:
    if is_today(moment):
        return gettext("Seen by %(who)s at %(at)s") % {"who": who, "at": hour(moment)}
    return gettext("Seen by %(who)s, %(at)s") % {"who": who, "at": when(moment)}


def received(moment: datetime) -> str:
    if is_today(moment):
        return gettext("The clinic received this at %(at)s.") % {"at": hour(moment)}
    return gettext("The clinic received this on %(at)s.") % {"at": when(moment)}
