"""What every endpoint shares."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from allauth.headless.contrib.rest_framework.authentication import (
    XSessionTokenAuthentication,
)
from django.utils import translation
from rest_framework.exceptions import ParseError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.common import languages
from backend.common.errors import InvalidInput, NotFound
from backend.common.pagination import CursorPagination
from tracker.api.authentication import SessionAuthentication
from tracker.api.inputs import Input
from tracker.api.schema import ApiSchema


class ApiView(APIView):
    """For people who are signed in, by session cookie or session token."""

    authentication_classes = [SessionAuthentication, XSessionTokenAuthentication]
    schema = ApiSchema()

    def perform_authentication(self, request: Request) -> None:
        """Whoever a token stands for is answered in the language of their profile.

        With a cookie the language is known before; the middleware takes it back.
        """
        super().perform_authentication(request)
        if request.user.is_authenticated:
            translation.activate(languages.of(request.user.locale))

    def perform_content_negotiation(
        self, request: Request, force: bool = False
    ) -> tuple[Any, str]:
        """JSON whatever is asked for: there is nothing to choose from."""
        (renderer,) = self.get_renderers()
        return renderer, renderer.media_type


def read(
    kind: type[Input], request: Request, *, partial: bool = False
) -> dict[str, Any]:
    """The request's body as named fields. Raises for anything else."""
    if not isinstance(request.data, dict):
        raise ParseError("Send one JSON object.")
    given = kind(data=request.data, partial=partial)
    given.is_valid(raise_exception=True)
    return dict(given.validated_data)


def page(
    view: APIView,
    rows: Any,
    as_json: Callable[[Any], Mapping[str, Any]],
    pages: CursorPagination | None = None,
) -> Response:
    """One page of a list with the links to the pages around it."""
    pages = pages or CursorPagination()
    found: list[Any] = pages.paginate_queryset(rows, view.request, view=view) or []
    return pages.get_paginated_response([as_json(row) for row in found])


def choice(request: Request, name: str, codes: Mapping[str, Any], usual: str) -> Any:
    """What the query parameter's code stands for. Raises InvalidInput."""
    code = request.query_params.get(name, usual)
    if code not in codes:
        raise invalid(name, "unknown_code", f"Choose one of: {', '.join(codes)}.")
    return codes[code]


def search_text(request: Request) -> str:
    # PostgreSQL refuses NUL in any text, even to look for it.
    return request.query_params.get("search", "").replace("\x00", "")


def key_of(text: str) -> UUID:
    """A record's id out of a query parameter. Raises NotFound."""
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


def invalid(field: str, code: str, message: str) -> InvalidInput:
    return InvalidInput([{"field": field, "code": code, "message": message}])
