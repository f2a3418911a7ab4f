"""Builders: pipelines with their stages."""

from uuid import UUID

from saas.pipelines.actions import StageDraft, create_pipeline, list_stages
from saas.pipelines.model import StageKind
from tests.members.make import Company, Json

STAGES = (("New", "OPEN"), ("Quote", "OPEN"), ("Won", "WON"), ("Lost", "LOST"))
READ = "query P($id: ID!) { pipeline(id: $id) { name isDefault stages { name kind position allowedDays } } }"


def make_pipeline(company: Company, name: str = "Sales", stages: tuple[tuple[str, str], ...] = STAGES) -> UUID:
    """Its stages are known to the company by name: `Quote`, and `Partners/Quote` in all but the first pipeline."""
    prefix = f"{name}/" if "New" in company.keys else ""
    with company.open() as work:
        made = create_pipeline(work, name, [StageDraft(stage, StageKind(kind)) for stage, kind in stages])
        work.flush()
        company.keys[name] = made.id
        for stage in list_stages(work, made.id):
            company.keys[prefix + stage.name] = stage.id
    return made.id


def drafts(*stages: tuple[str, str]) -> list[Json]:
    return [{"name": name, "kind": kind} for name, kind in stages or STAGES]


def names(company: Company, pipeline: str = "Sales") -> list[object]:
    """Of the stages in their order; their positions count from 0."""
    said = company.ask("rina", READ, id=company.id(pipeline, "Pipeline"))["pipeline"]
    assert isinstance(said, dict)
    stages = said["stages"]
    assert [stage["position"] for stage in stages] == list(range(len(stages)))
    return [stage["name"] for stage in stages]
