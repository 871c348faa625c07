"""ChannelPreference: the hour, the channels and the quiet hours of a person."""

from datetime import time

from django.conf import settings
from django.db import models

from backend.common.models import BaseModel
from reminders.scheduling.channel_choice import PUSH
from reminders.scheduling.hours import WEEKEND, WEEKEND_TIME, to_stored


def default_channels() -> list[str]:
    return [PUSH]


def default_weekday_times() -> dict[str, str]:
    return to_stored(dict.fromkeys(WEEKEND, WEEKEND_TIME))


class ChannelPreference(BaseModel):
    """Without a row the defaults below hold."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="channel_preference",
    )
    wall_time = models.TimeField(default=time(18, 30))
    weekday_times = models.JSONField(default=default_weekday_times)
    channels = models.JSONField(default=default_channels)
    # Channels that no reminder uses any more, whatever else fails.
    stopped_channels = models.JSONField(default=list)
    # Whether a reminder that nobody has looked at may come on another channel.
    repeats_unseen = models.BooleanField(default=True)
    # Only what is given here gets text messages; +, country code, digits.
    phone = models.CharField(max_length=20, blank=True)
    quiet_from = models.TimeField(default=time(21))
    quiet_to = models.TimeField(default=time(8))

    def __str__(self) -> str:
        return str(self.pk)
