"""Every route of the product with the methods it answers, read from the resolver."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# A function view does not say what it answers; these two are always asked.
OF_FUNCTIONS = ("GET", "POST")
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:\[[^\]]*\]|[^()\[])*\)")
# Stand-ins where an address names nothing of a clinic.
_DULL = {
    "key": "1-made-up",
    "uidb36": "1",
    "pk": "1",
    "object_id": "1",
    "id": "1",
    "content_type_id": "1",
    "app_label": "auth",
    "url": "made-up",
}


def all_routes() -> list[str]:
    """Lines such as `GET /api/v1/alerts/<uuid:alert_id>`."""
    return [
        f"{method} /{route}"
        for route, view in _walk(get_resolver(), "")
        for method in _methods(view)
    ]


def address(route: str, values: dict[str, str]) -> str:
    """The route's path with every place filled in."""
    filled = _PLACE.sub(lambda m: (_DULL | values)[m.group(1) or m.group(2)], route)
    return filled.replace("^", "").replace("$", "").format(**values)


def _walk(resolver: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        here = f"{prefix}{entry.pattern}"
        if isinstance(entry, URLResolver):
            yield from _walk(entry, here)
        elif isinstance(entry, URLPattern):
            yield here, entry.callback


def _methods(view: Any) -> Iterator[str]:
    kind = getattr(view, "view_class", None) or getattr(view, "cls", None)
    for method in METHODS:
        if method in OF_FUNCTIONS if kind is None else hasattr(kind, method.lower()):
            yield method
