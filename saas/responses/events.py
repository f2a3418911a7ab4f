"""What others may listen to: nobody has tried to answer a lead."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LeadEscalated:
    """A lead has waited for as many working minutes as the company allows, and these are to know of it."""

    lead_id: UUID
    member_ids: tuple[UUID, ...]
    minutes: int
