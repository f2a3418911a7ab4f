"""Two Postgres servers: the run's own is the home, a second one is the cell b."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from saas.accounts.model import Account
from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.core.principal import system
from saas.core.work import Opener
from saas.files.actions import Record, Upload, attach_file
from saas.files.model import StoredFile
from saas.operations.actions import Reason
from saas.operations.moves import move_company
from tenants import provision
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.registry import Directory, Tenant
from tenants.route import Moved, Route

WHY = Reason("More room there", "dana")


@dataclass(frozen=True)
class Pair:
    """`cells` are the owner's engines, `work` the worker's, `urls` his URLs."""

    cells: Cells
    work: Cells
    urls: dict[str, str]
    lanes: Lanes
    store: Path

    @property
    def directory(self) -> Directory:
        return Directory(self.work.home, ttl=0, cells=self.work.engines)

    def company(self, slug: str, cell: str) -> Tenant:
        return provision.create(
            self.cells.home, slug=slug, name=slug.title(), currency="EUR", locale="en", time_zone="UTC", cell=cell,
            at=self.cells.beyond_home(cell),
        )  # fmt: skip

    def opener(self, company: Tenant) -> Opener:
        outside = replace(Nowhere(), files_url=self.store.as_uri())
        return Opener(self.lanes, company, system("test"), Clock(), outside)

    def attach(self, company: Tenant, content: bytes) -> UUID:
        """A file on a record; its id."""
        with self.opener(company)() as work:
            account = work.add(Account(name="Acme"))
            work.flush()
            record = Record("Account", account.id)
        with closing(Upload(1_000_000)) as upload:
            upload.add(content)
            attach_file(self.opener(company), record, "agreed.txt", upload)
        with self.opener(company)() as work:
            return work.all(select(StoredFile.id))[0]

    def find(self, slug: str) -> Tenant:
        found = self.directory.find_by_slug(slug)
        assert found is not None
        return found

    def move(self, slug: str, to: str, progress: Callable[[str], None] = lambda _what: None) -> Moved:
        return move_company(Route(self.cells, self.find(slug), to, progress), self.opener, WHY)
