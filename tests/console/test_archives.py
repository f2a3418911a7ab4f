"""Companies as files: exported and fetched once, brought in pieces, restored from a backup beside the original."""

import gzip
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, insert, select, text, update

from saas.console.execution import TRIES
from saas.core.clock import Clock, FixedClock
from saas.core.errors import LimitReached
from saas.operations.archive import Errand
from saas.operations.backups import drill
from saas.operations.depot import PIECE
from saas.operations.room import check_room
from saas.operations.sealing import is_sealed, seal, unseal
from tenants.administration import archive, errand
from tenants.platform import api_token, membership
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import Database
from tests.console.conftest import ADMIN, WHY, Console
from tests.console.test_errands import book, problem
from tests.edge.conftest import SCRIPT

SECRET = b"k" * 32
BEGIN = """mutation($name: String!, $size: Float!) { begun: beginUpload(name: $name, size: $size) {
  archive { id pieceSize } problems { code field } } }"""


@dataclass(frozen=True)
class Desk:
    """What an admin does with files."""

    console: Console

    def made(self) -> Tenant:
        """A company with an owner who can sign in."""
        slug = f"co-{uuid4().hex[:10]}"
        said = f'{{slug: "{slug}", name: "Acme", ownerEmail: "dana-{slug}@acme.test", reason: "A pilot"}}'
        self.console.wish("createCompany", f"input: {said}")
        self.console.work()
        return self.find(slug)

    def find(self, slug: str) -> Tenant:
        found = Directory(self.console.execution.platform, ttl=0).find_by_slug(slug)
        assert found is not None
        return found

    def link(self, asked: dict[str, object]) -> str:
        one = asked["errand"]
        assert isinstance(one, dict)
        found = self.console.ask(
            "mutation($id: ID!) { openArchive(id: $id) { url problems { code } } }", id=one["id"]
        )["openArchive"]  # fmt: skip
        assert isinstance(found, dict)
        assert found["problems"] == []
        return str(found["url"])

    def fetch(self, url: str, *, cookie: bool = True) -> tuple[int, bytes, dict[str, str]]:
        headers = {"cookie": self.console.cookie} if cookie else {}
        answer = self.console.site.ask("GET", url, host=ADMIN, headers=headers)
        return answer.status_code, answer.content, dict(answer.headers)

    def export(self, company: Tenant) -> bytes:
        asked = self.console.wish("exportCompany", f'slug: "{company.slug}", reason: "Asked for by the owner"')
        self.console.work()
        self.console.check_done(asked)
        status, content, _ = self.fetch(self.link(asked))
        assert status == 200
        return content

    def begin(self, size: float, name: str = "acme.kesher") -> dict[str, object]:
        found = self.console.ask(BEGIN, name=name, size=size)["begun"]
        assert isinstance(found, dict)
        return found

    def put(self, id: object, number: int, content: bytes, **headers: str) -> int:
        said = {**SCRIPT, "cookie": self.console.cookie, **headers}
        path = f"/archives/{id}/{number}"
        return self.console.site.ask("PUT", path, host=ADMIN, content=content, headers=said).status_code

    def bring(self, content: bytes) -> str:
        begun = self.begin(len(content))["archive"]
        assert isinstance(begun, dict)
        for number in range(0, len(content), PIECE):
            assert self.put(begun["id"], number // PIECE, content[number : number + PIECE]) == 204
        return str(begun["id"])

    def load(self, upload: str, slug: str, more: str = "") -> dict[str, object]:
        return self.console.wish(
            "importCompany", f'input: {{upload: "{upload}", slug: "{slug}", reason: "From another region"{more}}}'
        )

    def waiting(self) -> list[str]:
        found = self.console.ask("{ archives { id admin } }")["archives"]
        assert isinstance(found, list)
        return [one["id"] for one in found if one["admin"] == self.console.email]


@pytest.fixture
def desk(console: Console) -> Desk:
    return Desk(console)


def files(tmp_path: Path) -> list[Path]:
    return [one for one in (tmp_path / "files" / "archives").rglob("*") if one.is_file()]


def members(console: Console, company: Tenant) -> Sequence[object]:
    mine = select(membership.c.person_id, membership.c.member_id).where(membership.c.tenant_id == company.id)
    with console.execution.platform.connect() as connection:
        return connection.execute(mine).all()


def is_nowhere(console: Console, slug: str, id: object) -> bool:
    sql = text("SELECT (SELECT count(*) FROM platform.tenant WHERE slug = :slug OR id = :id) + "
               "(SELECT count(*) FROM fleet.version WHERE tenant_id = :id)")  # fmt: skip
    with console.execution.cells.home.connect() as connection:
        return bool(connection.execute(sql, {"slug": slug, "id": id}).scalar_one() == 0)


def id_of(asked: dict[str, object]) -> UUID:
    one = asked["errand"]
    assert isinstance(one, dict), asked
    return UUID(one["id"])


def test_an_export_is_fetched_once_and_is_gone(desk: Desk, tmp_path: Path) -> None:
    company = desk.made()
    asked = desk.console.wish("exportCompany", f'slug: "{company.slug}", reason: "Asked for by the owner"')
    assert desk.waiting() == []
    desk.console.work()
    assert desk.waiting() == [str(id_of(asked))]
    first, link = desk.link(asked), desk.link(asked)
    assert desk.fetch(first)[0] == 410, "the later link is the one that opens it"
    assert desk.fetch(link, cookie=False)[0] == 401
    status, content, headers = desk.fetch(link)
    assert status == 200
    assert headers["content-length"] == str(len(content))
    assert f'attachment; filename="{company.slug}-' in headers["content-disposition"]
    (tmp_path / "out").write_bytes(content)
    assert is_sealed(tmp_path / "out")
    assert company.slug.encode() not in content
    assert (desk.fetch(link)[0], files(tmp_path), desk.waiting()) == (410, [], [])
    gone = desk.console.ask(f'mutation {{ openArchive(id: "{id_of(asked)}") {{ url problems {{ code }} }} }}')
    assert gone == {"openArchive": {"url": None, "problems": [{"code": "ARCHIVE_GONE"}]}}
    assert book(desk.console, company)[-1] == ("EXPORT", "Asked for by the owner", desk.console.email)
    assert {"operation": "EXPORT", "reason": "Asked for by the owner"} in desk.console.told(company)


def test_what_nobody_fetches_goes_after_a_day(desk: Desk, tmp_path: Path) -> None:
    company = desk.made()
    asked = desk.console.wish("exportCompany", f'slug: "{company.slug}", reason: "x"')
    desk.bring(b"x" * 100)
    desk.console.work()
    assert len(files(tmp_path)) == 2
    link = desk.link(asked)
    with desk.console.execution.cells.home.begin() as connection:
        connection.execute(update(archive).values(key_until=Clock().now() - timedelta(seconds=1)))
    assert desk.fetch(link)[0] == 410
    late = replace(desk.console.execution, clock=FixedClock(Clock().now() + timedelta(hours=23)))
    late.shelf.sweep()
    assert len(files(tmp_path)) == 2
    replace(late, clock=FixedClock(Clock().now() + timedelta(hours=25))).shelf.sweep()
    assert (files(tmp_path), desk.waiting()) == ([], [])


def test_a_file_that_was_brought_becomes_a_company(desk: Desk, tmp_path: Path) -> None:
    company = desk.made()
    upload, slug = desk.bring(desk.export(company)), f"co-{uuid4().hex[:10]}"
    assert problem(desk.load(upload, company.slug)) == ("SLUG_TAKEN", "slug")
    assert problem(desk.load(upload, "admin")) == ("RESERVED_SLUG", "slug")
    asked = desk.load(upload, slug, ', name: "Acme of the North"')
    desk.console.work()
    desk.console.check_done(asked)
    made = desk.find(slug)
    assert (made.id, made.name, made.status) == (id_of(asked), "Acme of the North", TenantStatus.ACTIVE)
    assert members(desk.console, made) == members(desk.console, company)
    assert book(desk.console, made) == [("IMPORT", "From another region", desk.console.email)]
    assert {"operation": "IMPORT", "reason": "From another region"} in desk.console.told(made)
    assert (files(tmp_path), desk.waiting()) == ([], [])


def test_what_is_not_as_it_was_announced_is_refused(desk: Desk, tmp_path: Path) -> None:
    for size, wanted in ((0, "EMPTY_FILE"), (2**40 + 1, "TOO_LARGE"), (2**40, "NO_ROOM")):
        begun = desk.begin(size)
        problems = begun["problems"]
        assert isinstance(problems, list)
        assert [one["code"] for one in problems] == [wanted]
    announced = desk.begin(PIECE + 5)["archive"]
    assert isinstance(announced, dict)
    id_ = str(announced["id"])
    assert desk.put(id_, 1, b"1234") == 422
    assert desk.put(id_, 2, b"12345") == 422
    assert desk.put(id_, 0, b"1" * (PIECE + 1)) == 413
    assert desk.put(uuid4(), 1, b"12345") == 409
    assert desk.put(id_, 1, b"12345", cookie="") == 401
    assert desk.put(id_, 1, b"12345", **{"graphql-require-preflight": ""}) == 403
    assert files(tmp_path) == []
    assert desk.put(id_, 1, b"12345") == 204
    assert desk.put(id_, 1, b"54321") == 204, "a piece may be brought again"
    assert problem(desk.load(id_, f"co-{uuid4().hex[:10]}")) == ("NOT_RECEIVED", "upload")
    assert desk.console.ask(f'mutation {{ discardArchive(id: "{id_}") }}') == {"discardArchive": True}
    assert (files(tmp_path), desk.waiting()) == ([], [])
    assert problem(desk.load(id_, f"co-{uuid4().hex[:10]}")) == ("ARCHIVE_GONE", "id")


@pytest.mark.parametrize("wrong", ["another secret", "changed", "cut off", "no archive"])
def test_a_file_that_is_wrong_leaves_nothing(desk: Desk, tmp_path: Path, wrong: str) -> None:
    content = desk.export(desk.made())
    sealed, plain = tmp_path / "sealed", tmp_path / "plain"
    sealed.write_bytes(content)
    unseal(sealed, plain, SECRET)
    seal(plain, sealed, b"x" * 32)
    packed = gzip.decompress(plain.read_bytes())
    content, said = {
        "another secret": (sealed.read_bytes(), "KESHER_SECRET_KEY"),
        "changed": (gzip.compress(packed.replace(b"dana-", b"dana+")), "damaged"),
        "cut off": (plain.read_bytes()[:-3000], "damaged"),
        "no archive": (b"What was agreed\n" * 100, "damaged"),
    }[wrong]
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(content), slug)
    desk.console.work()
    found = desk.console.errand(asked)
    assert (found["state"], said in str(found["trouble"])) == ("FAILED", True), found
    assert is_nowhere(desk.console, slug, id_of(asked))


def test_a_file_of_a_newer_version_is_told_as_such(desk: Desk, tmp_path: Path) -> None:
    sealed, plain = tmp_path / "sealed", tmp_path / "plain"
    sealed.write_bytes(desk.export(desk.made()))
    unseal(sealed, plain, SECRET)
    packed = gzip.decompress(plain.read_bytes())
    at = packed.index(b'"revision":"') + len(b'"revision":"')
    newer = gzip.compress(packed[:at] + b"9999" + packed[at + 4 :])
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(newer), slug)
    desk.console.work()
    assert "newer version" in str(desk.console.errand(asked)["trouble"])
    assert is_nowhere(desk.console, slug, id_of(asked))


def test_no_room_is_told_before_anything_is_written(tmp_path: Path) -> None:
    check_room(tmp_path, 1)
    with pytest.raises(LimitReached, match="NO_ROOM"):
        check_room(tmp_path, 10**15)


@pytest.mark.parametrize("step", ["tables", "people", "upgrading"])
def test_an_import_whose_worker_dies_is_done_by_the_next(
    desk: Desk, database: Database, tmp_path: Path, step: str
) -> None:
    company = desk.made()
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(desk.export(company)), slug)
    kill(desk.console, database, step)
    assert desk.console.errand(asked)["state"] == "RUNNING"
    desk.console.work()
    desk.console.check_done(asked)
    made = desk.find(slug)
    assert made.id == id_of(asked)
    assert members(desk.console, made) == members(desk.console, company)
    assert [kind for kind, *_ in book(desk.console, made)] == ["IMPORT"]


def test_an_import_that_kills_its_workers_leaves_nothing(desk: Desk, database: Database) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    asked = desk.load(desk.bring(desk.export(desk.made())), slug)
    kill(desk.console, database, "people")
    assert not is_nowhere(desk.console, slug, id_of(asked))
    with desk.console.execution.platform.begin() as connection:
        connection.execute(update(errand).where(errand.c.id == id_of(asked)).values(tries=TRIES))
    desk.console.work()
    assert desk.console.errand(asked)["state"] == "FAILED"
    assert is_nowhere(desk.console, slug, id_of(asked))


def kill(console: Console, database: Database, step: str) -> None:
    killed = Path(__file__).with_name("killed.py")
    words = [
        sys.executable, str(killed), database.migrate_url, database.work_url, step,
        console.execution.outside.files_url,
    ]  # fmt: skip
    died = subprocess.run(words, capture_output=True, text=True, check=False, cwd=killed.parents[2])
    assert died.returncode == -signal.SIGKILL, died.stderr


BACKUPS = """query($slug: String!) { company(slug: $slug) {
  copyOf plan backups { takenAt size places drilledAt drillFailure } } }"""


def known(console: Console, company: Tenant) -> dict[str, object]:
    found = console.ask(BACKUPS, slug=company.slug)["company"]
    assert isinstance(found, dict)
    return found


def restored(desk: Desk, company: Tenant) -> Tenant:
    """From its latest backup."""
    desk.console.wish("backUpCompany", f'slug: "{company.slug}", reason: "x"')
    desk.console.work()
    backups = known(desk.console, company)["backups"]
    assert isinstance(backups, list)
    asked = desk.console.wish(
        "restoreBackup",
        f'input: {{slug: "{company.slug}", takenAt: "{backups[0]["takenAt"]}", reason: "Deals were lost"}}',
    )
    desk.console.work()
    desk.console.check_done(asked)
    return desk.find(f"{company.slug}-restored")


def take_place(desk: Desk, copy: Tenant) -> dict[str, object]:
    return desk.console.wish("takePlace", f'slug: "{copy.slug}", reason: "It is whole"')


def test_a_backup_is_restored_beside_its_company(desk: Desk, migrate_engine: Engine) -> None:
    company = desk.made()
    desk.console.wish("changePlan", f'slug: "{company.slug}", plan: ENTERPRISE, reason: "Signed"')
    desk.console.work()
    copy = restored(desk, company)
    assert (copy.status, copy.name) == (TenantStatus.SUSPENDED, company.name)
    assert members(desk.console, copy) == members(desk.console, company)
    found = known(desk.console, copy)
    assert (found["copyOf"], found["plan"]) == (company.slug, "ENTERPRISE")
    for one in (copy, company):
        assert book(desk.console, one)[-1] == ("RESTORE_BACKUP", "Deals were lost", desk.console.email)
    mine = known(desk.console, company)["backups"]
    assert isinstance(mine, list)
    [only] = mine
    assert (only["places"], only["drilledAt"], only["size"] > 1000) == (2, None, True)
    here = desk.console.execution
    drill(
        Errand(migrate_engine, here.platform, desk.console.opener, WHY, cells=here.cells), here.vault,
        company,
    )  # fmt: skip
    again = known(desk.console, company)["backups"]
    assert isinstance(again, list)
    assert (again[0]["drilledAt"] is not None, again[0]["drillFailure"]) == (True, None)


def test_what_there_is_no_backup_of_is_not_restored(desk: Desk) -> None:
    company = desk.made()
    said = f'slug: "{company.slug}", takenAt: "2020-01-01T00:00:00Z", reason: "x"'
    assert problem(desk.console.wish("restoreBackup", f"input: {{{said}}}")) == ("NO_BACKUP", "takenAt")
    there = f'input: {{{said}, to: "{company.slug}"}}'
    assert problem(desk.console.wish("restoreBackup", there)) == ("SLUG_TAKEN", "to")
    assert problem(desk.console.wish("takePlace", f'slug: "{company.slug}", reason: "x"')) == ("NO_COPY", "slug")


def test_a_copy_takes_the_place_of_its_original(desk: Desk) -> None:
    company = desk.made()
    copy = restored(desk, company)
    with desk.console.execution.cells.home.begin() as connection:
        row = {"id": uuid4(), "hash": uuid4().bytes, "tenant_id": company.id, "member_id": uuid4(), "name": "Shop"}
        connection.execute(insert(api_token), row)
    asked = take_place(desk, copy)
    desk.console.work()
    desk.console.check_done(asked)
    now, aside = desk.find(company.slug), desk.find(f"{company.slug}-replaced")
    assert (now.id, now.status) == (copy.id, TenantStatus.ACTIVE)
    assert (aside.id, aside.status) == (company.id, TenantStatus.SUSPENDED)
    with desk.console.execution.cells.home.connect() as connection:
        held = connection.execute(select(api_token.c.tenant_id).where(api_token.c.id == row["id"])).scalar_one()
    assert held == copy.id
    for one in (now, aside):
        assert book(desk.console, one)[-1] == ("TAKE_PLACE", "It is whole", desk.console.email)
        assert any(isinstance(told, dict) and told.get("slug") == one.slug for told in desk.console.told(one))
    assert known(desk.console, now)["copyOf"] is None


def test_a_company_gets_another_address(desk: Desk, tenant: Tenant, other_tenant: Tenant) -> None:
    to = f"co-{uuid4().hex[:10]}"
    taken = f'slug: "{tenant.slug}", to: "{other_tenant.slug}", reason: "x"'
    assert problem(desk.console.wish("renameCompany", taken)) == ("SLUG_TAKEN", "to")
    asked = desk.console.wish("renameCompany", f'slug: "{tenant.slug}", to: "{to.upper()}", reason: "A new brand"')
    desk.console.work()
    desk.console.check_done(asked)
    assert desk.find(to).id == tenant.id
    assert book(desk.console, tenant) == [("RENAME", "A new brand", desk.console.email)]
    assert {"slug": to, "operation": "RENAME", "reason": "A new brand"} in desk.console.told(tenant)


def test_a_plan_is_changed_with_a_reason_and_narrows_the_list(desk: Desk, tenant: Tenant, other_tenant: Tenant) -> None:
    assert known(desk.console, tenant)["plan"] == "TRIAL"
    no_reason = f'slug: "{tenant.slug}", plan: STANDARD, reason: " "'
    assert problem(desk.console.wish("changePlan", no_reason)) == ("REQUIRED", "reason")
    desk.console.wish("changePlan", f'slug: "{tenant.slug}", plan: STANDARD, reason: "Signed"')
    desk.console.work()
    assert book(desk.console, tenant) == [("CHANGE_PLAN", "Signed", desk.console.email)]
    assert {"plan": "STANDARD", "operation": "CHANGE_PLAN", "reason": "Signed"} in desk.console.told(tenant)
    for one, plan, wanted in ((tenant, "STANDARD", 1), (tenant, "TRIAL", 0), (other_tenant, "TRIAL", 1)):
        found = desk.console.ask(f'{{ companies(search: "{one.slug}", plan: {plan}) {{ totalCount }} }}')
        assert found == {"companies": {"totalCount": wanted}}
