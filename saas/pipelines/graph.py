"""Pipelines and stages in the graph."""

from datetime import datetime

import strawberry
from strawberry import UNSET

from saas.core.work import Work
from saas.graph.declare import Node, changes, edge, key, key_or_none, many, mutation, node
from saas.pipelines import actions
from saas.pipelines.model import Pipeline, Stage, StageKind

strawberry.enum(StageKind)


@node(Pipeline, one="pipeline", plain="pipelines", order="-is_default,position,name")
class PipelineNode(Node):
    """A way of selling: ordered stages."""

    name: str
    is_default: bool
    position: int
    version: int
    created_at: datetime


@node(Stage, one="stage", order="position")
class StageNode(Node):
    """One step of a pipeline. `allowedDays` is how long a deal may stay before it counts as stalled."""

    name: str
    kind: StageKind
    position: int
    allowed_days: int | None
    pipeline: PipelineNode
    version: int


stages: list[StageNode] = many(order="position")
edge(PipelineNode, "stages", stages)


@strawberry.input
class StageDraftInput:
    name: str
    kind: StageKind
    allowed_days: int | None = None


@strawberry.input
class CreatePipelineInput:
    """The stages in their order: at least one OPEN, one WON and one LOST."""

    name: str
    stages: list[StageDraftInput]


@mutation(PipelineNode)
def create_pipeline(work: Work, input: CreatePipelineInput) -> Pipeline:
    """Makes a pipeline with its stages; the first one is the default."""
    drafts = [actions.StageDraft(stage.name, stage.kind, stage.allowed_days) for stage in input.stages]
    return actions.create_pipeline(work, input.name, drafts)


@strawberry.input
class UpdatePipelineInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    is_default: bool | None = UNSET


@mutation(PipelineNode)
def update_pipeline(work: Work, input: UpdatePipelineInput) -> Pipeline:
    """Renames a pipeline or makes it the default one."""
    return actions.edit_pipeline(
        work, key(PipelineNode, input.id), changes(input, "id", "version"), version=input.version
    )


@strawberry.input
class PipelineInput:
    id: strawberry.ID
    version: int | None = None


@mutation(PipelineNode)
def delete_pipeline(work: Work, input: PipelineInput) -> Pipeline:
    """Takes away a pipeline that no deal stands in and that is not the default."""
    return actions.delete_pipeline(work, key(PipelineNode, input.id), version=input.version)


@strawberry.input
class CreateStageInput:
    pipeline_id: strawberry.ID
    name: str
    kind: StageKind
    allowed_days: int | None = None


@mutation(StageNode)
def create_stage(work: Work, input: CreateStageInput) -> Stage:
    """Adds a stage behind the others of its kind."""
    draft = actions.StageDraft(input.name, input.kind, input.allowed_days)
    return actions.create_stage(work, key(PipelineNode, input.pipeline_id), draft)


@strawberry.input
class UpdateStageInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    allowed_days: int | None = UNSET


@mutation(StageNode)
def update_stage(work: Work, input: UpdateStageInput) -> Stage:
    """Changes the fields that are given; a stage's kind never changes."""
    return actions.edit_stage(work, key(StageNode, input.id), changes(input, "id", "version"), version=input.version)


@strawberry.input
class MoveStageInput:
    """`position` counts from 0 among the stages of the pipeline."""

    id: strawberry.ID
    position: int


@mutation(StageNode)
def move_stage(work: Work, input: MoveStageInput) -> Stage:
    """Puts a stage to another place in its pipeline."""
    return actions.move_stage(work, key(StageNode, input.id), input.position)


@strawberry.input
class StageInput:
    id: strawberry.ID
    version: int | None = None


@strawberry.input
class DeleteStageInput:
    """`moveDealsTo` is the stage of the same pipeline and kind to which the deals go that stand in it."""

    id: strawberry.ID
    version: int | None = None
    move_deals_to: strawberry.ID | None = None


@mutation(StageNode)
def delete_stage(work: Work, input: DeleteStageInput) -> Stage:
    """Takes away a stage; its deals must have somewhere to go, and the last one of its kind stays."""
    to = key_or_none(StageNode, input.move_deals_to)
    return actions.delete_stage(work, key(StageNode, input.id), version=input.version, moving_to=to)


@mutation(StageNode)
def restore_stage(work: Work, input: StageInput) -> Stage:
    """Takes a deletion back; deals that moved because of it, and have not been moved since, come back."""
    return actions.restore_stage(work, key(StageNode, input.id), version=input.version)


@mutation(PipelineNode)
def restore_pipeline(work: Work, input: PipelineInput) -> Pipeline:
    """Takes a deletion back, of the pipeline's stages too."""
    return actions.restore_pipeline(work, key(PipelineNode, input.id), version=input.version)
