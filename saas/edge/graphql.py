"""POST /graphql, and GET for trusted queries: the hot path, bare ASGI. Everything that can be known beforehand is."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import parse_qsl

import orjson
from starlette.types import Receive, Scope, Send

from saas.core.errors import Moving
from saas.core.principal import Principal
from saas.edge import answers
from saas.edge.answers import GRAPHQL, JSON, Said, send_said
from saas.edge.asking import Headers
from saas.edge.budget import Budget
from saas.edge.forgery import check_forgery
from saas.edge.leaving import Watches
from saas.edge.live.guest import Arrival
from saas.edge.live.stream import KIND as EVENTS
from saas.edge.live.stream import Streams
from saas.edge.reception import Reception
from saas.graph.terms import Spent, Terms
from tenants.errors import ClientLeft
from tenants.registry import Tenant

LIMIT = 100_000
_UNAVAILABLE = 503
_RESPONSE_TYPE = b"application/graphql-response+json"


class Graph(Protocol):
    """The door of `saas.graph`, as much of it as the edge needs."""

    async def answer(
        self, tenant: Tenant, principal: Principal, body: bytes, accept: str = "", *, terms: Terms | None = None
    ) -> tuple[int, bytes]: ...


class Gone(Exception):
    """The client went away before it had sent all."""


@dataclass(frozen=True, slots=True)
class GraphDoor:
    """`free_text`: sessions may send a document as text too, as on a developer's machine."""

    reception: Reception
    graph: Graph
    streams: Streams
    budget: Budget
    free_text: bool = False
    watches: Watches = field(default_factory=Watches)

    async def __call__(self, scope: Scope, receive: Receive, send: Send, *, request_id: str) -> None:
        """Raises Unanswered before anything is run."""
        if scope["method"] not in {"POST", "GET"}:
            raise answers.NO_SUCH_METHOD
        headers: Headers = dict(scope["headers"])
        by_get = scope["method"] == "GET"
        if not by_get and not headers.get(b"content-type", b"").startswith(b"application/json"):
            raise answers.NOT_JSON
        credential = self.reception.credential(headers)
        known = await self.reception.receive(headers, credential)
        check_forgery(headers)
        body = read_address(scope) if by_get else await read_body(receive, headers, limit=LIMIT)
        accept = headers.get(b"accept", b"")
        if EVENTS in accept and credential is not None and not by_get:
            await self.streams.answer(Arrival(known, credential, request_id), body, wires=(receive, send))
            return
        watch = self.watches.watch(receive)
        terms = self.budget.terms(known, credential, free_text=self.free_text, by_get=by_get, leaving=watch.leaving)
        try:
            status, answer = await self.graph.answer(
                known.tenant, known.principal(request_id), body, accept.decode("latin-1"),
                terms=terms,
            )  # fmt: skip
        except Spent as spent:
            raise answers.budget_spent(spent.left.resets_at - self.budget.clock.now()) from None
        except ClientLeft:
            raise Gone from None
        finally:
            watch.end()
        kind = GRAPHQL if _RESPONSE_TYPE in accept else JSON
        later = Moving.SECONDS if status == _UNAVAILABLE else None
        await send_said(send, Said(status, answer, kind, request_id, self.reception.renewal(known), later))


def read_address(scope: Scope) -> bytes:
    """What a body would say: the parameters of GraphQL over HTTP, as they stand in the address."""
    said: dict[str, object] = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    for name in ("variables", "extensions"):
        with suppress(orjson.JSONDecodeError):
            said[name] = orjson.loads(str(said.get(name, "null")))
    return orjson.dumps(said)


async def read_body(receive: Receive, headers: Headers, *, limit: int) -> bytes:
    """Refuses by the stated length before reading, and by the true one while reading."""
    stated = headers.get(b"content-length", b"0")
    if stated.isdigit() and int(stated) > limit:
        raise answers.TOO_LARGE
    message = await receive()
    body: bytes = message.get("body", b"")
    if message.get("more_body", False):
        body = await _read_on(receive, bytearray(body), limit=limit)
    elif message["type"] == "http.disconnect":
        raise Gone
    if len(body) > limit:
        raise answers.TOO_LARGE
    return body


async def _read_on(receive: Receive, body: bytearray, *, limit: int) -> bytes:
    while len(body) <= limit:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return bytes(body)
