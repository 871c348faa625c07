"""Which channels to try for one message, in which order."""

from collections.abc import Collection

PUSH = "web_push"
EMAIL = "email"
CHANNELS = (PUSH, EMAIL)
# A reminder that push could not hand over once goes by e-mail as well: the
# second try comes half a minute later, so nobody waits longer than that.
EMAIL_FROM_ATTEMPT = 2


def channels_to_try(
    *, is_urgent: bool, chosen: Collection[str], has_device: bool, attempt: int
) -> tuple[str, ...]:
    """Channel codes, first to try first. Never empty: e-mail is the last resort.

    Urgent: everything there is. Otherwise what the person chose; e-mail stands in
    where no device takes a push or an earlier attempt failed.
    """
    if is_urgent:
        return CHANNELS if has_device else (EMAIL,)
    by_push = has_device and PUSH in chosen
    by_email = EMAIL in chosen or not by_push or attempt >= EMAIL_FROM_ATTEMPT
    return ((PUSH,) if by_push else ()) + ((EMAIL,) if by_email else ())
