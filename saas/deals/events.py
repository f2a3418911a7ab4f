"""What others may listen to: a deal has another customer."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DealPlaced:
    """A deal that was there before belongs to another account or contact now, or to none."""

    deal_id: UUID
