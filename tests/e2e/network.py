"""The network between the phone and the product: it can be cut, slow, or lie.

A proxy of our own, so that the service worker, the page and the browser all live with
the same network, which a route of Playwright cannot promise.
"""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from backend.local.ports import free_port

NOT_PASSED_ON = {"connection", "keep-alive", "transfer-encoding"}
# What a fault does with a request: None lets it pass, a status answers in its place.
LOST = "lost"
NEVER = "never"
Fault = Callable[[str, str], int | str | None]


class Network:
    """`network.fault = lambda method, path: 500` until it is set to None again."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, free_port()
        self.url = f"http://localhost:{self.port}"
        self.fault: Fault | None = None
        self.passed: list[tuple[str, str, int]] = []
        self.change: Callable[[str, bytes], bytes] = lambda path, body: body
        self.hanging = threading.Event()
        self._server: _Server | None = None
        # While nothing listens, no other program may be given the port.
        self._place = socket.socket()
        self._place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._place.bind(("127.0.0.1", self.port))

    def up(self) -> None:
        self._server = _Server(("127.0.0.1", self.port), self)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def down(self) -> None:
        """Nothing listens any more, and what was open is cut."""
        self.hanging.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server.cut()
        self._server, self.hanging = None, threading.Event()

    def close(self) -> None:
        self.down()
        self._place.close()

    def posts(self, path: str) -> int:
        """How many reached the product."""
        return sum((m, p) == ("POST", path) for m, p, _ in self.passed)


@contextmanager
def before(port: int) -> Iterator[Network]:
    network = Network(port)
    network.up()
    try:
        yield network
    finally:
        network.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], network: Network) -> None:
        self.network = network
        self.open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def cut(self) -> None:
        for connection in list(self.open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        network = self.server.network
        path = self.path.partition("?")[0]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = network.fault(self.command, path) if network.fault else None
        if isinstance(fault, int):
            self._answer(fault, [], b"")
            return
        if fault == NEVER:
            network.hanging.wait(60)
            self.close_connection = True
            return
        status, headers, content = self._ask(body)
        network.passed.append((self.command, path, status))
        if fault == LOST:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._answer(status, headers, network.change(path, content))

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815  (names of the library)

    def _ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        upstream = http.client.HTTPConnection(
            "127.0.0.1", self.server.network.target, timeout=60
        )
        # Uncompressed, so that a test may change what comes back.
        left_out = ("connection", "accept-encoding")
        headers = {k: v for k, v in self.headers.items() if k.lower() not in left_out}
        # Closed also where the product ends in the middle of an answer.
        with closing(upstream):
            upstream.request(self.command, self.path, body or None, headers)
            answer = upstream.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def _answer(
        self, status: int, headers: list[tuple[str, str]], content: bytes
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in NOT_PASSED_ON | {"content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """Quiet."""
