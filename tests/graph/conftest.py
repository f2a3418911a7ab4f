"""The shop of a test's own, the one next door, and one that a module's tests only read."""

from collections.abc import Iterator

import pytest

from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.graph.make import Shop, open_shop


@pytest.fixture
def shop(lanes: Lanes, tenant: Tenant) -> Iterator[Shop]:
    with open_shop(lanes, tenant) as shop:
        yield shop


@pytest.fixture
def next_door(lanes: Lanes, other_tenant: Tenant) -> Iterator[Shop]:
    with open_shop(lanes, other_tenant) as shop:
        yield shop


@pytest.fixture(scope="module")
def calm(lanes: Lanes, tenants_pool: Iterator[Tenant]) -> Iterator[Shop]:
    """With one deal; for tests that change nothing."""
    with open_shop(lanes, next(tenants_pool)) as shop:
        shop.stages["deal"] = shop.deal()
        yield shop
