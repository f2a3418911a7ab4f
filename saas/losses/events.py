"""What others may hear of the reasons."""

from dataclasses import dataclass

from saas.losses.model import LossReason


@dataclass(frozen=True, slots=True)
class ReasonLeaves:
    """A reason is taken out of the list for good; who has said it refuses."""

    reason: LossReason
