"""A company's namespace could live in a Citus cluster as it is: nothing in it holds it to one node."""

from pathlib import Path

import pytest
from sqlalchemy import (
    Column,
    Enum,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    Sequence,
    Table,
    Text,
    Uuid,
    func,
)
from sqlalchemy.schema import SchemaItem

from saas.local.differences import models
from tenants import revisions
from tests.house import distributable as lint
from tests.house.source import parse, product


def test_the_tables_have_nothing_that_cannot_be_distributed() -> None:
    assert list(lint.in_tables(models())) == []


def test_the_revisions_have_nothing_that_cannot_be_distributed() -> None:
    at, found = revisions.BASE, list[str]()
    for step in reversed(list(revisions.directory("tenant").walk_revisions())):
        found += lint.in_sql(f"revision {step.revision}", revisions.written("tenant", at, step.revision))
        at = step.revision
    assert found == []


def test_no_update_of_ours_calls_a_volatile_function() -> None:
    assert list(lint.in_code(product())) == []


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON deal EXECUTE FUNCTION ext.f()", lint.TRIGGER),
        ("CREATE TABLE x (id bigint GENERATED ALWAYS AS IDENTITY)", lint.IDENTITY),
        ("CREATE TABLE x (id bigserial)", lint.IDENTITY),
        ("CREATE SEQUENCE x", lint.IDENTITY),
        ("ALTER TABLE deal ADD FOREIGN KEY (tenant_id) REFERENCES platform.tenant (id)", lint.ABROAD),
        ("INSERT INTO deal SELECT * FROM t_aaaaaaaaaaaaa.deal", lint.ABROAD),
        ("CREATE MATERIALIZED VIEW x AS SELECT 1", lint.VIEW),
        ("CREATE TABLE x () INHERITS (deal)", lint.INHERITED),
        ("ALTER TABLE deal INHERIT thing", lint.INHERITED),
        ("CREATE TYPE mood AS ENUM ('good')", lint.TYPE),
        ("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1", lint.FUNCTION),
        ("CREATE TEMP TABLE x (a int)", lint.TEMPORARY),
        ("UPDATE deal SET id = gen_random_uuid()", lint.UPDATES),
        ("INSERT INTO a VALUES (1) ON CONFLICT DO UPDATE SET at = clock_timestamp()", lint.UPDATES),
    ],
)
def test_what_cannot_be_distributed_is_named_with_the_reason(sql: str, rule: lint.Rule) -> None:
    assert list(lint.in_sql("here", sql)) == [f"here: {rule.name}. {rule.why}"]
    assert len(rule.why) > 40


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE deal SET closed_on = now()",
        "SELECT random() FROM deal FOR UPDATE SKIP LOCKED; UPDATE deal SET name = ext.fold(name)",
        "CREATE TABLE x (day date) PARTITION BY RANGE (day)",
        "CREATE INDEX i ON deal USING gin (name ext.gin_trgm_ops) WHERE name <> 'CREATE TRIGGER'",
        "INSERT INTO deal (id) VALUES (gen_random_uuid()) ON CONFLICT DO NOTHING",
    ],
)
def test_what_can_be_is_taken(sql: str) -> None:
    assert list(lint.in_sql("here", sql)) == []


@pytest.mark.parametrize(
    ("column", "rule"),
    [
        (Column("n", Integer, Identity(), primary_key=True), lint.IDENTITY),
        (Column("n", Integer, primary_key=True), lint.IDENTITY),
        (Column("n", Integer, Sequence("s")), lint.IDENTITY),
        (Column("n", Uuid, server_default=func.gen_random_uuid()), lint.IDENTITY),
        (Column("n", Uuid, ForeignKey("platform.tenant.id")), lint.ABROAD),
        (Column("n", Enum("a", "b", name="mood")), lint.TYPE),
        (Column("n", Text, onupdate=func.random()), lint.UPDATES),
    ],
)
def test_a_table_is_read_as_it_is_declared(column: SchemaItem, rule: lint.Rule) -> None:
    metadata = MetaData()
    Table("tenant", metadata, Column("id", Uuid), schema="platform")
    Table("thing", metadata, column)
    found = [line for line in lint.in_tables(metadata) if line.startswith("thing.")]
    assert found == [rule.told("thing.n")]


@pytest.mark.parametrize(
    "code",
    [
        "update(Deal).where(x).values(id=func.gen_random_uuid())",
        "insert(Deal).on_conflict_do_update(set_={'at': func.clock_timestamp()})",
        "text('UPDATE deal SET position = random()')",
    ],
)
def test_code_that_updates_with_chance_is_seen(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.house.source.TREE", tmp_path)
    path = tmp_path / "saas" / "made.py"
    path.parent.mkdir()
    path.write_text(code)
    assert list(lint.in_code([parse(path)])) == [lint.UPDATES.told("saas/made.py:1")]
