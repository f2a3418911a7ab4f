"""The two walls around a tenant, and the facts they rest on."""

from tenants.engine import Lanes
from tenants.registry import Tenant


def test_enters_its_own_namespace(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    for mine in (tenant, other_tenant):
        rows = lanes.read(mine, "SELECT current_user::text, current_schema()::text", {}, actor=None)
        assert rows == [(mine.namespace.encode(), mine.namespace.encode())]
