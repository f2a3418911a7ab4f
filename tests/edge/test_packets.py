"""An answer goes out at once, and whole."""

import asyncio
import socket
import struct
import sys
from pathlib import Path

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from saas.edge.packets import MOST, Protocol
from tests.conftest import Database
from tests.identity.serving import serving
from tests.ports import free_port

SEGMENTS_WITH_DATA = 152  # the place in Linux' `tcp_info` of how many have come
ASK = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def answer_of(client: socket.socket, path: bytes = b"/healthz") -> tuple[bytes, bytes]:
    """Head and body."""
    client.sendall(ASK % path)
    said = b""
    while b"\r\n\r\n" not in said:
        said += client.recv(65_536)
    head, _, body = said.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    while len(body) < length:
        body += client.recv(65_536)
    return head, body


@pytest.mark.skipif(sys.platform != "linux", reason="counts packets as Linux tells them")
def test_head_and_body_are_one_packet(database: Database, tmp_path: Path) -> None:
    with serving(database, tmp_path) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        for asked in range(1, 4):
            head, body = answer_of(client)
            assert head.startswith(b"HTTP/1.1 200")
            assert body.startswith(b"{")
            told = client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)
            assert struct.unpack_from("I", told, SEGMENTS_WITH_DATA) == (asked,)


async def app(scope: Scope, _receive: Receive, send: Send) -> None:
    """In pieces of 5,000 bytes, and the last says that the connection ends."""
    if scope["type"] != "http":
        return
    pieces = [bytes([piece % 256]) * 5_000 for piece in range(int(scope["path"][1:]))]
    headers = [(b"content-length", b"%d" % sum(map(len, pieces))), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for piece in pieces:
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body"})


@pytest.mark.parametrize("pieces", [0, 1, MOST // 5_000 + 1, 2_000])
def test_what_is_written_in_pieces_arrives_whole_before_the_end(pieces: int) -> None:
    async def ask() -> bytes:
        config = uvicorn.Config(app, port=free_port(), http=Protocol, log_config=None, lifespan="off")
        server = uvicorn.Server(config)
        running = asyncio.ensure_future(server.serve())
        while not server.started:  # noqa: ASYNC110  uvicorn has no event for it
            await asyncio.sleep(0.01)
        reader, writer = await asyncio.open_connection("127.0.0.1", config.port)
        writer.write(ASK % b"/%d" % pieces)
        said = await asyncio.wait_for(reader.read(), 20)
        writer.close()
        server.should_exit = True
        await running
        return said

    head, _, body = asyncio.run(ask()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert body == b"".join(bytes([piece % 256]) * 5_000 for piece in range(pieces))
