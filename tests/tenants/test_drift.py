"""Namespaces that somebody has changed past the revisions are found, named, and noted once."""

from collections.abc import Sequence
from contextlib import closing
from typing import cast

import pytest
from psycopg2.extensions import cursor as Cursor  # noqa: N812
from sqlalchemy import Engine, text

from tenants import drift, fleet
from tenants.bootstrap import connect
from tenants.fingerprint import Shape
from tenants.registry import Directory
from tests.conftest import WARM, Database

CHANGES = {
    "ALTER TABLE {name}.deal ADD COLUMN mood text": [
        "column deal.mood is in no revision: text; collation default; number"
    ],
    "ALTER TABLE {name}.deal ALTER COLUMN name DROP NOT NULL": ["column deal.name is text; collation default; number"],
    "ALTER TABLE {name}.deal ALTER COLUMN name SET DEFAULT 'x'": [
        "column deal.name is text; NOT NULL; default 'x'::text"
    ],
    "ALTER TABLE {name}.stage DROP CONSTRAINT ck_stage_allowed_days_positive": [
        "constraint stage.ck_stage_allowed_days_positive is missing"
    ],
    "DROP INDEX {name}.ix_stage_order": ["index ix_stage_order is missing"],
    "CREATE INDEX quick ON {name}.deal (name)": ["index quick is in no revision: CREATE INDEX quick ON deal"],
    "GRANT UPDATE ON {name}.audit_entry TO {name}": ["table audit_entry is"],
    "GRANT USAGE ON SCHEMA {name} TO kesher_web": ["namespace is"],
    "CREATE TABLE {name}.notes (a int)": ["column notes.a is in no revision", "table notes is in no revision"],
    "CREATE VIEW {name}.names AS SELECT name FROM {name}.deal": ["other relation names is in no revision"],
}


def ledger(engine: Engine, namespace: str) -> Sequence[tuple[str, str | None]]:
    sql = (
        """SELECT state, error FROM fleet.ledger WHERE namespace = :name AND from_revision = to_revision ORDER BY id"""
    )
    with engine.connect() as connection:
        return [(row.state, row.error) for row in connection.execute(text(sql), {"name": namespace})]


def run(own: Database, sql: str) -> None:
    with closing(connect(own.admin_url)) as admin, admin, admin.cursor() as cursor:
        cursor.execute("SET ROLE kesher_migrate")
        cursor.execute(sql)


def test_nobody_drifts_at_first(engine: Engine) -> None:
    seen: list[tuple[int, int]] = []
    assert drift.look(engine, progress=lambda *done: seen.append(done)) == drift.DriftReport(WARM, 0, ())
    assert seen == [(done, WARM) for done in range(1, WARM + 1)]
    with engine.connect() as connection:
        count = text("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 't\\_%'")
        assert connection.execute(count).scalar_one() == WARM


def test_what_differs_is_named(engine: Engine, own: Database) -> None:
    name, wanted = Directory(engine).list()[0].namespace, dict[str, Shape]()
    for change, told in CHANGES.items():
        with engine.connect() as connection:
            connection.execute(text(change.format(name=name)))
            found = drift._look_at(cast(Cursor, connection.connection.cursor()), name, wanted)
            connection.rollback()
        assert found is not None
        assert len(found.told) == len(told), (change, found.told)
        for line, start in zip(found.told, told, strict=True):
            assert line.startswith(start), (change, line)


def test_it_is_noted_once_and_once_more_when_it_is_gone(engine: Engine, own: Database) -> None:
    first, second, *_ = (one.namespace for one in Directory(engine).list())
    run(own, f"DROP INDEX {first}.ix_stage_order")
    for _ in range(2):
        (found,) = drift.look(engine).drifted
        assert (found.namespace, found.told) == (first, ("index ix_stage_order is missing",))
        assert ledger(engine, first) == [("FAILED", "Drift: index ix_stage_order is missing")]
    run(own, f"CREATE INDEX ix_stage_order ON {first}.stage (pipeline_id, position, id)")
    for _ in range(2):
        assert drift.look(engine, [first]) == drift.DriftReport(1, 0, ())
        assert ledger(engine, first)[1:] == [("DONE", None)]
    assert ledger(engine, second) == []


def test_each_is_compared_with_its_own_revision(engine: Engine, newer: str) -> None:
    """While a release is on its way some stand at the new revision and some at the one before."""

    def stop(done: int, total: int, namespace: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fleet.upgrade(engine, progress=stop)
    assert 0 < len(fleet.behind(engine)) < WARM
    assert drift.look(engine) == drift.DriftReport(WARM, 0, ())


def test_one_that_is_being_upgraded_is_left_alone(engine: Engine, own: Database) -> None:
    with closing(connect(own.migrate_url)) as held, held.cursor() as cursor:
        cursor.execute("SELECT FROM fleet.version ORDER BY namespace LIMIT 2 FOR UPDATE")
        assert drift.look(engine) == drift.DriftReport(WARM - 2, 2, ())
