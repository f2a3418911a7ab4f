"""A small company whose numbers are known by heart; today is the 20th of March 2026.

rina   W1 100 won on the 10th of February, W2 300 won on the 26th, W3 50 won on the 4th of March, L1 70 lost on the 6th
       open in New since the 7th: O1 500 (to close on the 10th), O2 900 dollars (on the 20th), O3 without an amount
raz    R1 200, open in Quote since the 8th
sami   S1 1000, open in New since the 9th, in another team
"""

from datetime import UTC, datetime
from typing import cast

from tests.deals.make import euros, make_deal, move
from tests.members.make import Company, Json

TODAY = datetime(2026, 3, 20, 9, tzinfo=UTC)
COUNT = "query Count($filter: DealFilter) { deals(filter: $filter, first: 1) { totalCount } }"


def fill(company: Company) -> None:
    for name, amount, opened, closed, stage in (
        ("W1", 100, (2, 5), (2, 10), "Won"), ("W2", 300, (2, 25), (2, 26), "Won"), ("W3", 50, (3, 3), (3, 4), "Won"),
        ("L1", 70, (3, 5), (3, 6), "Lost"),
    ):  # fmt: skip
        on(company, *opened)
        deal = make_deal(company, name, who="rina", amount=euros(amount))
        on(company, *closed)
        move(company, deal, stage, who="rina")
    on(company, 3, 7)
    make_deal(company, "O1", who="rina", amount=euros(500), expectedCloseOn="2026-03-10")
    make_deal(company, "O2", who="rina", amount=euros(900, "USD"), expectedCloseOn="2026-03-20")
    make_deal(company, "O3", who="rina")
    on(company, 3, 8)
    make_deal(company, "R1", who="raz", amount=euros(200), stageId=company.id("Quote", "Stage"))
    on(company, 3, 9)
    make_deal(company, "S1", who="sami", amount=euros(1000))
    company.clock.at = TODAY


def on(company: Company, month: int, day: int) -> None:
    company.clock.at = datetime(2026, month, day, 9, tzinfo=UTC)


def count(company: Company, who: str, **filter: object) -> int:
    """How many deals the list shows by this filter."""
    said = company.ask(who, COUNT, filter=filter)["deals"]
    assert isinstance(said, dict)
    return int(said["totalCount"])


def total(deals: int, amount: str | None, unpriced: int = 0, dollars: int = 0) -> dict[str, object]:
    worth = None if amount is None else {"amount": amount, "currency": "EUR"}
    unrated = [{"currency": "USD", "deals": dollars}] if dollars else []
    return {"deals": deals, "amount": worth, "unpriced": unpriced, "unrated": unrated}


def ask(company: Company, who: str, document: str, **given: object) -> Json:
    """What a document of the client's answers, without the names of types."""
    return cast(Json, _bare(company.ask(who, document, **given)))


def _bare(said: object) -> object:
    if isinstance(said, dict):
        return {name: _bare(value) for name, value in said.items() if name != "__typename"}
    return [_bare(one) for one in said] if isinstance(said, list) else said
