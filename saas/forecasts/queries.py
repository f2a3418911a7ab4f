"""What was known at the start of a day: the entries into stages, and the deals that stood open.

Everything is rebuilt from the append-only history, so that nothing which happened on the day itself or later (a
close, another amount, date or owner) changes the answer. Both statements hold the deals' own policy: shares and sums
are of the deals that the acting member may see, and a deleted deal is as if it had never been.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Integer, Row, Select, Subquery, case, cast, func, literal, or_, select, true
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import LateralFromClause

from saas.core.work import Work
from saas.deals.model import Deal, DealEvent, DealEventKind
from saas.forecasts.moments import Moment, read_moment
from saas.forecasts.outlook import Due, Heap, Outlook, StageTally, draw_outlook
from saas.forecasts.periods import Period, Span
from saas.forecasts.shares import Tally
from saas.members.model import Member
from saas.pipelines.model import Pipeline, Stage, StageKind
from saas.rates.force import rate_in_force

_Rows = Select[*tuple[object, ...]]
_Row = Row[*tuple[object, ...]]

STAGE_KINDS = (DealEventKind.CREATED, DealEventKind.STAGE)


def get_outlook(work: Work, period: Period, on: date | None = None, *,
                starts_on: date | None = None) -> tuple[Span, Outlook]:  # fmt: skip
    """The forecast of the first `period` that begins on `on` or after it, as known at the start of `on`; without a day,
    as known now. `starts_on` names another period by a day of it; see `moments`.

    Two statements, whatever the size of the history.
    """
    moment = read_moment(work, period, on, starts_on)
    stages, pipelines = _read_tallies(work, moment)
    heaps = [_heap(row) for row in work.rows(_rated(work, _heaps(work, moment).subquery("heap")))]
    return moment.span, draw_outlook(stages, pipelines, heaps)


def _read_tallies(work: Work, moment: Moment) -> tuple[list[StageTally], dict[UUID, Tally]]:
    """Of the open stages in their order, and of each pipeline whose deals were created in any stage of it."""
    stages: list[StageTally] = []
    pipelines: dict[UUID, Tally] = {}
    for row in work.rows(_tallies(work, moment)):
        created = Tally(row.created, row.created_won, row.created_lost)
        pipelines[row.pipeline_id] = pipelines.get(row.pipeline_id, Tally()) + created
        if row.shown:
            stages.append(StageTally(row.stage_id, row.pipeline_id, Tally(row.entered, row.won, row.lost)))
    return stages, pipelines


def _heap(row: _Row) -> Heap:
    return Heap(
        row.stage_id, row.pipeline_id, row.owner_id, row.team_id,
        Due(row.due), row.rated, row.deals, row.unpriced, row.amount,
    )  # fmt: skip


def _tallies(work: Work, moment: Moment) -> _Rows:
    """Each stage with what became of the deals that entered it, and of those among them that were created in it."""
    standing, now, pipeline = _standing(work, moment), aliased(Stage), aliased(Pipeline)
    created = func.bool_or(DealEvent.kind == DealEventKind.CREATED).label("created")
    entry = (
        select(DealEvent.deal_id, DealEvent.to_stage_id, created)
        .where(DealEvent.kind.in_(STAGE_KINDS), DealEvent.at < moment.start)
        .group_by(DealEvent.deal_id, DealEvent.to_stage_id)
        .subquery("entry")
    )
    became = (
        select(entry.c.to_stage_id, entry.c.created, now.kind)
        .join(standing, standing.c.deal_id == entry.c.deal_id)
        .join(now, now.id == standing.c.stage_id)
        .subquery("became")
    )
    shown = (Stage.kind == StageKind.OPEN) & work.visible(Stage)
    return (
        select(Stage.id.label("stage_id"), Stage.pipeline_id, shown.label("shown"), *_counts(became))
        .join(pipeline, pipeline.id == Stage.pipeline_id)
        .outerjoin(became, became.c.to_stage_id == Stage.id)
        .group_by(Stage.id, pipeline.id)
        .order_by(pipeline.is_default.desc(), pipeline.position, pipeline.id, Stage.position, Stage.id)
    )


def _counts(became: Subquery) -> Iterator[ColumnElement[int]]:
    count, created = func.count(became.c.to_stage_id), became.c.created
    won, lost = became.c.kind == StageKind.WON, became.c.kind == StageKind.LOST
    yield count.label("entered")
    yield count.filter(won).label("won")
    yield count.filter(lost).label("lost")
    yield count.filter(created).label("created")
    yield count.filter(created, won).label("created_won")
    yield count.filter(created, lost).label("created_lost")


def _rated(work: Work, heap: Subquery) -> _Rows:
    """The heaps in the company's currency; those without a rate stay apart, their amount is nothing."""
    columns = heap.c
    rate = rate_in_force(columns.currency, columns.rated_on, literal(work.tenant.currency), heap)
    part = select(heap, rate.label("rate")).subquery("part").c
    keys = (part.stage_id, part.pipeline_id, part.owner_id, part.team_id, part.due)
    rated = or_(part.rate.is_not(None), part.currency.is_(None)).label("rated")
    amount = func.round(func.coalesce(func.sum(part.amount * part.rate), 0), 2).label("amount")
    counts = (cast(func.sum(part[name]), Integer).label(name) for name in ("deals", "unpriced"))
    return select(*keys, rated, *counts, amount).group_by(*keys, rated)


def _heaps(work: Work, moment: Moment) -> _Rows:
    """The deals that stood open, and those won inside the period, in heaps of a kind, a currency and a day's rate."""
    standing, stage, owner = _standing(work, moment), aliased(Stage), aliased(Member)
    amount = _last(work, standing, (moment, DealEventKind.AMOUNT), name="priced")
    close = _last(work, standing, (moment, DealEventKind.CLOSE_DATE), name="dated")
    owned = _last(work, standing, (moment, DealEventKind.OWNER), name="owned")
    told_on = func.timezone(work.tenant.time_zone, standing.c.at).cast(Date)
    won_on = standing.c.closed_on if moment.now else told_on
    won = (stage.kind == StageKind.WON) & won_on.between(moment.span.starts_on, moment.span.ends_on)
    due = _due(close.c.to_on, moment, won)
    rated_on = case((amount.c.currency != work.tenant.currency, case((won, won_on), else_=moment.on)))
    keys = (stage.id, stage.pipeline_id, owned.c.to_owner_id, owner.team_id, due, amount.c.currency, rated_on)
    names = ("stage_id", "pipeline_id", "owner_id", "team_id", "due", "currency", "rated_on")
    total = func.coalesce(func.sum(amount.c.to_amount), 0).label("amount")
    unpriced = func.count().filter(amount.c.to_amount.is_(None)).label("unpriced")
    return (
        select(
            *(key.label(name) for key, name in zip(keys, names, strict=True)),
            func.count().label("deals"),
            unpriced,
            total,
        )
        .select_from(standing)
        .join(stage, stage.id == standing.c.stage_id)
        .outerjoin(amount, true())
        .outerjoin(close, true())
        .outerjoin(owned, true())
        .outerjoin(owner, owner.id == owned.c.to_owner_id)
        .where(or_(stage.kind == StageKind.OPEN, won))
        .group_by(*keys)
    )


def _due(close_on: ColumnElement[date], moment: Moment, won: ColumnElement[bool]) -> ColumnElement[str]:
    span = moment.span
    return case(
        (won, Due.WON),
        (close_on.is_(None), Due.UNDATED),
        (close_on < moment.on, Due.OVERDUE if moment.rolls else Due.OTHER),
        (close_on.between(span.starts_on, span.ends_on), Due.PERIOD),
        else_=Due.OTHER,
    )


def _standing(work: Work, moment: Moment) -> Subquery:
    """The stage in which each visible deal stood, and since when; its closing day is that of today."""
    closed_on = work.shown(Deal.closed_on).label("closed_on")
    return (
        select(DealEvent.deal_id, DealEvent.to_stage_id.label("stage_id"), DealEvent.at, closed_on)
        .ext(distinct_on(DealEvent.deal_id))
        .join(Deal, Deal.id == DealEvent.deal_id)
        .where(work.visible(Deal), DealEvent.kind.in_(STAGE_KINDS), DealEvent.at < moment.start)
        .order_by(DealEvent.deal_id, DealEvent.at.desc(), DealEvent.id.desc())
        .subquery("standing")
    )


def _last(work: Work, standing: Subquery, when: tuple[Moment, DealEventKind], *, name: str) -> LateralFromClause:
    """The newest event of the deal that set what its kind sets; the creation sets everything.

    What the role hides of the deals is as if nobody had ever said it.
    """
    event, (moment, kind) = aliased(DealEvent), when
    told = [work.shown(column) for column in (event.to_amount, event.to_on, event.to_owner_id)]
    return (
        select(event.currency, *told)
        .where(event.deal_id == standing.c.deal_id, event.at < moment.start)
        .where(event.kind.in_((DealEventKind.CREATED, kind)))
        .order_by(event.at.desc(), event.id.desc())
        .limit(1)
        .lateral(name)
    )
