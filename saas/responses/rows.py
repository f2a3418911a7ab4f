"""The leads that a number of the response clock is about: a row for each, with its first event that counts."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    SQLColumnExpression,
    Text,
    and_,
    case,
    exists,
    func,
    literal,
    null,
    select,
    true,
)
from sqlalchemy import cast as as_type
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import LateralFromClause

from saas.core.errors import Invalid
from saas.core.work import Work
from saas.forecasts.periods import day_start
from saas.graph.filters import hidden
from saas.leads.model import Lead, LeadAnswer
from saas.leads.words import OPEN
from saas.members.model import Member
from saas.responses.calendar import Calendar, read_calendar
from saas.responses.model import ResponseEvent, ResponseKind
from saas.responses.standing import TRIED, counts
from saas.responses.times import Asked, ResponseGrouping, ResponseMeasure

MOST_DAYS = 3660
WEEK = 7
_HIDES = {
    ResponseGrouping.SOURCE: (Lead, "source"), ResponseGrouping.CHANNEL: (Lead, "channel"),
    ResponseGrouping.CAMPAIGN: (Lead, "utmCampaign"),
    ResponseGrouping.MEMBER: (Lead, "owner"), ResponseGrouping.TEAM: (Lead, "owner"),
    ResponseGrouping.ANSWER: (LeadAnswer, "answer"), ResponseGrouping.WEEK: (Lead, "receivedAt"),
}  # fmt: skip


def find_rows(work: Work, asked: Asked, *, grouped: bool = False) -> FromClause:
    """Columns: `lead_id`, `received_at`, `status`, `event_id`, its `wall` and `business` seconds, how long it `lasted`
    in each until its answer, its closing or now, and `key`, `word` and `folded` of its group.
    """
    _check(work, asked, grouped=grouped)
    calendar, event = read_calendar(work, asked.since), _first_event(asked.measure)
    keys = _keys(work, asked.by if grouped else None)
    rows = select(*_columns(work, event, calendar), *keys).select_from(Lead).join(calendar.row, true())
    rows = rows.outerjoin(event, true())
    if grouped and asked.by is ResponseGrouping.TEAM:
        rows = rows.outerjoin(Member, Member.id == Lead.owner_id)
    if grouped and asked.by is ResponseGrouping.ANSWER:
        said = and_(LeadAnswer.lead_id == Lead.id, func.ext.fold(LeadAnswer.question) == func.ext.fold(asked.question))
        rows = rows.outerjoin(LeadAnswer, said)
    return rows.where(came_in(work, asked), work.visible(Lead)).subquery("found")


def came_in(work: Work, asked: Asked) -> ColumnElement[bool]:
    """While somebody looked; of one that comes from another system with its past no clock ever began."""
    zone, began = work.tenant.time_zone, aliased(ResponseEvent)
    return and_(
        exists().where(began.lead_id == Lead.id, began.kind == ResponseKind.RECEIVED),
        Lead.received_at >= day_start(asked.since, zone),
        Lead.received_at < day_start(asked.until + timedelta(days=1), zone),
    )


def _columns(work: Work, event: LateralFromClause, calendar: Calendar) -> Sequence[SQLColumnExpression[object]]:
    ends = case((Lead.status.in_(OPEN), literal(work.clock.now())), else_=Lead.status_entered_at)
    waited = func.greatest(func.floor(func.extract("epoch", ends - Lead.received_at)), 0)
    worked = func.greatest(func.floor(calendar.worked(ends) - calendar.worked(Lead.received_at)), 0)
    return [
        Lead.id.label("lead_id"), Lead.received_at, Lead.status.label("status"), event.c.id.label("event_id"),
        event.c.wall_seconds.label("wall"), event.c.business_seconds.label("business"),
        work.shown(Lead.unfit_reason).label("unfit_reason"),
        func.coalesce(event.c.wall_seconds, as_type(waited, Integer)).label("wall_lasted"),
        func.coalesce(event.c.business_seconds, as_type(worked, Integer)).label("business_lasted"),
    ]  # fmt: skip


def _first_event(measure: ResponseMeasure) -> LateralFromClause:
    event = aliased(ResponseEvent)
    kinds = TRIED if measure is ResponseMeasure.ATTEMPT else (ResponseKind.CONTACTED,)
    there = select(event.id, event.wall_seconds, event.business_seconds).where(
        event.lead_id == Lead.id, event.kind.in_(kinds), counts(event)
    )
    return there.order_by(event.at, event.id).limit(1).correlate(Lead).lateral("event")


def _keys(work: Work, by: ResponseGrouping | None) -> tuple[ColumnElement[object], ...]:
    no_key, no_word = as_type(null(), Lead.id.type), as_type(null(), Text())
    keys: dict[ResponseGrouping, SQLColumnExpression[object]] = {
        ResponseGrouping.SOURCE: Lead.source_id, ResponseGrouping.MEMBER: Lead.owner_id,
        ResponseGrouping.TEAM: Member.team_id,
    }  # fmt: skip
    words: dict[ResponseGrouping, SQLColumnExpression[object]] = {
        ResponseGrouping.CHANNEL: as_type(Lead.channel, Text()), ResponseGrouping.ANSWER: LeadAnswer.answer,
        ResponseGrouping.WEEK: _week(work), ResponseGrouping.CAMPAIGN: Lead.utm_campaign,
    }  # fmt: skip
    key, word = (keys.get(by, no_key), words.get(by, no_word)) if by else (no_key, no_word)
    return key.label("key"), word.label("word"), func.ext.fold(word).label("folded")


def _week(work: Work) -> ColumnElement[str]:
    """The first day of the week in which it came in, where the company is and its weeks begin."""
    day = as_type(func.timezone(work.tenant.time_zone, Lead.received_at), Date)
    since_start = (as_type(func.extract("isodow", day), Integer) - work.tenant.week_start + WEEK) % WEEK
    return as_type(day - since_start, Text())


def _check(work: Work, asked: Asked, *, grouped: bool) -> None:
    if asked.since > asked.until or (asked.until - asked.since).days >= MOST_DAYS:
        raise Invalid("BAD_SPAN", "A report covers from one day to ten years.", "until")
    if not grouped:
        return
    if asked.by is ResponseGrouping.ANSWER and not (asked.question or "").strip():
        raise Invalid("REQUIRED", "This must not be empty.", "question")
    model, field = _HIDES[asked.by]
    if work.rights.hides(model.__name__, field):
        raise hidden(field)
    if asked.by is ResponseGrouping.TEAM and work.rights.hides(Member.__name__, "team"):
        raise hidden("team")
