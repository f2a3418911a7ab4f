"""The load generator, a process of its own: keep-alive connections that ask again as soon as they were answered."""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Final

#: Stands in the requests of a mutation for the version that the record has by then.
VERSION: Final = "@VERSION@"


@dataclass(slots=True)
class Tally:
    """What came back before the deadline; anything but a 200, an error or a problem counts as failed."""

    requests: list[bytes]
    deadline: float
    next: int
    answered: int = 0
    failed: int = 0
    waits: list[float] = field(default_factory=list)


class Asker(asyncio.Protocol):
    """One connection. It reads as much of HTTP/1.1 as servers that state the length of their answers speak."""

    def __init__(self, tally: Tally, done: asyncio.Future[None]) -> None:
        self._tally, self._done = tally, done
        self._buffer, self._wanted, self._asked_at = bytearray(), 0, 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self._wanted:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self._buffer[:end]).lower()
            length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
            self._wanted = end + 4 + int(length)
        if len(self._buffer) >= self._wanted:
            buffer = self._buffer
            whole = buffer.startswith(b"HTTP/1.1 200")
            self._answered(ok=whole and b'"errors":' not in buffer and b'"problems":[{' not in buffer)

    def connection_lost(self, error: Exception | None) -> None:
        if not self._done.done():
            self._done.set_exception(error or ConnectionError("the server closed the connection"))

    def _ask(self) -> None:
        tally = self._tally
        self._asked_at = time.perf_counter()
        self._transport.write(take(tally.requests, tally.next))
        tally.next += 1

    def _answered(self, *, ok: bool) -> None:
        now = time.perf_counter()
        self._buffer, self._wanted = bytearray(), 0
        if now < self._tally.deadline:
            self._tally.answered += 1
            self._tally.failed += not ok
            self._tally.waits.append(now - self._asked_at)
            self._ask()
        elif not self._done.done():
            self._done.set_result(None)
            self._transport.close()


def take(requests: list[bytes], number: int) -> bytes:
    """The request of this number: they are sent in turn. Each half of a mutation's changes each of its records once."""
    request = requests[number % len(requests)]
    said = f'"{VERSION}"'.encode()
    if said not in request:
        return request
    return request.replace(said, str(number // (len(requests) // 2) + 1).rjust(len(said)).encode())


async def ask(port: int, requests: list[bytes], start: int, *, seconds: float, connections: int) -> Tally:
    loop = asyncio.get_running_loop()
    tally = Tally(requests, time.perf_counter() + seconds, start)
    ends: list[asyncio.Future[None]] = [loop.create_future() for _ in range(connections)]
    for end in ends:
        await loop.create_connection(partial(Asker, tally, end), "127.0.0.1", port)
    await asyncio.gather(*ends)
    return tally


def main() -> None:
    """Takes an order as one line of JSON on standard input and answers each with one line."""
    for line in sys.stdin:
        order = json.loads(line)
        requests = [request.encode() for request in order["requests"]]
        limits = {name: order[name] for name in ("seconds", "connections")}
        tally = asyncio.run(ask(order["port"], requests, order["start"], **limits))
        waits = sorted(tally.waits) or [0.0]
        told = {
            "answered": tally.answered,
            "failed": tally.failed,
            "median": waits[len(waits) // 2],
            "next": tally.next,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
