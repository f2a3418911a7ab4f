"""The response clock in the graph: a lead's events, and how fast the company is."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import strawberry

from saas.activities.graph import ActivityNode
from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import Node, chosen, edge, key, key_or_none, many, mutation, node, query, record, record_or_none
from saas.leads.graph import LeadNode
from saas.leads.words import LeadStatus, UnfitReason
from saas.members.graph import MemberNode, TeamNode
from saas.responses import actions, queries
from saas.responses.model import ResponseChannel, ResponseEvent, ResponseKind
from saas.responses.shapes import ResponseTotal, total_of
from saas.responses.standing import TRIED, first
from saas.responses.times import (
    Asked,
    Behind,
    Group,
    ResponseGrouping,
    ResponseMeasure,
    ResponseState,
    ResponseUnit,
    Slice,
)
from saas.sources.graph import SourceNode

PAGE = 50

for words in (ResponseKind, ResponseChannel, ResponseGrouping, ResponseMeasure, ResponseState, ResponseUnit):
    strawberry.enum(words)


@node(ResponseEvent, order="at")
class ResponseEventNode(Node):
    """What happened between us and a lead. Seconds are since it came in; `businessSeconds` are those in which the
    company works.
    """

    kind: ResponseKind
    channel: ResponseChannel | None
    at: datetime
    by: MemberNode | None
    activity: ActivityNode | None
    wall_seconds: int
    business_seconds: int


response_events: list[ResponseEventNode] = many(order="at")
edge(LeadNode, "response_events", response_events)
edge(LeadNode, "first_attempt", chosen(ResponseEventNode, lambda who, lead: first(who, lead, TRIED)))
edge(
    LeadNode,
    "first_contact",
    chosen(ResponseEventNode, lambda who, lead: first(who, lead, (ResponseKind.CONTACTED,))),
)
edge(
    LeadNode,
    "escalation",
    chosen(ResponseEventNode, lambda who, lead: first(who, lead, (ResponseKind.ESCALATED,))),
)


@strawberry.input
class SeeLeadInput:
    id: strawberry.ID


@mutation(LeadNode)
def see_lead(work: Work, input: SeeLeadInput) -> Model:
    """Tells that its owner has looked at it; of anybody else it tells nothing."""
    return actions.see_lead(work, key(LeadNode, input.id))


@strawberry.input
class LogResponseInput:
    """`kind` is ATTEMPTED, CONTACTED or AUTOMATIC, `channel` MAIL or CHAT; `at` is now where it is left out."""

    id: strawberry.ID
    channel: ResponseChannel
    kind: ResponseKind
    at: datetime | None = None


@mutation(LeadNode)
def log_response(work: Work, input: LogResponseInput) -> Model:
    """Tells of a mail or chat with a lead; a call or a meeting is an activity that hangs on it."""
    return actions.log_response(work, key(LeadNode, input.id), input.channel, input.kind, at=input.at)


@strawberry.type(
    description="The leads of a source, member, team, channel, campaign, answer or week; `word` is the channel, the "
    "campaign, the answer or the week's first day. All are null of the leads that have none."
)
class ResponseGroup:
    source: SourceNode | None
    member: MemberNode | None
    team: TeamNode | None
    word: str | None
    total: ResponseTotal


@strawberry.type(description="How long leads waited that came in some days.")
class ResponseTimes:
    total: ResponseTotal
    groups: list[ResponseGroup]


@query
def response_times(
    work: Work, since: date, until: date, *, by: ResponseGrouping | None = None,
    measure: ResponseMeasure | None = None, question: str | None = None,
) -> ResponseTimes:  # fmt: skip
    """Of the leads that the acting member sees, by day where the company is: until the first contact, by source, where
    nothing else is asked.
    """
    asked = Asked(since, until, by or ResponseGrouping.SOURCE, measure or ResponseMeasure.CONTACT, question)
    groups = queries.read_groups(work, asked)
    return ResponseTimes(
        total=total_of(queries.read_total(work, asked)), groups=[_group(asked.by, one) for one in groups]
    )


@strawberry.input
class ResponseGroupInput:
    """One group of `responseTimes`; nothing said is the group of those that have none."""

    source_id: strawberry.ID | None = None
    member_id: strawberry.ID | None = None
    team_id: strawberry.ID | None = None
    word: str | None = None


@strawberry.input
class ResponseSliceInput:
    """Answered after more than `over` seconds and within so many."""

    unit: ResponseUnit
    over: int | None = None
    within: int | None = None


@strawberry.type(
    description="A lead behind a number; `event` and its seconds are null while it waits. How long it waited until its "
    "answer, its closing or now is `wallSoFar` and `businessSoFar`."
)
class ResponseLead:
    lead: LeadNode | None
    event: ResponseEventNode | None
    wall_seconds: int | None
    business_seconds: int | None
    wall_so_far: int
    business_so_far: int


@query
def response_leads(
    work: Work, since: date, until: date, *, by: ResponseGrouping | None = None,
    measure: ResponseMeasure | None = None, question: str | None = None,
    group: ResponseGroupInput | None = None, state: ResponseState | None = None,
    took: ResponseSliceInput | None = None, stands: list[LeadStatus] | None = None,
    unfit_reason: UnfitReason | None = None, first: int | None = None,
) -> list[ResponseLead]:  # fmt: skip
    """The leads behind a number of `responseTimes`: those that wait still come first, then who waited longest.

    `stands` are the statuses that they have now.
    """
    asked = Asked(since, until, by or ResponseGrouping.SOURCE, measure or ResponseMeasure.CONTACT, question)
    which = None if group is None else (_key(asked.by, group), group.word)
    behind = Behind(which, state)
    statuses = None if stands is None else tuple(stands)
    behind = replace(behind, statuses=statuses, unfit_reason=unfit_reason)
    if took is not None:
        behind = replace(behind, unit=took.unit, slice=Slice(took.over, took.within))
    found = queries.list_waited(work, asked, behind, PAGE if first is None else first)
    return [
        ResponseLead(
            lead=record(LeadNode, one.lead_id), event=record_or_none(ResponseEventNode, one.event_id),
            wall_seconds=one.wall, business_seconds=one.business, wall_so_far=one.wall_so_far,
            business_so_far=one.business_so_far,
        )
        for one in found
    ]  # fmt: skip


@query
def response_questions(work: Work, since: date, until: date) -> list[str]:
    """What leads of these days were asked by forms, the most asked first."""
    return queries.list_questions(work, Asked(since, until, ResponseGrouping.ANSWER, ResponseMeasure.CONTACT))


@strawberry.type(
    description="How long a lead waited until it was reached, was closed, or until now while it `waits`; "
    "`businessSeconds` are those in which the company works. After `escalatesAfter` of these a manager is told, unless "
    "somebody tries before; it is null where nobody is."
)
class ResponseWait:
    waits: bool
    wall_seconds: int
    business_seconds: int
    escalates_after: int | None


@query
def response_wait(work: Work, lead_id: strawberry.ID) -> ResponseWait:
    """Of a lead, until its first contact."""
    wait = queries.read_wait(work, key(LeadNode, lead_id))
    return ResponseWait(
        waits=wait.waits, wall_seconds=wait.wall, business_seconds=wait.business, escalates_after=wait.escalates_after
    )


_NAMED = {
    ResponseGrouping.SOURCE: ("source_id", SourceNode), ResponseGrouping.MEMBER: ("member_id", MemberNode),
    ResponseGrouping.TEAM: ("team_id", TeamNode),
}  # fmt: skip


def _key(by: ResponseGrouping, group: ResponseGroupInput) -> UUID | None:
    name, cls = _NAMED.get(by, (None, None))
    return key_or_none(cls, getattr(group, name)) if name and cls else None


def _group(by: ResponseGrouping, one: Group) -> ResponseGroup:
    return ResponseGroup(
        source=record_or_none(SourceNode, one.key) if by is ResponseGrouping.SOURCE else None,
        member=record_or_none(MemberNode, one.key) if by is ResponseGrouping.MEMBER else None,
        team=record_or_none(TeamNode, one.key) if by is ResponseGrouping.TEAM else None,
        word=one.word, total=total_of(one.times),
    )  # fmt: skip
