"""What is done with pipelines and their stages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import Conflict, Invalid
from saas.core.fields import assign, written
from saas.core.folding import fold
from saas.core.ids import new_id
from saas.core.rights import Verb
from saas.core.work import Work
from saas.pipelines.events import StageLeaves, StageReturns
from saas.pipelines.model import Pipeline, Stage, StageKind


@dataclass(frozen=True, slots=True)
class StageDraft:
    """A stage to be; `allowed_days` is a positive number or none."""

    name: str
    kind: StageKind
    allowed_days: int | None = None


DEFAULT_STAGES = (
    StageDraft("Qualified", StageKind.OPEN, 14),
    StageDraft("Meeting held", StageKind.OPEN, 14),
    StageDraft("Price quote", StageKind.OPEN, 21),
    StageDraft("Negotiation", StageKind.OPEN, 21),
    StageDraft("Contract", StageKind.OPEN, 14),
    StageDraft("Won", StageKind.WON),
    StageDraft("Lost", StageKind.LOST),
)


def create_pipeline(work: Work, name: str, drafts: Sequence[StageDraft]) -> Pipeline:
    """Makes a pipeline and its stages in this order; a company's first one is its default."""
    work.require(work.rights.may(Pipeline.__name__, Verb.CREATE))
    _check_kinds([draft.kind for draft in drafts], "stages")
    if len({fold(written(draft.name, "stages")) for draft in drafts}) < len(drafts):
        raise Invalid("STAGE_TWICE", "Two stages of a pipeline cannot have one name.", "stages")
    others = list_pipelines(work)
    pipeline = work.add(Pipeline(id=new_id(), name=written(name, "name"), is_default=not others, position=len(others)))
    for position, draft in enumerate(drafts):
        _add_stage(work, pipeline, draft, position)
    return pipeline


def edit_pipeline(
    work: Work, pipeline_id: UUID, fields: Mapping[str, object], *, version: int | None = None
) -> Pipeline:
    """Renames, or makes the pipeline the default one: then the one that was is not."""
    pipeline = work.lock(Pipeline, pipeline_id, field="id", version=version)
    if "name" in fields:
        assign(pipeline, {"name": written(fields["name"], "name")})
    wanted = fields.get("is_default")
    if wanted is not None and wanted != pipeline.is_default:
        if pipeline.is_default:
            raise Invalid("DEFAULT_STAYS", "Make another pipeline the default one instead.", "isDefault")
        for other in list_pipelines(work):
            assign(other, {"is_default": False})
        work.flush()
        pipeline.is_default = True
    return pipeline


def delete_pipeline(work: Work, pipeline_id: UUID, *, version: int | None = None) -> Pipeline:
    pipeline = work.lock(Pipeline, pipeline_id, field="id", version=version, to=Verb.DELETE)
    if pipeline.is_default:
        raise Invalid("DEFAULT_STAYS", "Make another pipeline the default one first.", "id")
    for stage in list_stages(work, pipeline.id):
        work.emit(StageLeaves(stage))
        work.remove(stage)
    work.remove(pipeline)
    return pipeline


def create_stage(work: Work, pipeline_id: UUID, draft: StageDraft) -> Stage:
    """Adds a stage behind the others of its kind."""
    pipeline = work.lock(Pipeline, pipeline_id, field="pipelineId")
    stages = list_stages(work, pipeline.id)
    place = sum(_rank(stage.kind) <= _rank(draft.kind) for stage in stages)
    made = _add_stage(work, pipeline, draft, place)
    _number([*stages[:place], made, *stages[place:]])
    return made


def edit_stage(work: Work, stage_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Stage:
    work.require(work.rights.may(Pipeline.__name__, Verb.UPDATE))
    stage = work.lock(Stage, stage_id, field="id", version=version)
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    _check_days(given.get("allowed_days"))
    assign(stage, given)
    return stage


def move_stage(work: Work, stage_id: UUID, position: int) -> Stage:
    """Puts a stage to a place among its pipeline's, which is locked meanwhile."""
    work.require(work.rights.may(Pipeline.__name__, Verb.UPDATE))
    stage = work.get(Stage, stage_id, field="id")
    work.lock(Pipeline, stage.pipeline_id)
    stages = [other for other in list_stages(work, stage.pipeline_id) if other.id != stage.id]
    if not 0 <= position <= len(stages):
        raise Invalid("BAD_POSITION", "The pipeline has no such place.", "position")
    _number([*stages[:position], stage, *stages[position:]])
    return stage


def delete_stage(work: Work, stage_id: UUID, *, version: int | None = None, moving_to: UUID | None = None) -> Stage:
    """The pipeline is locked first: two people at once do not take away the last two stages of a kind.

    What stands in it moves to another stage of its pipeline and kind, where one is said.
    """
    work.require(work.rights.may(Pipeline.__name__, Verb.UPDATE))
    work.lock(Pipeline, work.get(Stage, stage_id, field="id").pipeline_id)
    stage = work.lock(Stage, stage_id, field="id", version=version)
    left = [other for other in list_stages(work, stage.pipeline_id) if other.id != stage.id]
    to = work.get(Stage, moving_to, field="moveDealsTo") if moving_to is not None else None
    _check_kinds([StageKind(other.kind) for other in left], "id")
    if to is not None and (to not in left or to.kind != stage.kind):
        raise Invalid("FOREIGN_STAGE", "Deals move to another stage of the same pipeline and kind.", "moveDealsTo")
    work.remove(stage)
    work.emit(StageLeaves(stage, to))
    _number(left)
    return stage


def restore_stage(work: Work, stage_id: UUID, *, version: int | None = None) -> Stage:
    """At the place that it had; the deals that moved because it went come back, if nobody has moved them since."""
    work.require(work.rights.may(Pipeline.__name__, Verb.UPDATE))
    stage = work.get(Stage, stage_id, field="id", deleted=True)
    work.lock(Pipeline, stage.pipeline_id)
    stage = work.lock(Stage, stage_id, field="id", version=version, deleted=True)
    if stage.deleted_at is None:
        return stage
    left_at, stage.deleted_at = stage.deleted_at, None
    others = [other for other in list_stages(work, stage.pipeline_id) if other.id != stage.id]
    _number([*others[: stage.position], stage, *others[stage.position :]])
    work.flush()
    work.emit(StageReturns(stage, left_at))
    return stage


def restore_pipeline(work: Work, pipeline_id: UUID, *, version: int | None = None) -> Pipeline:
    """With the stages that went with it."""
    pipeline = work.lock(Pipeline, pipeline_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    if pipeline.deleted_at is not None:
        gone = select(Stage).where(Stage.pipeline_id == pipeline.id, Stage.deleted_at == pipeline.deleted_at)
        for stage in work.all(gone.where(work.visible(Stage, deleted=True))):
            stage.deleted_at = None
        pipeline.deleted_at = None
    return pipeline


def list_pipelines(work: Work) -> list[Pipeline]:
    """The default one first, the others in their order."""
    order = (Pipeline.is_default.desc(), Pipeline.position, Pipeline.id)
    return work.all(select(Pipeline).where(work.visible(Pipeline)).order_by(*order))


def list_stages(work: Work, pipeline_id: UUID) -> list[Stage]:
    """In their order."""
    statement = select(Stage).where(Stage.pipeline_id == pipeline_id, work.visible(Stage))
    return work.all(statement.order_by(Stage.position, Stage.id))


def _add_stage(work: Work, pipeline: Pipeline, draft: StageDraft, position: int) -> Stage:
    _check_days(draft.allowed_days)
    made = Stage(
        id=new_id(), pipeline_id=pipeline.id, name=written(draft.name, "name"), kind=draft.kind, position=position,
        allowed_days=draft.allowed_days,
    )  # fmt: skip
    return work.add(made)


def _number(stages: Sequence[Stage]) -> None:
    for position, stage in enumerate(stages):
        assign(stage, {"position": position})


def _rank(kind: str) -> int:
    return list(StageKind).index(StageKind(kind))


def _check_kinds(kinds: Sequence[StageKind], field: str) -> None:
    if missing := [kind for kind in StageKind if kind not in kinds]:
        raise Conflict(
            "STAGE_KIND_MISSING", "A pipeline needs a stage of the kind %(kind)s.", field, kind=missing[0].value
        )


def _check_days(days: object) -> None:
    if isinstance(days, int) and days <= 0:
        raise Invalid("BAD_DAYS", "The days allowed in a stage are a number above zero.", "allowedDays")
