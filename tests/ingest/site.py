"""A server on this machine that says, byte for byte, what a test has it say."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread

Talk = Callable[[socket.socket, str], None]
"""What is done with a connection once the request has come; it is given the path that was asked for."""


@contextmanager
def site(talk: Talk, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[str]:
    """The address of a server that talks so to all who come, several at a time."""
    listening = socket.create_server(("127.0.0.1", 0))
    if tls:
        listening = tls.wrap_socket(listening, server_side=True, do_handshake_on_connect=False)
    Thread(target=_serve, args=(listening, talk), daemon=True).start()
    yield f"{'https' if tls else 'http'}://{host}:{listening.getsockname()[1]}"
    listening.close()


def _serve(listening: socket.socket, talk: Talk) -> None:
    with suppress(OSError):
        while True:
            Thread(target=_talk, args=(listening.accept()[0], talk), daemon=True).start()


def _talk(connection: socket.socket, talk: Talk) -> None:
    with connection, suppress(OSError):
        request = b""
        while b"\r\n\r\n" not in request:
            request += connection.recv(4096)
        talk(connection, request.split()[1].decode("ascii"))


def says(answer: bytes) -> Talk:
    """The same to all, and hangs up."""
    return lambda connection, _: connection.sendall(answer)


def drips(first: bytes, drop: bytes, seconds: float = 30) -> Talk:
    """A drop every tenth of a second: no single wait is long, all together are."""

    def talk(connection: socket.socket, _: str) -> None:
        connection.sendall(first)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            connection.sendall(drop)
            time.sleep(0.1)

    return talk


def leads(to: dict[str, str]) -> Talk:
    """Redirects by path; where it leads no further there is a page."""

    def talk(connection: socket.socket, path: str) -> None:
        if path in to:
            connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {to[path]}\r\nContent-Length: 0\r\n\r\n".encode())
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nRain.")

    return talk
