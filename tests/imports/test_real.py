import time

import pytest
from sqlalchemy import func, select

from saas.deals.model import Deal, DealStatus
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.imports.make import REAL, bring, contents, found_company, real_files, undo

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the real sales data is not beside the checkout")


def test_the_real_files(lanes: Lanes, tenant: Tenant) -> None:
    company = found_company(lanes, tenant)
    before = contents(company)
    start = time.perf_counter()
    first = bring(company, *real_files())
    print("first", time.perf_counter() - start, first.status, first.failure, first.total, first.done)
    with company() as work:
        counts = work.rows(select(Deal.status, func.count()).where(work.visible(Deal)).group_by(Deal.status))
    print(dict(counts))
    after = contents(company)
    start = time.perf_counter()
    second = bring(company, *real_files())
    print("second", time.perf_counter() - start, second.status, second.failure)
    assert contents(company) == after
    start = time.perf_counter()
    undone = undo(company, first.id)
    print("undo", time.perf_counter() - start, undone.status, undone.failure)
    assert contents(company) == before
    assert DealStatus
