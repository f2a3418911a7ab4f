"""A company with everything in it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.pool import NullPool

from saas.accounts.model import Account
from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.core.principal import system
from saas.core.work import Opener
from saas.demo.actions import fill
from saas.files.actions import Record, Upload, attach_file
from saas.identity.actions import Newcomer, join_company
from saas.local.postgres import Postgres
from saas.members.model import Member
from saas.operations.actions import Reason
from saas.operations.archive import Errand, export_company
from saas.operations.arrival import Arrival, import_company
from saas.push.model import PushDevice
from tenants import archive
from tenants.bootstrap import bootstrap, driver_url
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant
from tenants.sheets import Sheet
from tests.conftest import PASSWORDS, SERVER, Database, _urls, make_tenant
from tests.operations.cells import Pair

WHY = Reason("Asked for by the owner", "dana")
PAPER = b"What was agreed\n" * 100


@dataclass(frozen=True)
class Scene:
    errand: Errand
    company: Tenant
    out: Path
    owner: Member

    def export(self) -> Path:
        export_company(self.errand, self.company, self.out)
        return self.out

    def load(self, source: Path, slug: str | None = None) -> Tenant:
        return import_company(self.errand, source, Arrival(slug))

    def sheets(self, company: Tenant, folder: Path) -> dict[str, Sheet]:
        folder.mkdir()
        return {sheet.name: sheet for sheet in archive.dump(self.errand.migrate, company.namespace, folder).sheets}

    def is_there(self, slug: str) -> bool:
        return Directory(self.errand.platform, ttl=0).find_by_slug(slug) is not None


@pytest.fixture(scope="session")
def scene(
    database: Database, work_lanes: Lanes, migrate_engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> Scene:
    """A company with everything in it, which no test changes but for its trail."""
    folder = tmp_path_factory.mktemp("scene")
    outside = replace(Nowhere(), files_url=(folder / "store").as_uri())

    def opener(company: Tenant) -> Opener:
        return Opener(work_lanes, company, system("test"), Clock(), outside)

    platform = create_engine(driver_url(database.work_url), poolclass=NullPool)
    company = make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")
    fill(opener(company), Clock())
    with opener(company)() as work:
        account = work.all(select(Account).limit(1))[0]
        owner = work.all(select(Member).where(Member.role == "OWNER"))[0]
        to = {"endpoint": "https://push.test/1", "public_key": "", "secret": ""}
        work.add(PushDevice(member_id=owner.id, name="Phone", failures=0, **to))
    with closing(Upload(1_000_000)) as upload:
        upload.add(PAPER)
        attach_file(opener(company), Record("Account", account.id), "agreed.txt", upload)
    join_company(platform, company, Newcomer(owner.id, owner.email, owner.name))
    return Scene(Errand(migrate_engine, platform, opener, WHY), company, folder / "out.kesher", owner)


@pytest.fixture(scope="session")
def cell_b(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A Postgres server of its own."""
    server = Postgres(tmp_path_factory.mktemp("cell-b"), settings=SERVER)
    try:
        url = server.start()
        bootstrap(url, PASSWORDS)
        yield _urls(url, "postgres")
    finally:
        server.stop()


@pytest.fixture(scope="session")
def pair(database: Database, cell_b: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    def engines(home: str, b: str) -> Cells:
        return Cells(
            {cell: create_engine(driver_url(url), poolclass=NullPool) for cell, url in (("home", home), ("b", b))}
        )

    urls = {"home": database.work_url, "b": cell_b.work_url}
    lanes = Lanes(urls, lanes=1, size=4)
    cells = engines(database.migrate_url, cell_b.migrate_url)
    yield Pair(cells, engines(*urls.values()), urls, lanes, tmp_path_factory.mktemp("files"))
    lanes.dispose()


@pytest.fixture
def slug() -> str:
    return f"co-{uuid4().hex[:10]}"
