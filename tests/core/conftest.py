"""What the tests of the core share: a way to open units of work for a fresh tenant."""

from datetime import UTC, datetime

import pytest

from saas.core.clock import FixedClock
from saas.core.principal import Principal, system
from saas.core.rights import Role
from saas.core.work import Opener
from tenants.engine import Lanes
from tenants.registry import Tenant


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 3, 1, 12, 0, tzinfo=UTC))


@pytest.fixture
def opener(lanes: Lanes, tenant: Tenant, clock: FixedClock) -> Opener:
    """The product itself, in a fresh tenant."""
    return Opener(lanes, tenant, system("req-1"), clock)


@pytest.fixture
def other_opener(lanes: Lanes, other_tenant: Tenant, clock: FixedClock) -> Opener:
    return Opener(lanes, other_tenant, system("req-2"), clock)


def acting(opener: Opener, role: Role, **changes: object) -> Opener:
    """The same tenant, for a member of this role."""
    member_id = changes.get("member_id")
    assert member_id is None or hasattr(member_id, "hex")
    who = Principal(member_id, role, "Someone", "en", "UTC", "req-3")  # type: ignore[arg-type]
    return Opener(opener.lanes, opener.tenant, who, opener.clock)
