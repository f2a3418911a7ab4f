"""Reads that Postgres plans once: when, for whom, and that nothing is ever read by the plan of another."""

from collections.abc import Iterator
from contextlib import closing
from typing import cast

import psycopg2
import pytest
from psycopg2 import errors, extensions

from tenants.bootstrap import connect
from tenants.engine import Lanes, read_within
from tenants.errors import Busy
from tenants.gate import Wire
from tenants.prepared import HELD, LONGEST, USES, Statement
from tenants.registry import Tenant
from tests.conftest import Database

WHERE = Statement("SELECT current_schema()::text,%(a)s::int+1,'%%',%(word)s::VARCHAR(20)")
KINDS = "SELECT count(*)::int,sum(generic_plans)::int FROM pg_prepared_statements"
PAGE = Statement("SELECT g FROM generate_series(%(from)s::int,9) g LIMIT %(size)s::int", shapes=("size",))
GIVEN = {"a": 1, "word": "דנה"}


@pytest.fixture
def narrow(database: Database) -> Iterator[Lanes]:
    """One lane of one connection."""
    lanes = Lanes({"home": database.web_url}, lanes=1, size=1)
    yield lanes
    lanes.dispose()


def here(tenant: Tenant) -> list[tuple[object, ...]]:
    return [(tenant.namespace.encode(), 2, b"%", "דנה".encode())]


def read(lanes: Lanes, tenant: Tenant, statement: Statement, **given: object) -> list[tuple[object, ...]]:
    return lanes.read(tenant, statement, given or GIVEN, actor=None, vetted=True)


def held(lanes: Lanes, tenant: Tenant) -> tuple[object, ...]:
    """How many statements the only connection has prepared, and how often they ran by a plan that stays."""
    return lanes.read(tenant, KINDS, {}, actor=None)[0]


def test_what_is_read_often_is_planned_once(narrow: Lanes, tenant: Tenant) -> None:
    for _ in range(USES - 1):
        assert read(narrow, tenant, WHERE) == here(tenant)
    assert held(narrow, tenant) == (0, None)
    for _ in range(10):
        assert read(narrow, tenant, WHERE) == here(tenant)
    assert held(narrow, tenant) == (1, 5)  # Postgres makes five plans for their values before it keeps one


def test_companies_on_one_connection_have_plans_of_their_own(
    narrow: Lanes, tenant: Tenant, other_tenant: Tenant
) -> None:
    for _ in range(USES + 1):
        assert read(narrow, tenant, WHERE) == here(tenant)
        assert read(narrow, other_tenant, WHERE) == here(other_tenant)
    assert held(narrow, tenant)[0] == 2


def test_a_plan_behind_another_companys_guard_reads_that_company(
    database: Database, tenant: Tenant, other_tenant: Tenant
) -> None:
    """The control: should ever a wrong name be sent, the walls hold."""
    with closing(connect(database.web_url)) as connection, connection.cursor() as cursor:

        def enter(one: Tenant, then: str) -> list[tuple[object, ...]]:
            cursor.execute(f"SET LOCAL ROLE {one.namespace};SET LOCAL search_path={one.namespace},ext;{then}")
            rows: list[tuple[object, ...]] = cursor.fetchall()
            connection.commit()
            return rows

        table = "SELECT 'pipeline'::regclass::oid,count(*) FROM pipeline"
        mine = enter(tenant, f"PREPARE theirs AS {table};EXECUTE theirs")
        assert enter(other_tenant, "EXECUTE theirs") == enter(other_tenant, table) != mine
        cursor.execute(f"SET LOCAL ROLE {other_tenant.namespace};SET LOCAL search_path={tenant.namespace},ext")
        with pytest.raises((errors.InsufficientPrivilege, errors.UndefinedTable)):
            cursor.execute("EXECUTE theirs")


def test_each_page_size_has_a_plan(narrow: Lanes, tenant: Tenant) -> None:
    for size in (1, 2):
        for start in range(USES + 1):
            rows = [(number,) for number in range(start, start + size)]
            assert narrow.read(tenant, PAGE, {"from": start, "size": size}, actor=None, vetted=True) == rows
    assert held(narrow, tenant)[0] == 2


def test_a_revision_of_the_tables_is_seen(narrow: Lanes, database: Database, tenant: Tenant) -> None:
    names = Statement("SELECT name::text FROM pipeline WHERE position=%(at)s::int")
    for _ in range(USES + 6):
        assert read(narrow, tenant, names, at=1) == []
    with closing(connect(database.admin_url)) as admin, admin, admin.cursor() as cursor:
        cursor.execute(f"SET search_path = {tenant.namespace}, ext")
        cursor.execute("ALTER TABLE pipeline RENAME COLUMN name TO called")
        cursor.execute("ALTER TABLE pipeline ADD COLUMN name bigint DEFAULT 7")
        cursor.execute(
            "INSERT INTO pipeline (id, called, is_default, position) VALUES (gen_random_uuid(), 'a', false, 1)"
        )
    assert read(narrow, tenant, names, at=1) == [(b"7",)]


def test_a_statement_that_the_server_has_lost_is_sent_again(narrow: Lanes, tenant: Tenant) -> None:
    for _ in range(USES + 1):
        read(narrow, tenant, WHERE)
    with narrow.session(tenant, actor=None) as session:
        wire = cast(Wire, session.connection().connection.dbapi_connection)
        with extensions.cursor(wire) as cursor:
            cursor.execute("DEALLOCATE ALL")
    for _ in range(USES + 1):
        assert read(narrow, tenant, WHERE) == here(tenant)
    assert held(narrow, tenant)[0] == 1


def test_what_fails_while_it_is_prepared_leaves_nothing_behind(narrow: Lanes, tenant: Tenant) -> None:
    broken = Statement("SELECT 1/%(by)s::int")
    for by in (1, 1, 0, 0):
        if by:
            read(narrow, tenant, broken, by=by)
            continue
        with pytest.raises(psycopg2.errors.DivisionByZero):
            read(narrow, tenant, broken, by=by)
    assert [read(narrow, tenant, broken, by=by) for by in (1, 1)] == [[(1,)], [(1,)]]
    assert held(narrow, tenant)[0] == 1


def test_within_a_transaction_too(narrow: Lanes, tenant: Tenant) -> None:
    for _ in range(USES + 1):
        with narrow.session(tenant, actor=None) as session:
            assert read_within(session, WHERE, GIVEN, vetted=True) == here(tenant)
    assert held(narrow, tenant)[0] == 1


def test_a_transaction_that_has_lost_its_statement_is_tried_again(narrow: Lanes, tenant: Tenant) -> None:
    """As behind a pooler that hands out another connection: the refusal says so, and the next try has all anew."""
    for _ in range(USES):
        read(narrow, tenant, WHERE)
    with narrow.session(tenant, actor=None) as session:
        with extensions.cursor(cast(Wire, session.connection().connection.dbapi_connection)) as cursor:
            cursor.execute("DEALLOCATE ALL")
        with pytest.raises(Busy):
            read_within(session, WHERE, GIVEN, vetted=True)
    for _ in range(USES):
        with narrow.session(tenant, actor=None) as session:
            assert read_within(session, WHERE, GIVEN, vetted=True) == here(tenant)
    assert held(narrow, tenant)[0] == 1


def long(characters: int, number: int) -> Statement:
    return Statement(f"SELECT %(a)s::int+{number}/*{'x' * characters}*/")


def test_a_connection_holds_only_so_much(narrow: Lanes, tenant: Tenant) -> None:
    """However many others ask for, and however long it is."""
    most = HELD // (LONGEST - 100)
    for number in range(most + 5):
        statement = long(LONGEST - 200, number)
        for _ in range(USES):
            assert read(narrow, tenant, statement) == [(1 + number,)]
        assert cast(int, held(narrow, tenant)[0]) <= most + 1  # what made room goes with the next that comes
    assert held(narrow, tenant)[0] == most + 1


def test_what_is_very_long_is_never_planned_to_stay(narrow: Lanes, tenant: Tenant) -> None:
    for _ in range(USES + 2):
        assert read(narrow, tenant, long(LONGEST, 0)) == [(1,)]
    assert held(narrow, tenant) == (0, None)


def test_a_percent_sign_before_a_bracket_is_no_parameter(narrow: Lanes, tenant: Tenant) -> None:
    odd = Statement("SELECT '100%%(a)s',%(a)s::int")
    for _ in range(USES + 1):
        assert read(narrow, tenant, odd) == [(b"100%(a)s", 1)]
    assert held(narrow, tenant)[0] == 1


def test_behind_a_pooler_nothing_is_prepared(database: Database, tenant: Tenant) -> None:
    lanes = Lanes({"home": database.web_url}, lanes=1, size=1, prepare=False)
    for _ in range(USES + 1):
        assert read(lanes, tenant, WHERE) == here(tenant)
    assert held(lanes, tenant) == (0, None)
    lanes.dispose()
