"""Takes a port on this computer's loopback address, and no other address."""

from __future__ import annotations

import os
import socket

from safelight.schema.errors import BadInput

LOOPBACK = "127.0.0.1"
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket on the port, or on a free one when it is taken. Raises BadInput for other hosts."""
    if host not in LOOPBACK_NAMES:
        raise BadInput("The page is for this computer only", where=host, fix="Leave out the host, or use 127.0.0.1.")
    try:
        return _bound(host, port)
    except OSError:
        return _bound(host, 0)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Lets a page that was just closed be opened again; on Windows it would let two programs share the port.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def shown(host: str, port: int) -> str:
    """Return the address as a browser takes it."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
