"""The tests' company."""

from collections.abc import Iterator

import pytest

from saas.graph.threads import Threads
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.members.make import Company, make_company


@pytest.fixture(scope="session")
def threads() -> Iterator[Threads]:
    with Threads(4) as threads:
        yield threads


@pytest.fixture
def company(lanes: Lanes, tenant: Tenant, threads: Threads) -> Company:
    return make_company(lanes, tenant, threads)


@pytest.fixture(scope="module")
def settled(lanes: Lanes, tenants_pool: Iterator[Tenant], threads: Threads) -> Company:
    """One for all tests of a module that are refused: they prove that they leave nothing."""
    return make_company(lanes, next(tenants_pool), threads)


@pytest.fixture
def other_company(lanes: Lanes, other_tenant: Tenant, threads: Threads) -> Company:
    return make_company(lanes, other_tenant, threads)
