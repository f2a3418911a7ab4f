"""A program that listens: graphql-transport-ws by hand, with the headers of a browser or of a program."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypedDict, cast

import orjson
from sqlalchemy import Engine
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from saas.core.clock import Clock
from saas.identity.credentials import COOKIE
from saas.identity.sessions import open_session
from tests.identity.serving import Server
from tests.members.make import Company, Json

PATIENCE = 60.0
CHANGES = """subscription Changes($types: [String!], $ids: [ID!]) { changes(types: $types, ids: $ids) {
    stale records { type id kind by { ... on Member { name } } node { id ... on Deal { name amount { amount } } } }
} }"""


class Node(TypedDict):
    id: str
    name: str
    amount: Json | None


class Record(TypedDict):
    type: str
    id: str
    kind: str
    by: Json | None
    node: Node


class Told(TypedDict):
    stale: list[str]
    records: list[Record]


@dataclass(frozen=True, slots=True)
class Line:
    """One socket."""

    wire: ClientConnection

    def say(self, **message: object) -> None:
        self.wire.send(orjson.dumps(message).decode())

    def hear(self) -> Json:
        return cast(Json, orjson.loads(self.wire.recv(PATIENCE)))

    def begin(self, **payload: object) -> None:
        self.say(type="connection_init", payload=payload)
        assert self.hear() == {"type": "connection_ack"}

    def subscribe(
        self, text: str = CHANGES, name: str = "one", *, types: list[str] | None = None, ids: list[str] | None = None
    ) -> None:
        """Returns when the server has read it."""
        self.say(type="subscribe", id=name, payload={"query": text, "variables": {"types": types, "ids": ids}})
        self.say(type="ping")
        assert self.hear() == {"type": "pong"}

    def changes(self, name: str = "one") -> "Told":
        """Of the next message, which is a change told to this subscription."""
        message = self.hear()
        assert (message["type"], message["id"]) == ("next", name), message
        payload = cast(Json, message["payload"])
        assert "errors" not in payload
        return cast(Told, cast(Json, payload["data"])["changes"])

    def until(self, key: object, name: str = "one") -> "list[Record]":
        """All records that are told until one of this id is."""
        told: list[Record] = []
        while not told or told[-1]["id"] != key:
            told += self.changes(name)["records"]
        return told


@contextmanager
def open_line(server: Server, company: Company, shown: dict[str, str], *, origin: str | None = "own") -> Iterator[Line]:
    """`shown` is a header of a credential, or nothing."""
    host = server.host(company.tenant.slug)
    headers = {"host": host, **shown} | ({"origin": f"http://{host}" if origin == "own" else origin} if origin else {})
    uri = f"ws://{host}/graphql"
    more = {name: value for name, value in headers.items() if name != "host"}
    wire = socket.create_connection(("127.0.0.1", server.port))
    with connect(
        uri, sock=wire, additional_headers=more, subprotocols=[Subprotocol("graphql-transport-ws")], proxy=None,
        open_timeout=PATIENCE,
    ) as opened:  # fmt: skip
        yield Line(opened)


def cookie(platform: Engine, company: Company, who: str) -> dict[str, str]:
    return {"cookie": f"{COOKIE}={open_session(platform, company.tenant, company.keys[who], clock=Clock())}"}


@contextmanager
def listening(
    server: Server,
    platform: Engine,
    company: Company,
    who: str,
    *,
    types: list[str] | None = None,
    ids: list[str] | None = None,
) -> Iterator[Line]:
    """A member's browser that has subscribed."""
    with open_line(server, company, cookie(platform, company, who)) as line:
        line.begin()
        line.subscribe(types=types, ids=ids)
        yield line
