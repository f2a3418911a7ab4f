"""Requests to addresses that others have told us: where they may lead, and how long and how large an answer may be.

An address is looked up once, and the connection goes to what was found and judged: a name that changes its mind in
between gains nothing. Redirects are not followed.
"""

import ipaddress
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import anyio
import httpx2

CONNECTING = 5.0
WHOLE = 8.0
LARGEST = 512_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")


class Unreachable(Exception):
    """Nobody answered in time, or with what HTTP is."""


class Barred(Exception):
    """An address that we do not go to."""


@dataclass(frozen=True, slots=True)
class Outbound:
    """`loopback`: on one's own machine a server beside us may be asked, without TLS too."""

    loopback: bool = False

    def check(self, url: str) -> str:
        """The address itself, if it has a form that we go to: https, no user name, no fragment."""
        try:
            parts = urlsplit(url)
            host, _port = parts.hostname or "", parts.port
        except ValueError as error:
            raise Barred(url) from error
        plain = parts.scheme == "http" and self.loopback and _is_loopback(host)
        if not host or parts.username or parts.fragment or not (parts.scheme == "https" or plain):
            raise Barred(url)
        return url

    def transport(self, *, private: bool) -> httpx2.AsyncBaseTransport:
        """`private`: also to addresses of the inner network, which only whoever runs the product may name."""
        return _Guarded(self, private=private or self.loopback)

    async def get(self, url: str, *, private: bool, bearer: str | None = None) -> httpx2.Response:
        """Raises Barred or Unreachable; any status is an answer. `bearer` is a token to show."""
        headers = HEADERS | ({"authorization": f"Bearer {bearer}"} if bearer else {})
        async with self.asking():
            transport = self.transport(private=private)
            async with httpx2.AsyncClient(transport=transport, headers=headers, trust_env=False) as client:
                return await client.get(self.check(url), timeout=TIMES)

    async def post(self, url: str, content: bytes, headers: Mapping[str, str]) -> httpx2.Response:
        """As `get`, to the open internet."""
        async with self.asking():
            transport = self.transport(private=False)
            async with httpx2.AsyncClient(transport=transport, headers=HEADERS, trust_env=False) as client:
                return await client.post(self.check(url), content=content, headers=dict(headers), timeout=TIMES)

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[None]:
        """One exchange: bounded as a whole, and whatever goes wrong on the wire is Unreachable."""
        try:
            with anyio.fail_after(WHOLE):
                yield
        except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, OSError) as error:
            raise Unreachable(f"{type(error).__name__}: {error}") from error


HEADERS = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Kesher"}
TIMES = httpx2.Timeout(WHOLE, connect=CONNECTING)


class _Guarded(httpx2.AsyncBaseTransport):
    """No connection is used twice: it was made to one name's address and speaks for that name only."""

    def __init__(self, outbound: Outbound, *, private: bool) -> None:
        self._outbound = outbound
        self._private = private
        limits = httpx2.Limits(max_keepalive_connections=0)
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False, limits=limits)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        host = request.url.host
        self._outbound.check(str(request.url))
        address = await self._look_up(host, request.url.port or 443)
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        answer = await self._inner.handle_async_request(request)
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise httpx2.DecodingError("an answer was packed without being asked for")
        return httpx2.Response(
            answer.status_code,
            headers=answer.headers,
            stream=_Limited(answer),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def _look_up(self, host: str, port: int) -> str:
        try:
            found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpx2.ConnectError(f"there is no {host}") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not (self._private or all(is_public(address) for address in addresses)):
            raise Barred(host)
        return addresses[0]


class _Limited(httpx2.AsyncByteStream):
    def __init__(self, answer: httpx2.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._answer.aiter_raw():
            size += len(part)
            if size > LARGEST:
                raise httpx2.ReadError("the answer is too large")
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


def is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _NAT64 or ip in _SIX_TO_FOUR:
            return False
    return ip.is_global and not ip.is_multicast


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
