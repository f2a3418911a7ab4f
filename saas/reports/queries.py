"""Reads of the reports: one statement for each block, with the policies and without what the role hides."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Row, Select, and_, func, literal, null, or_, select, union_all

from saas.activities.kinds import ActivityKind, ActivityStatus
from saas.activities.model import Activity, ActivityLink
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.deals.model import Deal, DealStatus
from saas.forecasts.periods import Period, Span
from saas.pipelines.model import Pipeline, Stage, StageKind
from saas.reports.findings import OwnerClosings, StageTotals, Stall, Tally, Waiting
from saas.reports.progress import Deed, Stretch, compared, stretch
from saas.reports.stalls import ORDER, StallBasis, StallLimit, limits, stalled
from saas.reports.totals import Total, heaps, in_own_currency, nothing, read_total, realized
from saas.reports.whose import Days, Whose, read_days, require_shown

LARGEST_PAGE = 100
CLOSED = (DealStatus.WON, DealStatus.LOST)

_Rows = Select[*tuple[object, ...]]
_Row = Row[*tuple[object, ...]]


def read_open(work: Work, whose: Whose) -> list[StageTotals]:
    """Every open stage in the order of the board, also one without a deal."""
    owner = work.shown(Deal.owner_id)
    place = func.row_number().over(order_by=ORDER)
    stages = (
        select(Stage.id, place.label("place"))
        .join(Pipeline, Pipeline.id == Stage.pipeline_id)
        .where(Stage.kind == StageKind.OPEN, work.visible(Stage), work.visible(Pipeline))
        .subquery("shown")
    )
    there = and_(Deal.stage_id == stages.c.id, Deal.status == DealStatus.OPEN, whose.of(work, Deal))
    keys = stages.c.place, stages.c.id.label("stage_id"), owner.label("owner_id")
    heap = heaps(work, keys, work.shown(Deal.amount)).select_from(stages).outerjoin(Deal, there).subquery("heap")
    found: dict[UUID, dict[UUID | None, Total]] = {}
    for row in work.rows(in_own_currency(work, heap, ("place", "stage_id", "owner_id")).order_by("place")):
        owners = found.setdefault(row.stage_id, {})
        if row.deals:
            owners[row.owner_id] = owners.get(row.owner_id, nothing(work)) + read_total(work, row)
    return [StageTotals(key, sum(owners.values(), nothing(work)), rank(owners)) for key, owners in found.items()]


def read_waiting(work: Work, on: date) -> Waiting:
    """Of the acting member's own deals; `on` is today."""
    hides_close, limit = work.rights.hides(Deal.__name__, "expectedCloseOn"), limits(work)
    numbers = (
        func.count().filter(~_has_next_step(work)),
        func.count().filter(work.shown(Deal.expected_close_on) < on),
        func.count().filter(stalled(limit)),
    )
    mine = and_(Deal.status == DealStatus.OPEN, Whose(work.who.member_id).of(work, Deal))
    statement = select(*numbers).select_from(Deal).outerjoin(limit, limit.c.stage_id == Deal.stage_id).where(mine)
    ((idle, past, stuck),) = cast("list[tuple[int, int, int]]", work.rows(statement))
    return Waiting(idle, None if hides_close else past, stuck)


def read_limits(work: Work) -> list[StallLimit]:
    """Of the stages that have one, in the order of the board."""
    limit = limits(work)
    return [_limit(row) for row in work.rows(select(limit).order_by(limit.c.place))]


def read_stalled(work: Work, whose: Whose, first: int) -> tuple[int, list[Stall]]:
    """How many there are, and those that are the furthest over their limit."""
    if not 1 <= first <= LARGEST_PAGE:
        raise Invalid("PAGE_SIZE", "A page holds from 1 to %(largest)s records.", "first", largest=LARGEST_PAGE)
    limit = limits(work)
    statement = (
        select(Deal.id.label("deal_id"), Deal.stage_entered_at, func.count().over().label("many"), limit)
        .join(limit, limit.c.stage_id == Deal.stage_id)
        .where(stalled(limit), whose.of(work, Deal))
        .order_by(Deal.stage_entered_at - limit.c.entered_before, Deal.id)
        .limit(first)
    )
    rows = work.rows(statement)
    return (rows[0].many if rows else 0), [Stall(row.deal_id, row.stage_entered_at, _limit(row)) for row in rows]


def read_progress(work: Work, period: Period, on: date, whose: Whose) -> tuple[Stretch, Stretch]:
    """The period until the day `on`, and the one before until the same day."""
    require_shown(work, Deal, "closedOn")
    current, before = compared(period, on, fiscal_start=work.tenant.fiscal_start)
    days = read_days(work, before.starts_on, current.ends_on)
    found: dict[tuple[Deed, date], Total] = {}
    deeds = union_all(*_deeds(work, whose, days, (before, current))).subquery("deeds")
    for row in work.rows(in_own_currency(work, deeds, ("deed", "day"))):
        key = Deed(row.deed), row.day
        found[key] = found.get(key, nothing(work)) + read_total(work, row)
    return stretch(current, found, nothing(work)), stretch(before, found, nothing(work))


def read_closings(work: Work, whose: Whose, days: Days) -> list[OwnerClosings]:
    """By the day on which a deal closed, as its record says; who won most comes first."""
    require_shown(work, Deal, "closedOn")
    owner = work.shown(Deal.owner_id)
    within = Deal.status.in_(CLOSED), Deal.closed_on.between(days.since, days.until)
    heap = heaps(work, (owner.label("owner_id"), Deal.status.label("status")), realized(work)).where(
        whose.of(work, Deal), *within
    )
    found: dict[str, dict[UUID | None, Total]] = {status: {} for status in CLOSED}
    for row in work.rows(in_own_currency(work, heap.subquery("heap"), ("owner_id", "status"))):
        owners_of = found[row.status]
        owners_of[row.owner_id] = owners_of.get(row.owner_id, nothing(work)) + read_total(work, row)
    won, lost = (found[status] for status in CLOSED)
    owners = {owner: won.get(owner, nothing(work)) for owner in (*won, *lost)}
    return [OwnerClosings(owner, total, lost.get(owner, nothing(work))) for owner, total in rank(owners)]


def read_losses(work: Work, whose: Whose, days: Days) -> tuple[tuple[UUID | None, Total], ...] | None:
    """What was lost by its reason, most first; None where the role hides that."""
    if work.rights.hides(Deal.__name__, "lossReason"):
        return None
    lost = Deal.status == DealStatus.LOST, Deal.closed_on.between(days.since, days.until)
    heap = heaps(work, (Deal.loss_reason_id.label("reason_id"),), realized(work)).where(whose.of(work, Deal), *lost)
    found: dict[UUID | None, Total] = {}
    for row in work.rows(in_own_currency(work, heap.subquery("heap"), ("reason_id",))):
        found[row.reason_id] = found.get(row.reason_id, nothing(work)) + read_total(work, row)
    return rank(found)


def read_activities(work: Work, whose: Whose, days: Days) -> list[Tally]:
    """What was done, by the moment at which it took place; see `Activity.at`."""
    owner = work.shown(Activity.owner_id)
    done = and_(whose.of(work, Activity), *_done(days.starts_at, days.ends_at))
    statement = select(owner, Activity.kind, func.count()).where(done).group_by(owner, Activity.kind)
    rows = cast("list[tuple[UUID | None, str, int]]", work.rows(statement))
    return [Tally(owner_id, ActivityKind(kind), count) for owner_id, kind, count in rows]


def rank(owners: dict[UUID | None, Total]) -> tuple[tuple[UUID | None, Total], ...]:
    """Who has most comes first."""
    return tuple(sorted(owners.items(), key=lambda one: (-(one[1].amount or 0), -one[1].deals, str(one[0]))))


def _has_next_step(work: Work) -> ColumnElement[bool]:
    """An open activity that the acting member sees hangs on the deal."""
    awaited = select(ActivityLink.id).join(Activity, Activity.id == ActivityLink.activity_id)
    mine = ActivityLink.deal_id == Deal.id, ActivityLink.awaited_at.is_not(None), work.visible(Activity)
    return awaited.where(*mine).correlate(Deal).exists()


def _deeds(work: Work, whose: Whose, days: Days, spans: tuple[Span, Span]) -> Iterator[_Rows]:
    """An arm for each deed: its days in either span, with how many and what they are worth."""
    opened, took_place = (
        func.timezone(work.tenant.time_zone, moment).cast(Date) for moment in (Deal.opened_at, Activity.at)
    )

    def arm(deed: Deed, day: ColumnElement[date], amount: ColumnElement[Decimal | None]) -> _Rows:
        within = or_(*(day.between(span.starts_on, span.ends_on) for span in spans))
        return heaps(work, (day.label("day"),), amount).add_columns(literal(deed.value).label("deed")).where(within)

    mine, closed_on = whose.of(work, Deal), cast("ColumnElement[date]", Deal.closed_on)
    yield arm(Deed.WON, closed_on, realized(work)).where(mine, Deal.status == DealStatus.WON)
    yield arm(Deed.LOST, closed_on, realized(work)).where(mine, Deal.status == DealStatus.LOST)
    yield arm(Deed.OPENED, opened, work.shown(Deal.amount)).where(
        mine, Deal.opened_at >= days.starts_at, Deal.opened_at < days.ends_at
    )
    within = or_(*(took_place.between(span.starts_on, span.ends_on) for span in spans))
    done = whose.of(work, Activity), *_done(days.starts_at, days.ends_at), within
    worthless = null(), null(), func.count(), literal(0), literal(Decimal(0))
    yield select(took_place, *worthless, literal(Deed.ACTIVITY.value)).where(*done).group_by(took_place)


def _done(starts_at: datetime, ends_at: datetime) -> tuple[ColumnElement[bool], ...]:
    return Activity.status == ActivityStatus.DONE, Activity.at >= starts_at, Activity.at < ends_at


def _limit(row: _Row) -> StallLimit:
    return StallLimit(row.stage_id, row.seconds, StallBasis(row.basis), row.sample, row.entered_before)
