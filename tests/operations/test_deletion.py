"""A company that is deleted can be restored for a while, and then nothing of it is left."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, insert, text

from saas.console.surveys import Surveyor
from saas.core.clock import Clock, FixedClock
from saas.core.errors import Conflict, Invalid
from saas.core.principal import system
from saas.core.work import Opener
from saas.identity.actions import Newcomer, join_company
from saas.identity.sessions import open_session
from saas.operations.actions import Reason, resume_company, suspend_company
from saas.operations.archive import export_company
from saas.operations.arrival import Arrival, import_company
from saas.operations.backups import Vault, back_up
from saas.operations.deletion import Grace, delete_company, restore_company
from saas.operations.expiry import take_away_backups
from saas.operations.purge import Purge
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.platform import move
from tenants.registry import Directory, Tenant, TenantStatus
from tests.conftest import Database, make_tenant
from tests.identity.make import make_member
from tests.operations.cells import Pair
from tests.operations.conftest import Scene
from tests.operations.test_operations import status, told

WHY = Reason("The contract has ended", "dana")
AT_ONCE = Grace(Clock(), timedelta())
STEPS = ("fleet", "files", "deal", "namespace", "jobs", "people", "done")


@pytest.fixture
def company(migrate_engine: Engine) -> Tenant:
    return make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")


@pytest.fixture
def opener(work_lanes: Lanes, company: Tenant) -> Opener:
    return Opener(work_lanes, company, system("test"))


@pytest.fixture
def purge(migrate_engine: Engine, tmp_path: Path) -> Purge:
    return Purge(migrate_engine, tmp_path.as_uri(), Clock())


def count(engine: Engine, sql: str, company: Tenant) -> int:
    with engine.connect() as connection:
        found = connection.execute(text(sql), {"id": company.id, "namespace": company.namespace}).scalar_one()
    return int(found)


LEFT = {
    "namespace": "SELECT count(*) FROM pg_namespace WHERE nspname = :namespace",
    "role": "SELECT count(*) FROM pg_roles WHERE rolname = :namespace",
    "fleet": "SELECT count(*) FROM fleet.version WHERE namespace = :namespace",
    "jobs": "SELECT count(*) FROM jobs.procrastinate_jobs WHERE args ->> 'namespace' = :namespace",
    "memberships": "SELECT count(*) FROM platform.membership WHERE tenant_id = :id",
    "sessions": "SELECT count(*) FROM platform.session WHERE tenant_id = :id",
}


def left(engine: Engine, company: Tenant) -> dict[str, int]:
    return {what: count(engine, sql, company) for what, sql in LEFT.items()}


def kinds(engine: Engine, company: Tenant) -> list[str]:
    sql = text("SELECT kind FROM platform.operation WHERE tenant_id = :id ORDER BY at, id")
    with engine.connect() as connection:
        return list(connection.execute(sql, {"id": company.id}).scalars())


@pytest.mark.parametrize("before", [TenantStatus.ACTIVE, TenantStatus.SUSPENDED])
def test_within_its_grace_it_comes_back_as_it_was(
    migrate_engine: Engine, company: Tenant, opener: Opener, purge: Purge, before: TenantStatus
) -> None:
    if before is TenantStatus.SUSPENDED:
        suspend_company(migrate_engine, opener, WHY)
    assert delete_company(migrate_engine, opener, WHY, Grace(Clock()))
    assert not delete_company(migrate_engine, opener, WHY, AT_ONCE)
    assert status(migrate_engine, company) is TenantStatus.DELETING
    purge.run()
    with pytest.raises(Conflict, match="TENANT_DELETED"):
        resume_company(migrate_engine, opener, WHY)
    assert restore_company(migrate_engine, opener, Reason("A mistake", "noa"))
    assert not restore_company(migrate_engine, opener, WHY)
    assert status(migrate_engine, company) is before
    assert kinds(migrate_engine, company)[-2:] == ["DELETE", "RESTORE"]
    assert told(opener)[-2:] == [
        ({"status": before}, {"status": "DELETING", "reason": "The contract has ended"}),
        ({"status": "DELETING"}, {"status": before, "reason": "A mistake"}),
    ]


@pytest.mark.parametrize("lasts", [timedelta(days=-1), timedelta(days=366)])
def test_a_grace_that_is_none_is_refused(
    migrate_engine: Engine, company: Tenant, opener: Opener, lasts: timedelta
) -> None:
    with pytest.raises(Invalid, match="BAD_GRACE"):
        delete_company(migrate_engine, opener, WHY, Grace(Clock(), lasts))
    assert status(migrate_engine, company) is TenantStatus.ACTIVE


@pytest.fixture
def inhabited(work_lanes: Lanes, migrate_engine: Engine, company: Tenant, tmp_path: Path) -> Tenant:
    """With a member who is signed in, a job that waits and a file."""
    member = make_member(work_lanes, company)
    join_company(migrate_engine, company, Newcomer(member, f"rep@{company.slug}.test", "Rep"))
    open_session(migrate_engine, company, member, clock=Clock())
    with migrate_engine.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
        connection.execute(
            text(
                "INSERT INTO jobs.procrastinate_jobs (queue_name, task_name, args) "
                "VALUES ('default', 'test', jsonb_build_object('namespace', cast(:namespace AS text)))"
            ),
            {"namespace": company.namespace},
        )
    folder = tmp_path / company.namespace
    folder.mkdir()
    (folder / "paper").write_text("What was agreed")
    return company


def test_killed_at_any_step_the_next_run_finishes(
    database: Database, migrate_engine: Engine, opener: Opener, inhabited: Tenant, tmp_path: Path
) -> None:
    stranger = make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")
    assert 0 not in left(migrate_engine, inhabited).values()
    delete_company(migrate_engine, opener, WHY, AT_ONCE)
    for step in STEPS:
        given = database.migrate_url, tmp_path.as_uri(), step
        run = subprocess.run([sys.executable, "-m", "tests.operations.killed", *given], check=False)
        assert run.returncode == -signal.SIGKILL, step
    assert set(left(migrate_engine, inhabited).values()) == {0}
    assert not list((tmp_path / inhabited.namespace).glob("*"))
    assert kinds(migrate_engine, inhabited) == ["DELETE", "PURGE"]
    Purge(migrate_engine, tmp_path.as_uri(), Clock()).run()
    assert kinds(migrate_engine, inhabited) == ["DELETE", "PURGE"]
    assert left(migrate_engine, stranger)["namespace"] == 1
    assert make_tenant(migrate_engine, inhabited.slug).id != inhabited.id


def test_one_that_cannot_be_finished_stops_no_other(
    migrate_engine: Engine, work_lanes: Lanes, company: Tenant, purge: Purge
) -> None:
    other = make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")
    for one in (company, other):
        delete_company(migrate_engine, Opener(work_lanes, one, system("test")), WHY, AT_ONCE)
    with migrate_engine.begin() as connection:
        connection.execute(text(f"GRANT SELECT ON platform.heartbeat TO {company.namespace}"))  # its role must stay
    assert purge.run()  # and whatever other tests have left
    assert (left(migrate_engine, company)["role"], left(migrate_engine, other)["role"]) == (1, 0)
    assert kinds(migrate_engine, company) == ["DELETE"]
    with migrate_engine.begin() as connection:
        connection.execute(text(f"REVOKE SELECT ON platform.heartbeat FROM {company.namespace}"))
    assert purge.run(begin=False)
    assert left(migrate_engine, company)["role"] == 0


def test_of_one_that_moved_nothing_stays_in_either_cell(pair: Pair) -> None:
    slug = f"co-{uuid4().hex[:10]}"
    pair.attach(pair.company(slug, "home"), b"What was agreed")
    pair.move(slug, "b")
    company = pair.find(slug)
    folder = pair.store / company.namespace
    assert any(folder.rglob("*"))
    assert [left(cell, company)["namespace"] for cell in pair.cells.engines.values()] == [1, 1]
    assert delete_company(pair.cells.home, pair.opener(company), WHY, AT_ONCE)
    Purge(pair.cells.home, pair.store.as_uri(), Clock(), pair.cells.abroad).run()
    for cell in pair.cells.engines.values():
        assert set(left(cell, company).values()) == {0}
    assert not [one for one in folder.rglob("*") if one.is_file()]
    assert pair.directory.find_by_slug(slug) is None


def test_one_that_is_on_its_way_is_not_deleted(migrate_engine: Engine, opener: Opener, company: Tenant) -> None:
    begun = {
        "id": uuid4(), "tenant_id": company.id, "source": "home", "target": "b", "step": "COPYING", "reason": "Room",
        "operator": "dana",
    }  # fmt: skip
    with migrate_engine.begin() as connection:
        connection.execute(insert(move), begun)
    with pytest.raises(Conflict, match="TENANT_MOVING"):
        delete_company(migrate_engine, opener, WHY, AT_ONCE)
    assert status(migrate_engine, company) is TenantStatus.ACTIVE
    assert told(opener) == []


def test_what_is_half_gone_is_not_restored(migrate_engine: Engine, opener: Opener, company: Tenant) -> None:
    delete_company(migrate_engine, opener, WHY, AT_ONCE)
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'PURGING' WHERE id = :id"), {"id": company.id})
    with pytest.raises(Conflict, match="TENANT_DELETED"):
        restore_company(migrate_engine, opener, WHY)


def test_a_suspended_company_comes_out_of_an_archive_suspended(scene: Scene, migrate_engine: Engine) -> None:
    made = import_company(scene.errand, scene.export(), Arrival(f"co-{uuid4().hex[:10]}"))
    assert status(migrate_engine, made) is TenantStatus.ACTIVE
    suspend_company(migrate_engine, scene.errand.opener(made), WHY)
    now = Directory(migrate_engine, ttl=0).find(made.id)
    assert now is not None
    out = scene.out.with_name("suspended.kesher")
    export_company(scene.errand, now, out)
    again = import_company(scene.errand, out, Arrival(f"co-{uuid4().hex[:10]}"))
    assert status(migrate_engine, again) is TenantStatus.SUSPENDED


def test_how_it_stood_goes_with_it_and_its_backups_thirty_days_later(
    migrate_engine: Engine, scene: Scene, company: Tenant, purge: Purge, tmp_path: Path
) -> None:
    vault = Vault([(tmp_path / name).as_uri() for name in ("one", "two")], lambda: b"k" * 32)
    stranger = make_tenant(migrate_engine, f"co-{uuid4().hex[:10]}")
    assert [one.failure for one in back_up(scene.errand, vault, [company, stranger])] == [None, None]
    Surveyor(Cells({"home": migrate_engine}), scene.errand.platform, Clock()).look_at(company)
    delete_company(migrate_engine, scene.errand.opener(company), WHY, AT_ONCE)
    assert purge.run()
    assert count(migrate_engine, "SELECT count(*) FROM platform.survey WHERE tenant_id = :id", company) == 0
    kept = [tmp_path / place / str(company.id) for place in ("one", "two")]
    clock = FixedClock(Clock().now() + timedelta(days=29))
    take_away_backups(migrate_engine, vault, clock)
    assert [len(list(folder.glob("*.kesher"))) for folder in kept] == [1, 1]
    clock.pass_by(timedelta(days=2))
    take_away_backups(migrate_engine, Vault([], vault.secret), clock)
    assert count(migrate_engine, "SELECT count(*) FROM platform.backup WHERE tenant_id = :id", company) == 1
    take_away_backups(migrate_engine, vault, clock)
    assert [list(folder.glob("*.kesher")) for folder in kept] == [[], []]
    assert count(migrate_engine, "SELECT count(*) FROM platform.backup WHERE tenant_id = :id", company) == 0
    assert len(list((tmp_path / "one" / str(stranger.id)).glob("*.kesher"))) == 1
