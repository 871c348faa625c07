"""One HTTP POST to one address, with one time limit over all of it.

HTTP libraries limit each single read: a server that sends a byte now and then can
hold a sender for ever. They also look the name up again after it was checked, and
follow redirects and proxies. Here nothing of that can happen.
"""

import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http.client import HTTPMessage, parse_headers
from urllib.parse import SplitResult, urlsplit

CONNECT_SECONDS = 3.0
LONGEST_ANSWER = 16 * 1024


class Unanswered(OSError):
    """It was sent, and no answer came: the other side may have taken it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` is what came of the body beside the headers; it may be cut off."""

    status: int
    headers: HTTPMessage
    text: str = ""


def post(
    url: str, address: str, headers: Mapping[str, str], body: bytes, seconds: float
) -> Answer:
    """Post to `address` under the name in `url`. Raises OSError and Unanswered."""
    ends = time.monotonic() + seconds
    target = urlsplit(url)
    with _connected(target, address) as connection:
        connection.settimeout(_left(ends))
        connection.sendall(_request(target, headers, body))
        try:
            return _answer(connection, ends)
        except (OSError, ValueError) as error:
            raise Unanswered(str(error)) from error


def _connected(target: SplitResult, address: str) -> socket.socket:
    is_secure = target.scheme == "https"
    port = target.port or (443 if is_secure else 80)
    plain = socket.create_connection((address, port), timeout=CONNECT_SECONDS)
    if not is_secure:
        return plain
    try:
        return _context().wrap_socket(plain, server_hostname=target.hostname)
    except BaseException:
        plain.close()
        raise


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _request(target: SplitResult, headers: Mapping[str, str], body: bytes) -> bytes:
    path = target.path + (f"?{target.query}" if target.query else "")
    host = target.netloc.rpartition("@")[2]
    lines = [f"POST {path or '/'} HTTP/1.1", f"Host: {host}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode("ascii") + body


def _answer(connection: socket.socket, ends: float) -> Answer:
    received = b""
    while b"\r\n\r\n" not in received:
        received += _read(connection, ends)
        if len(received) > LONGEST_ANSWER:
            raise ValueError("the answer's head does not end")
    stream = io.BytesIO(received)
    version, status = stream.readline().split(None, 2)[:2]
    if not version.startswith(b"HTTP/1."):
        raise ValueError("not HTTP")
    headers = parse_headers(stream)
    text = stream.read()
    if int(status) == 403:
        text = _whole(connection, text, headers, ends)
    return Answer(int(status), headers, text.decode("ascii", "replace"))


def _whole(
    connection: socket.socket, begun: bytes, headers: HTTPMessage, ends: float
) -> bytes:
    """The body, which gives the reason of a refusal, as far as it comes in time."""
    announced = headers.get("Content-Length", "")
    length = int(announced) if announced.isdigit() else LONGEST_ANSWER
    try:
        while len(begun) < min(length, LONGEST_ANSWER):
            begun += _read(connection, ends)
    except OSError:
        pass
    return begun


def _read(connection: socket.socket, ends: float) -> bytes:
    connection.settimeout(_left(ends))
    data = connection.recv(4096)
    if not data:
        raise ConnectionError("closed")
    return data


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("time is up")
    return left
