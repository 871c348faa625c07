"""Ports of the loopback address."""

import socket

import pytest

from backend.local import ports
from backend.local.errors import LocalError


def test_port_in_use_names_the_port_and_the_way_on() -> None:
    with socket.socket() as server:
        server.bind((ports.LOOPBACK, 0))
        server.listen()
        port = server.getsockname()[1]

        with pytest.raises(LocalError) as told:
            ports.require_free(port)

    assert str(told.value) == (
        f"Port {port} is in use by another program. "
        f"Take another one: PORT={port + 1} make run"
    )


def test_free_port_is_free() -> None:
    port = ports.free_port()

    ports.require_free(port)

    assert not ports.answers(port)
