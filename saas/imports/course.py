"""The pipeline that a file of deals means, and which of its stages a row stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from saas.core.ids import new_id
from saas.core.texts import later
from saas.imports.mapping import title_of
from saas.imports.matching import Book
from saas.imports.plan import Plan, Refused, Step, Thing, Verb
from saas.imports.records import Record, Source, near_miss
from saas.imports.stages import Offer, arrange, choose
from saas.imports.world import KnownPipeline, KnownStage, World
from saas.pipelines.model import StageKind


@dataclass(frozen=True, slots=True)
class Course:
    """`stages` in their order."""

    pipeline: UUID
    stages: tuple[KnownStage, ...]
    book: Book[KnownStage]

    def stage_of(self, plan: Plan, record: Record, column: str | None) -> KnownStage | None:
        """The first stage where the row names none; None, the row refused, where it names an unknown one."""
        name = record.text("stage")
        if name is None:
            return self.stages[0]
        match = self.book.find(name)
        if match is None:
            message = later("The pipeline has no such stage.")
            plan.refused.append(Refused(record.origin, "UNKNOWN_STAGE", message, column, name))
            return None
        if match.near:
            near_miss(plan, column or "", name, match.found.name)
        return match.found

    def stage(self, id: object) -> KnownStage | None:
        return next((stage for stage in self.stages if stage.id == id), None)

    def last_open(self) -> KnownStage:
        """Where a deal stood before it closed, when nothing tells: the last open stage."""
        opened = [stage for stage in self.stages if stage.kind is StageKind.OPEN]
        return opened[-1] if opened else self.stages[0]


def find_course(world: World, source: Source, records: Sequence[Record]) -> Course:
    """The company's pipeline that the stages mean, or a new one that the plan makes."""
    named = list(dict.fromkeys(name for record in records if (name := record.text("stage")) is not None))
    known = _known(world, source, named)
    if known is not None:
        world.plan.note("PIPELINE", later("The deals go into the pipeline %(pipeline)s."), pipeline=known.name)
        return Course(known.id, known.stages, Book({stage.name: stage for stage in known.stages}))
    return _new(world, title_of(source.table.name), named)


def _known(world: World, source: Source, named: Sequence[str]) -> KnownPipeline | None:
    wanted = next((each for each in world.pipelines if each.id == world.wanted), None)
    if wanted is not None:
        return wanted
    offers = {_offer(pipeline): pipeline for pipeline in world.pipelines if pipeline.stages}
    chosen = choose(named, list(offers), title_of(source.table.name))
    return None if chosen is None else offers[chosen]


def _offer(pipeline: KnownPipeline) -> Offer:
    names = frozenset(stage.name for stage in pipeline.stages)
    return Offer(pipeline.name, names, pipeline.has_deals, pipeline.is_default, pipeline.is_new)


def _new(world: World, title: str, named: Sequence[str]) -> Course:
    stages = tuple(KnownStage(new_id(), name, kind) for name, kind in arrange(named))
    default = not any(pipeline.is_default and pipeline.has_deals for pipeline in world.pipelines)
    id = new_id()
    values: dict[str, object] = {"name": _unused(world, title), "is_default": default, "stages": stages}
    world.plan.steps.append(Step(Thing.PIPELINE, id, Verb.CREATE, values, None))
    shown = " → ".join(stage.name for stage in stages)
    message = later("The file's stages are new to the company: they became the pipeline %(pipeline)s (%(stages)s).")
    world.plan.note("PIPELINE_MADE", message, pipeline=values["name"], stages=shown)
    if default:
        message = later("%(pipeline)s is the default pipeline now: the former one has no deals.")
        world.plan.note("PIPELINE_DEFAULT", message, pipeline=values["name"])
    if default:
        world.pipelines[:] = [replace(each, is_default=False) for each in world.pipelines]
    made = KnownPipeline(id, str(values["name"]), default, has_deals=True, stages=stages, is_new=True)
    world.pipelines.append(made)
    return Course(id, stages, Book({stage.name: stage for stage in stages}))


def _unused(world: World, title: str) -> str:
    names = Book({pipeline.name: True for pipeline in world.pipelines})
    name, count = title, 1
    while names.equal(name):
        count += 1
        name = f"{title} {count}"
    return name
