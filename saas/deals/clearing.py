"""What becomes of the deals in a stage that is taken away, and when it comes back."""

from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import aliased

from saas.core.errors import Conflict, LimitReached
from saas.core.work import Work
from saas.deals.model import Deal, DealEvent, DealEventKind
from saas.deals.spans import whole_seconds
from saas.pipelines.events import StageLeaves, StageReturns
from saas.pipelines.model import Stage

MOST_MOVED = 2_000


def clear_stage(work: Work, event: StageLeaves) -> None:
    """Deals that stand in a stage that goes move, deleted ones too, for they may come back; or it stays."""
    standing = select(Deal).where(Deal.stage_id == event.stage.id, work.visible(Deal, deleted=True))
    if event.to is None:
        if work.first(standing.limit(1)) is not None:
            raise Conflict("STAGE_IN_USE", "Deals stand in %(stage)s: move them first.", "id", stage=event.stage.name)
        return
    deals = work.all(standing.limit(MOST_MOVED + 1).with_for_update())
    if len(deals) > MOST_MOVED:
        message = "More than %(most)s deals stand in %(stage)s: move some of them in the list first."
        raise LimitReached("MANY_DEALS", message, "id", most=MOST_MOVED, stage=event.stage.name)
    for deal in deals:
        _put(work, deal, event.to, cast(datetime, event.stage.deleted_at))


def refill_stage(work: Work, event: StageReturns) -> None:
    """Those that moved when it went, and stand there still."""
    moved, later = aliased(DealEvent), aliased(DealEvent)
    kind = DealEventKind.STAGE
    since = select(later.id).where(later.deal_id == Deal.id, later.kind == kind, later.id > moved.id)
    returning = (
        select(Deal)
        .join(moved, moved.deal_id == Deal.id)
        .where(moved.kind == kind, moved.from_stage_id == event.stage.id, moved.at == event.left_at)
        .where(Deal.stage_id == moved.to_stage_id, ~since.exists(), work.visible(Deal, deleted=True))
    )
    for deal in work.all(returning.with_for_update(of=Deal)):
        _put(work, deal, event.stage, work.clock.now())


def _put(work: Work, deal: Deal, stage: Stage, at: datetime) -> None:
    """Into a stage of the same kind, whoever's the deal is; it stays as open or as closed as it was."""
    work.follow(deal)
    seconds = max(0, whole_seconds(deal.stage_entered_at, at))
    told = DealEvent(
        deal_id=deal.id, kind=DealEventKind.STAGE, at=at, by_id=work.who.member_id, from_stage_id=deal.stage_id,
        to_stage_id=stage.id, seconds=seconds,
    )  # fmt: skip
    work.add(told)
    deal.stage_id, deal.stage_entered_at = stage.id, at
