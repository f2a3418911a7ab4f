"""How many deals, and what they are worth, in the company's currency.

`worth` is the only place that says what an amount in another currency is worth: for now nothing is known of it, so it
is left out of the sum and `foreign` tells how many deals that concerns.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from sqlalchemy import ColumnElement, Row, case, func

from saas.core.work import Work
from saas.deals.model import Deal

ZERO = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Total:
    """`amount` is None where the role hides amounts; `unpriced` deals have none, `foreign` ones another currency."""

    deals: int = 0
    amount: Decimal | None = ZERO
    unpriced: int = 0
    foreign: int = 0

    def __add__(self, other: "Total") -> "Total":
        known = None if self.amount is None or other.amount is None else self.amount + other.amount
        return Total(
            self.deals + other.deals, known, self.unpriced + other.unpriced, self.foreign + other.foreign
        )  # fmt: skip


def nothing(work: Work) -> Total:
    """The total of no deal: also of none the amount is not told where the role hides it."""
    return Total(amount=None if hides_amounts(work) else ZERO)


def hides_amounts(work: Work) -> bool:
    return work.rights.hides(Deal.__name__, "amount")


def realized(work: Work) -> ColumnElement[Decimal | None]:
    """What a won deal brought; what a lost one would have been worth."""
    won = Deal.realized_amount.is_not(None) & (Deal.status == "WON")
    return case((won, work.shown(Deal.realized_amount)), else_=work.shown(Deal.amount))


def worth(work: Work, amount: ColumnElement[Decimal | None]) -> ColumnElement[Decimal | None]:
    """An amount of a deal in the company's currency; null where it has none or is in another one."""
    return case((Deal.currency == work.tenant.currency, amount))


def counted(work: Work, amount: ColumnElement[Decimal | None]) -> list[ColumnElement[object]]:
    """The columns of a total of those deals of a group that there are; `read_total` reads them."""
    there, elsewhere = Deal.id.is_not(None), Deal.currency != work.tenant.currency
    columns = (
        func.count(Deal.id).label("deals"),
        func.coalesce(func.sum(worth(work, amount)), 0).label("amount"),
        func.count().filter(there, amount.is_(None)).label("unpriced"),
        func.count().filter(amount.is_not(None), elsewhere).label("foreign"),
    )
    return [cast("ColumnElement[object]", column) for column in columns]


def read_total(work: Work, row: Row[*tuple[object, ...]]) -> Total:
    if hides_amounts(work):
        return Total(row.deals, None)
    return Total(row.deals, Decimal(row.amount).quantize(ZERO), row.unpriced, row.foreign)
