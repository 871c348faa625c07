"""The channels of this product, by code."""

from collections.abc import Mapping

from reminders.channels.base import Channel
from reminders.channels.console import Console
from reminders.channels.email import Email
from reminders.channels.web_push import WebPush

CHANNELS: Mapping[str, Channel] = {
    channel.code: channel for channel in (WebPush(), Email(), Console())
}
