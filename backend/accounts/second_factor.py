"""A second step at sign-in for staff: who has one, and since when a clinic asks for it.

A passkey or an authenticator app. Whoever has one is asked for it at each sign-in.
"""

from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import InvalidInput, NotAllowed

COUNTED = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
# Time to set it up: a person on duty must not find the door closed at night.
NOTICE = timedelta(days=7)


class SecondFactorNeeded(NotAllowed):
    """The clinic asks for one, and this person has none yet."""

    code = "second_factor_needed"

    def __init__(self) -> None:
        super().__init__(
            "Your clinic asks for a second step at sign-in. "
            "Set it up on the page “Passkeys and second step”, then go on."
        )


def has_one(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type__in=COUNTED).exists()


def wanted_from(user: User, clinic: Clinic) -> date | None:
    """The day from which this person gets in only with one; None if they have it."""
    if clinic.second_factor_from is None or has_one(user):
        return None
    return clinic.second_factor_from


def is_due(day: date | None, clinic: Clinic) -> bool:
    """Whether the day has come, by the clinic's calendar."""
    return day is not None and day <= clock.local_today(clinic.zone)


def require(user: User, clinic: Clinic) -> None:
    """Raises SecondFactorNeeded where the day has come and there is none."""
    if is_due(wanted_from(user, clinic), clinic):
        raise SecondFactorNeeded


@transaction.atomic
def ask_from(*, clinic: Clinic, by: User, day: date | None) -> None:
    """Ask everybody at the clinic from that day on; None asks nobody.

    Raises InvalidInput for a day that leaves no time to set it up.
    """
    if day == clinic.second_factor_from:
        return
    earliest = clock.local_today(clinic.zone) + NOTICE
    if day is not None and day < earliest:
        sentence = f"Give people a week: choose {earliest:%-d %B %Y} or later."
        raise InvalidInput(
            [{"field": "second_factor_from", "code": "too_soon", "message": sentence}]
        )
    clinic.second_factor_from = day
    clinic.save(update_fields=["second_factor_from"])
    recorder.record(
        "clinic.second_factor_set",
        target=clinic,
        by=by,
        clinic_id=clinic.pk,
        day=day.isoformat() if day else "",
    )
