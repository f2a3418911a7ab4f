"""What others may hear of invitations."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class InvitationAccepted:
    """A member came in by an invitation; `invited_by_id` is None where the product itself had sent it."""

    member_id: UUID
    invited_by_id: UUID | None
