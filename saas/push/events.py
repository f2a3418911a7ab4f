"""What happens to devices."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DeviceLeaves:
    """It is about to be removed: nothing may wait for it any more."""

    device_id: UUID
