"""The revisions are what they say: the head equals the models, and Citus could carry it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest
from psycopg2.extensions import cursor as Cursor  # noqa: N812
from sqlalchemy import MetaData, create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from saas.local.differences import models
from tenants import revisions
from tenants.administration import admin
from tenants.bootstrap import connect
from tenants.errors import UnknownRevision
from tenants.fingerprint import differences, shape
from tenants.namespace import new_name
from tenants.registry import Tenant
from tests.conftest import Database

MEND = 'run `bin/migrate "what changes"`'


@contextmanager
def owner(database: Database) -> Iterator[Cursor]:
    """The migrator, whose work here is rolled back."""
    with closing(connect(database.migrate_url)) as connection, connection.cursor() as cursor:
        yield cursor


def script_of(metadata: MetaData) -> str:
    """What `create_all` would send."""
    lines: list[str] = []

    engine = create_mock_engine("postgresql+psycopg2://", lambda *_args, **_options: None)

    def keep(statement: ExecutableDDLElement, *_args: object, **_options: object) -> None:
        lines.append(str(statement.compile(dialect=engine.dialect)).replace("%%", "%"))

    metadata.create_all(create_mock_engine("postgresql+psycopg2://", keep), checkfirst=False)
    return ";\n".join(lines)


def test_the_head_equals_the_models(database: Database, tenant: Tenant) -> None:
    name = new_name()
    with owner(database) as cursor:
        cursor.execute(f"CREATE ROLE {name}; CREATE SCHEMA {name}; SET LOCAL search_path = {name}, ext")
        cursor.execute(script_of(models()))
        cursor.execute(f"GRANT USAGE ON SCHEMA {name} TO {name}; SELECT fleet.grant_tables('{name}')")
        wanted, found = (shape(cursor, one, ordered=False) for one in (name, tenant.namespace))
    assert not list(differences(wanted, found)), f"the head differs from the models: {MEND}"


def test_the_tables_stay_distributable(database: Database, tenant: Tenant) -> None:
    """What Citus' schema-based sharding cannot carry is not in a namespace."""
    with owner(database) as cursor:
        found = {name.split()[0] for name in shape(cursor, tenant.namespace)}
        assert found == {"namespace", "table", "column", "constraint", "index"}
        cursor.execute(
            """SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'f'
               AND connamespace = %s::regnamespace
               AND (SELECT relnamespace FROM pg_class WHERE oid = confrelid) <> connamespace""",
            (tenant.namespace,),
        )
        assert cursor.fetchall() == []
        cursor.execute(
            """SELECT relname, relkind FROM pg_class WHERE relnamespace = %s::regnamespace
               AND relkind NOT IN ('r', 'p', 'i', 'I')""",
            (tenant.namespace,),
        )
        assert cursor.fetchall() == []
        cursor.execute(
            """SELECT attrelid::regclass, attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
               WHERE relnamespace = %s::regnamespace AND attidentity <> ''""",
            (tenant.namespace,),
        )
        assert cursor.fetchall() == []


def test_tables_have_a_comment_where_rows_are_only_added(database: Database, tenant: Tenant) -> None:
    marked = {table.name for table in models().tables.values() if table.info.get("append_only")}
    assert "audit_entry" in marked
    with owner(database) as cursor:
        cursor.execute(
            """SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace
               AND obj_description(oid, 'pg_class') = 'append-only'""",
            (tenant.namespace,),
        )
        assert {row[0] for row in cursor.fetchall()} == marked


def test_a_span_is_rendered_once() -> None:
    assert revisions.render("tenant", revisions.BASE, revisions.head("tenant")) is revisions.render(
        "tenant", revisions.BASE, revisions.head("tenant")
    )


def test_an_unknown_revision_is_named() -> None:
    with pytest.raises(UnknownRevision, match="Revisions 9999 to"):
        revisions.render("tenant", "9999", revisions.head("tenant"))


def test_a_namespace_too_far_behind_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [Step("0003"), Step("0002"), Step("0001")]
    monkeypatch.setattr(revisions, "directory", lambda _tree: Tree(known))
    revisions.serves.cache_clear()
    served = {name: revisions.serves(name) for name in ("0004", "0003", "0002", "0001", "base")}
    revisions.serves.cache_clear()
    assert served == {"0004": True, "0003": True, "0002": True, "0001": False, "base": False}


@dataclass(frozen=True)
class Step:
    revision: str


@dataclass(frozen=True)
class Tree:
    steps: list[Step]

    def walk_revisions(self) -> list[Step]:
        return self.steps


def test_the_platform_tables_are_as_declared(database: Database) -> None:
    """`tenants.platform` and the platform revisions say the same."""
    with owner(database) as cursor:
        found = {table.name: columns(cursor, table.name) for table in admin.metadata.tables.values()}
        cursor.execute("CREATE SCHEMA t_aaaaaaaaaaaaa")
        cursor.execute(script_of(renamed("t_aaaaaaaaaaaaa")))
        assert {name: columns(cursor, name, "t_aaaaaaaaaaaaa") for name in found} == found


def renamed(namespace: str) -> MetaData:
    copy = MetaData(schema=namespace, naming_convention=admin.metadata.naming_convention)
    for table in admin.metadata.sorted_tables:
        table.to_metadata(copy, schema=namespace)
    return copy


def columns(cursor: Cursor, table: str, namespace: str = "platform") -> list[tuple[object, ...]]:
    cursor.execute(
        """SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute
           WHERE attrelid = %s::regclass AND attnum > 0 ORDER BY attname""",
        (f"{namespace}.{table}",),
    )
    return cursor.fetchall()
