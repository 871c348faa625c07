"""A connection whose other end is gone, and nobody said so.

A line to a server passes everything, until its connections are lost. The server then
sees its clients leave; the clients hear nothing, as after a power failure, a failover
or a router that forgot them. New connections pass as before.
"""

import ctypes
import selectors
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.environment import services

# linux/filter.h: a program of one instruction, "return 0", keeps nothing of a packet.
SO_ATTACH_FILTER = 26
KEEP_NOTHING = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))
Connect = Callable[[], socket.socket]


class Pair(NamedTuple):
    client: socket.socket
    server: socket.socket


class Line:
    """`lose` and `hang` treat what is connected now, and nothing that comes later."""

    def __init__(self, connect: Connect) -> None:
        self.connect = connect
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.open: list[Pair] = []
        # Kept, because closing them would tell the clients.
        self.lost: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def lose(self) -> int:
        """Nothing is received any more, not even by the kernel; returns how many."""
        return self._forget(_receive_nothing)

    def hang(self) -> int:
        """The kernel still says that all arrives, as that of a proxy that is stuck."""
        return self._forget(lambda client: None)

    def close(self) -> None:
        self.listener.close()
        for one in [*self.lost, *(end for pair in self.open for end in pair)]:
            one.close()

    def _forget(self, treat: Callable[[socket.socket], None]) -> int:
        pairs, self.open = self.open, []
        for client, server in pairs:
            treat(client)
            self.lost.append(client)
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
        return len(pairs)

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self.listener.accept()
                try:
                    pair = Pair(client, self.connect())
                except OSError:
                    client.close()
                    continue
                self.open.append(pair)
                threading.Thread(target=self._pass_on, args=[pair], daemon=True).start()

    def _pass_on(self, pair: Pair) -> None:
        with selectors.DefaultSelector() as ready, suppress(OSError, ValueError):
            ready.register(pair.client, selectors.EVENT_READ, pair.server)
            ready.register(pair.server, selectors.EVENT_READ, pair.client)
            while all(_moved(key) for key, _ in ready.select()):
                pass
        pair.server.close()
        if pair in self.open:
            self.open.remove(pair)
            pair.client.close()


def _moved(key: selectors.SelectorKey) -> bool:
    here: socket.socket = key.fileobj  # type: ignore[assignment]
    data = here.recv(65536)
    key.data.sendall(data)
    return bool(data)


def _receive_nothing(client: socket.socket) -> None:
    program = struct.pack("HL", 1, ctypes.addressof(KEEP_NOTHING))
    client.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, program)


@contextmanager
def line_to(connect: Connect) -> Iterator[Line]:
    if sys.platform != "linux":
        pytest.skip("only Linux drops what arrives at a socket")
    line = Line(connect)
    try:
        yield line
    finally:
        line.close()


def to_postgres() -> socket.socket:
    named = conninfo_to_dict(services.database_url)
    host, port = str(named.get("host", "localhost")), named.get("port", 5432)
    if not host.startswith("/"):
        return socket.create_connection((host, int(port)))
    server = socket.socket(socket.AF_UNIX)
    server.connect(f"{host}/.s.PGSQL.{port}")
    return server


def to_redis() -> socket.socket:
    url = urlsplit(services.redis_url)
    return socket.create_connection((url.hostname, url.port or 6379))
