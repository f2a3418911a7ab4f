"""The shapes of numbers in the graph: totals, and stretches of days."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import strawberry

from saas.core.work import Work
from saas.graph.declare import Money, record_or_none
from saas.members.graph import MemberNode
from saas.reports.progress import Stretch
from saas.reports.totals import Total
from saas.reports.whose import Days


@strawberry.type(
    description="Deals and what they are worth in the company's currency; `amount` is null where the role hides it. It "
    "leaves out `unpriced` deals, which have none, and `foreign` ones, in another currency."
)
class DealTotal:
    deals: int
    amount: Money | None
    unpriced: int
    foreign: int


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
        amount = None if total.amount is None else Money(amount=total.amount, currency=self.work.tenant.currency)
        return DealTotal(deals=total.deals, amount=amount, unpriced=total.unpriced, foreign=total.foreign)

    def owners(self, owners: tuple[tuple[UUID | None, Total], ...]) -> list[OwnerTotal]:
        return [OwnerTotal(owner=record_or_none(MemberNode, key), total=self.total(total)) for key, total in owners]

    def stretch(self, one: Stretch) -> ProgressStretch:
        days = Days(one.span.starts_on, one.span.ends_on, self.work.tenant.time_zone)
        return ProgressStretch(
            starts_on=days.since, ends_on=days.until, starts_at=days.starts_at, ends_at=days.ends_at,
            won=self.total(one.won), lost=self.total(one.lost), opened=self.total(one.opened), activities=one.done,
            days=[ProgressDay(on=day.on, won=self.total(day.won)) for day in one.days],
        )  # fmt: skip
