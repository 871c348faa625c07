"""When to try again, and when to stop."""

from datetime import timedelta

MAX_ATTEMPTS = 8
BASE = timedelta(seconds=20)
CEILING = timedelta(minutes=30)
# Nobody may keep a message waiting longer than this by asking for it.
LONGEST_RETRY_AFTER = timedelta(hours=6)


def delay(
    attempt: int, *, jitter: float, retry_after: timedelta | None = None
) -> timedelta | None:
    """How long to wait after failed attempt number `attempt`; None means give up.

    Doubles each time up to a ceiling; `jitter` in [0, 1) adds up to half again, so
    that a crowd that failed together does not return together. A provider's
    Retry-After is honoured where it is longer.
    """
    if attempt >= MAX_ATTEMPTS:
        return None
    wait = min(BASE * (1 << (attempt - 1)), CEILING) * (1 + jitter / 2)
    asked = min(retry_after or timedelta(0), LONGEST_RETRY_AFTER)
    return max(wait, asked)
