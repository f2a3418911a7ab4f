"""Head and body of an answer in one packet: uvicorn writes each by itself, and to send one is dear."""

from asyncio import AbstractEventLoop, BaseTransport, Transport
from typing import Final, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST: Final = 65_536  # bytes that are held back


class Protocol(HttpToolsProtocol):
    """For `uvicorn.run(http=…)`."""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(cast(Transport, Gathering(cast(Transport, transport), self.loop)))


class Gathering:
    """A transport: what is written within one turn of the loop goes out when it ends. All else is the wire's own."""

    def __init__(self, wire: Transport, loop: AbstractEventLoop) -> None:
        self._wire, self._loop = wire, loop
        self._held: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._wire, name)

    def write(self, data: bytes) -> None:
        if not self._held:
            self._loop.call_soon(self._send)
        self._held.append(data)
        self._size += len(data)
        if self._size > MOST:
            self._send()

    def close(self) -> None:
        self._send()
        self._wire.close()

    def _send(self) -> None:
        held, self._held, self._size = self._held, [], 0
        if held and not self._wire.is_closing():
            self._wire.writelines(held)
