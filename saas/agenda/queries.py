"""Reads of activities by day: a member's, a team's, a calendar's, and what could follow one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_

from saas.activities.kinds import ActivityStatus
from saas.activities.model import Activity, ActivityAttendee
from saas.activities.repeats import Repeat
from saas.activities.series import ActivitySeries
from saas.activities.when import LONGEST
from saas.agenda.days import DayPart, Today
from saas.agenda.follow_ups import Proposal, propose
from saas.agenda.marks import Mark, read_mark
from saas.company.queries import read_working_time
from saas.core.errors import Invalid, NotFound
from saas.core.rights import Scope, Verb
from saas.core.work import Work
from saas.members.model import Member, MemberStatus
from saas.sharing.circles import mates

PAGE, LARGEST_PAGE = 20, 200
MOST_DAYS = 62
A_ZONE_OR_TWO = timedelta(days=2)
MOST_SHOWN = 1000
MOST_OCCURRENCES = 200


@dataclass(frozen=True, slots=True)
class Page:
    """Some of a part's activities, and how many there are in all."""

    count: int
    ids: list[UUID]
    end: str | None
    more: bool


@dataclass(frozen=True, slots=True)
class Load:
    """How much a member has to do, and has done today."""

    member_id: UUID
    overdue: int
    today: int
    next: int
    done: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A time at which a series would come round again, after the open one of it."""

    activity_id: UUID
    at: datetime
    on: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """What falls into some days; `more` tells that there is too much to show."""

    ids: list[UUID]
    occurrences: list[Occurrence]
    more: bool


def today_of(work: Work) -> Today:
    return Today(work.clock.now(), ZoneInfo(work.who.time_zone))


def read_parts(work: Work, member_id: UUID | None, *, first: int | None) -> tuple[dict[DayPart, Page], int]:
    """The first page of each part of a member's day, and how much was done today; of the acting member's by default."""
    day, whose = today_of(work), _of_members([_known(work, member_id)])
    counts = [func.count().filter(day.part(part)) for part in DayPart]
    mine = select(*counts, func.count().filter(day.done())).where(work.visible(Activity), whose)
    ((*found, done),) = work.rows(mine)
    pages = {
        part: _page(work, whose, part, (cast(int, count), first, None))
        for part, count in zip(DayPart, found, strict=True)
    }
    return pages, cast(int, done)


def read_part(
    work: Work, part: DayPart, member_id: UUID | None, *, first: int | None = None, after: str | None = None
) -> Page:
    whose = _of_members([_known(work, member_id)])
    many = select(func.count()).where(work.visible(Activity), whose, today_of(work).part(part))
    return _page(work, whose, part, (work.all(many)[0], first, after))


def read_team(work: Work) -> list[Load]:
    """Of everybody whose activities the acting member sees by his role, the most burdened first; a rep sees himself."""
    day, people = today_of(work), _team(work)
    parts = (day.part(DayPart.OVERDUE), day.part(DayPart.TODAY), day.part(DayPart.NEXT), day.done())
    counted = [func.count().filter(part) for part in parts]
    by_owner = select(Activity.owner_id, *counted).where(
        work.visible(Activity), or_(Activity.status == ActivityStatus.OPEN, day.done())
    )
    found = {row[0]: row[1:] for row in work.rows(by_owner.group_by(Activity.owner_id))}
    loads = [Load(key, *cast("tuple[int, int, int, int]", found.get(key, (0, 0, 0, 0)))) for key in people]
    return sorted(loads, key=lambda load: (-load.overdue, -load.today))


def read_span(work: Work, since: date, until: date, member_ids: Sequence[UUID] = ()) -> Span:
    """What is planned, or was done, from one day to the other, both included, where the reader is."""
    if since > until or until - since >= timedelta(days=MOST_DAYS):
        raise Invalid("BAD_SPAN", "A calendar shows from one to %(most)s days.", "until", most=MOST_DAYS)
    day, whose = today_of(work), _of_members([_known(work, one) for one in member_ids] or [work.who.member_id])
    begins, ends = day.begins(since), day.begins(until + timedelta(days=1))
    dated = Activity.due_on.between(since, until)
    lasts = func.coalesce(Activity.ends_at, Activity.falls_at)
    around = and_(
        Activity.falls_at > begins - LONGEST - timedelta(days=2), Activity.falls_at < ends + timedelta(days=2)
    )
    timed = and_(Activity.due_on.is_(None), Activity.falls_at < ends, lasts >= begins)
    shown = select(Activity.id).where(
        work.visible(Activity), whose, Activity.status != ActivityStatus.CANCELLED, around, or_(dated, timed)
    )
    ids = work.all(shown.order_by(Activity.falls_at, Activity.id).limit(MOST_SHOWN + 1))
    return Span(ids[:MOST_SHOWN], _occurrences(work, whose, (begins, ends)), len(ids) > MOST_SHOWN)


def propose_next(work: Work, activity_id: UUID) -> Proposal:
    """Of an activity that the acting member sees, from today on."""
    activity = work.get(Activity, activity_id, field="activityId")
    return propose(activity, today_of(work).on, locale=work.who.locale, time=read_working_time(work))


def _occurrences(work: Work, whose: ColumnElement[bool], span: tuple[datetime, datetime]) -> list[Occurrence]:
    begins, ends = span
    series = ActivitySeries
    open_ones = (
        select(Activity.id, Activity.slot_at, series.rule, series.time_zone, series.starts_at, series.whole_days)
        .join(series, series.id == Activity.series_id)
        .where(work.visible(Activity), whose, Activity.status == ActivityStatus.OPEN, series.ended_at.is_(None))
        .where(Activity.slot_at < ends)
        .order_by(Activity.slot_at, Activity.id)
        .limit(MOST_OCCURRENCES)
    )
    found: list[Occurrence] = []
    for key, slot_at, rule, zone, starts_at, whole_days in work.rows(open_ones):
        repeat = Repeat(str(rule), cast(datetime, starts_at), ZoneInfo(str(zone)))
        since = max(begins, cast(datetime, slot_at) + timedelta(microseconds=1))
        for at in repeat.upcoming(since, ends, MOST_OCCURRENCES - len(found)):
            on = at.astimezone(repeat.zone).date() if whole_days else None
            found.append(Occurrence(cast(UUID, key), at, on))
    return sorted(found, key=lambda one: one.at)


def _page(work: Work, whose: ColumnElement[bool], part: DayPart, asked: tuple[int, int | None, str | None]) -> Page:
    count, size, after = asked
    first = PAGE if size is None else size
    if not 0 <= first <= LARGEST_PAGE:
        raise Invalid("PAGE_SIZE", "A page holds from 0 to %(largest)s records.", "first", largest=LARGEST_PAGE)
    moment = Activity.created_at if part is DayPart.UNDATED else Activity.falls_at
    rows = select(Activity.id, moment).where(work.visible(Activity), whose, today_of(work).part(part))
    if after is not None:
        mark = read_mark(after)
        rows = rows.where(tuple_(moment, Activity.id) > tuple_(mark.at, mark.key))
    found = work.rows(rows.order_by(moment, Activity.id).limit(first + 1))
    shown = [Mark(cast(datetime, at), cast(UUID, key)) for key, at in found[:first]]
    return Page(count, [mark.key for mark in shown], shown[-1].text if shown else None, len(found) > first)


def _of_members(member_ids: Sequence[UUID | None]) -> ColumnElement[bool]:
    """Theirs to do, and what they take part in."""
    attended = select(ActivityAttendee.activity_id).where(ActivityAttendee.member_id.in_(member_ids))
    return or_(Activity.owner_id.in_(member_ids), Activity.id.in_(attended))


def _known(work: Work, member_id: UUID | None) -> UUID | None:
    if member_id is None or member_id == work.who.member_id:
        return work.who.member_id
    found = work.find(Member, member_id)
    if found is None:
        raise NotFound(field="memberId")
    return found.id


def _team(work: Work) -> list[UUID]:
    scope = work.rights.scope(Activity.__name__, Verb.READ)
    here = select(Member.id).where(Member.status != MemberStatus.DISABLED, work.visible(Member))
    if scope in {Scope.NONE, Scope.OWN}:
        here = here.where(Member.id == work.who.member_id)
    elif scope is not Scope.ALL:
        near = mates(work.scope, below=scope is Scope.BELOW)
        here = here.where(or_(Member.id == work.who.member_id, Member.id.in_(near)))
    return work.all(here.order_by(Member.name, Member.id))
