"""The reports in the graph: a root field for each block of a page."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from saas.activities.kinds import ActivityKind
from saas.core.work import Work
from saas.deals.graph import DealNode
from saas.forecasts.periods import Period
from saas.graph.declare import key_or_none, query, record, record_or_none
from saas.losses.graph import LossReasonNode
from saas.members.graph import MemberNode, TeamNode
from saas.pipelines.graph import StageNode
from saas.reports import queries, stalls, totals
from saas.reports.shapes import DealTotal, OwnerTotal, ProgressStretch, Shown
from saas.reports.whose import Whose, read_days

strawberry.enum(stalls.StallBasis, description="Said by the company, or twice the median stay of deals that were won.")


@strawberry.type(description="What is open in a stage, by owner, most first.")
class StageTotal:
    stage: StageNode
    total: DealTotal
    owners: list[OwnerTotal]


@strawberry.type(description="The open deals, by stage in the order of the board.")
class OpenPipeline:
    total: DealTotal
    stages: list[StageTotal]
    owners: list[OwnerTotal]


@query
def open_pipeline(
    work: Work, owner_id: strawberry.ID | None = None, team_id: strawberry.ID | None = None
) -> OpenPipeline:
    """Of an owner, of a team, or of all that may be seen."""
    shown, stages = Shown(work), queries.read_open(work, _whose(owner_id, team_id))
    owners: dict[UUID | None, totals.Total] = {}
    for stage in stages:
        for owner, total in stage.owners:
            owners[owner] = owners.get(owner, totals.nothing(work)) + total
    return OpenPipeline(
        total=shown.total(sum(owners.values(), totals.nothing(work))),
        stages=[
            StageTotal(
                stage=record(StageNode, one.stage_id), total=shown.total(one.total), owners=shown.owners(one.owners)
            )
            for one in stages
        ],
        owners=shown.owners(queries.rank(owners)),
    )  # fmt: skip


@strawberry.type(
    description="How many open deals of the acting member wait for him: `pastClose` were to be closed before the day "
    "`on`, today where the company is; null where his role hides that."
)
class WaitingDeals:
    on: date
    without_next_step: int
    past_close: int | None
    stalled: int


@query
def waiting_deals(work: Work) -> WaitingDeals:
    """What an owner has to look after, besides his activities."""
    today = work.clock.today(work.tenant.time_zone)
    found = queries.read_waiting(work, today)
    return WaitingDeals(
        on=today, without_next_step=found.without_next_step, past_close=found.past_close, stalled=found.stalled
    )


@strawberry.type(
    description="How long a deal may stand in a stage: it is stalled when it entered it before `enteredBefore`. "
    "`sample` are the won deals that the acting member sees and that stood in it."
)
class StallLimit:
    stage: StageNode
    days: float
    basis: stalls.StallBasis
    sample: int
    entered_before: datetime


@query
def stall_limits(work: Work) -> list[StallLimit]:
    """Of the open stages that have one, in the order of the board."""
    return [_limit(one) for one in queries.read_limits(work)]


@strawberry.type(
    description="A stalled deal: the days that it has stood in its stage, and how many are over the limit."
)
class StalledDeal:
    deal: DealNode | None
    days: float
    days_over: float
    limit: StallLimit


@strawberry.type(description="The stalled deals that are the furthest over their limit, and how many there are in all.")
class StalledDeals:
    count: int
    deals: list[StalledDeal]


@query
def stalled_deals(
    work: Work, owner_id: strawberry.ID | None = None, team_id: strawberry.ID | None = None, first: int = 10
) -> StalledDeals:
    """Of an owner, of a team, or of all that may be seen."""
    count, found = queries.read_stalled(work, _whose(owner_id, team_id), first)
    now = work.clock.now()
    return StalledDeals(
        count=count,
        deals=[
            StalledDeal(
                deal=record(DealNode, one.deal_id), days=_days(one.entered_at, now),
                days_over=_days(one.entered_at, one.limit.entered_before), limit=_limit(one.limit),
            )
            for one in found
        ],
    )  # fmt: skip


@strawberry.type(description="A period until today, and the one before it until the same day of it.")
class Progress:
    period: Period
    current: ProgressStretch
    before: ProgressStretch


@query
def progress(
    work: Work, period: Period, *, on: date | None = None, owner_id: strawberry.ID | None = None,
    team_id: strawberry.ID | None = None,
) -> Progress:  # fmt: skip
    """Until the day `on`, today if not given, where the company is. Won and lost deals count on the day they closed."""
    shown, day = Shown(work), on or work.clock.today(work.tenant.time_zone)
    current, before = queries.read_progress(work, period, day, _whose(owner_id, team_id))
    return Progress(period=period, current=shown.stretch(current), before=shown.stretch(before))


@strawberry.type(description="What an owner won and lost.")
class OwnerClosings:
    owner: MemberNode | None
    won: DealTotal
    lost: DealTotal


@strawberry.type(description="What was lost for a reason; of null nobody said why.")
class LossTotal:
    reason: LossReasonNode | None
    total: DealTotal


@strawberry.type(
    description="What was won and lost in some days; lost deals by what they would have been worth. `reasons` is null "
    "where the role of the acting member hides why a deal was lost."
)
class Closings:
    since: date
    until: date
    won: DealTotal
    lost: DealTotal
    owners: list[OwnerClosings]
    reasons: list[LossTotal] | None


@query
def closings(
    work: Work, since: date, until: date, *, owner_id: strawberry.ID | None = None,
    team_id: strawberry.ID | None = None,
) -> Closings:  # fmt: skip
    """From one day to another, both included, by the day on which a deal closed; who won most comes first."""
    shown, none = Shown(work), totals.nothing(work)
    whose, days = _whose(owner_id, team_id), read_days(work, since, until)
    found, reasons = queries.read_closings(work, whose, days), queries.read_losses(work, whose, days)
    return Closings(
        since=since, until=until, won=shown.total(sum((one.won for one in found), none)),
        lost=shown.total(sum((one.lost for one in found), none)),
        owners=[
            OwnerClosings(
                owner=record_or_none(MemberNode, one.owner_id), won=shown.total(one.won), lost=shown.total(one.lost)
            )
            for one in found
        ],
        reasons=None if reasons is None else [
            LossTotal(reason=record_or_none(LossReasonNode, key), total=shown.total(total)) for key, total in reasons
        ],
    )  # fmt: skip


@strawberry.type(description="How many activities of a kind an owner did.")
class ActivityCount:
    owner: MemberNode | None
    kind: ActivityKind
    count: int


@strawberry.type(description="What was done in some days; in moments from `startsAt` until before `endsAt`.")
class ActivityCounts:
    starts_at: datetime
    ends_at: datetime
    count: int
    counts: list[ActivityCount]


@query
def activity_counts(
    work: Work, since: date, until: date, *, owner_id: strawberry.ID | None = None,
    team_id: strawberry.ID | None = None,
) -> ActivityCounts:  # fmt: skip
    """From one day to another, both included, where the company is: by the moment at which it took place."""
    days = read_days(work, since, until)
    found = queries.read_activities(work, _whose(owner_id, team_id), days)
    return ActivityCounts(
        starts_at=days.starts_at, ends_at=days.ends_at, count=sum(one.count for one in found),
        counts=[
            ActivityCount(owner=record_or_none(MemberNode, one.owner_id), kind=one.kind, count=one.count)
            for one in found
        ],
    )  # fmt: skip


def _whose(owner_id: strawberry.ID | None, team_id: strawberry.ID | None) -> Whose:
    return Whose(key_or_none(MemberNode, owner_id), key_or_none(TeamNode, team_id))


def _days(since: datetime, until: datetime) -> float:
    return round((until - since).total_seconds() / stalls.DAY, 1)


def _limit(one: stalls.StallLimit) -> StallLimit:
    return StallLimit(
        stage=record(StageNode, one.stage_id), days=one.days, basis=one.basis, sample=one.sample,
        entered_before=one.entered_before,
    )  # fmt: skip
