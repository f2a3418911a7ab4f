"""Sums are in the company's currency at the rate in force, as in the list that a number opens."""

from typing import cast

import pytest

from tests.deals.make import euros, make_deal, move
from tests.members.make import Company, Json
from tests.rates.make import make_rate
from tests.reports.make import TODAY, ask, on, total

LISTED = """query($filter: DealFilter) { deals(filter: $filter, first: 1) { convertedAmount { total { amount } } } }"""


@pytest.fixture(scope="module")
def shop(settled: Company) -> Company:
    """Dollars are worth 0.9 since the 1st of March and 0.8 since the 12th; of pounds nothing is known."""
    make_rate(settled, day="2026-03-01", rate="0.9")
    make_rate(settled, day="2026-03-12", rate="0.8")
    for name, amount, currency, day in (("E", 100, "EUR", 4), ("D", "10.01", "USD", 4), ("L", 20, "USD", 13)):
        on(settled, 3, 3)
        deal = make_deal(settled, name, who="rina", amount=euros(amount, currency))
        on(settled, 3, day)
        move(settled, deal, "Lost" if name == "L" else "Won", who="rina")
    on(settled, 3, 14)
    for amount, currency in ((1000, "EUR"), ("33.33", "USD"), (50, "GBP"), (60, "GBP"), (70, "CHF")):
        make_deal(settled, "Open", who="rina", amount=euros(amount, currency))
    settled.clock.at = TODAY
    return settled


def worth(amount: str, deals: int, **unrated: int) -> Json:
    return {**total(deals, amount), "unrated": [{"currency": key, "deals": many} for key, many in unrated.items()]}


def listed(company: Company, **filter: object) -> object:
    said = cast(Json, company.ask("mona", LISTED, filter=filter)["deals"])
    return cast(Json, cast(Json, said["convertedAmount"])["total"])["amount"]


def test_open_deals_count_at_todays_rate(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "OpenPipeline")["openPipeline"])
    assert said["total"] == worth("1026.66", 5, CHF=1, GBP=2)
    assert listed(shop, status={"eq": "OPEN"}) == "1026.66"


def test_closed_deals_count_at_the_rate_of_their_day(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "Closings", since="2026-03-01", until="2026-03-31")["closings"])
    assert (said["won"], said["lost"]) == (worth("109.01", 2), worth("16.00", 1))
    assert listed(shop, status={"eq": "WON"}) == "109.01"
    assert listed(shop, status={"eq": "LOST"}) == "16.00"


def test_a_month_is_told_day_by_day(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "Progress", period="MONTH")["progress"])
    now = cast(Json, said["current"])
    assert now["won"] == worth("109.01", 2)
    assert now["opened"] == worth("1151.67", 8, CHF=1, GBP=2)
    days = cast("list[Json]", now["days"])
    assert [days[index]["won"] for index in (2, 3)] == [worth("0.00", 0), worth("109.01", 2)]
    assert listed(shop, openedAt={"gte": now["startsAt"], "lt": now["endsAt"]}) == "1151.67"


def test_what_lacks_a_rate_is_in_no_sum_of_its_own(shop: Company) -> None:
    said = cast(Json, ask(shop, "mona", "OpenPipeline", owner=shop.id("rina"))["openPipeline"])
    (rina,) = cast("list[Json]", said["owners"])
    assert rina["total"] == worth("1026.66", 5, CHF=1, GBP=2)
