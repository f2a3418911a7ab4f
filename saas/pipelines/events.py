"""What others may hear of pipelines."""

from dataclasses import dataclass

from saas.pipelines.model import Stage


@dataclass(frozen=True, slots=True)
class StageLeaves:
    """A stage is about to be taken away; who still needs it refuses."""

    stage: Stage
