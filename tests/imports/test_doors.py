"""Imports as a browser and a program meet them: a form's post, the graph, the worker, a download."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import httpx2
import pytest
from sqlalchemy import Engine

from saas.app import create_app
from saas.core.clock import Clock
from saas.core.rights import Role
from saas.core.work import Opener
from saas.edge.door import Door
from saas.identity.tokens import create_token
from saas.members.actions import MemberDraft, add_member, edit_profile
from saas.members.model import MemberStatus
from saas.settings import Mode, Settings
from saas.worker import Worker
from tenants.engine import Lanes
from tenants.registry import Directory
from tests.conftest import Database
from tests.imports.make import contents
from tests.imports.test_flow import BAD, FILES

RUN = """query($id: ID!) { import(id: $id) {
  id name status total done failure by { name } notes { code message count }
  files { name entity rows created refused columns { header target guess sample } }
  refusals(first: 50) { totalCount nodes { line column code message value file { name } } } } }"""
Answer = dict[str, object]


@dataclass(frozen=True, slots=True)
class Desk:
    """One member of the company at a browser, and the worker behind."""

    door: Door
    worker: Worker
    token: str
    opener: Opener

    def ask(self, method: str, path: str, **more: object) -> httpx2.Response:
        async def send() -> httpx2.Response:
            transport = httpx2.ASGITransport(self.door, client=("127.0.0.1", 40000))
            headers = {"authorization": f"Bearer {self.token}"}
            async with httpx2.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8000", headers=headers
            ) as http:
                return await http.request(method, path, **more)  # type: ignore[arg-type]

        return asyncio.run(send())

    def upload(self, *files: tuple[str, str | bytes]) -> httpx2.Response:
        return self.ask("POST", "/imports", files=[("files", (name, content)) for name, content in files])

    def graph(self, query: str, **variables: object) -> Answer:
        answer = self.ask("POST", "/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer
        return cast(Answer, answer["data"])

    def act(self, verb: str, import_id: str) -> tuple[str | None, list[str]]:
        """The status of the import, as the mutation answers, and the codes of its problems."""
        asked = "{ import { status } problems { code } }"
        said = f"mutation($id: ID!) {{ did: {verb}(input: {{importId: $id}}) {asked} }}"
        did = cast(Answer, self.graph(said, id=import_id)["did"])
        record, problems = cast("dict[str, str] | None", did["import"]), cast("list[dict[str, str]]", did["problems"])
        return None if record is None else record["status"], [problem["code"] for problem in problems]

    def work(self) -> None:
        asyncio.run(self.worker.run(wait=False))

    def look(self, import_id: str) -> Answer:
        return cast(Answer, self.graph(RUN, id=import_id)["import"])


@pytest.fixture
def worker(database: Database, work_lanes: Lanes, queue: Engine) -> Worker:
    return Worker(database.work_url, "test", Clock(), queue, work_lanes, Directory(queue, ttl=0))


@pytest.fixture
def door(database: Database, tmp_path: Path) -> Iterator[Door]:
    settings = Settings(
        mode=Mode.LOCAL, home=tmp_path, web_url=database.web_url, work_url=database.work_url,
        migrate_url=database.migrate_url, lanes=1, lane_size=2,
    )  # fmt: skip
    door = create_app(settings)
    yield door
    door.close()


@pytest.fixture
def desk(door: Door, worker: Worker, company: Opener, web_engine: Engine) -> Desk:
    assert company.principal.member_id is not None
    token = create_token(web_engine, company.tenant, company.principal.member_id, name="desk")
    return Desk(door, worker, token, company)


def test_files_are_uploaded_checked_run_and_undone(desk: Desk) -> None:
    before = contents(desk.opener)
    answer = desk.upload(*FILES)
    assert answer.status_code == 201
    import_id = answer.json()["id"]
    draft = desk.look(import_id)
    assert (draft["status"], draft["total"], draft["done"], draft["by"]) == ("DRAFT", 8, 0, {"name": "Olga Owner"})
    assert desk.act("checkImport", import_id) == ("CHECKING", [])
    desk.work()
    assert desk.look(import_id)["status"] == "CHECKED"
    assert contents(desk.opener) == before
    assert desk.act("runImport", import_id) == ("RUNNING", [])
    desk.work()
    done = desk.look(import_id)
    assert (done["status"], done["done"], done["failure"]) == ("DONE", 8, None)
    notes = {note["code"]: note["message"] for note in cast("list[dict[str, str]]", done["notes"])}
    assert notes["NO_ACCOUNT"] == "1 deal has no account."
    assert desk.act("runImport", import_id) == (None, ["IMPORT_STATE"])
    assert desk.act("undoImport", import_id) == ("UNDOING", [])
    desk.work()
    assert desk.look(import_id)["status"] == "UNDONE"
    assert contents(desk.opener) == before


def test_a_report_is_in_the_readers_language(desk: Desk) -> None:
    with desk.opener() as work:
        edit_profile(work, {"locale": "he"})
    import_id = desk.upload(("deals.csv", BAD)).json()["id"]
    desk.act("checkImport", import_id)
    desk.work()
    refusals = cast(Answer, desk.look(import_id)["refusals"])
    first = cast("list[Answer]", refusals["nodes"])[0]
    assert (refusals["totalCount"], first["code"], first["message"]) == (10, "NOT_A_NUMBER", "זה אינו מספר.")
    refused = desk.ask("GET", f"/imports/{import_id}/refused.csv")
    assert (refused.status_code, refused.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert (
        refused.content.decode("utf-8-sig").splitlines()[1]
        == "1,One,Dana,ten,New,2025-01-01,,deals.csv,2,זה אינו מספר."
    )


@pytest.mark.parametrize(
    ("content", "code"), [(b"\x89PNG\0\0\1", "FILE_NOT_TEXT"), (b"", "FILE_EMPTY"), (b"a\nb\n", "FILE_NOT_CSV")]
)
def test_a_wrong_upload_is_an_answer(desk: Desk, content: bytes, code: str) -> None:
    answer = desk.upload(("wrong.csv", content))
    error = answer.json()["errors"][0]
    assert (answer.status_code, error["extensions"]["code"]) == (422, code)
    assert desk.graph("{ imports(first: 5) { totalCount } }") == {"imports": {"totalCount": 0}}


def test_an_upload_without_files_is_refused(desk: Desk) -> None:
    answer = desk.ask("POST", "/imports", data={"files": "no file"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "NO_FILES"


def test_a_mapping_is_set_by_the_ids_of_columns(desk: Desk) -> None:
    import_id = desk.upload(("x.csv", "what,how much\nThing,5\n")).json()["id"]
    found = desk.graph("query($id: ID!) { import(id: $id) { files { columns { id header target } } } }", id=import_id)
    columns = cast("dict[str, list[dict[str, list[dict[str, str]]]]]", found["import"])["files"][0]["columns"]
    assert [column["target"] for column in columns] == [None, None]
    said = """mutation($input: SetImportMappingInput!) { setImportMapping(input: $input) {
      import { files { entity columns { target } } } problems { code field } } }"""
    targets = [{"id": columns[0]["id"], "target": "product.name"}, {"id": columns[1]["id"], "target": "product.price"}]
    assert desk.graph(said, input={"importId": import_id, "columns": targets})["setImportMapping"] == {
        "import": {
            "files": [{"entity": "product", "columns": [{"target": "product.name"}, {"target": "product.price"}]}]
        },
        "problems": [],
    }
    twice = [{**target, "target": "product.name"} for target in targets]
    assert desk.graph(said, input={"importId": import_id, "columns": twice})["setImportMapping"] == {
        "import": None,
        "problems": [{"code": "TARGET_TWICE", "field": "columns"}],
    }


def test_targets_are_told_in_the_members_language(desk: Desk) -> None:
    targets = cast(
        "list[Answer]", desk.graph("{ importTargets { path entity field label required } }")["importTargets"]
    )
    assert targets[0] == {
        "path": "product.name", "entity": "product", "field": "name", "label": "Name", "required": True,
    }  # fmt: skip


def test_a_rep_imports_nothing_and_sees_no_import(desk: Desk, web_engine: Engine) -> None:
    import_id = desk.upload(*FILES).json()["id"]
    with desk.opener() as work:
        draft = MemberDraft("Ron Rep", "ron@maven.test", Role.REP, status=MemberStatus.ACTIVE)
        rep = add_member(work, draft)
        work.flush()
        rep_id = rep.id
    token = create_token(web_engine, desk.opener.tenant, rep_id, name="rep")
    reps = Desk(desk.door, desk.worker, token, desk.opener)
    assert reps.upload(*FILES).json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert reps.act("runImport", import_id) == (None, ["FORBIDDEN"])
    assert reps.graph("query($id: ID!) { import(id: $id) { id } imports(first: 5) { totalCount } }", id=import_id) == {
        "import": None,
        "imports": {"totalCount": 0},
    }
    assert reps.ask("GET", f"/imports/{import_id}/refused.csv").status_code == 404
    assert desk.look(import_id)["status"] == "DRAFT"
