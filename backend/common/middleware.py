"""The request id, and headers every response carries."""

import logging
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from backend.common import error_views

_request_id: ContextVar[str] = ContextVar("request_id", default="-")


class RequestIdMiddleware:
    """Gives each request an id for the log, and closes doors browsers leave open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _request_id.set(uuid.uuid4().hex[:12])
        try:
            response = self.get_response(request)
        finally:
            request_id = _request_id.get()
            _request_id.reset(token)
        response["X-Request-Id"] = request_id
        response["Permissions-Policy"] = (
            "camera=(), microphone=(), geolocation=(), payment=()"
        )
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        if getattr(request, "_cached_user", None) is not None:
            response.setdefault("Cache-Control", "no-store")
        return response


class PolicyMiddleware(CSPMiddleware):
    """Content-Security-Policy: worked out for pages, a constant for the API."""

    API = "default-src 'none'; frame-ancestors 'none'"

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path_info.startswith("/api/v1/"):
            response[HEADER] = self.API
            return response
        return super().process_response(request, response)


class PageCompression(GZipMiddleware):
    """Compresses pages and the service worker; an answer of the API is short.

    Django adds bytes by chance to each, so that lengths tell nothing (BREACH).
    """

    KINDS = ("text/html", "text/javascript")

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not response.headers.get("Content-Type", "").startswith(self.KINDS):
            return response
        return super().process_response(request, response)  # type: ignore[arg-type]


class FormOnlyPage:
    """A person who opens an address that takes only forms reads why; Django says
    nothing at all. Programs have no need of words.
    """

    PROGRAMS = ("/api/", "/_allauth/")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            isinstance(response, HttpResponseNotAllowed)
            and request.method in ("GET", "HEAD")
            and not request.path.startswith(self.PROGRAMS)
        ):
            return error_views.form_only(request, response)
        return response


class RequestIdFilter(logging.Filter):
    """Puts the current request's id on every log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _request_id.get()
        return True
