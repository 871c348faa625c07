"""django-allauth's hooks: nobody signs up without an invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from backend.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class PasskeyAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a key is called whose owner gave it no name."""
        earlier = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {earlier + 1}"
