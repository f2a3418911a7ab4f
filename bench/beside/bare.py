"""The limit: a Starlette app with one hand-written SQL a route, psycopg2 in threads, the same tenant and guard.

It signs nobody in, knows no policies and answers these four questions only. Its SQL is written as fast as we can by
hand: JSON text put together in Postgres, statements prepared in each connection, bytes passed through.
"""

import asyncio
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import LifoQueue
from typing import Final
from uuid import UUID

import orjson
import uvicorn
from psycopg2 import extensions
from psycopg2.errors import RaiseException
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from saas.graph.ids import key_of, sql
from tenants.bootstrap import connect
from tenants.namespace import guard

RAW: Final = extensions.new_type((25,), "RAW", extensions.BYTES)

BOARD: Final = rf"""
SELECT '{{"data":{{"deals":{{"nodes":['||coalesce(string_agg(node, ','), '')||']}}}}}}' FROM (
    SELECT '{{"id":"'||{sql("Deal", "d.id")}||'","name":'||to_json(d.name)||',"status":"'||d.status||'","amount":'
        ||CASE WHEN d.amount IS NULL THEN 'null'
            ELSE '{{"amount":"'||d.amount||'","currency":"'||d.currency||'"}}' END
        ||',"closedOn":'||coalesce('"'||d.closed_on||'"', 'null')
        ||',"stage":{{"id":"'||{sql("Stage", "s.id")}||'","name":'||to_json(s.name)||',"kind":"'||s.kind
        ||'","position":'||s.position||'}},"owner":'
        ||CASE WHEN m.id IS NULL THEN 'null' ELSE '{{"name":'||to_json(m.name)||'}}' END||',"account":'
        ||CASE WHEN a.id IS NULL THEN 'null'
            ELSE '{{"id":"'||{sql("Account", "a.id")}||'","name":'||to_json(a.name)||'}}' END||'}}' AS node
    FROM deal d JOIN stage s ON s.id = d.stage_id
        LEFT JOIN member m ON m.id = d.owner_id LEFT JOIN account a ON a.id = d.account_id
    WHERE d.deleted_at IS NULL AND d.status = 'WON'
    ORDER BY d.closed_on DESC NULLS LAST, d.id DESC LIMIT 50) nodes
"""

ACCOUNT: Final = rf"""
SELECT '{{"data":{{"account":{{"id":"'||{sql("Account", "a.id")}||'","name":'||to_json(a.name)
    ||',"industry":'||coalesce(to_json(a.industry)::text, 'null')||',"website":'
    ||coalesce(to_json(a.website)::text, 'null')||',"owner":'
    ||CASE WHEN m.id IS NULL THEN 'null' ELSE '{{"name":'||to_json(m.name)||'}}' END
    ||',"contacts":{{"nodes":['||(
        SELECT coalesce(string_agg('{{"id":"'||{sql("Contact", "c.id")}||'","name":'||to_json(c.name)||',"email":'
            ||coalesce(to_json(c.email)::text, 'null')||'}}', ','), '')
        FROM (SELECT id, name, email FROM contact WHERE account_id = a.id AND deleted_at IS NULL
              ORDER BY name, id LIMIT 20) c)
    ||']}},"deals":{{"totalCount":'||(SELECT count(*) FROM deal WHERE account_id = a.id AND deleted_at IS NULL)
    ||',"nodes":['||(
        SELECT coalesce(string_agg('{{"id":"'||{sql("Deal", "d.id")}||'","name":'||to_json(d.name)
            ||',"stage":{{"name":'||to_json(s.name)||'}},"owner":'
            ||CASE WHEN o.id IS NULL THEN 'null' ELSE '{{"name":'||to_json(o.name)||'}}' END||'}}', ','
            ORDER BY d.created_at DESC, d.id DESC), '')
        FROM (SELECT id, name, stage_id, owner_id, created_at FROM deal WHERE account_id = a.id AND deleted_at IS NULL
              ORDER BY created_at DESC, id DESC LIMIT 10) d
            JOIN stage s ON s.id = d.stage_id LEFT JOIN member o ON o.id = d.owner_id)
    ||']}}}}}}}}'
FROM account a LEFT JOIN member m ON m.id = a.owner_id WHERE a.id = $1 AND a.deleted_at IS NULL
"""

LIST: Final = rf"""
SELECT '{{"data":{{"contacts":{{"totalCount":'||(SELECT count(*) FROM contact WHERE deleted_at IS NULL)
    ||',"nodes":['||coalesce(string_agg(node, ','), '')||']}}}}}}' FROM (
    SELECT '{{"id":"'||{sql("Contact", "c.id")}||'","name":'||to_json(c.name)||',"email":'
        ||coalesce(to_json(c.email)::text, 'null')||',"phone":'||coalesce(to_json(c.phone)::text, 'null')
        ||',"title":'||coalesce(to_json(c.title)::text, 'null')
        ||',"createdAt":"'||replace((c.created_at AT TIME ZONE 'UTC')::text, ' ', 'T')||'Z","updatedAt":"'
        ||replace((c.updated_at AT TIME ZONE 'UTC')::text, ' ', 'T')||'Z","version":'||c.version||',"account":'
        ||CASE WHEN a.id IS NULL THEN 'null' ELSE '{{"name":'||to_json(a.name)||'}}' END||'}}' AS node
    FROM contact c LEFT JOIN account a ON a.id = c.account_id
    WHERE c.deleted_at IS NULL ORDER BY c.name, c.id LIMIT 100) nodes
"""

#: `move_deal` is the function of `move_deal.sql`.
MOVE: Final = rf"""
SELECT '{{"data":{{"moveDeal":{{"deal":{{"id":"'||{sql("Deal", "d.id")}||'","name":'||to_json(d.name)
    ||',"status":"'||d.status||'","version":'||d.version||',"amount":'
    ||CASE WHEN d.amount IS NULL THEN 'null' ELSE '{{"amount":"'||d.amount||'","currency":"'||d.currency||'"}}' END
    ||',"stage":{{"id":"'||{sql("Stage", "s.id")}||'","name":'||to_json(s.name)||'}},"owner":'
    ||CASE WHEN m.id IS NULL THEN 'null' ELSE '{{"name":'||to_json(m.name)||'}}' END||',"account":'
    ||CASE WHEN a.id IS NULL THEN 'null'
        ELSE '{{"id":"'||{sql("Account", "a.id")}||'","name":'||to_json(a.name)||'}}' END||'}},"problems":[]}}}}}}'
FROM move_deal($1, $2, $3) d JOIN stage s ON s.id = d.stage_id
    LEFT JOIN member m ON m.id = d.owner_id LEFT JOIN account a ON a.id = d.account_id
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One that each connection prepares under its name; `types` are those of its values."""

    text: str
    types: tuple[str, ...] = ()

    def prepare(self, name: str) -> str:
        return f"PREPARE {name}{self._list(self.types)} AS {self.text}"

    def execute(self, name: str) -> str:
        return f"EXECUTE {name}{self._list(['%s'] * len(self.types))}"

    def _list(self, parts: Sequence[str]) -> str:
        return f"({', '.join(parts)})" if parts else ""


STATEMENTS: Final = {
    "board": Statement(BOARD),
    "account": Statement(ACCOUNT, ("uuid",)),
    "list": Statement(LIST),
    "mutation": Statement(MOVE, ("uuid", "uuid", "integer")),
}


class Bare:
    """As many threads as connections, each request takes one of both."""

    def __init__(self, url: str, namespace: str, member: UUID, size: int) -> None:
        self._threads = ThreadPoolExecutor(size)
        entry = guard(namespace, member)
        self._messages = {name: entry + statement.execute(name) for name, statement in STATEMENTS.items()}
        self._free: LifoQueue[extensions.cursor] = LifoQueue()
        for _ in range(size):
            connection = connect(url)
            connection.autocommit = True
            cursor = connection.cursor()
            extensions.register_type(RAW, cursor)
            for name, statement in STATEMENTS.items():
                cursor.execute(entry + statement.prepare(name))
            self._free.put(cursor)

    async def board(self, _: Request) -> Response:
        return await self._answer("board")

    async def account(self, request: Request) -> Response:
        return await self._answer("account", str(key_of("Account", request.path_params["id"])))

    async def list(self, _: Request) -> Response:
        return await self._answer("list")

    async def move(self, request: Request) -> Response:
        said = orjson.loads(await request.body())
        deal, stage = key_of("Deal", said["dealId"]), key_of("Stage", said["stageId"])
        try:
            return await self._answer("mutation", str(deal), str(stage), int(said["version"]))
        except RaiseException as refusal:
            return JSONResponse({"errors": [{"message": refusal.diag.message_primary}]}, 409)

    async def _answer(self, name: str, *values: str | int) -> Response:
        body = await asyncio.get_running_loop().run_in_executor(self._threads, self._run, name, values)
        return Response(body, media_type="application/json")

    def _run(self, name: str, values: tuple[str | int, ...]) -> bytes:
        cursor = self._free.get()
        try:
            cursor.execute(self._messages[name], values or None)
            (row,) = cursor.fetchall()
            body: bytes = row[0]
            return body
        finally:
            self._free.put(cursor)


def main(port: int, namespace: str, member: str, size: int) -> None:
    bare = Bare(os.environ["BARE_URL"], namespace, UUID(member), size)
    routes = [
        Route("/board", bare.board),
        Route("/account/{id}", bare.account),
        Route("/list", bare.list),
        Route("/move", bare.move, methods=["POST"]),
    ]
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
