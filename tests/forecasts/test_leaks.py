"""Nothing that happens after the day leaks: two years of a company's history, cut off or moved, forecast alike."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from saas.core.clock import FixedClock
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import store
from saas.demo.company import draw_company
from saas.demo.records import Company, DealRecord
from saas.forecasts.outlook import Note, Sums
from saas.forecasts.periods import Period, day_start
from saas.forecasts.queries import get_outlook
from saas.forecasts.shares import Tally
from saas.members.model import Member, Team
from saas.pipelines.model import Stage
from tenants.engine import Lanes
from tenants.registry import Tenant

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ON = date(2026, 6, 17)
START = day_start(ON, "UTC")

Named = tuple[Sums, dict[str, tuple[Tally, Sums]], dict[str, Sums], dict[str, Sums], tuple[Note, ...]]


def cut(deal: DealRecord) -> DealRecord | None:
    known = tuple(event for event in deal.events if event.at < START)
    return replace(deal, events=known) if known else None


def move(deal: DealRecord) -> DealRecord | None:
    later = timedelta(days=97, hours=5)
    moved = (event if event.at < START else replace(event, at=event.at + later) for event in deal.events)
    return replace(deal, events=tuple(moved))


def forecast(lanes: Lanes, tenant: Tenant, company: Company, period: Period) -> Named:
    ours = replace(tenant, currency="ILS")
    with Opener(lanes, ours, system("test"), FixedClock(NOW))() as work:
        store(work, company)
        work.flush()
        names: dict[object, str] = {None: "nobody"}
        for model in (Stage, Member, Team):
            names |= {row.id: row.name for row in work.rows(select(model.id, model.name))}
        _, outlook = get_outlook(work, period, ON)
    owners, teams = ({names[key]: sums for key, sums in parts} for parts in (outlook.owners, outlook.teams))
    stages = {names[stage.stage_id]: (stage.tally, sums) for stage, sums in outlook.stages}
    return (outlook.total, stages, owners, teams, outlook.notes)


@pytest.mark.parametrize("change", [cut, move])
@pytest.mark.parametrize("period", Period)
def test_the_future_does_not_matter(
    lanes: Lanes, tenants_pool: Iterator[Tenant], change: Callable[[DealRecord], DealRecord | None], period: Period
) -> None:
    company = replace(draw_company(NOW, seed=7), activities=())  # of deals that are cut away
    changed = replace(company, deals=tuple(deal for deal in map(change, company.deals) if deal))
    assert changed != company
    whole = forecast(lanes, next(tenants_pool), company, period)
    assert whole == forecast(lanes, next(tenants_pool), changed, period)
    assert whole[0].expected > 0
    assert 0 < whole[0].expected < whole[0].open


def test_the_sums_are_those_of_the_drawing(lanes: Lanes, tenant: Tenant) -> None:
    """The same figures, counted by Python from the records."""
    company = draw_company(NOW, seed=7)
    _, stages, *_ = forecast(lanes, tenant, company, Period.MONTH)
    known = [deal for deal in map(cut, company.deals) if deal]
    for position, stage in enumerate(company.stages[:5]):
        entered = [deal for deal in known if any(event.after.stage == position for event in deal.events)]
        won, lost = (sum(deal.now.stage == closed for deal in entered) for closed in (5, 6))
        tally, sums = stages[stage.name]
        assert tally == Tally(len(entered), won, lost)
        due = [deal for deal in entered if deal.now.stage == position and _is_due(deal)]
        assert sums.open == sum(deal.now.amount for deal in due)


def _is_due(deal: DealRecord) -> bool:
    close = deal.now.expected_on
    return close < ON or date(2026, 7, 1) <= close <= date(2026, 7, 31)
