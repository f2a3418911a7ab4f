"""A restricted member's answer is the owner's answer in a company in which what is hidden from him does not exist.

Over random documents: whatever path leads to a hidden row or field, an edge, a filter, a search, a sum, an order, a
cursor, would tell the two apart. `KESHER_DOCUMENTS` says how many.
"""

import asyncio
import json
import os
import random
from collections.abc import Iterator

import orjson
import pytest
from sqlalchemy import Engine

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.core.clock import FixedClock
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.principal import Principal
from saas.core.rights import Role
from saas.deals.model import Deal
from saas.graph.assembly import graph
from saas.graph.documents import Library
from saas.graph.door import Door
from saas.graph.threads import Threads
from saas.sharing.model import Share
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.access.apart import Apart, make_apart, seen_keys
from tests.graph.documents import Writer
from tests.graph.oracle import plainly
from tests.graph.world import MODELS, NOW, World, make_world, table_of

HOW_MANY = int(os.environ.get("KESHER_DOCUMENTS", "340"))
ROLES: dict[str, tuple[Role, dict[str, object]]] = {
    "rep": (Role.REP, {
        "grants": {"Deal": {"READ": "TEAM"}, "Account": {"READ": "OWN"}, "Contact": {"READ": "BELOW"}},
        "fields": {"Deal": {"expectedCloseOn": "HIDDEN", "contact": "HIDDEN"}, "Contact": {"email": "HIDDEN"},
                   "Account": {"phone": "HIDDEN", "revenue": "HIDDEN"}},
    }),
    "reader": (Role.READER, {
        "grants": {"Account": {"READ": "NONE"}, "Activity": {"READ": "NONE"}, "Deal": {"READ": "BELOW"}},
        "fields": {"Deal": {"owner": "HIDDEN", "realizedAmount": "HIDDEN"}, "Contact": {"account": "HIDDEN"}},
    }),
    "manager": (Role.MANAGER, {
        "grants": {"Contact": {"READ": "OWN"}},
        "fields": {"Deal": {"externalId": "HIDDEN"}, "Product": {"price": "HIDDEN"}, "Account": {"owner": "HIDDEN"}},
    }),
}  # fmt: skip

SHARED: tuple[type[Model], ...] = (Account, Contact, Deal)


@pytest.fixture(scope="module")
def door(lanes: Lanes) -> Iterator[Door]:
    with Threads(1) as threads:
        yield Door(graph(), Library(graph(), {}), lanes, threads, FixedClock(NOW))


@pytest.fixture(scope="module")
def world(migrate_engine: Engine, tenants_pool: Iterator[Tenant], door: Door) -> World:
    """Some records of others are shared with the viewer, some with his team."""
    made = make_world(migrate_engine, next(tenants_pool))
    apart = Apart(made.tenant, made.tenant, viewer_of(made, "rep"))
    before = {model: seen_keys(door.lanes, apart, model) for model in SHARED}
    share(migrate_engine, made)
    for model in SHARED:
        assert seen_keys(door.lanes, apart, model) > before[model], f"no share opens a {model.__name__}"
    return made


def viewer_of(world: World, name: str) -> Principal:
    role, rules = ROLES[name]
    return Principal(world.viewers[2].member_id, role, "Viewer", "en", "UTC", "apart", json.dumps(rules))


def share(engine: Engine, world: World) -> None:
    viewer = next(row for row in world.rows["Member"] if row["id"] == world.viewers[2].member_id)
    circles: list[dict[str, object]] = [{"member_id": viewer["id"], "team_id": None}]
    circles += [{"member_id": None, "team_id": viewer["team_id"]}] if viewer["team_id"] else []
    rows = [
        {"id": new_id(), "object": model.__name__, "record_id": row["id"], "level": "READ", "created_at": NOW,
         "by_id": None, **circles[place % len(circles)]}
        for model in SHARED
        for place, row in enumerate(world.rows[model.__name__][::4])
    ]  # fmt: skip
    with engine.execution_options(schema_translate_map={None: world.tenant.namespace}).begin() as connection:
        connection.execute(table_of(Share).insert(), rows)


def ask(door: Door, tenant: Tenant, who: Principal, text: str, variables: dict[str, object]) -> dict[str, object]:
    body = orjson.dumps({"query": text, "variables": variables})
    _status, answer = asyncio.run(door.answer(tenant, who, body))
    said = orjson.loads(answer)
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("name", ROLES)
def test_what_is_hidden_is_as_if_it_were_not(
    name: str, door: Door, world: World, tenants_pool: Iterator[Tenant], migrate_engine: Engine
) -> None:
    viewer = viewer_of(world, name)
    apart = Apart(world.tenant, next(tenants_pool), viewer)
    make_apart(door.lanes, migrate_engine, apart, MODELS)
    compared = refused = told = 0
    for seed in range(HOW_MANY):
        document = Writer(random.Random(seed), world, lambda _kind, _order: []).document()
        here = ask(door, apart.here, viewer, document.text, document.variables)
        if "errors" in here:
            assert {one["extensions"]["code"] for one in here["errors"]} == {"FIELD_HIDDEN"}  # type: ignore[attr-defined]
            refused += 1
            continue
        there = of_there(apart, ask(door, apart.there, apart.owner, document.text, document.variables))
        assert orjson.dumps(plainly(here)) == orjson.dumps(plainly(there)), (seed, document.text, document.variables)
        compared += 1
        told += here != ask(door, apart.here, world.viewers[0], document.text, document.variables) if seed < 50 else 0
    assert compared > refused
    assert told, "it makes no difference who asks"


def of_there(apart: Apart, answer: dict[str, object]) -> dict[str, object]:
    """The companies have two names."""
    text = orjson.dumps(answer).replace(apart.there.slug.encode(), apart.here.slug.encode())
    said = orjson.loads(text.replace(apart.there.name.encode(), apart.here.name.encode()))
    assert isinstance(said, dict)
    return said
