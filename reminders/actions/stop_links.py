"""The link that stops one channel for one person, without signing in."""

from uuid import UUID

from django.core import signing
from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common.errors import NotFound
from reminders.models import ChannelPreference

SALT = "reminders.stop"
PATH = "/stop"


def path(user: User, channel: str) -> str:
    """Where the button of a mailbox posts to. It does not run out: RFC 8058."""
    return f"{PATH}/{signing.dumps([str(user.pk), channel], salt=SALT)}"


@transaction.atomic
def set_stopped(*, token: str, is_stopped: bool) -> str:
    """Stop the channel of the link for reminders, or take that back; says which.

    Calls about urgent reports still come. Doing it twice is harmless. Raises
    NotFound for a link that we did not write.
    """
    user, channel = _read(token)
    wishes, _ = ChannelPreference.objects.select_for_update().get_or_create(user=user)
    others = [code for code in wishes.stopped_channels if code != channel]
    stopped = [*others, channel] if is_stopped else others
    if set(stopped) != set(wishes.stopped_channels):
        wishes.stopped_channels = stopped
        wishes.save(update_fields=["stopped_channels"])
        what = "stopped" if is_stopped else "resumed"
        recorder.record(f"channel.{what}", by=user, channel=channel)
    return channel


def is_stopped(token: str) -> bool:
    """Whether the channel of this link is stopped. Raises NotFound."""
    user, channel = _read(token)
    wishes = ChannelPreference.objects.filter(user=user).first()
    return wishes is not None and channel in wishes.stopped_channels


def _read(token: str) -> tuple[User, str]:
    try:
        user_id, channel = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise NotFound from error
    user = User.objects.filter(pk=UUID(user_id), is_active=True).first()
    if user is None:
        raise NotFound
    return user, channel
