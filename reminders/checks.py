"""Settings with which messages would go nowhere, said before the first one does."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

# Apple answers 403 to every push whose subject nobody could write to.
REACHABLE = re.compile(r"(mailto:[^@\s]+@|https://)[^@\s/]+\.[^@\s/]{2,}(/\S*)?")
NOWHERE = ("localhost", ".local", ".invalid", ".localhost", ".test")


def vapid_subject(**options: Any) -> list[CheckMessage]:
    """The subject is an address that a push service can write to."""
    subject = settings.VAPID_SUBJECT
    is_real = REACHABLE.fullmatch(subject) and not subject.endswith(NOWHERE)
    if is_real or not settings.VAPID_PRIVATE_KEY or settings.IS_LOCAL:
        return []
    return [
        Warning(
            "VAPID_SUBJECT is no address that anybody could write to: "
            "Apple will refuse every push.",
            hint="Set it to mailto: and an address of yours.",
            id="reminders.W001",
        )
    ]
