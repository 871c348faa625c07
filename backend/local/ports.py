"""Ports of this machine's loopback address."""

import socket

from backend.local.errors import LocalError

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def require_free(port: int) -> None:
    """Say so, and how to go on, if somebody listens there already."""
    with socket.socket() as probe:
        # As the server will do: a port that only lingers after a stop is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except PermissionError:
            raise LocalError(
                f"Port {port} needs root. Take another one: PORT=8001 make run"
            ) from None
        except OSError:
            raise LocalError(
                f"Port {port} is in use by another program. "
                f"Take another one: PORT={port + 1} make run"
            ) from None


def answers(port: int) -> bool:
    """Does somebody accept connections there?"""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0
