"""Errors a person can act on: a stable code and one plain sentence."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _


class DomainError(Exception):
    """Something the caller asked for cannot be done; says why in one sentence."""

    status = 400
    code = "invalid"

    def __init__(self, sentence: str, *, code: str | None = None, **extra: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code or self.code
        self.extra = extra


class InvalidInput(DomainError):
    """Some fields are wrong; `errors` names each and what it accepts."""

    code = "invalid_input"

    def __init__(self, errors: Sequence[dict[str, str]]) -> None:
        super().__init__(_("Some answers need another look."), errors=list(errors))
        self.errors = list(errors)


class NotFound(DomainError):
    status = 404
    code = "not_found"

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or _("There is nothing at this address."))


class NotAllowed(DomainError):
    status = 403
    code = "not_allowed"


class Conflict(DomainError):
    status = 409
    code = "conflict"
