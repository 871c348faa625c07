"""django-allauth's hooks: nobody signs up without an invitation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from backend.accounts import fresh_step, queries
from backend.accounts.models import User
from backend.common import languages


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey first: it is all that most people have."""
        ways = super().get_reauthentication_methods(user)
        return sorted(ways, key=lambda way: not way["id"].endswith(":webauthn"))

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for who has set up a second step just now."""
        if fresh_step.is_fresh(self.request):
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """In the language of whoever owns the address, whoever asked for the mail."""
        locale = queries.locale_of(email) or languages.current()
        with languages.speaking(locale):
            super().send_mail(template_prefix, email, context)


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a key is called whose owner gave it no name."""
        earlier = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey {number}").format(number=earlier + 1)
