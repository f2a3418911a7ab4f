"""The shapes of numbers in the graph: totals, and stretches of days."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP
from uuid import UUID

import strawberry

from saas.core.work import Work
from saas.graph.declare import Money, record_or_none
from saas.members.graph import MemberNode
from saas.reports.progress import Stretch
from saas.reports.totals import ZERO, Total
from saas.reports.whose import Days


@strawberry.type(description="Deals in a currency that has no rate: they are in no sum.")
class UnratedDeals:
    currency: str
    deals: int


@strawberry.type(
    description="Deals and what they are worth in the company's currency, open ones at today's rate and closed ones at "
    "that of their closing day; `amount` is null where the role hides it. It leaves out `unpriced` deals, which have "
    "none, and `unrated` ones, for whose currency there is no rate."
)
class DealTotal:
    deals: int
    amount: Money | None
    unpriced: int
    unrated: list[UnratedDeals]


@strawberry.type(description="Some deals of one owner; of nobody, or of one whom the role hides, where it is null.")
class OwnerTotal:
    owner: MemberNode | None
    total: DealTotal


@strawberry.type(description="`won` is the sum of all days of the stretch up to this one.")
class ProgressDay:
    on: date
    won: DealTotal


@strawberry.type(description="What came in some days; in moments from `startsAt` until before `endsAt`.")
class ProgressStretch:
    starts_on: date
    ends_on: date
    starts_at: datetime
    ends_at: datetime
    won: DealTotal
    lost: DealTotal
    opened: DealTotal
    activities: int
    days: list[ProgressDay]


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of reports as the graph shows them: in the company's currency and time zone."""

    work: Work

    def total(self, total: Total) -> DealTotal:
        worth = None if total.amount is None else total.amount.quantize(ZERO, ROUND_HALF_UP)
        return DealTotal(
            deals=total.deals,
            amount=None if worth is None else Money(amount=worth, currency=self.work.tenant.currency),
            unpriced=total.unpriced,
            unrated=[UnratedDeals(currency=key, deals=deals) for key, deals in sorted(total.unrated.items())],
        )

    def owners(self, owners: tuple[tuple[UUID | None, Total], ...]) -> list[OwnerTotal]:
        return [OwnerTotal(owner=record_or_none(MemberNode, key), total=self.total(total)) for key, total in owners]

    def stretch(self, one: Stretch) -> ProgressStretch:
        days = Days(one.span.starts_on, one.span.ends_on, self.work.tenant.time_zone)
        return ProgressStretch(
            starts_on=days.since, ends_on=days.until, starts_at=days.starts_at, ends_at=days.ends_at,
            won=self.total(one.won), lost=self.total(one.lost), opened=self.total(one.opened), activities=one.done,
            days=[ProgressDay(on=day.on, won=self.total(day.won)) for day in one.days],
        )  # fmt: skip
