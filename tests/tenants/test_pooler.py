"""Behind PgBouncer in transaction mode nobody meets another company; and what a connection weighs. In full:
`bin/bench isolation`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bench import isolation
from bench.beside.pooler import MISSING, PGBOUNCER, pooled
from tenants.engine import TENANTS_A_CONNECTION, Lanes
from tenants.registry import Tenant
from tests.conftest import Database, make_tenant
from tests.ports import free_port

MANY = 2_400


@pytest.fixture
def companies(tenant: Tenant, other_tenant: Tenant, tenants_pool: Iterator[Tenant]) -> list[Tenant]:
    return [tenant, other_tenant, next(tenants_pool), next(tenants_pool)]


@pytest.fixture
def pool(database: Database, tmp_path: Path) -> Iterator[str]:
    """The web role's URL through a pooler of two connections."""
    if PGBOUNCER is None:
        pytest.skip(MISSING)
    with pooled(database.web_url, tmp_path, port=free_port(), size=isolation.POOL) as url:
        yield url


def test_no_row_of_another_company_comes_through_a_pooler(
    pool: str, database: Database, companies: list[Tenant]
) -> None:
    seen = isolation.interleave(pool, companies, MANY)
    assert (seen.transactions, seen.foreign) == (MANY, [])
    assert 1 < len(seen.servers) <= isolation.POOL  # eight clients did share two connections
    assert isolation.rows_out_of_place(database.migrate_url, companies) == 0


def test_what_is_set_for_the_session_shows_the_rows_of_others(pool: str, companies: list[Tenant]) -> None:
    """The negative control: without it the test above might not be able to see a foreign row."""
    isolation.interleave(pool, companies, isolation.CLIENTS)
    assert isolation.forget_the_rule(pool, companies, 400).foreign


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what a process weighs")
def test_a_connection_stays_light_until_it_is_replaced(database: Database, migrate_engine: Engine) -> None:
    """What each further company adds, for all that one connection may meet."""
    companies = [make_tenant(migrate_engine, f"heavy-{number}") for number in range(6)]
    lanes = Lanes({"home": database.web_url}, lanes=1, size=1)
    touch = isolation.touch_all(database.admin_url, companies[0].namespace)
    steps = isolation.rotate(lanes, companies, touch)
    weights = []
    for _ in steps:
        backend = lanes.read(companies[0], "SELECT pg_backend_pid()", {}, actor=None)[0][0]
        weights.append(isolation.weigh(database.admin_url)[int(str(backend))])
    lanes.dispose()
    each = (weights[-1] - weights[1]) / (len(companies) - 2)  # the first ones also bring what all share
    assert each > 0
    assert weights[1] + each * TENANTS_A_CONNECTION < isolation.LIMIT_MB
