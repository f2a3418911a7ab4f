import pytest

from saas.core.work import Opener
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.imports.make import found_company


@pytest.fixture
def company(lanes: Lanes, tenant: Tenant) -> Opener:
    """An empty company whose owner acts."""
    return found_company(lanes, tenant)
