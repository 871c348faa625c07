"""What stands between an invitation and an account, for patients and for helpers."""

from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.common.errors import Conflict
from tracker.models import Patient


class AddressUnproved(Conflict):
    """Whoever holds a link may name any address; a code sent there comes first."""

    code = "address_unproved"

    def __init__(self) -> None:
        super().__init__(_("Type the code that we sent to this address."))


class SignInFirst(Conflict):
    """Somebody with this e-mail exists: only they may take the invitation."""

    code = "sign_in_first"

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is already an account with this e-mail address. "
                "Sign in with it first, then open the invitation again."
            )
        )


class SomebodyElse(Conflict):
    """The account at hand cannot take this invitation."""

    code = "somebody_else"


def account_of(email: str) -> User | None:
    """Whose address it is; held, so that nobody gives them a role meanwhile."""
    known = User.objects.select_for_update().filter(email__iexact=email)
    return known.first()


def refuse_patients(user: User) -> None:
    """An account in care does not get a role. Raises Conflict."""
    if Patient.objects.filter(user=user).exists():
        raise Conflict(
            "This account belongs to a patient. Make another one for work, "
            "with another e-mail address.",
            code="patient",
        )


def require_owner(email: str, *, signed_in: User | None, proved: str) -> None:
    """That whoever is here owns the address: by their sign-in, or by a code.

    Raises SomebodyElse and AddressUnproved.
    """
    if signed_in is not None and signed_in.email.lower() != email.lower():
        raise SomebodyElse(
            _(
                "Somebody else is signed in here. "
                "Sign out first, then open the invitation again."
            )
        )
    if signed_in is None and proved.lower() != email.lower():
        raise AddressUnproved
