"""An operator gave somebody another address: old doors close, the old address hears.

The account may have been changed by mistake, or by somebody who should not have.
"""

from functools import partial

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import languages


def changed(user: User, *, before: str, by: User, here: str | None) -> None:
    """End every sign-in of the account, but for the operator's own session, `here`."""
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    for session in UserSession.objects.filter(user=user).exclude(session_key=here):
        session.end()
    recorder.record("sign_ins.ended", target=user, by=by, reason="address_changed")
    transaction.on_commit(partial(_tell, user, before), robust=True)


def _tell(user: User, address: str) -> None:
    with languages.speaking(user.locale):
        get_adapter().send_mail("account/email/address_changed", address, {})
