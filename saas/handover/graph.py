"""Handovers in the graph."""

from datetime import datetime

import strawberry

from saas.core.model import Model
from saas.core.work import Work
from saas.graph.declare import Node, key, key_or_none, mutation, node, query
from saas.handover import actions, queries
from saas.handover.actions import Succession
from saas.handover.model import Handover, HandoverStatus
from saas.members.graph import MemberNode

strawberry.enum(HandoverStatus)


@node(Handover, one="handover", many="handovers", order="created_at")
class HandoverNode(Node):
    """What one member owned goes on to another: so many records of so many."""

    member: MemberNode
    successor: MemberNode
    past: bool
    status: HandoverStatus
    total: int
    moved: int
    started_by: MemberNode | None
    ended_at: datetime | None
    version: int
    created_at: datetime


@strawberry.type
class Estate:
    """What a member would leave behind of one kind. `past` goes on only if it is asked for, `private` never."""

    kind: str
    current: int
    past: int
    private: int


@query
def handover_preview(work: Work, member_id: strawberry.ID) -> list[Estate]:
    """Counts by kind, before anything is handed over."""
    found = queries.preview_handover(work, key(MemberNode, member_id))
    return [Estate(kind=one.kind, current=one.current, past=one.past, private=one.private) for one in found]


@strawberry.input
class HandOverRecordsInput:
    """With `past` also closed deals and what was done."""

    member_id: strawberry.ID
    successor_id: strawberry.ID
    past: bool = False


@mutation(HandoverNode)
def hand_over_records(work: Work, input: HandOverRecordsInput) -> Handover:
    """Gives what a member owns to another one; it goes on in the background, see `moved`."""
    wanted = Succession(key(MemberNode, input.member_id), key(MemberNode, input.successor_id), input.past)
    return actions.hand_over(work, wanted)


@strawberry.input
class LetMemberGoInput:
    """Without a successor the records stay with the one who has left, until they are handed over."""

    id: strawberry.ID
    version: int | None = None
    successor_id: strawberry.ID | None = None
    past: bool = False


@mutation(MemberNode)
def let_member_go(work: Work, input: LetMemberGoInput) -> Model:
    """Ends a member's sessions and tokens at once, and hands over what he owns."""
    member_id, successor_id = key(MemberNode, input.id), key_or_none(MemberNode, input.successor_id)
    wanted = Succession(member_id, successor_id, input.past) if successor_id else None
    return actions.let_go(work, member_id, wanted=wanted, version=input.version)
