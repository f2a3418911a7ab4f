"""How many deals, and what they are worth in the company's currency.

An open deal counts at today's rate and a closed one at that of its closing day, as in lists (`saas.deals.worth`). What
lacks a rate is in no sum: a total tells how many deals that are, in which currency. Deals are gathered by currency and
day first, so that a rate is looked up once for each heap; a sum is exact until it is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Row, Select, Subquery, and_, case, cast, func, literal, select

from saas.core.work import Work
from saas.deals.model import Deal, DealStatus
from saas.rates.force import rate_in_force

ZERO = Decimal("0.00")

_Plain = ColumnElement[int] | ColumnElement[bool] | ColumnElement[str] | ColumnElement[date]
_Key = ColumnElement[UUID | None] | ColumnElement[DealStatus] | _Plain
_Rows = Select[*tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Total:
    """`amount` is None where the role hides amounts; `unpriced` deals have none; `unrated` ones, by their currency,
    lack a rate.
    """

    deals: int = 0
    amount: Decimal | None = ZERO
    unpriced: int = 0
    unrated: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: "Total") -> "Total":
        known = None if self.amount is None or other.amount is None else self.amount + other.amount
        left = dict(self.unrated)
        for currency, deals in other.unrated.items():
            left[currency] = left.get(currency, 0) + deals
        return Total(self.deals + other.deals, known, self.unpriced + other.unpriced, left)


def nothing(work: Work) -> Total:
    """The total of no deal: also of none the amount is not told where the role hides it."""
    return Total(amount=None if hides_amounts(work) else ZERO)


def hides_amounts(work: Work) -> bool:
    return work.rights.hides(Deal.__name__, "amount")


def realized(work: Work) -> ColumnElement[Decimal | None]:
    """What a won deal brought; what a lost one would have been worth."""
    won = Deal.realized_amount.is_not(None) & (Deal.status == "WON")
    return case((won, work.shown(Deal.realized_amount)), else_=work.shown(Deal.amount))


def heaps(work: Work, keys: Sequence[_Key], amount: ColumnElement[Decimal | None]) -> _Rows:
    """Deals in heaps of the same `keys`, currency and day of the rate; whoever asks adds where from and which."""
    own, today = work.tenant.currency, literal(work.clock.today(work.tenant.time_zone), Date)
    currency = case((amount.is_not(None), Deal.currency))
    rated_on = case((and_(amount.is_not(None), Deal.currency != own), func.coalesce(Deal.closed_on, today)))
    columns = (
        currency.label("currency"),
        rated_on.label("rated_on"),
        func.count(Deal.id).label("deals"),
        func.count().filter(Deal.id.is_not(None), amount.is_(None)).label("unpriced"),
        func.coalesce(func.sum(amount), 0).label("amount"),
    )
    return select(*keys, *columns).group_by(*keys, currency, rated_on)


def in_own_currency(work: Work, heap: Subquery, keys: Sequence[str]) -> _Rows:
    """Rows for `read_total`: of each of the `keys` one with what has a rate, and one for each currency without."""
    columns = heap.c
    rate = rate_in_force(columns.currency, columns.rated_on, literal(work.tenant.currency), heap)
    part = select(heap, rate.label("rate")).subquery("part").c
    lacking = case((part.rate.is_(None), part.currency))
    named = [part[key] for key in keys]
    sums = (
        cast(func.sum(part.deals), part.deals.type).label("deals"),
        cast(func.sum(part.unpriced), part.unpriced.type).label("unpriced"),
        func.coalesce(func.sum(part.amount * part.rate), 0).label("amount"),
    )
    return select(*named, lacking.label("lacking"), *sums).group_by(*named, lacking)


def read_total(work: Work, row: Row[*tuple[object, ...]]) -> Total:
    if hides_amounts(work):
        return Total(row.deals, None)
    return Total(row.deals, Decimal(row.amount), row.unpriced, {row.lacking: row.deals} if row.lacking else {})
