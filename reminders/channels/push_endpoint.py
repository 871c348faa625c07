"""Which push endpoints we talk to. They come from the client: trust nothing."""

import ipaddress
import socket
from fnmatch import fnmatchcase
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

LONGEST = 1000


def refusal(endpoint: str) -> str:
    """Why this endpoint is not used, as a code; empty if it is fine.

    Only the address itself is judged; nothing is looked up.
    """
    try:
        url = urlsplit(endpoint)
        port = url.port
    except ValueError:
        return "endpoint_unreadable"
    if len(endpoint) > LONGEST or not endpoint.isascii() or not url.hostname:
        return "endpoint_unreadable"
    if url.username is not None or url.password is not None:
        return "endpoint_has_userinfo"
    if not _is_allowed_host(url.hostname):
        return "endpoint_host_unknown"
    return "" if settings.PUSH_ALLOW_PRIVATE else _public_refusal(url, port)


def public_address(endpoint: str) -> str:
    """An address behind the host, if all of them are on the public internet.

    Asked at each send, and connected to as it is: a name may point elsewhere the
    next time it is looked up. Empty if the host leads anywhere inside. Raises
    OSError when the name cannot be looked up.
    """
    url = urlsplit(endpoint)
    port = url.port or (443 if url.scheme == "https" else 80)
    found = socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if settings.PUSH_ALLOW_PRIVATE or all(map(_is_public, addresses)):
        return addresses[0]
    return ""


def _is_allowed_host(host: str) -> bool:
    return any(fnmatchcase(host, pattern) for pattern in settings.PUSH_HOSTS)


def _public_refusal(url: SplitResult, port: int | None) -> str:
    if url.scheme != "https" or port not in (None, 443):
        return "endpoint_not_https"
    try:
        address = ipaddress.ip_address(url.hostname or "")
    except ValueError:
        return ""
    return "" if _is_public(str(address)) else "endpoint_private"


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global
