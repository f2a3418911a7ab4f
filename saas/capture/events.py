"""What others may hear of submissions."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoticeKept:
    """A sender told that there is a lead and not what it says: somebody has to fetch it, or to try again."""

    submission_id: UUID
