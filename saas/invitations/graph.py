"""Invitations in the graph."""

from datetime import datetime

import strawberry

from saas.core.work import Work
from saas.graph.declare import Node, key, mutation, node
from saas.invitations import actions
from saas.invitations.model import Invitation
from saas.members.graph import MemberNode


@node(Invitation, one="invitation", many="invitations", order="created_at")
class InvitationNode(Node):
    """A letter that brings a member into the company; its secret is told to nobody but its reader."""

    email: str
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None
    member: MemberNode
    invited_by: MemberNode | None
    version: int
    created_at: datetime


@strawberry.input
class ResendInvitationInput:
    member_id: strawberry.ID


@mutation(InvitationNode)
def resend_invitation(work: Work, input: ResendInvitationInput) -> Invitation:
    """Sends a new link, and the older ones are worth nothing; also for a member who cannot sign in any more."""
    return actions.resend_invitation(work, key(MemberNode, input.member_id))


@strawberry.input
class RevokeInvitationInput:
    id: strawberry.ID


@mutation(InvitationNode)
def revoke_invitation(work: Work, input: RevokeInvitationInput) -> Invitation:
    """Takes a link back."""
    return actions.revoke_invitation(work, key(InvitationNode, input.id))
