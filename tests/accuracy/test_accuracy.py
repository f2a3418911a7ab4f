"""What was said of past months beside what came, reckoned by hand; the clock stands at the 1st of June 2026."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import cast

import pytest

from saas.accuracy.queries import read_trials
from saas.accuracy.trials import Came, Ratio, Trial, error, ratio
from saas.core.errors import Invalid
from saas.core.rights import Role
from saas.core.work import Work
from saas.forecasts.outlook import Sums
from saas.forecasts.periods import Period, Span
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.deals.make import euros, make_deal, move
from tests.forecasts.make import Shop, Told, closed, make_shop
from tests.members.conftest import company, settled, threads
from tests.members.make import Company, Json

__all__ = ["company", "settled", "threads"]

ASKED = """{ forecastAccuracy(period: MONTH, count: 2) { inside error plainError
    periods { startsOn endsOn inside wonDeals expected { amount currency } range { low { amount } high { amount } }
    won { amount } wonOfKnown { amount } wonOfNew { amount } } } }"""


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=UTC)


@pytest.fixture
def shop(lanes: Lanes, tenant: Tenant) -> Shop:
    """Half of what entered Quote was won by February; of a deal of 1000 due in March 500 are expected."""
    shop = make_shop(lanes, tenant)
    shop.tell(
        *closed(2, 2, Told(close_on=date(2026, 2, 10), amount=Decimal(100))),
        Told(path=(("Won", at(3, 20)),)),
        Told(opened_at=at(3, 5), amount=Decimal(70), path=(("Won", at(3, 30)),)),
        Told(opened_at=at(3, 5), close_on=date(2026, 4, 9), path=(("Lost", at(4, 8)),)),
    )
    return shop


def trials(shop: Shop, period: Period = Period.MONTH, count: int = 4) -> tuple[list[Trial], Came]:
    with shop.open() as work:
        return read_trials(work, period, count)


def test_what_was_said_is_what_was_known_when_the_month_began(shop: Shop) -> None:
    found, before = trials(shop)
    assert [trial.span.starts_on.month for trial in found] == [2, 3, 4, 5]
    assert [trial.said for trial in found[1:]] == [
        Sums(Decimal(500), Decimal(0), Decimal(1000)), Sums(Decimal("666.67"), Decimal(0), Decimal(1000)), Sums(),
    ]  # fmt: skip
    assert [trial.came for trial in found] == [
        Came(Decimal(200), Decimal(0), 2), Came(Decimal(1000), Decimal(70), 2),
        Came(Decimal(0), Decimal(0), 0), Came(Decimal(0), Decimal(0), 0),
    ]  # fmt: skip
    assert before == Came(Decimal(0), Decimal(0), 0)


def test_months_before_the_company_are_left_out(shop: Shop) -> None:
    found, _ = trials(shop, count=12)
    assert found[0].span == Span(date(2026, 2, 1), date(2026, 2, 28))
    quarters, _ = trials(shop, Period.QUARTER, 3)
    assert [trial.span.starts_on for trial in quarters] == [date(2026, 1, 1)]
    assert quarters[0].came.amount == 1270


def test_later_changes_change_nothing_that_was_said(shop: Shop) -> None:
    before = [trial.said for trial in trials(shop)[0][:2]]
    shop.tell(*closed(9, 0, Told(opened_at=at(4, 2), path=())))
    assert [trial.said for trial in trials(shop)[0][:2]] == before


def test_an_error_is_a_part_of_what_came() -> None:
    assert error([Decimal(80), Decimal(30)], [Decimal(100), Decimal(20)]) == pytest.approx(0.25)
    assert error([Decimal(80)], [Decimal(0)]) is None
    assert error([], []) is None


def test_the_ratio_is_of_all_and_of_the_least_and_the_most() -> None:
    def trial(said: int, came: int) -> Trial:
        return Trial(Span(date(2026, 1, 1), date(2026, 1, 31)), Sums(Decimal(said)), Came(Decimal(came), Decimal(0), 1))

    told = [trial(100, 20), trial(100, 90), trial(200, 80), trial(0, 30)]
    assert ratio(told) is None
    assert ratio([*told, trial(100, 60)]) == Ratio(0.2, 0.5, 0.9)


@pytest.mark.parametrize("count", [0, 13])
def test_too_many_periods_are_refused(shop: Shop, count: int) -> None:
    with pytest.raises(Invalid) as refused:
        trials(shop, count=count)
    assert (refused.value.code, refused.value.field) == ("BAD_COUNT", "count")


def test_a_member_looks_back_at_the_deals_that_he_sees(shop: Shop) -> None:
    def seen(work: Work) -> Decimal:
        return sum((trial.came.amount for trial in read_trials(work, Period.MONTH, 4)[0]), Decimal())

    with shop.open("dana") as work:
        assert seen(work) == 1270
    with shop.open("omar") as work:
        assert seen(work) == 0


@pytest.fixture(scope="module")
def office(settled: Company) -> Company:
    """A deal that was to close in March did so; the clock stands at the 20th of April."""
    settled.clock.at = at(2, 20)
    deal = make_deal(settled, "Due", who="rina", amount=euros(100), expectedCloseOn="2026-03-10")
    settled.clock.at = at(3, 12)
    move(settled, deal, "Won", who="rina")
    settled.clock.at = at(4, 20)
    return settled


def test_the_graph_tells_it(office: Company) -> None:
    said = cast(Json, office.ask("olga", ASKED)["forecastAccuracy"])
    (march,) = cast("list[Json]", said["periods"])
    assert march == {
        "startsOn": "2026-03-01", "endsOn": "2026-03-31", "inside": True, "wonDeals": 1,
        "expected": {"amount": "0.00", "currency": "EUR"}, "won": {"amount": "100.00"},
        "range": {"low": {"amount": "0.00"}, "high": {"amount": "100.00"}},
        "wonOfKnown": {"amount": "100.00"}, "wonOfNew": {"amount": "0.00"},
    }  # fmt: skip
    assert (said["inside"], said["error"], said["plainError"]) == (1, 1.0, 1.0)


@pytest.mark.parametrize("field", ["amount", "closedOn"])
def test_what_the_role_hides_is_refused(office: Company, field: str) -> None:
    rules = {"grants": {"Deal": {"READ": "ALL"}}, "fields": {"Deal": {field: "HIDDEN"}}}
    office.roles["rina"] = (Role.REP, json.dumps(rules))
    said = office.answer("rina", ASKED, {})
    (refusal,) = cast("list[Json]", said["errors"])
    assert refusal["extensions"] == {"code": "FIELD_HIDDEN", "field": field}
