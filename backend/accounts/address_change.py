"""An operator gave somebody another address: old doors close, the old address hears.

The account may have been changed by mistake, or by somebody who should not have.
"""

from functools import partial

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import languages


def changed(request: HttpRequest, user: User, *, before: str, by: User) -> None:
    """End every sign-in of the account, but for the one that the request is of."""
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    here = request.session.session_key
    for session in UserSession.objects.filter(user=user).exclude(session_key=here):
        session.end()
    if not user.has_usable_password():
        _end_by_password(request, user, is_own=user.pk == by.pk)
    recorder.record("sign_ins.ended", target=user, by=by, reason="address_changed")
    if before.lower() != user.email.lower():
        transaction.on_commit(partial(_tell, user, before), robust=True)


def _end_by_password(request: HttpRequest, user: User, *, is_own: bool) -> None:
    """Whoever came in by an invitation is on no list; but each session knows this."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    if is_own:
        update_session_auth_hash(request, user)


def _tell(user: User, address: str) -> None:
    with languages.speaking(user.locale):
        get_adapter().send_mail("account/email/address_changed", address, {})
