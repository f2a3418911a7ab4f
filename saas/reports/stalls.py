"""When a deal is stalled: it has stood in its stage for longer than is allowed, or than is usual.

A stage's limit are the days that the company allows. Where it allows none, the limit is twice the median of the times
that won deals stood in that stage, a deal's stays there added up, as soon as there are `ENOUGH` of them; with fewer the
stage has no limit and nothing is stalled in it. The median is of the deals that the acting member sees, as the shares
of his forecast are.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, Subquery, and_, case, cast, func, literal, select
from sqlalchemy.orm import aliased

from saas.core.work import Work
from saas.deals.model import Deal, DealEvent, DealEventKind, DealStatus
from saas.pipelines.model import Pipeline, Stage, StageKind

ENOUGH = 5
TIMES = 2
DAY = 86_400
ORDER = (Pipeline.is_default.desc(), Pipeline.position, Pipeline.id, Stage.position, Stage.id)


class StallBasis(StrEnum):
    """Where a limit comes from: the company said it, or it is twice the median stay of deals that were won."""

    ALLOWED = "ALLOWED"
    MEDIAN = "MEDIAN"


@dataclass(frozen=True, slots=True)
class StallLimit:
    """How long a deal may stand in a stage; who entered it before `entered_before` is stalled. `sample` won deals."""

    stage_id: UUID
    seconds: float
    basis: StallBasis
    sample: int
    entered_before: datetime

    @property
    def days(self) -> float:
        return round(self.seconds / DAY, 1)


def limits(work: Work) -> Subquery:
    """A row for each open stage that has a limit, in the order of the board."""
    typical, place = _typical(work), func.row_number().over(order_by=ORDER)
    said = Stage.allowed_days.is_not(None)
    median = case((typical.c.sample >= ENOUGH, typical.c.median * TIMES))
    seconds = func.coalesce(cast(Stage.allowed_days * DAY, Float), median).label("seconds")
    found = (
        select(
            Stage.id.label("stage_id"),
            place.label("place"),
            seconds,
            case((said, literal(StallBasis.ALLOWED.value)), else_=StallBasis.MEDIAN.value).label("basis"),
            func.coalesce(typical.c.sample, 0).label("sample"),
        )
        .join(Pipeline, Pipeline.id == Stage.pipeline_id)
        .outerjoin(typical, typical.c.stage_id == Stage.id)
        .where(Stage.kind == StageKind.OPEN, work.visible(Stage), work.visible(Pipeline))
        .subquery("found")
    )
    before = literal(work.clock.now()) - func.make_interval(0, 0, 0, 0, 0, 0, found.c.seconds)
    return select(found, before.label("entered_before")).where(found.c.seconds.is_not(None)).subquery("stall_limit")


def stalled(limit: Subquery) -> ColumnElement[bool]:
    """Of a deal beside the limit of its stage."""
    return and_(Deal.status == DealStatus.OPEN, Deal.stage_entered_at < limit.c.entered_before)


def _typical(work: Work) -> Subquery:
    won, event = aliased(Deal), aliased(DealEvent)
    stay = (
        select(event.from_stage_id.label("stage_id"), func.sum(event.seconds).label("seconds"))
        .join(won, won.id == event.deal_id)
        .where(work.visible(won), won.status == DealStatus.WON, event.kind == DealEventKind.STAGE)
        .where(event.seconds.is_not(None))
        .group_by(event.deal_id, event.from_stage_id)
        .subquery("stay")
    )
    return _medians(stay).subquery("typical")


def _medians(stay: Subquery) -> Select[*tuple[object, ...]]:
    middle = func.percentile_cont(0.5).within_group(stay.c.seconds)
    columns = stay.c.stage_id, middle.label("median"), func.count().label("sample")
    return select(*columns).group_by(stay.c.stage_id)
