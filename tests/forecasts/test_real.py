"""The forecast of a real pipeline: 8,800 opportunities, imported, as known on the first day of 2018."""

import statistics
import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from saas.core.work import Opener
from saas.forecasts.explanations import explain_share
from saas.forecasts.outlook import NoteCode, Outlook, Sums
from saas.forecasts.periods import Period
from saas.forecasts.queries import get_outlook
from saas.forecasts.shares import Tally
from saas.pipelines.model import Stage
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.imports.make import REAL, bring, found_company, real_files

ON = date(2018, 1, 1)
QUICK = 1.0  # seconds; a tenth of it on a machine that does nothing else


@pytest.mark.shared
@pytest.mark.skipif(not REAL.is_dir(), reason="needs ../shared/data/crm_sales_opportunities")
def test_engaging_wins_63_percent(lanes: Lanes, tenant: Tenant) -> None:
    company = found_company(lanes, tenant)
    bring(company, *real_files())
    outlook = forecast(company, ON)
    tallies = named(company, outlook)
    engaging = tallies["Engaging"]
    assert engaging == Tally(entered=8300, won=4238, lost=2473)
    said = "63.2 % of 6,711 closed deals, interval 62.0\u201364.3 %, 1,589 still open"
    assert explain_share(engaging, "en") == said
    assert [(note.code, note.deals) for note in outlook.notes] == [(NoteCode.OVERDUE, 1542), (NoteCode.UNDATED, 500)]
    assert outlook.total == Sums(Decimal("2437837.66"), Decimal(0), Decimal(3860389))
    assert sum((sums.expected for _, sums in outlook.owners), Decimal()) == outlook.total.expected
    assert sum((sums.expected for _, sums in outlook.teams), Decimal()) == outlook.total.expected
    moments = [time.perf_counter()]
    for _ in range(5):
        forecast(company, ON)
        moments.append(time.perf_counter())
    assert statistics.median(end - start for start, end in pairwise(moments)) < QUICK
    earlier = named(company, forecast(company, date(2017, 7, 1)))["Engaging"]
    assert 1000 < earlier.entered < engaging.entered
    assert earlier.open > 0


def forecast(company: Opener, on: date) -> Outlook:
    with company() as work:
        return get_outlook(work, Period.MONTH, on)[1]


def named(company: Opener, outlook: Outlook) -> dict[str, Tally]:
    with company() as work:
        return {work.get(Stage, stage.stage_id).name: stage.tally for stage, _ in outlook.stages}
