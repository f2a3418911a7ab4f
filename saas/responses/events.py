"""What others may listen to: something was told of a lead's clock, or nobody has tried to answer it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LeadEscalated:
    """A lead has waited for as many working minutes as the company allows, and these are to know of it."""

    lead_id: UUID
    member_ids: tuple[UUID, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class ResponseTold:
    """The clock of a lead has another event."""

    lead_id: UUID
