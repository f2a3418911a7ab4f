"""Reads of the response clock: percentiles by group, and the leads behind each of them.

One statement each, after two that read when the company works.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, FromClause, Row, SQLColumnExpression, Text, and_, func, literal, null, select

from saas.company.queries import read_working_time
from saas.core.errors import Invalid
from saas.core.work import Work
from saas.graph.filters import hidden
from saas.leads.model import Lead, LeadAnswer
from saas.leads.words import OPEN
from saas.responses.curve import UNITS, curve, spans, within
from saas.responses.escalation import minutes_of
from saas.responses.model import ResponseEvent, ResponseKind
from saas.responses.rows import came_in, find_rows
from saas.responses.standing import counts
from saas.responses.times import (
    SLICES,
    Asked,
    Behind,
    Group,
    ResponseGrouping,
    ResponseState,
    ResponseUnit,
    Slice,
    Span,
    Times,
    Wait,
    Waited,
)

LARGEST_PAGE = 200
MOST_GROUPS = 500
MOST_QUESTIONS = 100


def working_seconds(work: Work, since: datetime, until: datetime) -> int:
    """Of the company's time, where it is."""
    return read_working_time(work).seconds(since, until, ZoneInfo(work.tenant.time_zone))


def working_waits(work: Work, since: Sequence[datetime], until: datetime) -> list[int]:
    """Of each; nothing is asked where nobody has waited."""
    if all(until - one < timedelta(seconds=1) for one in since):
        return [0] * len(since)
    time, zone = read_working_time(work), ZoneInfo(work.tenant.time_zone)
    return [time.seconds(one, until, zone) for one in since]


def read_total(work: Work, asked: Asked) -> Times:
    rows = curve(find_rows(work, asked))
    (row,) = work.rows(select(*_numbers(rows)).select_from(rows))
    return _times(row)


def read_groups(work: Work, asked: Asked) -> list[Group]:
    """Most leads first, weeks as they came; of a question each answer, however it was spelt."""
    rows = curve(find_rows(work, asked, grouped=True))
    keys = rows.c.key, rows.c.folded
    order = (keys[1],) if asked.by is ResponseGrouping.WEEK else (func.count().desc(), *keys)
    found = work.rows(
        select(*keys, func.min(rows.c.word).label("word"), *_numbers(rows))
        .group_by(*keys).order_by(*order).limit(MOST_GROUPS)
    )  # fmt: skip
    return [Group(cast("UUID | None", row.key), row.word, _times(row)) for row in found]


def list_waited(work: Work, asked: Asked, behind: Behind, first: int) -> list[Waited]:
    """The leads behind a number: those that wait still come first, then who waited longest."""
    if not 0 < first <= LARGEST_PAGE:
        raise Invalid("BAD_PAGE", "Ask for 1 to %(most)s at once.", "first", most=LARGEST_PAGE)
    found = find_rows(work, asked, grouped=behind.which is not None)
    columns = "lead_id", "event_id", "wall", "business", "wall_lasted", "business_lasted"
    rows = select(*(found.c[name] for name in columns)).where(*_behind(found, behind))
    in_order = found.c.wall.desc().nulls_first(), found.c.received_at, found.c.lead_id
    return [
        Waited(row.lead_id, row.event_id, row.wall, row.business, row.wall_lasted, row.business_lasted)
        for row in work.rows(rows.order_by(*in_order).limit(first))
    ]


def list_questions(work: Work, asked: Asked) -> list[str]:
    """What leads of these days were asked, the most asked first."""
    if work.rights.hides(LeadAnswer.__name__, "question"):
        raise hidden("question")
    folded = func.ext.fold(LeadAnswer.question)
    return work.all(
        select(func.min(LeadAnswer.question))
        .join(Lead, Lead.id == LeadAnswer.lead_id)
        .where(came_in(work, asked), work.visible(Lead))
        .group_by(folded)
        .order_by(func.count().desc(), folded)
        .limit(MOST_QUESTIONS)
    )


def read_wait(work: Work, lead_id: UUID) -> Wait:
    lead, event = work.get(Lead, lead_id, field="leadId"), ResponseEvent
    there = event.lead_id == lead.id, event.kind == ResponseKind.CONTACTED, counts(event)
    contact = work.first(select(event).where(*there).order_by(event.at, event.id).limit(1))
    if contact is not None:
        return Wait(waits=False, wall=contact.wall_seconds, business=contact.business_seconds)
    until = work.clock.now() if lead.is_open else lead.status_entered_at
    seconds = max(int((until - lead.received_at).total_seconds()), 0)
    working = working_seconds(work, lead.received_at, until) if seconds else 0
    minutes = minutes_of(work, lead) if lead.is_open else None
    return Wait(
        waits=lead.is_open, wall=seconds, business=working, escalates_after=None if minutes is None else minutes * 60
    )


def _behind(found: FromClause, behind: Behind) -> list[ColumnElement[bool]]:
    parts: list[ColumnElement[bool]] = []
    if behind.which is not None:
        key, word = behind.which
        parts.append(found.c.key.is_not_distinct_from(key))
        folded = func.ext.fold(literal(word, Text())) if word else null()
        parts.append(found.c.folded.is_not_distinct_from(folded))
    if behind.slice is not None:
        took = found.c.wall if behind.unit is ResponseUnit.WALL else found.c.business
        parts.extend(within(took, behind.slice.over, behind.slice.within))
    if behind.state is not None:
        parts.append(_is(found, behind.state))
    if behind.statuses is not None:
        parts.append(found.c.status.in_([status.value for status in behind.statuses]))
    if behind.unfit_reason is not None:
        parts.append(found.c.unfit_reason == behind.unfit_reason.value)
    return parts


def _is(found: FromClause, state: ResponseState) -> ColumnElement[bool]:
    if state is ResponseState.ANSWERED:
        return found.c.wall.is_not(None)
    is_open = found.c.status.in_([status.value for status in OPEN])
    return and_(found.c.wall.is_(None), is_open if state is ResponseState.WAITING else ~is_open)


def _numbers(rows: FromClause) -> Sequence[SQLColumnExpression[object]]:
    return [
        func.count().label("leads"), func.count(rows.c.wall).label("answered"),
        func.count().filter(_is(rows, ResponseState.WAITING)).label("waiting"), *spans(rows),
    ]  # fmt: skip


def _times(row: Row[*tuple[object, ...]]) -> Times:
    wall, business = (_span(row, unit) for unit in UNITS)
    return Times(row.leads, row.answered, row.waiting, wall, business)


def _span(row: Row[*tuple[object, ...]], unit: str) -> Span:
    said = row._mapping  # noqa: SLF001  its documented door to columns by name
    slices = (Slice(one.over, one.within, said[f"{unit}_slice_{number}"]) for number, one in enumerate(SLICES))
    return Span(
        said[f"{unit}_50"], said[f"{unit}_95"], said[f"{unit}_50_of_all"], said[f"{unit}_95_of_all"],
        said[f"{unit}_longest"], tuple(slices),
    )  # fmt: skip
