"""Who reads the mail of an address? A code shows it before an account is made for it.

What was typed waits in the session of that browser until the code is there too.
"""

from collections.abc import Mapping
from smtplib import SMTPException
from typing import Any, Self
from uuid import UUID

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import (
    AbstractCodeVerificationProcess,
)
from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext as _

from backend.common.errors import DomainError

SESSION_KEY = "address_proof"


class CodeNotSent(DomainError):
    """Too many were asked for, or no mail leaves us now."""

    code = "code_not_sent"


class AddressProof(AbstractCodeVerificationProcess):  # type: ignore[misc]
    """A code on its way to one address, for one subject, such as who is invited."""

    def __init__(self, request: HttpRequest, state: dict[str, Any]) -> None:
        self.request = request
        super().__init__(
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            state=state,
        )

    @classmethod
    def begin(
        cls,
        request: HttpRequest,
        *,
        subject: UUID,
        email: str,
        typed: Mapping[str, str],
    ) -> None:
        """Send a code, and keep what was `typed`. Raises CodeNotSent."""
        state = {"subject": str(subject), "email": email, "typed": dict(typed)}
        cls(request, state).send()

    @classmethod
    def waiting(cls, request: HttpRequest, subject: UUID) -> Self | None:
        """The one begun for the subject in this browser, while its code works."""
        state = _state(request, subject)
        proof: Self | None = cls(request, state) if "code" in state else None
        return proof and proof.abort_if_invalid()

    @property
    def email(self) -> str:
        return str(self.state["email"])

    @property
    def typed(self) -> dict[str, str]:
        return dict(self.state["typed"])

    def send(self) -> None:
        """A code by mail; an earlier one stops working. Raises CodeNotSent."""
        self._hold_back()
        adapter = get_adapter()
        # Each code has its own ten minutes and its own tries.
        self.state.update(self.initial_state(user=None, email=self.email))
        self.state["code"] = adapter.generate_login_code()
        context = {"request": self.request, "code": self.code}
        try:
            adapter.send_mail("account/email/login_code", self.email, context)
        except (OSError, SMTPException) as error:
            raise CodeNotSent(
                _("We cannot send mail right now. Try again in some minutes.")
            ) from error
        self.persist()

    def _hold_back(self) -> None:
        for action, key in (
            ("request_login_code", self.email),
            ("prove_address", self.state["subject"]),
        ):
            if not ratelimit.consume(self.request, action=action, key=key):
                raise CodeNotSent(_("Too many requests. Wait a little and try again."))

    def persist(self) -> None:
        self.request.session[SESSION_KEY] = self.state

    def abort(self) -> None:
        """The code stops working; what was typed stays for the form."""
        self.state.pop("code", None)
        self.persist()

    def finish(self) -> None:
        self.request.session.pop(SESSION_KEY, None)


def typed_before(request: HttpRequest, subject: UUID) -> dict[str, str]:
    """What the form may be filled with again."""
    return dict(_state(request, subject).get("typed", {}))


def _state(request: HttpRequest, subject: UUID) -> dict[str, Any]:
    state: dict[str, Any] = request.session.get(SESSION_KEY, {})
    return state if state.get("subject") == str(subject) else {}
