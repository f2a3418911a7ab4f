"""Whether all servers say and do the same, before anything is measured."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Final

from psycopg2 import extensions

from bench.beside.company import OWNER, key
from bench.beside.load import take
from bench.beside.servers import OURS, Company, Place, moves
from bench.beside.serving import Server
from saas.graph.ids import decode
from tenants.bootstrap import connect

LEAST: Final = 800  # characters that a true answer has at least
READS: Final = ("board", "account", "list")
MOVED: Final = """
SELECT json_build_object('id', d.id, 'name', d.name, 'status', d.status, 'version', d.version,
    'amount', d.amount::text, 'currency', d.currency, 'stage', json_build_object('id', s.id, 'name', s.name),
    'owner', json_build_object('name', m.name), 'account', json_build_object('id', a.id, 'name', a.name))
FROM deal d JOIN stage s ON s.id = d.stage_id JOIN member m ON m.id = d.owner_id JOIN account a ON a.id = d.account_id
WHERE d.id = %s
"""
#: What a move leaves, without ids and moments.
LEFT: Final = """
SELECT e.kind, e.by_id::text, e.from_stage_id::text, e.to_stage_id::text, e.seconds > 0, d.stage_entered_at = e.at,
    d.version, d.closed_on, (SELECT array_agg(a.action || ' ' || a.entity || ' ' || a.member_id || ' '
        || (SELECT string_agg(name, ',' ORDER BY name) FROM jsonb_object_keys(a.after) name) || ' '
        || coalesce(a.before->>'stage_id', '') || ' ' || coalesce(a.after->>'stage_id', '') ORDER BY a.entity)
        FROM audit_entry a WHERE a.entity_id IN (d.id, e.id))
FROM deal d JOIN deal_event e ON e.deal_id = d.id WHERE d.id = %s
"""


def check(servers: Sequence[Server], place: Place, served: Company) -> None:
    """The same answers to the same reads; each server moves one deal of its own, once, and leaves the same rows."""
    for read in READS:
        for number in range(min(5, len(servers[0].requests[read]))):
            answers = [plain(server.answer(server.requests[read][number])) for server in servers]
            for server, answer in zip(servers, answers, strict=True):
                if answer != answers[0] or len(str(answer)) < LEAST:
                    raise SystemExit(f"{server.name} answers {read} otherwise:\n{answers[0]!s:.3000}\n{answer!s:.3000}")
    left = {server.name: move(server, place, served) for server in servers}
    for name, rows in left.items():
        if rows != left[OURS]:
            raise SystemExit(f"A move by {name} leaves other rows:\n{left[OURS]}\n{rows}")


def move(server: Server, place: Place, served: Company) -> object:
    """The rows that its first move leaves; its answer must be what is in the table, and a stale version refused."""
    moved = moves(served, server.name)[0]
    request = take([one.encode() for one in server.requests["mutation"]], 0).decode()
    answer = plain(server.answer(request))
    with rows(place, served) as cursor:
        cursor.execute(MOVED, (str(moved.deal),))
        ((there,),) = cursor.fetchall()
        if answer != {"moveDeal": {"deal": there}} or there["stage"]["id"] != str(key("stage", 3)):
            raise SystemExit(f"{server.name} moved a deal and said so otherwise:\n{there}\n{answer}")
    again = server.answer(request)
    with rows(place, served) as cursor:
        cursor.execute(LEFT, (str(moved.deal),))
        left = cursor.fetchall()
    if len(left) != 1 or str(OWNER) not in str(left) or not refused(again):
        raise SystemExit(f"{server.name} took a move of a version that was no more: {again}\n{left}")
    return left


@contextmanager
def rows(place: Place, served: Company) -> Iterator[extensions.cursor]:
    with closing(connect(place.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(f"SET search_path = {served.tenant.namespace}, ext")
        yield cursor


def refused(answer: object) -> bool:
    return "'errors'" in str(answer) or "'code': 'CONFLICT'" in str(answer)


def plain(answer: object) -> object:
    """The data of an answer in one form: keys for ids, moments in UTC, money as two fields, no empty problems."""
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), dict):
        raise SystemExit(f"This is no answer: {answer!s:.2000}")
    return alike(answer["data"])


def alike(value: object, name: str = "") -> object:
    if isinstance(value, dict):
        money = value["amount"] if isinstance(value.get("amount"), dict) else {}
        return {field: alike(one, field) for field, one in (value | money).items() if field != "problems" or one}
    if isinstance(value, list):
        return [alike(one) for one in value]
    if isinstance(value, str) and name == "id":
        kind, found = decode(value)
        return str(found) if kind else value
    if isinstance(value, str) and name.endswith("At"):
        return datetime.fromisoformat(value).astimezone(UTC).isoformat()
    return value
