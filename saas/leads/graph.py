"""Leads, their answers, merits and history in the graph."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement, Integer, cast, func

from saas.core.work import Work
from saas.graph.declare import NOW, Connection, Node, changes, computed, connection, edge, key, many, mutation, node
from saas.graph.declare import key_or_none as key_of
from saas.leads import actions
from saas.leads.inputs import (
    AssignLeadInput,
    CreateLeadInput,
    DisqualifyLeadInput,
    LeadInput,
    MoveLeadInput,
    UpdateLeadInput,
    draft_of,
    read_keys,
)
from saas.leads.model import Lead, LeadAnswer, LeadEvent, LeadMerit
from saas.leads.words import Channel, LeadEventKind, LeadStatus, Merit, UnfitReason
from saas.members.graph import MemberNode
from saas.products.graph import ProductNode
from saas.sources.graph import SourceNode

for words in (LeadStatus, UnfitReason, LeadEventKind):
    strawberry.enum(words)
strawberry.enum(Channel, name="LeadChannel")
strawberry.enum(Merit, name="LeadMeritKind")


def _seconds_in_status(lead: type[Lead]) -> ColumnElement[int]:
    return cast(func.extract("epoch", NOW - lead.status_entered_at), Integer)


@node(LeadAnswer, order="position")
class LeadAnswerNode(Node):
    """What was answered to a question of a form."""

    question: str
    answer: str
    position: int


@node(LeadMerit, order="-points")
class LeadMeritNode(Node):
    """What speaks for a lead, or against it, by so many points; the score is their share of all points that there are.
    `rule` is the key of the company's rule, null where the merit's word is it.
    """

    merit: Merit
    points: int
    rule: str | None


@node(LeadEvent, order="at")
class LeadEventNode(Node):
    """A line of a lead's history. `seconds` is the time spent in `fromStatus`; `by` is null for the product itself."""

    kind: LeadEventKind
    at: datetime
    by: MemberNode | None
    from_status: LeadStatus | None
    to_status: LeadStatus | None
    seconds: int | None
    from_owner: MemberNode | None
    to_owner: MemberNode | None
    unfit_reason: UnfitReason | None
    unfit_remark: str | None


@node(Lead, one="lead", many="leads", order="-received_at")
class LeadNode(Node):
    """Somebody who showed interest. `score` is from 0 to 100; its `merits` tell why. Ripe since `ripeAt`."""

    name: str
    company: str | None
    title: str | None
    email: str | None
    phone: str | None
    message: str | None
    country: str | None
    language: str | None
    status: LeadStatus
    status_entered_at: datetime
    seconds_in_status: int = computed(_seconds_in_status)
    received_at: datetime
    unfit_reason: UnfitReason | None
    unfit_remark: str | None
    score: int
    ripe_at: datetime | None
    channel: Channel | None
    utm_source: str | None
    utm_medium: str | None
    utm_campaign: str | None
    utm_term: str | None
    utm_content: str | None
    click_id: str | None
    landing_page: str | None
    referrer: str | None
    owner: MemberNode | None
    source: SourceNode | None
    product: ProductNode | None
    answers: list[LeadAnswerNode] = many(order="position")
    merits: list[LeadMeritNode] = many(order="-points")
    history: Connection[LeadEventNode] = connection(order="at")
    version: int
    created_at: datetime
    updated_at: datetime


leads: Connection[LeadNode] = connection(order="-received_at")
edge(SourceNode, "leads", leads)


@mutation(LeadNode)
def create_lead(work: Work, input: CreateLeadInput) -> Lead:
    """Adds a lead by hand, or from a call or a chat."""
    draft = draft_of(input)
    return actions.create_lead(work, actions.owned_draft(work, draft))


@mutation(LeadNode)
def update_lead(work: Work, input: UpdateLeadInput) -> Lead:
    """Changes the fields that are given; a converted lead stays as it is."""
    given = read_keys(changes(input, "id", "version"))
    return actions.edit_lead(work, key(LeadNode, input.id), given, version=input.version)


@mutation(LeadNode)
def assign_lead(work: Work, input: AssignLeadInput) -> Lead:
    """Gives an open lead to a member, or to nobody."""
    owner_id = key_of(MemberNode, input.owner_id)
    return actions.assign_lead(work, key(LeadNode, input.id), owner_id, version=input.version)


@mutation(LeadNode)
def move_lead(work: Work, input: MoveLeadInput) -> Lead:
    """Says that an open lead is new, worked or qualified."""
    return actions.move_lead(work, key(LeadNode, input.id), input.status, version=input.version)


@mutation(LeadNode)
def disqualify_lead(work: Work, input: DisqualifyLeadInput) -> Lead:
    """Says that an open lead is none, and why."""
    return actions.disqualify_lead(
        work, key(LeadNode, input.id), input.reason, remark=input.remark, version=input.version
    )


@mutation(LeadNode)
def reopen_lead(work: Work, input: LeadInput) -> Lead:
    """Takes an unfit lead back to work."""
    return actions.reopen_lead(work, key(LeadNode, input.id), version=input.version)


@mutation(LeadNode)
def delete_lead(work: Work, input: LeadInput) -> Lead:
    """Takes a lead out of the lists."""
    return actions.delete_lead(work, key(LeadNode, input.id), version=input.version)


@mutation(LeadNode)
def restore_lead(work: Work, input: LeadInput) -> Lead:
    """Takes a deletion back."""
    return actions.restore_lead(work, key(LeadNode, input.id), version=input.version)
