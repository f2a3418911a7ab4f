"""The two walls around a tenant, the facts that they rest on, and what they do not stop."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from psycopg2 import DatabaseError, errors
from psycopg2.errorcodes import (
    CHECK_VIOLATION,
    INSUFFICIENT_PRIVILEGE,
    NOT_NULL_VIOLATION,
    UNDEFINED_TABLE,
)
from psycopg2.extensions import connection as Connection  # noqa: N812
from sqlalchemy import text

from saas.local.differences import models
from tenants.bootstrap import connect
from tenants.engine import Lanes
from tenants.registry import Tenant
from tests.conftest import Database

CONSTRAINTS = (NOT_NULL_VIOLATION, CHECK_VIOLATION)  # rights were asked before
ROLES = ("kesher_web", "kesher_work")


@pytest.fixture(params=["web_url", "work_url"])
def login(request: pytest.FixtureRequest, database: Database) -> Iterator[Connection]:
    """A bare connection of a login role, past lanes and gate."""
    with closing(connect(getattr(database, request.param))) as made:
        yield made


def add_pipeline(lanes: Lanes, tenant: Tenant, name: str) -> None:
    with lanes.session(tenant, actor=None) as session:
        from_inside = session.connection()
        wire = from_inside.connection.dbapi_connection
        wire.gate.writing = 1  # type: ignore[union-attr]
        from_inside.execute(
            text("INSERT INTO pipeline (id, name, is_default, position) VALUES (gen_random_uuid(), :name, false, 1)"),
            {"name": name},
        )
        session.commit()


def test_a_tenant_enters_its_own_namespace(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    for mine in (tenant, other_tenant):
        rows = lanes.read(mine, "SELECT current_user::text, current_schema()::text", {}, actor=None)
        assert rows == [(mine.namespace.encode(), mine.namespace.encode())]


def test_a_tenant_reads_its_own_rows_only(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    add_pipeline(lanes, tenant, "mine")
    assert lanes.read(tenant, "SELECT name FROM pipeline", {}, actor=None) == [(b"mine",)]
    assert lanes.read(other_tenant, "SELECT name FROM pipeline", {}, actor=None) == []


def test_a_forgotten_tenant_finds_no_table(login: Connection, tenant: Tenant) -> None:
    with login.cursor() as cursor, pytest.raises(errors.UndefinedTable, match='relation "deal" does not exist'):
        cursor.execute("SELECT * FROM deal")


def test_the_path_alone_does_not_enter(login: Connection, tenant: Tenant) -> None:
    with login.cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path = {tenant.namespace}")
        with pytest.raises(errors.UndefinedTable):
            cursor.execute("SELECT * FROM deal")


def test_a_qualified_name_does_not_enter(login: Connection, tenant: Tenant) -> None:
    with login.cursor() as cursor, pytest.raises(errors.InsufficientPrivilege):
        cursor.execute(f"SELECT * FROM {tenant.namespace}.deal")


def test_the_role_alone_finds_no_table(login: Connection, tenant: Tenant) -> None:
    with login.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {tenant.namespace}")
        with pytest.raises(errors.UndefinedTable):
            cursor.execute("SELECT * FROM deal")


def test_one_tenant_does_not_reach_another(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        lanes.read(tenant, f"SELECT * FROM {other_tenant.namespace}.deal", {}, actor=None)
    with pytest.raises(errors.InsufficientPrivilege):
        lanes.read(tenant, "SELECT * FROM platform.session", {}, actor=None)


def test_after_the_transaction_nothing_of_the_tenant_stays(login: Connection, tenant: Tenant) -> None:
    with login.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {tenant.namespace}; SET LOCAL search_path = {tenant.namespace}, ext")
        login.commit()
        cursor.execute("SELECT current_user = session_user, current_schemas(false)")
        assert cursor.fetchone() == (True, [])


@pytest.mark.parametrize("role", ROLES)
def test_login_roles_do_not_inherit(role: str, tenant: Tenant, database: Database) -> None:
    """The control of the second wall: with inheritance on, the same login role reads the tenant with no role set."""
    url = database.web_url if role == "kesher_web" else database.work_url
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute("SELECT rolinherit, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = %s", (role,))
        assert cursor.fetchone() == (False, False, False)
        assert not reads(url, tenant)
        if admin.server_version >= 160000:
            cursor.execute(f"GRANT {tenant.namespace} TO {role} WITH INHERIT TRUE")
            admin.commit()
            assert reads(url, tenant)
            cursor.execute(f"GRANT {tenant.namespace} TO {role} WITH INHERIT FALSE")
            admin.commit()
    assert not reads(url, tenant)


def reads(url: str, tenant: Tenant) -> bool:
    with closing(connect(url)) as connection, connection.cursor() as cursor:
        try:
            cursor.execute(f"SELECT count(*) FROM {tenant.namespace}.deal")
        except errors.InsufficientPrivilege:
            return False
    return True


VERBS = {
    "SELECT": "SELECT FROM {table}",
    "INSERT": "INSERT INTO {table} DEFAULT VALUES",
    "UPDATE": "UPDATE {table} SET {column} = {column}",
    "DELETE": "DELETE FROM {table}",
    "TRUNCATE": "TRUNCATE {table}",
}


def tables(database: Database, tenant: Tenant) -> list[tuple[str, str]]:
    """Each table of a namespace with one of its columns."""
    sql = """SELECT c.relname, min(a.attname) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND a.attgenerated = ''
          AND NOT a.attisdropped GROUP BY 1 ORDER BY 1"""
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(sql, (tenant.namespace,))
        return cursor.fetchall()


def outcome(login: Connection, before: str, statement: str) -> str | None:
    """The code that Postgres refuses with, if it does; nothing stays."""
    with login.cursor() as cursor:
        try:
            cursor.execute(f"{before}{statement}")
        except DatabaseError as error:
            return error.pgcode
        finally:
            login.rollback()
    return None


def attempts(found: list[tuple[str, str]], prefix: str) -> Iterator[tuple[str, str, str]]:
    for table, column in found:
        for verb, sql in VERBS.items():
            yield table, verb, sql.format(table=f'{prefix}"{table}"', column=f'"{column}"')


@pytest.mark.parametrize("role", ["none", "the wrong one"])
def test_every_table_refuses_every_verb(
    role: str, login: Connection, database: Database, tenant: Tenant, other_tenant: Tenant
) -> None:
    """By its whole name: no right. By its name alone, on the company's path: no such table."""
    found = tables(database, tenant)
    enter = "" if role == "none" else f"SET LOCAL ROLE {other_tenant.namespace};"
    path = f"{enter}SET LOCAL search_path = {tenant.namespace}, ext;"
    tried = 0
    for table, verb, statement in attempts(found, f"{tenant.namespace}."):
        tried += 1
        assert outcome(login, enter, statement) == INSUFFICIENT_PRIVILEGE, (table, verb)
    for table, verb, statement in attempts(found, ""):
        assert outcome(login, path, statement) == UNDEFINED_TABLE, (table, verb)
    assert tried == len(found) * len(VERBS) > 200


def test_the_right_role_is_refused_only_what_its_tables_do_not_take(
    login: Connection, database: Database, tenant: Tenant
) -> None:
    """The control: the same statements, of which the walls let through what a company does with its own rows."""
    append_only = {table.name for table in models().tables.values() if table.info.get("append_only")}
    enter = f"SET LOCAL ROLE {tenant.namespace}; SET LOCAL search_path = {tenant.namespace}, ext;"
    refused: dict[str, set[str]] = {verb: set() for verb in VERBS}
    found = tables(database, tenant)
    for table, verb, statement in attempts(found, ""):
        code = outcome(login, enter, statement)
        assert code in {None, INSUFFICIENT_PRIVILEGE, *CONSTRAINTS}, (table, verb)
        if code == INSUFFICIENT_PRIVILEGE:
            refused[verb].add(table)
    everything = {table for table, _ in found}
    assert refused == {
        "SELECT": set(), "INSERT": set(), "UPDATE": append_only, "DELETE": append_only, "TRUNCATE": everything,
    }  # fmt: skip


def test_the_walls_do_not_stop_sql_of_ones_own(login: Connection, tenant: Tenant, other_tenant: Tenant) -> None:
    """The other control: who may send any SQL can take any role. Bound parameters and the gate stand before that."""
    with login.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {tenant.namespace}; SET LOCAL search_path = {tenant.namespace}, ext")
        cursor.execute(f"RESET ROLE; SET LOCAL ROLE {other_tenant.namespace}")
        cursor.execute(f"SELECT count(*) FROM {other_tenant.namespace}.deal")
        assert cursor.fetchone() == (0,)


def test_a_path_of_the_session_leaks_to_the_next(login: Connection, tenant: Tenant, other_tenant: Tenant) -> None:
    """The negative control: what a pooler would hand on. So nothing of ours is ever set for the session."""
    with login.cursor() as cursor:
        cursor.execute(f"SET search_path = {tenant.namespace}")
        login.commit()
        cursor.execute(f"SET LOCAL ROLE {other_tenant.namespace}")
        cursor.execute("SHOW search_path")
        assert cursor.fetchone() == (tenant.namespace,)


def test_a_tenant_makes_nothing(lanes: Lanes, tenant: Tenant, database: Database) -> None:
    with closing(connect(database.web_url)) as made, made.cursor() as cursor:
        for statement in ("CREATE TABLE x (a int)", "CREATE TABLE ext.x (a int)", "CREATE TEMP TABLE x (a int)"):
            cursor.execute(f"SET LOCAL ROLE {tenant.namespace}; SET LOCAL search_path = {tenant.namespace}, ext")
            with pytest.raises(errors.InsufficientPrivilege):
                cursor.execute(statement)
            made.rollback()


def test_time_limits_and_costs_come_from_the_login_role(lanes: Lanes, work_lanes: Lanes, tenant: Tenant) -> None:
    sql = "SELECT current_setting('statement_timeout'), current_setting('random_page_cost')"
    assert lanes.read(tenant, sql, {}, actor=None) == [(b"5s", b"1.1")]
    assert work_lanes.read(tenant, sql, {}, actor=None) == [(b"1min", b"1.1")]


def test_tables_to_add_to_take_no_changes(lanes: Lanes, tenant: Tenant, database: Database) -> None:
    with closing(connect(database.web_url)) as made, made.cursor() as cursor:
        for statement in ("UPDATE audit_entry SET at = now()", "DELETE FROM audit_entry", "TRUNCATE audit_entry"):
            cursor.execute(f"SET LOCAL ROLE {tenant.namespace}; SET LOCAL search_path = {tenant.namespace}, ext")
            with pytest.raises(errors.InsufficientPrivilege):
                cursor.execute(statement)
            made.rollback()
    rights = "SELECT has_table_privilege('deal_event', 'UPDATE'), has_table_privilege('deal', 'UPDATE')"
    assert lanes.read(tenant, rights, {}, actor=None) == [(False, True)]


def test_trigrams_and_folding_are_there(lanes: Lanes, tenant: Tenant) -> None:
    sql = "SELECT ext.fold(%(words)s) % 'zoe' AND ext.fold(%(words)s) = 'zoe'"
    assert lanes.read(tenant, sql.replace(" % ", " %% "), {"words": "ZOË"}, actor=None) == [(True,)]
