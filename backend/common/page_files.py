"""Which styles and modules a page loads, and what they weigh on the wire."""

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, QueryDict
from django.urls import resolve

_PARTS = re.compile(
    r'<link rel="stylesheet" href="([^"]+)"|<script type="module" src="([^"]+)"'
)
_LATER = re.compile(r'\bimport\("(\.{1,2}/[^"]+)"\)')
_IMPORTS = re.compile(r'^(?:import|export)\b[^;"]*"(\.{1,2}/[^"]+)"', re.MULTILINE)


def public_page(path: str) -> str:
    """A page as nobody in particular gets it."""
    request = HttpRequest()
    request.method = "GET"
    request.path, _, query = path.partition("?")
    request.GET = QueryDict(query)
    match = resolve(request.path)
    return str(match.func(request, **match.kwargs).content.decode())


def loaded_by(page: str) -> list[str]:
    """The addresses of its styles and modules, with all that the modules import."""
    found = list(dict.fromkeys(a or b for a, b in _PARTS.findall(page)))
    for address in found:
        found.extend(a for a in _imported(address) if a not in found)
    return found


def loaded_later(loaded: Iterable[str]) -> list[str]:
    """What those modules fetch only when a person asks for it."""
    loaded = list(loaded)
    found: list[str] = []
    for address in loaded:
        if address.endswith(".js"):
            paths = _LATER.findall(content(address).decode())
            found.extend(urljoin(address, path) for path in paths)
    more = [a for module in found for a in _imported(module)]
    return [a for a in dict.fromkeys([*found, *more]) if a not in loaded]


def content(address: str) -> bytes:
    name = address.removeprefix(settings.STATIC_URL)
    source = finders.find(name)
    return Path(source or Path(settings.STATIC_ROOT) / name).read_bytes()


def weight(addresses: Iterable[str]) -> int:
    """Bytes on the wire, compressed as the server does."""
    return sum(len(gzip.compress(content(a), compresslevel=9)) for a in addresses)


def _imported(address: str) -> Iterator[str]:
    if address.endswith(".js"):
        for path in _IMPORTS.findall(content(address).decode()):
            yield urljoin(address, path)
