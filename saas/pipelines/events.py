"""What others may hear of pipelines."""

from dataclasses import dataclass
from datetime import datetime

from saas.pipelines.model import Stage


@dataclass(frozen=True, slots=True)
class StageLeaves:
    """A stage is taken away; who still needs it refuses, or moves what stands there `to` another one of its kind."""

    stage: Stage
    to: Stage | None = None


@dataclass(frozen=True, slots=True)
class StageReturns:
    """A stage that was taken away at that moment is there again."""

    stage: Stage
    left_at: datetime
