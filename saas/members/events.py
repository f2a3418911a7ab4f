"""What others may hear of members."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from saas.core.model import Model
from saas.members.model import Member


@dataclass(frozen=True, slots=True)
class MemberInvited:
    """A person was made a member and does not know it yet."""

    member: Member


@dataclass(frozen=True, slots=True)
class RecordsGiven:
    """Records of one kind, which `from_id` owned, are `to_id`'s from now on, for he has left them to him."""

    model: type[Model]
    ids: Sequence[UUID]
    from_id: UUID
    to_id: UUID
