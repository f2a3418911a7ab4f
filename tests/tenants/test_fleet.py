"""Upgrading all tenants: the ledger, a run that was broken off, one bad tenant, and equal ends."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from psycopg2.extensions import cursor as Cursor  # noqa: N812
from sqlalchemy import Engine, text

from tenants import fleet, revisions
from tenants.bootstrap import connect
from tenants.fingerprint import shape
from tenants.namespace import new_name
from tenants.registry import Directory
from tests.conftest import WARM, Database, make_tenant

INDEX = '''
"""An index on its own, and what comes after it."""
from alembic import op

revision = "index"
down_revision = "next"

def upgrade():
    op.create_index("ix_pipeline_position", "pipeline", ["position"], postgresql_concurrently=True)
'''


@pytest.fixture
def indexed(newer: str) -> str:
    """And one more, which makes an index."""
    (revisions.FOLDER / "tenant" / "versions" / "next_two.py").write_text(INDEX.lstrip())
    revisions.forget()
    return "index"


def ledger(engine: Engine, state: str) -> list[tuple[object, ...]]:
    sql = "SELECT namespace, from_revision, to_revision, sql_hash, error FROM fleet.ledger WHERE state = :state"
    with engine.connect() as connection:
        rows = connection.execute(text(f"{sql} AND to_revision = 'next' ORDER BY id"), {"state": state}).all()
    return [tuple(row) for row in rows]


def test_nobody_is_behind_at_first(engine: Engine) -> None:
    assert fleet.behind(engine) == []
    report = fleet.upgrade(engine)
    assert (report.upgraded, report.failed, report.stopped) == (0, {}, False)


def test_upgraded_equals_fresh(engine: Engine, own: Database, newer: str) -> None:
    old = Directory(engine).list()
    assert len(fleet.behind(engine)) == WARM
    seen: list[tuple[int, int]] = []
    report = fleet.upgrade(engine, progress=lambda done, total, _name: seen.append((done, total)))
    assert (report.head, report.upgraded, report.failed, report.stopped) == (newer, WARM, {}, False)
    assert seen == [(done, WARM) for done in range(1, WARM + 1)]
    assert fleet.behind(engine) == []
    fresh = make_tenant(engine, "fresh")
    assert fresh.version == newer
    with closing(connect(own.migrate_url)) as connection, connection.cursor() as cursor:
        wanted = shape(cursor, fresh.namespace)
        for tenant in old:
            assert shape(cursor, tenant.namespace) == wanted
    assert "; the company's role may INSERT, SELECT; comment append-only" in wanted["table note"]


def test_the_ledger_tells_what_was_done(engine: Engine, newer: str) -> None:
    before = {tenant.namespace: tenant.version for tenant in Directory(engine).list()}
    script = revisions.render("tenant", next(iter(before.values())), newer)
    fleet.upgrade(engine)
    wanted = {(name, version, newer, revisions.digest(script), None) for name, version in before.items()}
    assert set(ledger(engine, "DONE")) == wanted
    assert {tenant.version for tenant in Directory(engine).list()} == {newer}


def test_a_run_broken_off_is_resumed(engine: Engine, newer: str) -> None:
    def stop(done: int, total: int, namespace: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fleet.upgrade(engine, progress=stop)
    left = len(fleet.behind(engine))
    assert left <= WARM - 3  # what was at hand is finished
    assert fleet.upgrade(engine).upgraded == left
    assert len(ledger(engine, "DONE")) == WARM


def test_two_runs_at_once_share_the_work(engine: Engine, newer: str) -> None:
    reports: list[fleet.FleetReport] = []
    revisions.render("tenant", Directory(engine).list()[0].version, newer)
    runs = [threading.Thread(target=lambda: reports.append(fleet.upgrade(engine))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sum(report.upgraded for report in reports) == WARM
    assert [report.failed for report in reports] == [{}, {}]
    assert len(ledger(engine, "DONE")) == WARM


def test_a_bad_tenant_stops_the_rings_and_stays_as_it_was(engine: Engine, newer: str) -> None:
    bad = Directory(engine).list()[0]
    with engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {bad.namespace}.pipeline ADD COLUMN colour text"))
    upgraded = 0
    for _ in range(WARM):  # the order is random: the bad one comes sooner or later
        report = fleet.upgrade(engine)
        upgraded += report.upgraded
        assert set(report.failed) <= {bad.namespace}
    assert upgraded == WARM - 1
    assert fleet.behind(engine) == [bad.namespace]
    failures = ledger(engine, "FAILED")
    told = 'column "colour" of relation "pipeline" already exists'
    assert failures[0] == (bad.namespace, bad.version, newer, "", told)
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT to_regclass('{bad.namespace}.note')")).scalar_one() is None


def test_a_tenant_at_work_is_asked_again(engine: Engine, own: Database, newer: str) -> None:
    busy = Directory(engine).list()[0]
    with closing(connect(own.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {busy.namespace}.pipeline")
        release = threading.Timer(2.5, admin.rollback)
        release.start()
        report = fleet.upgrade(engine)
        release.join()
    assert (report.upgraded, report.failed) == (WARM, {})


def test_an_unknown_version_is_noted(engine: Engine, newer: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE fleet.version SET revision = 'from the future'"))
    report = fleet.upgrade(engine)
    assert report.stopped
    told = "Revisions from the future to next of tenant are not all known here: update the code."
    assert [*report.failed.values()] == [told]


def test_provisioning_is_the_head_script(engine: Engine) -> None:
    tenant = make_tenant(engine, f"x{new_name()[2:]}")
    script = revisions.render("tenant", revisions.BASE, revisions.head("tenant"))
    with engine.connect() as connection:
        row = connection.execute(
            text("SELECT from_revision, to_revision, sql_hash, state FROM fleet.ledger WHERE namespace = :name"),
            {"name": tenant.namespace},
        ).one()
    assert tuple(row) == ("base", tenant.version, revisions.digest(script), "DONE")


def steps(engine: Engine, namespace: str) -> list[tuple[object, ...]]:
    sql = "SELECT from_revision, to_revision FROM fleet.ledger WHERE namespace = :name AND state = 'DONE' ORDER BY id"
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), {"name": namespace}).all()][1:]


def test_an_index_on_a_small_table_is_part_of_the_one_transaction(engine: Engine, indexed: str) -> None:
    old = Directory(engine).list()[0]
    assert fleet.upgrade(engine).upgraded == WARM
    assert steps(engine, old.namespace) == [(old.version, "index")]


def test_an_index_on_a_large_table_is_a_step_of_its_own(
    engine: Engine, own: Database, indexed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.building.LARGE", -1)
    old = Directory(engine).list()[0]
    assert (report := fleet.upgrade(engine)).upgraded == WARM, report.failed
    assert steps(engine, old.namespace) == [(old.version, "next"), ("next", "index")]
    fresh = make_tenant(engine, "fresh")
    with closing(connect(own.migrate_url)) as connection, connection.cursor() as cursor:
        assert shape(cursor, old.namespace) == shape(cursor, fresh.namespace)


def test_a_build_that_is_cut_off_is_done_again(
    engine: Engine, own: Database, indexed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody writes, so the build waits; its backend is ended, and what it left is of no use to anybody."""
    monkeypatch.setattr("tenants.building.LARGE", -1)
    busy = Directory(engine).list()[0].namespace
    building = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONC%' AND datname = current_database()"
    left = f"SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('{busy}.ix_pipeline_position')"
    with closing(connect(own.admin_url)) as writer, closing(connect(own.admin_url)) as admin:
        admin.autocommit = True
        with writer.cursor() as held, admin.cursor() as cursor, ThreadPoolExecutor(1) as thread:
            fleet.upgrade(engine)
            cursor.execute(f"DROP INDEX {busy}.ix_pipeline_position")
            cursor.execute("UPDATE fleet.version SET revision = 'next' WHERE namespace = %s", (busy,))
            held.execute(f"UPDATE {busy}.pipeline SET position = 1")
            run = thread.submit(fleet.upgrade, engine)
            (first,) = found(cursor, building)
            assert found(cursor, left) == (False,)
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", (first,))
            writer.rollback()
            assert (run.result().upgraded, run.result().failed) == (1, {})
            assert found(cursor, left) == (True,)


def found(cursor: Cursor, sql: str) -> tuple[object, ...]:
    """The first row, once there is one."""
    for _ in range(400):
        cursor.execute(sql)
        if row := cursor.fetchone():
            return row
        time.sleep(0.02)
    raise AssertionError(sql)


def test_a_revision_that_makes_an_index_concurrently_makes_nothing_else(engine: Engine, indexed: str) -> None:
    path = revisions.FOLDER / "tenant" / "versions" / "next_two.py"
    path.write_text(path.read_text() + '    op.execute("ALTER TABLE pipeline ADD COLUMN size int")\n')
    revisions.forget()
    report = fleet.upgrade(engine)
    told = "Revision index makes an index concurrently and something else: split it in two."
    assert (report.stopped, [*report.failed.values()]) == (True, [told])
