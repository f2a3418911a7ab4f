"""The shop of a test's own, and the one next door."""

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
