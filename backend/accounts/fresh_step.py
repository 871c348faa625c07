"""Setting up a second step is a proof of who it is, as good as being asked again.

A code of the new app was typed, or the new passkey was used: for the usual time after
it nobody is asked "Is it you?", so the codes for a lost device show at once.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account import app_settings
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from backend.accounts.second_factor import COUNTED
from backend.common import clock

ADDED = "second_step_added_at"


def remember(request: HttpRequest, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type in COUNTED:
        request.session[ADDED] = clock.now().timestamp()


def is_fresh(request: HttpRequest) -> bool:
    added = request.session.get(ADDED)
    if added is None:
        return False
    age = clock.now() - datetime.fromtimestamp(added, UTC)
    return age < timedelta(seconds=app_settings.REAUTHENTICATION_TIMEOUT)
