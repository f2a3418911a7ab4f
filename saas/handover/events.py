"""What others may hear of handovers."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HandoverEnded:
    """Everything that there was has gone over."""

    handover_id: UUID
