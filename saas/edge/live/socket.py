"""graphql-transport-ws: subscriptions over a WebSocket at the graph's address.

The protocol is that of https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md. A browser is known by its
cookie, and then only from a page of ours; a program by the header `Authorization`, or by `authorization` in the payload
of `connection_init`.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import orjson
from starlette.types import Receive, Scope, Send

from saas.core.errors import Refusal
from saas.edge.answers import TENANT_BEHIND as BEHIND
from saas.edge.answers import Unanswered
from saas.edge.asking import Headers, headers_of, is_own
from saas.edge.live import endings
from saas.edge.live.endings import Ending, Over
from saas.edge.live.guest import PATIENCE, Arrival, Guest, House, first_of
from saas.graph.documents import Rejected

PROTOCOL = "graphql-transport-ws"
INIT = 10.0  # seconds until connection_init
LARGEST = 100_000
_LONGEST_ID = 100

Message = Mapping[str, object]


class Left(Exception):
    """The client has gone."""


@dataclass(frozen=True, slots=True)
class Sockets:
    """The door for WebSockets."""

    house: House
    path: str = "/graphql"

    async def __call__(self, scope: Scope, receive: Receive, send: Send, *, request_id: str) -> None:
        await receive()
        headers = headers_of(scope)
        if scope["path"] != self.path or _is_foreign(headers, self.house.reception.credential(headers) is not None):
            await send({"type": "websocket.close"})
            return
        offered = PROTOCOL in scope.get("subprotocols", ())
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL if offered else None})
        ending: Ending | None = endings.WRONG_PROTOCOL
        if offered:
            ending = await _Socket(self.house, headers, wires=(receive, send), request_id=request_id).run()
        if ending is not None:
            await send({"type": "websocket.close", "code": ending.code, "reason": ending.reason})


def _is_foreign(headers: Headers, shown: bool) -> bool:  # noqa: FBT001  whether a credential came with the handshake
    """A page of somebody else's, with our cookie."""
    return shown and b"authorization" not in headers and (b"origin" not in headers or not is_own(headers))


class _Socket:
    def __init__(self, house: House, headers: Headers, *, wires: tuple[Receive, Send], request_id: str) -> None:
        self._house = house
        self._headers = headers
        self._receive, self._send = wires
        self._request_id = request_id

    async def run(self) -> Ending | None:
        """None where the client left by itself."""
        try:
            guest = await self._begin()
            with guest.entered():
                await self._say({"type": "connection_ack"})
                await first_of(guest.serve(), self._listen(guest))
        except Over as over:
            return over.ending
        except Left:
            return None
        return None

    async def _begin(self) -> Guest:
        try:
            message = await asyncio.wait_for(self._next(), INIT)
        except TimeoutError:
            raise Over(endings.TOO_LATE) from None
        if message.get("type") != "connection_init":
            raise Over(endings.NOT_STARTED if message.get("type") == "subscribe" else endings.BAD_MESSAGE)
        headers = self._shown(message.get("payload"))
        reception = self._house.reception
        try:
            known = await reception.look(headers)
        except Unanswered as refusal:
            raise Over(endings.TENANT_BEHIND if refusal is BEHIND else Ending(4401, refusal.code)) from None
        credential = reception.credential(headers)
        if credential is None:
            raise Over(endings.UNAUTHENTICATED)
        return Guest(self._house, Arrival(known, credential, self._request_id), self._tell)

    def _shown(self, payload: object) -> Headers:
        """The headers, with what a program that can set none says instead."""
        shown = payload.get("authorization") if isinstance(payload, dict) else None
        if not isinstance(shown, str):
            return self._headers
        return {**self._headers, b"authorization": shown.encode("latin-1", "replace")}

    async def _listen(self, guest: Guest) -> None:
        while True:
            message = await self._next()
            match message.get("type"):
                case "ping":
                    await self._say({"type": "pong"})
                case "pong":
                    pass
                case "subscribe":
                    await self._subscribe(guest, message)
                case "complete":
                    guest.unwatch(_id(message))
                case "connection_init":
                    raise Over(endings.STARTED_TWICE)
                case _:
                    raise Over(endings.BAD_MESSAGE)

    async def _subscribe(self, guest: Guest, message: Message) -> None:
        name, payload = _id(message), message.get("payload")
        if not isinstance(payload, dict):
            raise Over(endings.BAD_MESSAGE)
        if guest.watches(name):
            raise Over(endings.SAME_ID)
        try:
            await guest.watch(name, payload)
        except (Rejected, Refusal) as error:
            told = self._house.watching.errors(error, guest.principal.locale)
            await self._say({"type": "error", "id": name, "payload": told})

    async def _tell(self, name: str, payload: bytes) -> None:
        text = b'{"type":"next","id":' + orjson.dumps(name) + b',"payload":' + payload + b"}"
        await self._send({"type": "websocket.send", "text": text.decode()})

    async def _say(self, message: Message) -> None:
        try:
            await asyncio.wait_for(
                self._send({"type": "websocket.send", "text": orjson.dumps(message).decode()}), PATIENCE
            )
        except TimeoutError:
            raise Over(endings.TOO_SLOW) from None

    async def _next(self) -> Message:
        received = await self._receive()
        if received["type"] == "websocket.disconnect":
            raise Left
        text = received.get("text") or ""
        try:
            message = orjson.loads(text) if len(text) <= LARGEST else None
        except orjson.JSONDecodeError:
            message = None
        if not isinstance(message, dict):
            raise Over(endings.BAD_MESSAGE)
        return cast(Message, message)


def _id(message: Message) -> str:
    name = message.get("id")
    if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_ID:
        raise Over(endings.BAD_MESSAGE)
    return name
