"""Reads of the response clock: percentiles by group, and the leads behind each of them. One statement each."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    Select,
    SQLColumnExpression,
    Text,
    and_,
    func,
    literal,
    null,
    select,
    true,
)
from sqlalchemy import cast as as_type
from sqlalchemy.orm import aliased
from sqlalchemy.sql.selectable import LateralFromClause

from saas.company.queries import read_working_time
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.forecasts.periods import day_start
from saas.graph.filters import hidden
from saas.leads.model import Lead, LeadAnswer
from saas.leads.words import OPEN
from saas.members.model import Member
from saas.responses.model import ResponseEvent, ResponseKind
from saas.responses.standing import TRIED, counts
from saas.responses.times import Asked, Group, ResponseGrouping, ResponseMeasure, Span, Times, Waited

MOST_DAYS = 3660
LARGEST_PAGE = 200
MOST_GROUPS = 500
_HIDES = {
    ResponseGrouping.SOURCE: (Lead, "source"), ResponseGrouping.CHANNEL: (Lead, "channel"),
    ResponseGrouping.MEMBER: (Lead, "owner"), ResponseGrouping.TEAM: (Lead, "owner"),
    ResponseGrouping.ANSWER: (LeadAnswer, "answer"),
}  # fmt: skip


def working_seconds(work: Work, since: datetime, until: datetime) -> int:
    """Of the company's time, where it is."""
    return read_working_time(work).seconds(since, until, ZoneInfo(work.tenant.time_zone))


def read_total(work: Work, asked: Asked) -> Times:
    found = _found(work, asked)
    (row,) = work.rows(select(*_numbers(found)).select_from(found))
    return _times(row)


def read_groups(work: Work, asked: Asked) -> list[Group]:
    """Most leads first; of a question each answer, however it was spelt."""
    found = _found(work, asked, grouped=True)
    keys = found.c.key, found.c.folded
    rows = work.rows(
        select(*keys, func.min(found.c.word).label("word"), *_numbers(found))
        .group_by(*keys).order_by(func.count().desc(), *keys).limit(MOST_GROUPS)
    )  # fmt: skip
    return [Group(cast("UUID | None", row.key), row.word, _times(row)) for row in rows]


def list_waited(work: Work, asked: Asked, which: tuple[UUID | None, str | None] | None, first: int) -> list[Waited]:
    """The leads of one group, or of all: those that wait still come first, then who waited longest."""
    if not 0 < first <= LARGEST_PAGE:
        raise Invalid("BAD_PAGE", "Ask for 1 to %(most)s at once.", "first", most=LARGEST_PAGE)
    found = _found(work, asked, grouped=which is not None)
    rows = select(found.c.lead_id, found.c.event_id, found.c.wall, found.c.business)
    if which is not None:
        key, word = which
        rows = rows.where(found.c.key.is_not_distinct_from(key))
        rows = rows.where(found.c.folded.is_not_distinct_from(func.ext.fold(literal(word, Text())) if word else null()))
    in_order = found.c.wall.desc().nulls_first(), found.c.received_at, found.c.lead_id
    return [
        Waited(cast(UUID, row.lead_id), cast("UUID | None", row.event_id), row.wall, row.business)
        for row in work.rows(rows.order_by(*in_order).limit(first))
    ]


def _found(work: Work, asked: Asked, *, grouped: bool = False) -> FromClause:
    """A row for each lead, with its first event that counts."""
    _check(work, asked, grouped=grouped)
    zone = work.tenant.time_zone
    came = and_(
        Lead.received_at >= day_start(asked.since, zone),
        Lead.received_at < day_start(asked.until + timedelta(days=1), zone),
    )
    event = _first_event(asked.measure)
    columns = [
        Lead.id.label("lead_id"), Lead.received_at, event.c.id.label("event_id"),
        event.c.wall_seconds.label("wall"), event.c.business_seconds.label("business"), Lead.status.label("status"),
    ]  # fmt: skip
    rows = select(*columns, *(_keys(asked.by) if grouped else ())).select_from(Lead).outerjoin(event, true())
    if grouped and asked.by is ResponseGrouping.TEAM:
        rows = rows.outerjoin(Member, Member.id == Lead.owner_id)
    if grouped and asked.by is ResponseGrouping.ANSWER:
        said = and_(LeadAnswer.lead_id == Lead.id, func.ext.fold(LeadAnswer.question) == func.ext.fold(asked.question))
        rows = rows.outerjoin(LeadAnswer, said)
    return _whole(work, rows.where(came))


def _whole(work: Work, rows: Select[*tuple[object, ...]]) -> FromClause:
    return rows.where(work.visible(Lead)).subquery("found")


def _first_event(measure: ResponseMeasure) -> LateralFromClause:
    event = aliased(ResponseEvent)
    kinds = TRIED if measure is ResponseMeasure.ATTEMPT else (ResponseKind.CONTACTED,)
    there = select(event.id, event.wall_seconds, event.business_seconds).where(
        event.lead_id == Lead.id, event.kind.in_(kinds), counts(event)
    )
    return there.order_by(event.at, event.id).limit(1).correlate(Lead).lateral("event")


def _keys(by: ResponseGrouping) -> tuple[ColumnElement[object], ...]:
    key: SQLColumnExpression[object] = {
        ResponseGrouping.SOURCE: Lead.source_id, ResponseGrouping.MEMBER: Lead.owner_id,
        ResponseGrouping.TEAM: Member.team_id,
    }.get(by, as_type(null(), Lead.id.type))  # fmt: skip
    word: SQLColumnExpression[object] = {
        ResponseGrouping.CHANNEL: as_type(Lead.channel, Text()), ResponseGrouping.ANSWER: LeadAnswer.answer,
    }.get(by, as_type(null(), Text()))  # fmt: skip
    return key.label("key"), word.label("word"), func.ext.fold(word).label("folded")


def _numbers(found: FromClause) -> Sequence[ColumnElement[object]]:
    waits = and_(found.c.wall.is_(None), found.c.status.in_([status.value for status in OPEN]))
    parts = [
        func.percentile_cont(share).within_group(found.c[name]).label(f"{name}_{int(share * 100)}")
        for name in ("wall", "business")
        for share in (0.5, 0.95)
    ]
    return [
        func.count().label("leads"), func.count(found.c.wall).label("answered"),
        func.count().filter(waits).label("waiting"), *parts,
    ]  # fmt: skip


def _times(row: Row[*tuple[object, ...]]) -> Times:
    return Times(
        row.leads, row.answered, row.waiting, Span(row.wall_50, row.wall_95), Span(row.business_50, row.business_95)
    )


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
