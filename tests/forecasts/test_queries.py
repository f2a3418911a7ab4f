"""What was known at the start of a day, on a real Postgres: the worked example and every way to be wrong about it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine, event

from saas.core.errors import Invalid
from saas.core.money import Money
from saas.core.rights import Role
from saas.deals.actions import create_deal, edit_deal, move_deal
from saas.deals.model import Deal
from saas.deals.opening import DealDraft, Stay
from saas.forecasts.outlook import NoteCode, Outlook, Sums
from saas.forecasts.periods import Period
from saas.forecasts.queries import get_outlook
from saas.forecasts.shares import Tally
from saas.rates.actions import Quote, set_rates
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.forecasts.make import EARLY, NOW, ON, Shop, Told, closed, make_shop


@dataclass(frozen=True)
class Said:
    """An amount as an input says it."""

    amount: Decimal
    currency: str | None = None


AFTER = datetime(2026, 3, 1, 0, 0, tzinfo=UTC)


@pytest.fixture
def shop(lanes: Lanes, tenant: Tenant) -> Shop:
    return make_shop(lanes, tenant)


def tallies(outlook: Outlook) -> list[Tally]:
    return [stage.tally for stage, _ in outlook.stages]


def test_three_of_ten_quotes(shop: Shop) -> None:
    shop.tell(*closed(3, 7), Told())
    outlook = shop.outlook()
    assert tallies(outlook) == [Tally(), Tally(entered=11, won=3, lost=7)]
    assert outlook.total == Sums(Decimal(300), Decimal(0), Decimal(1000))
    assert outlook.notes == ()


def test_an_empty_company_has_a_forecast(shop: Shop) -> None:
    outlook = shop.outlook()
    assert (outlook.total, tallies(outlook), outlook.owners) == (Sums(), [Tally(), Tally()], ())


def test_a_deal_counts_in_every_stage_that_it_entered_and_once(shop: Shop) -> None:
    moments = [datetime(2026, 1, day, tzinfo=UTC) for day in (11, 12, 13, 14)]
    path = tuple(zip(("Quote", "New", "Quote", "Won"), moments, strict=True))
    shop.tell(Told(stage="New", path=path), Told(stage="New", path=path[:1]))
    assert tallies(shop.outlook()) == [Tally(2, 1, 0), Tally(2, 1, 0)]


def test_a_reopened_deal_is_open(shop: Shop) -> None:
    shop.tell(
        *closed(1, 1),
        Told(path=(("Lost", datetime(2026, 2, 1, tzinfo=UTC)), ("Quote", datetime(2026, 2, 2, tzinfo=UTC)))),
    )
    outlook = shop.outlook()
    assert tallies(outlook)[1] == Tally(3, 1, 1)
    assert outlook.total.open == 1000


def test_what_happens_on_the_day_is_not_known_yet(shop: Shop) -> None:
    shop.tell(*closed(1, 1), Told(path=(("Won", AFTER),)), Told(path=(("Lost", AFTER - timedelta(seconds=1)),)))
    outlook = shop.outlook()
    assert tallies(outlook)[1] == Tally(4, 1, 2)
    assert outlook.total.open == 1000


def test_later_edits_are_not_known_yet(shop: Shop) -> None:
    deal, *_ = shop.tell(Told(), *closed(1, 1))
    before = shop.outlook()
    omar = shop.members["omar"]
    shop.add_event(deal, "AMOUNT", AFTER, from_amount=Decimal(1000), to_amount=Decimal(9), currency="EUR")
    shop.add_event(deal, "CLOSE_DATE", AFTER, from_on=date(2026, 3, 15), to_on=date(2027, 1, 1))
    shop.add_event(deal, "OWNER", AFTER, from_owner_id=shop.members["dana"], to_owner_id=omar)
    with shop.open() as work:
        changed = work.get(Deal, deal)
        changed.amount, changed.expected_close_on, changed.owner_id = Decimal(9), date(2027, 1, 1), omar
    assert shop.outlook() == before
    assert before.owners == ((shop.members["dana"], Sums(Decimal(500), Decimal(0), Decimal(1000))),)


def test_earlier_edits_are_known(shop: Shop) -> None:
    deal, *_ = shop.tell(Told(close_on=date(2027, 1, 1)), *closed(1, 1))
    early = AFTER - timedelta(days=3)
    shop.add_event(deal, "AMOUNT", early, from_amount=Decimal(1000), to_amount=Decimal(600), currency="EUR")
    shop.add_event(deal, "AMOUNT", early + timedelta(hours=1), to_amount=Decimal(800), currency="EUR")
    shop.add_event(deal, "CLOSE_DATE", early, to_on=date(2026, 3, 31))
    shop.add_event(deal, "OWNER", early, to_owner_id=shop.members["omar"])
    assert shop.outlook().owners == ((shop.members["omar"], Sums(Decimal(400), Decimal(0), Decimal(800))),)


def test_a_deleted_deal_has_never_been(shop: Shop) -> None:
    deal, *_ = shop.tell(Told(), *closed(1, 1))
    with shop.open() as work:
        work.remove(work.get(Deal, deal))
    outlook = shop.outlook()
    assert (tallies(outlook)[1], outlook.total) == (Tally(2, 1, 1), Sums())


def test_dates_choose_the_period(shop: Shop) -> None:
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1), None]
    shop.tell(*closed(1, 0), *(Told(close_on=day, amount=Decimal(10**i)) for i, day in enumerate(days)))
    outlook = shop.outlook()
    assert outlook.total.expected == 111
    assert [(note.code, note.deals, note.amount) for note in outlook.notes] == [
        (NoteCode.OVERDUE, 1, Decimal(1)),
        (NoteCode.UNDATED, 1, Decimal(10000)),
    ]
    assert shop.outlook(on=date(2026, 3, 2)).total.expected == 1000 + 11


def test_other_currencies_and_missing_amounts_are_told(shop: Shop) -> None:
    shop.tell(*closed(1, 0), Told(currency="USD"), Told(amount=None), Told(amount=Decimal(50)))
    outlook = shop.outlook()
    assert outlook.total.expected == 50
    assert [(note.code, note.deals) for note in outlook.notes] == [
        (NoteCode.NO_AMOUNT, 1),
        (NoteCode.OTHER_CURRENCY, 1),
    ]


def test_other_currencies_count_at_the_rate_of_their_day(shop: Shop) -> None:
    rates = {date(2026, 2, 1): Decimal("0.5"), date(2026, 3, 10): Decimal(2)}
    with shop.open() as work:
        set_rates(work, [Quote("USD", day, rate) for day, rate in rates.items()])
    won = (("Won", datetime(2026, 3, 12, 9, tzinfo=UTC)),)
    shop.tell(*closed(1, 0), Told(currency="USD", amount=Decimal(100)), Told(currency="USD", path=won))
    first, later = shop.outlook(), shop.outlook(on=date(2026, 3, 1))
    assert (first.total, first.notes) == (Sums(Decimal("550.00"), Decimal(0), Decimal("550.00")), ())
    assert later == first


def test_a_member_forecasts_the_deals_that_he_sees(shop: Shop) -> None:
    shop.tell(*closed(3, 1), *closed(0, 6, Told(owner="omar")), Told(), Told(owner="omar"), Told(owner=None))
    everything, mona = shop.outlook(), shop.outlook("mona", Role.MANAGER)
    dana, omar = shop.outlook("dana"), shop.outlook("omar")
    assert tallies(everything)[1] == Tally(13, 3, 7)
    assert everything.total.expected == 900
    assert tallies(mona) == tallies(dana) == [Tally(), Tally(5, 3, 1)]
    assert mona.total == dana.total == Sums(Decimal(750), Decimal(0), Decimal(1000))
    assert tallies(omar)[1] == Tally(7, 0, 6)
    assert omar.total.expected == 0
    assert {key for key, _ in everything.owners} == {shop.members["dana"], shop.members["omar"], None}
    assert len(everything.teams) == 2


def test_the_day_begins_where_the_company_is(lanes: Lanes, tenant: Tenant) -> None:
    shop = make_shop(lanes, replace(tenant, time_zone="Asia/Jerusalem"))
    known, unknown = (datetime(2026, 2, 28, hour, 30, tzinfo=UTC) for hour in (21, 22))
    shop.tell(Told(path=(("Won", known),)), Told(path=(("Lost", unknown),)))
    assert tallies(shop.outlook())[1] == Tally(2, 1, 0)


def test_another_company_is_never_read(shop: Shop, lanes: Lanes, other_tenant: Tenant) -> None:
    shop.tell(*closed(3, 7), Told())
    assert make_shop(lanes, other_tenant).outlook().total == Sums()


@pytest.mark.parametrize("on", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_beyond_all_calendars_is_refused(shop: Shop, on: date) -> None:
    with shop.open() as work, pytest.raises(Invalid) as refusal:
        get_outlook(work, Period.QUARTER, on)
    assert (refusal.value.code, refusal.value.field) == ("BAD_DAY", "on")


def test_two_statements(shop: Shop) -> None:
    shop.tell(*closed(1, 1))
    counted: list[str] = []

    def watch(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        counted.append(statement)

    event.listen(Engine, "before_cursor_execute", watch)
    try:
        shop.outlook()
    finally:
        event.remove(Engine, "before_cursor_execute", watch)
    assert len(counted) == 2


def test_the_history_that_actions_write_is_enough(shop: Shop) -> None:
    """Made and changed by the capability itself: what it tells is what the forecast rebuilds."""
    shop.tell(*closed(1, 1, Told(stage="New")))
    with shop.open() as work:
        stay = Stay(shop.stages["New"], EARLY)
        made = DealDraft("Ours", (stay,), owner_id=shop.members["dana"], amount=Money(Decimal(500), "EUR"))
        deal = create_deal(work, replace(made, expected_close_on=date(2026, 6, 20)))
        work.flush()
        tomorrow = NOW.date() + timedelta(days=1)
    before = shop.outlook(on=ON), shop.outlook(on=tomorrow)
    with shop.open() as work:
        changes: dict[str, object] = {
            "amount": Said(Decimal(900)),
            "owner_id": shop.members["omar"],
            "expected_close_on": date(2026, 7, 2),
        }
        edit_deal(work, deal.id, changes)
        move_deal(work, deal.id, shop.stages["Quote"])
    after = shop.outlook(on=ON), shop.outlook(on=tomorrow)
    assert before[0] == after[0]
    assert [sums for _, sums in before[1].stages] == [Sums(), Sums()]
    assert tallies(after[1]) == [Tally(3, 1, 1), Tally(1, 0, 0)]
    assert after[1].owners == ((shop.members["omar"], Sums(Decimal(450), Decimal(0), Decimal(900))),)
