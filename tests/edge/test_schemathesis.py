"""Schemathesis over the whole graph: whatever it makes up, nothing breaks, and nothing comes out unmasked.

Each root field gets documents of its own, with its arguments and inputs, half of them wrong on purpose. Ids are those
of the company's records, mostly, so that what is asked for is also done.
"""

import asyncio
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import httpx2
import orjson
import pytest
import schemathesis
from graphql import GraphQLObjectType
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.result import Ok
from schemathesis.graphql import nodes
from sqlalchemy import Engine

from saas.app import create_app
from saas.graph.assembly import graph
from saas.identity.tokens import create_token
from saas.settings import Mode, Settings
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.graph.make import Shop, open_shop

SDL = Path(__file__).resolve().parents[2] / "graphql" / "schema.graphql"
ROOTS = {
    one.ok().label: one.ok() for one in schemathesis.graphql.from_path(SDL).get_all_operations() if isinstance(one, Ok)
}
EACH = 14  # more than 2,000 documents for the 167 root fields, though some have fewer that differ
UNMASKED = re.compile(rb"Traceback|psycopg|sqlalchemy|SELECT |INSERT |pg_catalog|kesher_web|\.py\b")
STATUSES = {200, 400, 413, 429}


@dataclass(frozen=True, slots=True)
class Target:
    """A company of its own behind the whole of HTTP, and its owner's token."""

    shop: Shop
    runner: asyncio.Runner
    client: httpx2.AsyncClient

    def send(self, document: str) -> httpx2.Response:
        return self.runner.run(self.client.post("/graphql", json={"query": document}))


@pytest.fixture(scope="module")
def target(
    database: Database, lanes: Lanes, web_engine: Engine, tenants_pool: Iterator[Tenant],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Target]:  # fmt: skip
    home = tmp_path_factory.mktemp("schemathesis")
    site = Settings(mode=Mode.SERVER, home=home, web_url=database.web_url, client=home, lanes=1, lane_size=2)
    door = create_app(replace(site, record_budget=10**9))
    with open_shop(lanes, next(tenants_pool)) as shop, asyncio.Runner() as runner:
        token = create_token(web_engine, shop.tenant, shop.members["olga"][0], name="schemathesis")
        client = httpx2.AsyncClient(
            transport=httpx2.ASGITransport(door), base_url="http://127.0.0.1:8000",
            headers={"authorization": f"Bearer {token}"},
        )  # fmt: skip
        known = [shop.deal(), shop.made("createAccount", {"name": "Acme"}), *shop.stages.values(), shop.member("ron")]
        register(known)
        yield Target(shop, runner, client)
        runner.run(client.aclose())
    door.close()


def register(known: list[str]) -> None:
    """What the graph's own scalars are made of."""
    ids = st.sampled_from([*known, "", "x", known[0][:-1]])
    amounts = st.decimals(allow_nan=True, allow_infinity=True).map(str)
    for name, texts in (("ID", ids), ("Decimal", amounts), ("JSON", st.sampled_from(["", "{}", "a"]))):
        schemathesis.graphql.scalar(name, texts.map(nodes.String))


@pytest.mark.parametrize("root", ROOTS)
def test_nothing_breaks(target: Target, root: str, caplog: pytest.LogCaptureFixture) -> None:
    made = {mode: ROOTS[root].as_strategy(generation_mode=mode) for mode in GenerationMode}
    ways = [st.tuples(st.just(mode), cases.map(lambda case: str(case.body))) for mode, cases in made.items()]

    @settings(
        max_examples=EACH, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )  # fmt: skip
    @given(st.one_of(ways))
    def ask(said: tuple[GenerationMode, str]) -> None:
        mode, document = said
        codes = codes_of(target.send(document), target.shop.tenant)
        assert codes or mode is GenerationMode.POSITIVE or not takes_arguments(root)

    ask()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def takes_arguments(root: str) -> bool:
    """Of one that takes none no document can be made that is wrong in them."""
    kind, _, name = root.partition(".")
    return bool(cast(GraphQLObjectType, graph().schema.type_map[kind]).fields[name].args)


def codes_of(answer: httpx2.Response, tenant: Tenant) -> list[str]:
    """Of an answer that is none but the graph's own."""
    assert answer.status_code in STATUSES, answer.text
    assert not UNMASKED.search(answer.content), answer.text
    assert tenant.namespace.encode() not in answer.content
    said = orjson.loads(answer.content)
    assert said.keys() <= {"data", "errors", "extensions"}
    codes = [error["extensions"]["code"] for error in said.get("errors", [])]
    assert "INTERNAL" not in codes
    return codes
