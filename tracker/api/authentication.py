"""Who is asking: a browser by its session cookie, a program by its session token."""

from rest_framework import authentication, exceptions
from rest_framework.request import Request

from backend.common.errors import NotAllowed


class PageTooOld(NotAllowed):
    """The CSRF token is missing or was replaced; a fresh one makes it work."""

    code = "csrf_failed"

    def __init__(self) -> None:
        super().__init__("This page was open for too long. Load it again.")


class SessionAuthentication(authentication.SessionAuthentication):
    """The session cookie. Nobody signed in is a 401, not a 403."""

    def authenticate_header(self, request: Request) -> str:
        return "Session"

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied as error:
            raise PageTooOld from error
