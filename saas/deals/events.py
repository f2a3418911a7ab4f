"""What others may listen to: a deal has another customer, or another owner."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DealPlaced:
    """A deal that was there before belongs to another account or contact now, or to none."""

    deal_id: UUID


@dataclass(frozen=True, slots=True)
class DealGiven:
    """A deal is from now on a member's who did not take it himself. Not told of imports and what they undo."""

    deal_id: UUID
    owner_id: UUID
