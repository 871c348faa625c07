"""Which channels to try for one message, in which order."""

from collections.abc import Collection
from datetime import timedelta

PUSH = "web_push"
EMAIL = "email"
SMS = "sms"
CHANNELS = (PUSH, EMAIL, SMS)
# A reminder that push could not hand over once goes by e-mail as well: the
# second try comes half a minute later, so nobody waits longer than that.
EMAIL_FROM_ATTEMPT = 2
# How long a call to staff and a reminder wait for a sign that they were seen
# before the next channel is tried as well.
SEEN_WITHIN = {True: timedelta(minutes=5), False: timedelta(minutes=30)}


def channels_to_try(
    *,
    is_urgent: bool,
    chosen: Collection[str],
    has_device: bool,
    attempt: int,
    has_phone: bool = False,
    stopped: Collection[str] = (),
    step: int = 0,
) -> tuple[str, ...]:
    """Channel codes, first to try first.

    Urgent: push and e-mail at once; a text message where no device takes a push, or
    where nobody has looked (`step` 1). Otherwise what the person chose; e-mail
    stands in where no device takes a push, an earlier attempt failed or nobody has
    looked. A channel that the person stopped is never used for a reminder, so the
    answer may be empty.
    """
    push = (PUSH,) if has_device else ()
    sms = (SMS,) if has_phone else ()
    if is_urgent:
        return (*push, EMAIL, *(sms if step or not push else ()))
    wanted = tuple(
        code for code in (*push, EMAIL, *sms) if code in chosen and code not in stopped
    )
    needs_help = not wanted or attempt >= EMAIL_FROM_ATTEMPT or step
    if needs_help and EMAIL not in wanted and EMAIL not in stopped:
        return (*wanted, EMAIL)
    return wanted


def waits_for(
    *, is_urgent: bool, tried: Collection[str], at_next_step: Collection[str]
) -> timedelta | None:
    """How long to wait for a sign before the next step; None if it brings nothing."""
    return SEEN_WITHIN[is_urgent] if set(at_next_step) - set(tried) else None
