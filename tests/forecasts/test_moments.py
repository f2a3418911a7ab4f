"""The running period as known now, the ones around it, and the range of what is expected."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from saas.core.errors import Invalid
from saas.deals.model import Deal
from saas.forecasts.outlook import Due, Heap, NoteCode, Outlook, StageTally, Sums, draw_outlook
from saas.forecasts.periods import Period, Span, span_of, spans_before
from saas.forecasts.queries import get_outlook
from saas.forecasts.shares import Tally
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.forecasts.make import NOW, Shop, Told, closed, make_shop
from tests.forecasts.test_outlook import HEAP, PIPELINE, QUOTE

JUNE, JULY, MAY = date(2026, 6, 20), date(2026, 7, 1), date(2026, 5, 31)


@pytest.fixture
def shop(lanes: Lanes, tenant: Tenant) -> Shop:
    return make_shop(lanes, tenant)


def now(shop: Shop, starts_on: date | None, on: date | None = None) -> Outlook:
    with shop.open() as work:
        return get_outlook(work, Period.MONTH, on, starts_on=starts_on)[1]


def test_the_running_month_holds_what_is_overdue_and_no_other_does(shop: Shop) -> None:
    shop.tell(*closed(1, 1), Told(close_on=date(2026, 6, 15)), Told(close_on=date(2026, 5, 2), amount=Decimal(500)),
              Told(close_on=date(2026, 7, 9), amount=Decimal(30)))  # fmt: skip
    running = now(shop, JUNE)
    assert running.total == Sums(Decimal(750), Decimal(0), Decimal(1500))
    assert running.total.open_deals == 2
    assert [(note.code, note.deals) for note in running.notes] == [(NoteCode.OVERDUE, 1)]
    assert now(shop, JULY).total == Sums(Decimal(15), Decimal(0), Decimal(30))
    assert now(shop, MAY).total == Sums()
    assert now(shop, None, on=date(2026, 6, 2)).total == Sums(Decimal(265), Decimal(0), Decimal(530))


def test_now_knows_what_happened_today(shop: Shop) -> None:
    shop.tell(Told(path=(("Won", NOW),)))
    assert now(shop, JUNE).total == Sums(Decimal(1000), Decimal(1000), Decimal(0))
    assert now(shop, JUNE, on=NOW.date()).total == Sums(Decimal(0), Decimal(0), Decimal(1000))


def test_what_was_won_counts_on_the_day_that_its_record_tells(shop: Shop) -> None:
    (deal,) = shop.tell(Told(path=(("Won", datetime(2026, 5, 30, 9, tzinfo=UTC)),)))
    assert now(shop, MAY).total.won_deals == 1
    with shop.open() as work:
        work.get(Deal, deal).closed_on = date(2026, 4, 30)
    assert (now(shop, MAY).total.won, now(shop, date(2026, 4, 1)).total.won) == (Decimal(0), Decimal(1000))


def test_the_range_goes_from_the_low_end_of_each_share_to_the_high_one() -> None:
    stages = [StageTally(QUOTE, PIPELINE, Tally(10, 3, 7))]
    won = Heap(QUOTE, PIPELINE, None, None, Due.WON, rated=True, deals=1, unpriced=0, amount=Decimal(50))
    total = draw_outlook(stages, {}, [HEAP, won]).total
    assert (total.low, total.expected, total.high) == (Decimal("157.79"), Decimal(350), Decimal("653.22"))
    assert (total.won_deals, total.open_deals) == (1, 2)


def test_without_history_anything_may_come() -> None:
    total = draw_outlook([StageTally(QUOTE, PIPELINE, Tally(2))], {}, [HEAP]).total
    assert (total.low, total.expected, total.high) == (Decimal(0), Decimal(0), Decimal(1000))


def test_spans_of_days() -> None:
    assert span_of(Period.QUARTER, date(2024, 2, 29)) == Span(date(2024, 1, 1), date(2024, 3, 31))
    assert [span.starts_on for span in spans_before(Period.MONTH, date(2026, 2, 1), 2)] == [
        date(2025, 12, 1), date(2026, 1, 1),
    ]  # fmt: skip


def test_a_period_beyond_all_calendars_is_refused(shop: Shop) -> None:
    with pytest.raises(Invalid) as refused:
        now(shop, date(2200, 1, 1))
    assert (refused.value.code, refused.value.field) == ("BAD_DAY", "startsOn")


def test_quarters_follow_the_companys_year(lanes: Lanes, tenant: Tenant) -> None:
    shop = make_shop(lanes, replace(tenant, fiscal_start=2))
    shop.tell(Told(close_on=date(2026, 7, 31)), Told(close_on=date(2026, 8, 1)))
    with shop.open() as work:
        span, outlook = get_outlook(work, Period.QUARTER, starts_on=JUNE)
    assert (span, outlook.total.open_deals) == (Span(date(2026, 5, 1), date(2026, 7, 31)), 1)
    assert spans_before(Period.QUARTER, JUNE, 1, fiscal_start=2) == [Span(date(2026, 2, 1), date(2026, 4, 30))]
