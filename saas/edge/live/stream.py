"""GraphQL over server-sent events, in the mode of distinct connections: one POST, one subscription, one stream."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import orjson
from starlette.types import Receive, Send

from saas.core.errors import Invalid, Refusal
from saas.edge.answers import SECURITY
from saas.edge.live.endings import TOO_SLOW, Over
from saas.edge.live.guest import PATIENCE, Arrival, Guest, House, first_of
from saas.graph.documents import Rejected

KIND = b"text/event-stream"
BEAT = 15.0  # seconds after which a comment says that the stream lives
_COMPLETE = b"event: complete\ndata:\n\n"


@dataclass(frozen=True, slots=True)
class Streams:
    house: House

    async def answer(self, arrival: Arrival, body: bytes, *, wires: tuple[Receive, Send]) -> None:
        """Tells until the client leaves or the subscription ends; then says that it is complete."""
        receive, send = wires
        stream = _Stream(send)
        guest = Guest(self.house, arrival, stream.tell)
        await stream.begin(arrival.request_id, self.house.reception.renewal(arrival.known))
        try:
            with guest.entered():
                await guest.watch("", _read(body))
                await first_of(guest.serve(), stream.beat(), _left(receive))
        except (Rejected, Refusal) as error:
            await stream.refuse(self.house.watching.errors(error, arrival.known.someone.locale))
        except Over as over:
            if over.ending is not TOO_SLOW:
                said: dict[str, object] = {"message": over.ending.reason, "extensions": {"code": over.ending.reason}}
                await stream.refuse([said])


def _read(body: bytes) -> Mapping[str, object]:
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        said = None
    if not isinstance(said, dict):
        raise Invalid("BAD_REQUEST", "The body must be a JSON object with `query`, `variables`, `operationName`.")
    return said


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


@dataclass(frozen=True, slots=True)
class _Stream:
    send: Send

    async def begin(self, request_id: str, cookie: str | None) -> None:
        headers = [
            (b"content-type", KIND + b"; charset=utf-8"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
            (b"x-request-id", request_id.encode()),
            *SECURITY,
        ]
        if cookie is not None:
            headers.append((b"set-cookie", cookie.encode()))
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        await self._write(b":\n\n")

    async def tell(self, _name: str, payload: bytes) -> None:
        await self._write(b"event: next\ndata: " + payload + b"\n\n")

    async def beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            try:
                await asyncio.wait_for(self._write(b":\n\n"), PATIENCE)
            except TimeoutError:
                raise Over(TOO_SLOW) from None

    async def refuse(self, errors: list[dict[str, object]]) -> None:
        await self.tell("", orjson.dumps({"errors": errors}))
        await self._write(_COMPLETE, more=False)

    async def _write(self, text: bytes, *, more: bool = True) -> None:
        await self.send({"type": "http.response.body", "body": text, "more_body": more})
