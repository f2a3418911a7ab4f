"""Pipelines: exactly one default, names one of a kind, every kind of stage kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from saas.graph.ids import encode
from tests.members.make import ABSENT, EVERYBODY, NOW, Company, key_of
from tests.pipelines.make import READ, drafts, make_pipeline

DEFAULTS = "{ pipelines { name isDefault position } }"


def defaults(company: Company) -> list[str]:
    pipelines = company.ask("rina", DEFAULTS)["pipelines"]
    assert isinstance(pipelines, list)
    return [pipeline["name"] for pipeline in pipelines if pipeline["isDefault"]]


def test_the_first_pipeline_is_the_default_one(company: Company) -> None:
    entries = len(company.trail())
    made = company.do("adam", "createPipeline", name=" Sales ", stages=drafts())
    assert made == {
        "id": made["id"], "name": "Sales", "isDefault": True, "position": 0, "version": 1,
        "createdAt": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    assert company.ask("lone", READ, id=made["id"]) == {"pipeline": {"name": "Sales", "isDefault": True, "stages": [
        {"name": "New", "kind": "OPEN", "position": 0, "allowedDays": None},
        {"name": "Quote", "kind": "OPEN", "position": 1, "allowedDays": None},
        {"name": "Won", "kind": "WON", "position": 2, "allowedDays": None},
        {"name": "Lost", "kind": "LOST", "position": 3, "allowedDays": None},
    ]}}  # fmt: skip
    told = company.entries()[entries:]
    assert {(one.member_id, one.request_id, one.at, one.action) for one in told} == {
        (company.keys["adam"], "req-adam", NOW, "CREATE"),
    }
    assert [one.entity for one in told] == ["pipeline", *["stage"] * 4]
    assert told[0].after == {
        "id": str(key_of(made)), "name": "Sales", "is_default": True, "position": 0,
        "created_at": "2026-03-02T12:00:00Z",
    }  # fmt: skip
    second = company.do("adam", "createPipeline", name="Partners", stages=drafts())
    assert (second["isDefault"], second["position"]) == (False, 1)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": " "}, ("REQUIRED", "name")),
        ({"stages": []}, ("STAGE_KIND_MISSING", "stages")),
        ({"stages": drafts(("A", "OPEN"), ("Won", "WON"))}, ("STAGE_KIND_MISSING", "stages")),
        ({"stages": drafts(("", "OPEN"), ("W", "WON"), ("L", "LOST"))}, ("REQUIRED", "stages")),
        ({"stages": drafts(("סיום", "OPEN"), ("סיומ ", "WON"), ("L", "LOST"))}, ("STAGE_TWICE", "stages")),
        ({"stages": drafts(("Done", "OPEN"), ("DONE", "WON"), ("L", "LOST"))}, ("STAGE_TWICE", "stages")),
        ({"stages": [*drafts(), {"name": "Far", "kind": "OPEN", "allowedDays": 0}]}, ("BAD_DAYS", "allowedDays")),
    ],
    ids=["name", "none", "kinds", "blank", "finals", "case", "days"],
)
def test_what_makes_no_sense_is_refused(settled: Company, given: dict[str, object], problem: tuple[str, str]) -> None:
    assert settled.refuse("olga", "createPipeline", **{"name": "Sales", "stages": drafts(), **given}) == problem


def test_names_are_one_of_a_kind_however_they_are_written(company: Company) -> None:
    first = company.do("olga", "createPipeline", name="מכירות דרום", stages=drafts())
    other = company.do("olga", "createPipeline", name="Café", stages=drafts())
    for name in ("מכירות דרומ", "cafe", "CAFÉ ", "caf\u00e9"):
        assert company.refuse("olga", "createPipeline", name=name, stages=drafts()) == ("DUPLICATE", "name")
    assert company.refuse("olga", "updatePipeline", id=first["id"], name="CAFE") == ("DUPLICATE", "name")
    company.do("olga", "deletePipeline", id=other["id"])
    assert company.do("olga", "updatePipeline", id=first["id"], name="CAFE")["name"] == "CAFE"


def test_two_pipelines_at_once_make_one_default(company: Company) -> None:
    together = Barrier(2)

    def make(name: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "createPipeline", name=name, stages=drafts()).problem

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(make, ["One", "Two"]))
    assert set(said) <= {None, ("DUPLICATE", "default")}
    assert len(defaults(company)) == 1


def test_the_default_passes_on(company: Company) -> None:
    make_pipeline(company)
    make_pipeline(company, "Partners")
    sales, partners = company.id("Sales", "Pipeline"), company.id("Partners", "Pipeline")
    assert company.refuse("olga", "updatePipeline", id=sales, isDefault=False) == ("DEFAULT_STAYS", "isDefault")
    assert company.refuse("olga", "deletePipeline", id=sales) == ("DEFAULT_STAYS", "id")
    for nothing in (None, False):
        assert company.do("olga", "updatePipeline", id=partners, isDefault=nothing)["version"] == 1
    entries = len(company.trail())
    made = company.do("adam", "updatePipeline", id=partners, isDefault=True, version=1)
    assert (made["isDefault"], made["version"]) == (True, 2)
    assert defaults(company) == ["Partners"]
    assert company.trail(entries) == [
        ("adam", "UPDATE", "pipeline", {"is_default": True}, {"is_default": False}),
        ("adam", "UPDATE", "pipeline", {"is_default": False}, {"is_default": True}),
    ]
    company.do("adam", "deletePipeline", id=sales)
    assert company.ask("rina", DEFAULTS) == {"pipelines": [{"name": "Partners", "isDefault": True, "position": 1}]}
    stage = company.ask("rina", "query S($id: ID!) { stage(id: $id) { id } }", id=company.id("Quote", "Stage"))
    assert stage == {"stage": None}


def test_two_heirs_at_once_leave_one_default(company: Company) -> None:
    for name in ("Sales", "North", "South"):
        make_pipeline(company, name)
    together = Barrier(2)

    def inherit(name: str) -> tuple[str, str | None] | None:
        together.wait()
        return company.act("olga", "updatePipeline", id=encode("Pipeline", company.keys[name]), isDefault=True).problem

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(inherit, ["North", "South"]))
    assert {problem[0] for problem in said if problem} <= {"CONFLICT", "BUSY", "DUPLICATE"}
    assert len(defaults(company)) == 1


def test_owners_and_admins_shape_pipelines(company: Company) -> None:
    make_pipeline(company)
    make_pipeline(company, "Partners")
    pipeline, stage = company.id("Partners", "Pipeline"), company.id("Quote", "Stage")
    for who in ("mona", "rina"):
        forbidden, named = ("FORBIDDEN", None), ("FORBIDDEN", "id")
        assert company.refuse(who, "createPipeline", name="X", stages=drafts()) == forbidden
        assert company.refuse(who, "updatePipeline", id=pipeline, name="X") == named
        assert company.refuse(who, "deletePipeline", id=pipeline) == named
        of = company.refuse(who, "createStage", pipelineId=pipeline, name="X", kind="OPEN")
        assert of == ("FORBIDDEN", "pipelineId")
        assert company.refuse(who, "updateStage", id=stage, name="X") == forbidden
        assert company.refuse(who, "moveStage", id=stage, position=0) == forbidden
        assert company.refuse(who, "deleteStage", id=stage) == forbidden
    for who in EVERYBODY:
        said = company.ask(who, "{ pipelines { name stages { name } } }")["pipelines"]
        assert [one["name"] for one in said] == ["Sales", "Partners"]  # type: ignore[attr-defined]


def test_a_stale_version_is_told_with_the_pipeline_as_it_is(company: Company) -> None:
    make_pipeline(company)
    id = company.id("Sales", "Pipeline")
    company.do("olga", "updatePipeline", id=id, name="Selling")
    state = company.state()
    for mutation in ("updatePipeline", "deletePipeline"):
        assert company.conflict("adam", mutation, id=id)["name"] == "Selling"
    assert company.state() == state


def test_another_companys_pipeline_is_not_there(company: Company, other_company: Company) -> None:
    make_pipeline(other_company)
    theirs, stage = other_company.id("Sales", "Pipeline"), other_company.id("Quote", "Stage")
    before = other_company.state()
    for mutation in ("updatePipeline", "deletePipeline"):
        assert company.refuse("olga", mutation, id=theirs) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "createStage", pipelineId=theirs, name="X", kind="OPEN") == (
        "NOT_FOUND", "pipelineId",
    )  # fmt: skip
    assert company.refuse("olga", "moveStage", id=stage, position=0) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "updateStage", id=stage) == ("NOT_FOUND", "id")
    assert company.refuse("olga", "deleteStage", id=encode("Stage", ABSENT)) == ("NOT_FOUND", "id")
    assert other_company.state() == before
