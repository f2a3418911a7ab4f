"""A platform admin with a browser, the admin host, and a worker that carries out what he asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.pool import NullPool

from saas.console.admins import grant_admin
from saas.console.errands import LONG, QUICK
from saas.console.execution import Execution
from saas.core.audit import AuditEntry
from saas.core.clock import Clock
from saas.core.outside import Nowhere
from saas.core.principal import system
from saas.core.work import Opener
from saas.identity.people import Somebody, add_person, find_holder
from saas.identity.visitors import Entrance, open_visit
from saas.operations.actions import Reason
from saas.operations.backups import Vault
from tenants.bootstrap import driver_url
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database
from tests.edge.conftest import SCRIPT, Site, client_folder, make_site, settings, site
from tests.edge.walking import Walker

__all__ = ["client_folder", "make_site", "settings", "site"]

ADMIN = "admin.localhost:8000"
WHY = Reason("Runs the platform", "root")


@dataclass(frozen=True)
class Console:
    """`email` is the admin's; `walker` his browser, which the sign-in host knows."""

    site: Site
    email: str
    walker: Walker
    execution: Execution

    def enter(self) -> None:
        answer = self.walker.go(f"http://{ADMIN}/companies")
        assert answer.status_code == 200, answer.text

    @property
    def cookie(self) -> str:
        return f"kesher_admin={self.walker.cookies['admin.localhost']['kesher_admin']}"

    def post(
        self, query: str, variables: dict[str, object] | None = None, *, headers: dict[str, str] | None = None
    ) -> httpx2.Response:
        said = {**SCRIPT, "cookie": self.cookie, **(headers or {})}
        body = {"query": query, "variables": variables}
        return self.site.ask("POST", "/graphql", host=ADMIN, json=body, headers=said)

    def ask(self, query: str, **variables: object) -> dict[str, object]:
        answer = self.post(query, variables).json()
        assert "errors" not in answer, answer
        found = answer["data"]
        assert isinstance(found, dict)
        return found

    def wish(self, field: str, arguments: str) -> dict[str, object]:
        """A mutation; what came back of it."""
        facts = "errand { id state admin target } problems { code field message }"
        found = self.ask(f"mutation {{ asked: {field}({arguments}) {{ {facts} }} }}")["asked"]
        assert isinstance(found, dict)
        return found

    def work(self) -> None:
        """Until nothing waits."""
        while self.execution.carry_out_next(QUICK) or self.execution.carry_out_next(LONG):
            pass

    def errand(self, asked: dict[str, object]) -> dict[str, object]:
        made = asked["errand"]
        assert isinstance(made, dict), asked
        found = self.ask("query($id: ID!) { errand(id: $id) { state trouble step endedAt } }", id=made["id"])["errand"]
        assert isinstance(found, dict)
        return found

    def check_done(self, asked: dict[str, object]) -> None:
        found = self.errand(asked)
        assert found["state"] == "DONE", found

    def opener(self, company: Tenant) -> Opener:
        return Opener(self.execution.lanes, company, system("test"), Clock(), self.execution.outside)

    def told(self, company: Tenant) -> list[object]:
        """What the company's own trail says of what was done with it."""
        with self.opener(company)() as work:
            rows = work.all(select(AuditEntry).where(AuditEntry.entity == "tenant").order_by(AuditEntry.at))
            return [row.after for row in rows]


def known(engine: Engine, site: Site, **more: object) -> tuple[str, Walker]:
    """A person with a proved address, and his browser at the sign-in host."""
    email = f"noa-{uuid4().hex[:8]}@kesher.test"
    with engine.begin() as connection:
        if find_holder(connection, email) is None:
            add_person(connection, Somebody(email, "Noa Bar", verified_at=Clock().now()))
        person_id = find_holder(connection, email)
    assert person_id is not None
    secret = open_visit(engine, Entrance(person_id, "passkey", **more), clock=Clock())  # type: ignore[arg-type]
    return email, Walker(site, {"login.localhost": {"kesher_visit": secret}})


@pytest.fixture
def execution(database: Database, migrate_engine: Engine, work_lanes: Lanes, tmp_path: Path) -> Execution:
    platform = create_engine(driver_url(database.work_url), poolclass=NullPool)
    outside = replace(Nowhere(), files_url=(tmp_path / "files").as_uri())
    vault = Vault([(tmp_path / "one").as_uri(), (tmp_path / "two").as_uri()], lambda: b"k" * 32)
    return Execution(Cells({"home": migrate_engine}), platform, work_lanes, Clock(), outside, vault)


@pytest.fixture
def outsider(site: Site, web_engine: Engine, execution: Execution) -> Console:
    """Somebody whom the sign-in host knows, and who is no admin."""
    return Console(site, *known(web_engine, site), execution)


@pytest.fixture
def console(outsider: Console, migrate_engine: Engine) -> Iterator[Console]:
    grant_admin(migrate_engine, outsider.email, WHY, clock=Clock())
    outsider.enter()
    yield outsider
    outsider.work()
