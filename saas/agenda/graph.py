"""Days, calendars and proposals in the graph."""

from datetime import date, datetime

import strawberry

from saas.activities.graph import ActivityNode
from saas.activities.kinds import ActivityKind
from saas.agenda import queries
from saas.agenda.days import DayPart
from saas.core.work import Work
from saas.graph.declare import key, key_or_none, query, record
from saas.members.graph import MemberNode

strawberry.enum(DayPart)


@strawberry.type
class DayPage:
    """Some of a part's activities, earliest first; `count` is of all of them. `endCursor` goes on by `dayPart`."""

    count: int
    activities: list[ActivityNode]
    end_cursor: str | None
    has_next_page: bool


@strawberry.type
class Day:
    """A member's day where the reader is. `done` counts what he did today."""

    on: date
    time_zone: str
    overdue: DayPage
    today: DayPage
    next: DayPage
    undated: DayPage
    done: int


@query
def my_day(work: Work, first: int | None = None, member_id: strawberry.ID | None = None) -> Day:
    """What the acting member has to do, or another member as far as it may be seen; 20 of each part by default."""
    pages, done = queries.read_parts(work, key_or_none(MemberNode, member_id), first=first)
    today = queries.today_of(work)
    parts = {part.value.lower(): _page(page) for part, page in pages.items()}
    return Day(on=today.on, time_zone=work.who.time_zone, done=done, **parts)


@query
def day_part(
    work: Work, part: DayPart, *, first: int | None = None, after: str | None = None,
    member_id: strawberry.ID | None = None,
) -> DayPage:  # fmt: skip
    """One part of a day, from page to page."""
    return _page(queries.read_part(work, part, key_or_none(MemberNode, member_id), first=first, after=after))


@strawberry.type
class MemberLoad:
    """How much a member has to do, and has done today."""

    member: MemberNode
    overdue: int
    today: int
    next: int
    done: int


@query
def team_day(work: Work) -> list[MemberLoad]:
    """Everybody whose activities the acting member sees by his role, the most burdened first."""
    return [
        MemberLoad(
            member=record(MemberNode, load.member_id), overdue=load.overdue, today=load.today, next=load.next,
            done=load.done,
        )
        for load in queries.read_team(work)
    ]  # fmt: skip


@strawberry.type
class Occurrence:
    """When the series of an open activity would come round again; `on` where it has a day and no time."""

    activity: ActivityNode
    at: datetime
    on: date | None


@strawberry.type
class Calendar:
    """What falls into some days, earliest first; `more` where it is more than can be shown."""

    activities: list[ActivityNode]
    occurrences: list[Occurrence]
    more: bool


@query
def calendar(work: Work, since: date, until: date, member_ids: list[strawberry.ID] | None = None) -> Calendar:
    """From one day to the other, both included, where the reader is; of the acting member where nobody is named."""
    span = queries.read_span(work, since, until, [key(MemberNode, one) for one in member_ids or []])
    return Calendar(
        activities=[record(ActivityNode, one) for one in span.ids],
        occurrences=[
            Occurrence(activity=record(ActivityNode, one.activity_id), at=one.at, on=one.on) for one in span.occurrences
        ],
        more=span.more,
    )


@strawberry.type
class FollowUp:
    """A proposal: `createActivity` with `followUpOfId` takes it."""

    kind: ActivityKind
    subject: str
    due_on: date


@query
def follow_up_of(work: Work, activity_id: strawberry.ID) -> FollowUp:
    """What could follow an activity, by its kind and outcome, on a working day of the company."""
    found = queries.propose_next(work, key(ActivityNode, activity_id))
    return FollowUp(kind=found.kind, subject=found.subject, due_on=found.due_on)


def _page(page: queries.Page) -> DayPage:
    return DayPage(
        count=page.count, activities=[record(ActivityNode, one) for one in page.ids], end_cursor=page.end,
        has_next_page=page.more,
    )  # fmt: skip
