"""Shares in the graph: with whom a record is shared, and sharing it."""

from datetime import datetime

import strawberry

from saas.core.work import Work
from saas.graph.declare import Node, key_or_none, mutation, node, query, record
from saas.graph.ids import decode
from saas.members.graph import MemberNode, TeamNode
from saas.sharing import actions
from saas.sharing.actions import Other, Shared
from saas.sharing.model import Share, ShareLevel

strawberry.enum(ShareLevel, description="EDIT lets read too; nothing lets delete, export or share on.")


@node(Share, order="created_at")
class ShareNode(Node):
    """A record is open to one more member, or to the members of a team. `object` is its type, such as `Deal`."""

    object: str
    member: MemberNode | None
    team: TeamNode | None
    level: ShareLevel
    by: MemberNode | None
    created_at: datetime


@query
def shares_of(work: Work, id: strawberry.ID) -> list[ShareNode]:
    """Of any record by its id, oldest first; none of a record that the viewer does not see."""
    return [record(ShareNode, key) for key in actions.list_shares(work, _shared(id))]


@strawberry.input
class ShareRecordInput:
    """With one of `memberId` and `teamId`."""

    record_id: strawberry.ID
    level: ShareLevel
    member_id: strawberry.ID | None = None
    team_id: strawberry.ID | None = None


@mutation(ShareNode)
def share_record(work: Work, input: ShareRecordInput) -> Share:
    """Opens a deal, an account, a contact, … to one more member or team; sharing it again changes the level."""
    return actions.share_record(work, _shared(input.record_id), _other(input), input.level)


@strawberry.input
class UnshareRecordInput:
    """With one of `memberId` and `teamId`."""

    record_id: strawberry.ID
    member_id: strawberry.ID | None = None
    team_id: strawberry.ID | None = None


@mutation(ShareNode)
def unshare_record(work: Work, input: UnshareRecordInput) -> Share:
    """Closes it again; `share` is null afterwards."""
    return actions.unshare_record(work, _shared(input.record_id), _other(input))


def _shared(id: str) -> Shared:
    return Shared(*decode(id))


def _other(input: ShareRecordInput | UnshareRecordInput) -> Other:
    return Other(key_or_none(MemberNode, input.member_id), key_or_none(TeamNode, input.team_id))
