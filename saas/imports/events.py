"""What others may listen to: an import has come to an end."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ImportFinished:
    """It ran to its end, or stopped before where `failed`."""

    import_id: UUID
    failed: bool
