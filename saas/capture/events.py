"""What others may hear of submissions."""

from dataclasses import dataclass
from uuid import UUID

from saas.capture.model import Submission


@dataclass(frozen=True, slots=True)
class NoticeKept:
    """A sender told that there is a lead and not what it says: somebody has to fetch it, or to try again."""

    submission_id: UUID


@dataclass(frozen=True, slots=True)
class SubmissionAccepted:
    """It has just become a lead, with all that belongs to it; nobody has been told of the lead yet."""

    submission: Submission
