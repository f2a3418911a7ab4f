"""How often a write goes to the database and back: counted by a relay between the two that reads what passes."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import cycle

import pytest
from sqlalchemy import make_url

from tenants.engine import Lanes
from tests.conftest import Database
from tests.graph.make import Shop

ASKED = b"Q"


@dataclass(slots=True)
class Relay:
    """Takes one connection to the database at a time; `said` is what was asked, message by message."""

    server: tuple[str, int]
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    said: list[str] = field(default_factory=list)

    def run(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                with client, socket.create_connection(self.server) as server:
                    back = threading.Thread(target=_pass_on, args=(server, client), daemon=True)
                    back.start()
                    self._listen(client, server)
                    back.join()

    def _listen(self, client: socket.socket, server: socket.socket) -> None:
        """The first message, in which the client says who it is, has no letter before its length."""
        kind = b""
        with suppress(EOFError, OSError):
            while True:
                length = _exactly(client, 4)
                body = _exactly(client, int.from_bytes(length) - 4)
                if kind == ASKED:
                    self.said.append(body.rstrip(b"\0").decode())
                server.sendall(kind + length + body)
                kind = _exactly(client, 1)
        with suppress(OSError):
            server.shutdown(socket.SHUT_WR)


def _exactly(wire: socket.socket, size: int) -> bytes:
    found = wire.recv(size, socket.MSG_WAITALL)
    if len(found) < size:
        raise EOFError
    return found


def _pass_on(server: socket.socket, client: socket.socket) -> None:
    with suppress(OSError):
        while chunk := server.recv(65_536):
            client.sendall(chunk)


@contextmanager
def relayed(url: str) -> Iterator[tuple[Relay, Lanes]]:
    real = make_url(url)
    relay = Relay((real.host or "127.0.0.1", real.port or 5432))
    here = real.set(host="127.0.0.1", port=relay.listener.getsockname()[1]).update_query_dict({"sslmode": "disable"})
    lanes = Lanes({"home": here.render_as_string(hide_password=False)}, lanes=1, size=1)
    threading.Thread(target=relay.run, daemon=True).start()
    yield relay, lanes
    lanes.dispose()
    relay.listener.close()


@pytest.fixture
def tapped(shop: Shop, database: Database) -> Iterator[tuple[Relay, Shop]]:
    with relayed(database.web_url) as (relay, lanes):
        yield relay, replace(shop, lanes=lanes, door=replace(shop.door, lanes=lanes))


def test_a_move_asks_five_times_and_each_of_its_statements_is_planned_already(tapped: tuple[Relay, Shop]) -> None:
    relay, shop = tapped
    deal, stages = shop.deal(), cycle([shop.stages["Quote"], shop.stages["New"]])
    for _ in range(10):
        shop.act("moveDeal", {"dealId": deal, "stageId": next(stages)})
    told = "SELECT name FROM pg_prepared_statements WHERE generic_plans = 0"
    assert shop.lanes.read(shop.tenant, told, {}, actor=None) == []
    relay.said.clear()
    assert shop.act("moveDeal", {"dealId": deal, "stageId": next(stages)})["problems"] == []
    lock, hold, write, payload, end = relay.said
    assert lock.startswith("BEGIN;")
    assert all("EXECUTE kesher_" in each for each in (lock, hold, write, payload))
    assert end.startswith("COMMIT;SET LOCAL ROLE")
    assert "ext.tell_changes" in end
