"""Tells a watchman outside that all is well. Its silence is the alarm.

A product that can no longer send cannot tell you so itself: an outside monitor that
expects a call every minute can.
"""

import logging
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings

from backend.common import health, heartbeat

logger = logging.getLogger(__name__)

SECONDS = 5


def report() -> bool:
    """Call the outside address if nothing is wrong; whether the call was answered."""
    if not settings.OUTSIDE_WATCH_URL:
        return False
    wrong = [*health.failing(), *heartbeat.late_jobs()]
    if wrong:
        logger.error("the outside watch is not called: %s", ", ".join(wrong))
        return False
    request = Request(settings.OUTSIDE_WATCH_URL, headers={"User-Agent": "Cairn"})
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            return bool(answer.status < 300)
    except (URLError, OSError):
        logger.warning("the outside watch does not answer")
        return False
