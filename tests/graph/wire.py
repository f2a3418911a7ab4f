"""A listener between libpq and the server: it counts the messages that carry statements."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

QUERY = b"Q"
CHUNK = 65536


@dataclass(slots=True)
class Heard:
    """Where to connect, and the texts of the statements that went by."""

    url: str
    statements: list[str] = field(default_factory=list)


@contextmanager
def listening(url: str) -> Iterator[Heard]:
    """Speaks without TLS, as a test's server does."""
    parts = urlsplit(url)
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        login = parts.netloc.rpartition("@")[0]
        heard = Heard(parts._replace(netloc=f"{login}@127.0.0.1:{port}", query="sslmode=disable").geturl())
        server = (parts.hostname or "127.0.0.1", parts.port or 5432)
        threading.Thread(target=_accept, args=(door, server, heard), daemon=True).start()
        yield heard
        door.shutdown(socket.SHUT_RDWR)


def _accept(door: socket.socket, server: tuple[str, int], heard: Heard) -> None:
    with suppress(OSError):
        while True:
            client, _address = door.accept()
            upstream = socket.create_connection(server)
            threading.Thread(target=_forward, args=(client, upstream, heard), daemon=True).start()
            threading.Thread(target=_back, args=(upstream, client), daemon=True).start()


def _forward(client: socket.socket, upstream: socket.socket, heard: Heard) -> None:
    """The first message has no type; every later one is a letter and its length."""
    buffer, head = b"", 0
    with client, upstream, suppress(OSError):
        while chunk := client.recv(CHUNK):
            buffer += chunk
            while len(buffer) >= head + 4 and len(buffer) >= (end := head + struct.unpack_from("!I", buffer, head)[0]):
                if head and buffer[:1] == QUERY:
                    heard.statements.append(buffer[5 : end - 1].decode())
                buffer, head = buffer[end:], 1
            upstream.sendall(chunk)
        upstream.shutdown(socket.SHUT_RDWR)


def _back(upstream: socket.socket, client: socket.socket) -> None:
    with suppress(OSError):
        while chunk := upstream.recv(CHUNK):
            client.sendall(chunk)
        client.shutdown(socket.SHUT_RDWR)
