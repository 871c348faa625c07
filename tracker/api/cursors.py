"""Cursors of lists that are not read row by row from one table."""

from base64 import b64decode, urlsafe_b64encode

from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from backend.common.errors import NotFound

PAGE_SIZE, LARGEST_PAGE = 50, 200


def page_size(request: Request) -> int:
    """What `limit` asks for; like in every list, nonsense means the usual size."""
    asked = request.query_params.get("limit", "")
    if not (asked.isascii() and asked.isdigit()) or len(asked) > 9:
        return PAGE_SIZE
    return min(int(asked), LARGEST_PAGE) or PAGE_SIZE


def start_of(request: Request) -> str | None:
    """Where the asked-for page begins; None for the first one. Raises NotFound."""
    token = request.query_params.get("cursor")
    if not token:
        return None
    try:
        return b64decode(token, altchars=b"-_", validate=True).decode()
    except ValueError as error:
        raise NotFound from error


def next_link(request: Request, start: str | None) -> str | None:
    """The address of the page that begins there."""
    if start is None:
        return None
    token = urlsafe_b64encode(start.encode()).decode()
    return replace_query_param(request.build_absolute_uri(), "cursor", token)
