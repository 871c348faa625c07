"""Beginning to work here: what an account must not be, or stops being, for that.

The apps above know what else people are. They name it once, when the product starts.
"""

from collections.abc import Callable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from backend.accounts.models import Membership, User
from backend.audit import recorder

Preparation = Callable[[User], object]

_preparations: list[Preparation] = []


def register(preparation: Preparation) -> None:
    """Called before each role. Raises DomainError for an account that may not work."""
    _preparations.append(preparation)


def is_at_work(user: User) -> bool:
    """Whether the account opens anything that belongs to staff."""
    roles = Membership.objects.filter(user=user, revoked_at=None)
    return user.is_staff or user.is_superuser or roles.exists()


@transaction.atomic
def begin(user: User, *, was_at_work: bool) -> None:
    """End what does not go together with a role. Raises what a preparation does."""
    # Nobody becomes a patient or a helper with this account meanwhile.
    User.objects.select_for_update().get(pk=user.pk)
    for prepare in _preparations:
        prepare(user)
    if not was_at_work:
        _end_earlier_sign_ins(user)


def _end_earlier_sign_ins(user: User) -> None:
    """Only who reads the mail of this address comes in again, by a code.

    An account may have been opened by somebody who never owned its address. Without
    a sign-in nobody was inside, and the password is the operator's.
    """
    if user.last_login is None:
        return
    # Django ties each session and session token to the password.
    user.set_unusable_password()
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    recorder.record("sign_ins.ended", target=user, by="first role")
