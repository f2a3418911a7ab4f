"""Where addresses that others have told us may lead."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from http.server import BaseHTTPRequestHandler

import anyio
import pytest

from saas.identity import outbound
from saas.identity.outbound import LARGEST, Barred, Outbound, Unreachable
from tests.loopback import http_server

Serve = Callable[[Callable[[BaseHTTPRequestHandler], None]], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that answer as they are told."""
    with ExitStack() as servers:

        def start(answer: Callable[[BaseHTTPRequestHandler], None]) -> str:
            class Handler(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    answer(self)

            return servers.enter_context(http_server(Handler))

        yield start


def say(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def get(url: str, *, loopback: bool = True, private: bool = False) -> tuple[int, bytes]:
    answer = asyncio.run(Outbound(loopback=loopback).get(url, private=private))
    return answer.status_code, answer.content


@pytest.mark.parametrize(
    "url",
    [
        "http://id.acme.test", "ftp://id.acme.test", "file:///etc/passwd", "//id.acme.test", "id.acme.test", "",
        "https://", "https://user:pass@id.acme.test", "https://id.acme.test#x", "https://id.acme.test:x",
        "http://10.0.0.1", "http://127.0.0.1.evil.test", "https://[::1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("loopback", [True, False])
def test_an_address_of_another_form_is_barred(url: str, loopback: bool) -> None:  # noqa: FBT001
    with pytest.raises(Barred):
        Outbound(loopback=loopback).check(url)


def test_plain_http_is_for_ones_own_machine() -> None:
    for url in ("http://127.0.0.1:8000/x", "http://localhost", "http://id.localhost", "http://[::1]:1"):
        assert Outbound(loopback=True).check(url) == url
        with pytest.raises(Barred):
            Outbound().check(url)
    assert Outbound().check("https://id.acme.test/x?y=1")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::",
        "255.255.255.255", "198.18.0.1",
    ],
)  # fmt: skip
def test_a_name_that_leads_inside_is_barred(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    async def found(*_asked: object, **_more: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]

    monkeypatch.setattr(anyio, "getaddrinfo", found)
    with pytest.raises(Barred):
        get("https://id.acme.test", loopback=False)


def test_one_inner_address_among_outer_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    async def found(*_asked: object, **_more: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (address, 443)) for address in ("93.184.216.34", "127.0.0.1")]

    monkeypatch.setattr(anyio, "getaddrinfo", found)
    with pytest.raises(Barred):
        get("https://id.acme.test", loopback=False)


def test_redirects_are_not_followed(serve: Serve) -> None:
    inside = serve(lambda handler: say(handler, 200, b"secret"))
    outside = serve(lambda handler: say(handler, 302, b"", location=inside))
    assert get(outside) == (302, b"")


def test_the_name_is_asked_for_and_not_the_address(serve: Serve) -> None:
    url = serve(lambda handler: say(handler, 200, handler.headers["host"].encode()))
    port = url.rpartition(":")[2]
    assert get(f"http://localhost:{port}")[1] == f"localhost:{port}".encode()


def test_a_large_answer_is_cut_off(serve: Serve) -> None:
    assert len(get(serve(lambda handler: say(handler, 200, b"x" * LARGEST)))[1]) == LARGEST
    with pytest.raises(Unreachable):
        get(serve(lambda handler: say(handler, 200, b"x" * (LARGEST + 1))))


def test_a_packed_answer_is_refused(serve: Serve) -> None:
    with pytest.raises(Unreachable):
        get(serve(lambda handler: say(handler, 200, b"x", content_encoding="gzip")))


def test_one_who_does_not_answer_is_waited_for_a_short_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbound, "WHOLE", 0.3)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent, pytest.raises(Unreachable):
        get(f"http://127.0.0.1:{silent.getsockname()[1]}")
    with pytest.raises(Unreachable):
        get("http://127.0.0.1:1")
