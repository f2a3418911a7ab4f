"""What others may listen to: a lead has become ripe."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LeadRipened:
    """By what is known of it, or was done with it, since it came in."""

    lead_id: UUID
    owner_id: UUID | None
    name: str
    score: int
