"""Every error of the API as one JSON shape: application/problem+json (RFC 9457)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response

from backend.common.errors import DomainError
from backend.common.renderers import to_json

CONTENT_TYPE = "application/problem+json"
SENTENCES = {
    400: _("This request could not be read."),
    401: _("Please sign in first."),
    403: _("You are not allowed to do this."),
    404: _("There is nothing at this address."),
    405: _("This address does not accept that method."),
    406: _("This address answers in JSON only."),
    415: _("Send JSON."),
    429: _("Too many requests. Wait a little and try again."),
}
CODES = {
    400: "unreadable",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    415: "unsupported_media_type",
    429: "too_many_requests",
}


def problem(status: int, code: str, detail: str, **extra: Any) -> dict[str, Any]:
    return {
        "type": f"urn:cairn:problem:{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": status,
        "code": code,
        "detail": detail,
        **extra,
    }


def problem_http(error: DomainError) -> HttpResponse:
    """A DomainError as a response, for views outside REST framework."""
    body = problem(error.status, error.code, error.sentence, **error.extra)
    return HttpResponse(to_json(body), status=error.status, content_type=CONTENT_TYPE)


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """REST framework's exception handler. Unknown errors stay loud (None)."""
    headers: dict[str, str] = {}
    match error:
        case DomainError():
            body = problem(error.status, error.code, error.sentence, **error.extra)
        case exceptions.ValidationError():
            errors = list(_field_errors(error.detail))
            body = problem(
                400,
                "invalid_input",
                gettext("Some answers need another look."),
                errors=errors,
            )
        case exceptions.APIException():
            status = error.status_code
            if challenge := getattr(error, "auth_header", ""):
                headers["WWW-Authenticate"] = challenge
            body = problem(status, CODES.get(status, "error"), _sentence(error, status))
            wait = getattr(error, "wait", None)
            if wait:
                headers["Retry-After"] = str(int(wait))
        case Http404():
            body = problem(404, CODES[404], str(SENTENCES[404]))
        case PermissionDenied():
            body = problem(403, CODES[403], str(SENTENCES[403]))
        case _:
            return None
    return Response(
        body, status=body["status"], content_type=CONTENT_TYPE, headers=headers
    )


def _sentence(error: exceptions.APIException, status: int) -> str:
    if isinstance(error, exceptions.ParseError):
        return str(error.detail)
    return str(SENTENCES.get(status, _("Something went wrong.")))


def _field_errors(detail: Any, path: str = "") -> Any:
    """Walk REST framework's nested error detail into flat field errors."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _field_errors(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            here = f"{path}[{index}]" if isinstance(inner, dict) else path
            yield from _field_errors(inner, here)
    else:
        code = getattr(detail, "code", "invalid")
        yield {"field": path, "code": code, "message": str(detail)}
