from datetime import UTC, datetime

import pytest

from saas.core.clock import FixedClock
from saas.core.principal import system
from saas.core.work import Opener
from tenants.engine import Lanes
from tenants.registry import Tenant


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 1, 12, 0, tzinfo=UTC))


@pytest.fixture
def opener(lanes: Lanes, tenant: Tenant, clock: FixedClock) -> Opener:
    return Opener(lanes, tenant, system("req-1"), clock)
