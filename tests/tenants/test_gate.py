"""What passes the gate and what does not, tried with snippets that mean harm."""

import pytest
from psycopg2 import extensions, extras, sql
from psycopg2.errors import InsufficientPrivilege, ReadOnlySqlTransaction
from sqlalchemy import column, insert, table, text, update
from sqlalchemy.orm import Session

from tenants.engine import Lanes, read_within
from tenants.errors import NoTenant, WriteRefused
from tenants.gate import GatedCursor, enqueueing, writing
from tenants.registry import Tenant
from tenants.statement import Kind, kind

PIPELINE = table("pipeline", column("id"), column("name"), column("is_default"), column("position"))
INSERT = "INSERT INTO pipeline (id, name, is_default, position) VALUES (gen_random_uuid(), 'a', false, 1)"

READS = [
    "SELECT 1",
    "select 'delete from deal' as words",
    "SELECT 1 -- update deal set name = ''",
    "/* insert /* nested */ into */ SELECT 1",
    "SELECT $$ drop table deal $$, $tag$ ; delete $$ $tag$",
    "SELECT E'it\\'s; delete' AS \"update\"",
    "SELECT U&'\\0441' , B'01', N'a'",
    "(SELECT 1) UNION (SELECT 2)",
    "WITH a AS MATERIALIZED (SELECT 1) SELECT * FROM a",
    "SELECT * FROM deal FOR UPDATE SKIP LOCKED",
    "SELECT * FROM deal FOR NO KEY UPDATE OF deal",
    "SELECT * FROM deal FOR KEY SHARE",
    "VALUES (1), (2)",
    "TABLE deal",
    "SELECT 1;",
    "SELECT updated_at, deleted_at, inserted, created_at FROM deal WHERE name = %(update)s AND 7 %% 2 = 1",
    "SELECT a$b$c, 1 FROM d$b$e",
    "SELECT pg_advisory_xact_lock(1)",
    "SELECT $1::int",
]
WRITES = [
    INSERT,
    "insert into deal select * from deal",
    "/* hello */ UPDATE deal SET name = 'x'",
    "DELETE FROM deal",
    "MERGE INTO deal USING x ON true WHEN MATCHED THEN DELETE",
    "WITH gone AS (DELETE FROM deal RETURNING *) SELECT * FROM gone",
    "WITH a AS (SELECT 1), b AS (UPDATE deal SET name = 'x' RETURNING 1) SELECT * FROM a",
    "with x as (insert into deal default values returning id) select 1",
    "WITH a AS (SELECT 1) INSERT INTO deal SELECT * FROM a",
    "WITH x AS (--\rDELETE FROM deal RETURNING 1) SELECT 1",
    "WITH\n\tx AS (--\nDeLeTe FROM deal RETURNING 1) SELECT 1",
    "WITH x AS NOT MATERIALIZED ( /* ( */ DELETE FROM deal RETURNING 1) SELECT 1",
]
NEVER = [
    "",
    "-- nothing",
    "SELECT 1; DELETE FROM deal",
    "SELECT 1;;SELECT 2",
    "SELECT 1; -- the end",
    "SELECT 'a\\'; DELETE FROM deal; --'",
    "SELECT * INTO copy_of_deal FROM deal",
    "COPY deal TO STDOUT",
    "COPY deal FROM PROGRAM 'id'",
    "CALL anything()",
    "DO $$ BEGIN DELETE FROM deal; END $$",
    "CREATE TABLE x (a int)",
    "ALTER TABLE deal DROP COLUMN name",
    "DROP TABLE deal",
    "GRANT ALL ON deal TO PUBLIC",
    "TRUNCATE deal",
    "LOCK TABLE deal",
    "SET ROLE kesher_web",
    "SET LOCAL search_path = other",
    "RESET ROLE",
    "RESET ALL",
    "COMMIT",
    "ROLLBACK",
    "BEGIN",
    "END",
    "ABORT",
    "PREPARE p AS DELETE FROM deal",
    "EXECUTE p",
    "EXPLAIN ANALYZE DELETE FROM deal",
    "DECLARE c CURSOR FOR SELECT 1",
    "LISTEN x",
    "NOTIFY x",
    "DISCARD ALL",
    "REFRESH MATERIALIZED VIEW x",
    "ROLLBACK TO SAVEPOINT a; SELECT 1",
    "SELECT set_config('role', 'none', true)",
    "SELECT pg_catalog.\"set_config\"('role', 'none', true)",
    "SELECT U&\"set\\005fconfig\"('role', 'none', true)",
    "SELECT query_to_xml('delete from deal', true, true, '')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_terminate_backend(1)",
    "SELECT 1 --\r; DELETE FROM deal",
    "SELECT E'a'\n'b\\' || ' ; DELETE FROM deal --'",
    "SELECT E'a' -- b\n'c\\' || ' ; DELETE FROM deal --'",
    "SELECT 1 \u00a0E'\\'; DELETE FROM deal --'",
    "SELECT 'never ended",
    'SELECT "never ended',
    "SELECT $a$ never ended $b$",
    "SELECT 1 /* never /* ended */",
]


@pytest.mark.parametrize("statement", READS)
def test_reads(statement: str) -> None:
    assert kind(statement) is Kind.READ


@pytest.mark.parametrize("statement", WRITES)
def test_writes(statement: str) -> None:
    assert kind(statement) is Kind.WRITE


@pytest.mark.parametrize("statement", NEVER)
def test_never(statement: str) -> None:
    with pytest.raises(WriteRefused):
        kind(statement)


def test_points_of_a_transaction() -> None:
    for statement in ("SAVEPOINT a", "RELEASE SAVEPOINT a", "ROLLBACK TO SAVEPOINT a"):
        assert kind(statement) is Kind.SAVEPOINT


def test_a_long_statement_is_read_to_its_end() -> None:
    assert kind("SELECT " + "'x'," * 20_000 + "1") is Kind.READ
    with pytest.raises(WriteRefused):
        kind("SELECT " + "'x'," * 20_000 + "1; DELETE FROM deal")


def pipelines(lanes: Lanes, tenant: Tenant) -> list[tuple[object, ...]]:
    return lanes.read(tenant, "SELECT name FROM pipeline ORDER BY name", {}, actor=None)


def hostile_sql(session: Session) -> None:
    session.execute(text(INSERT))


def hostile_core(session: Session) -> None:
    session.execute(insert(PIPELINE).values(name="a", is_default=False, position=1))


def hostile_bulk(session: Session) -> None:
    session.execute(update(PIPELINE).values(name="b"))


def hostile_many(session: Session) -> None:
    session.connection().exec_driver_sql(INSERT.replace("'a'", "%(name)s"), [{"name": "a"}, {"name": "b"}])


def hostile_driver(session: Session) -> None:
    session.connection().exec_driver_sql(INSERT)


def hostile_cursor(session: Session) -> None:
    session.connection().connection.cursor().execute(INSERT)


def hostile_bytes(session: Session) -> None:
    session.connection().connection.cursor().execute(INSERT.encode())


def hostile_composed(session: Session) -> None:
    session.connection().connection.cursor().execute(sql.SQL("DELETE FROM {}").format(sql.Identifier("pipeline")))


def hostile_values(session: Session) -> None:
    extras.execute_values(session.connection().connection.cursor(), "INSERT INTO pipeline (name) VALUES %s", [("a",)])


def hostile_batch(session: Session) -> None:
    extras.execute_batch(session.connection().connection.cursor(), INSERT, [{}, {}])


def hostile_factory(session: Session) -> None:
    session.connection().connection.cursor(cursor_factory=extras.DictCursor).execute(INSERT)


def hostile_copy(session: Session) -> None:
    session.connection().connection.cursor().copy_expert("COPY pipeline FROM STDIN", None)


def hostile_procedure(session: Session) -> None:
    session.connection().connection.cursor().callproc("set_config", ("role", "none", True))


def hostile_escape(session: Session) -> None:
    session.execute(text("SELECT 1; COMMIT; DELETE FROM pipeline"))


def hostile_parameter(session: Session) -> None:
    session.connection().exec_driver_sql("SELECT %(a)s", {"a": extensions.AsIs("1; DELETE FROM pipeline")})


def hostile_enqueue(session: Session) -> None:
    session.execute(text("SELECT jobs.enqueue('a.b', '{}')"))


def hostile_change_of_the_company(session: Session) -> None:
    session.execute(text('SELECT * FROM "ext"."change_company"(\'{}\')'))


def hostile_quoted_enqueue(session: Session) -> None:
    session.execute(text("SELECT * FROM jobs.\"enqueue\"('a.b', '{}')"))


def hostile_read(session: Session) -> None:
    read_within(session, "WITH x AS (DELETE FROM pipeline RETURNING 1) SELECT 1", {})


HOSTILE = [snippet for name, snippet in sorted(globals().items()) if name.startswith("hostile_")]


@pytest.mark.parametrize("snippet", HOSTILE)
def test_past_the_unit_of_work_nothing_is_written(snippet: object, lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with pytest.raises(WriteRefused):
            snippet(session)  # type: ignore[operator]
        session.commit()
    assert pipelines(lanes, tenant) == []


def test_lanes_read_refuses_a_write(lanes: Lanes, tenant: Tenant) -> None:
    with pytest.raises(WriteRefused):
        lanes.read(tenant, "DELETE FROM pipeline", {}, actor=None)


def test_the_database_refuses_what_a_read_hides(lanes: Lanes, tenant: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenants.engine._check", lambda _sql: None)
    with pytest.raises(ReadOnlySqlTransaction):
        lanes.read(tenant, "DELETE FROM pipeline", {}, actor=None)


def test_open_it_lets_rows_change_and_nothing_else(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(INSERT))
            for statement in ("SET LOCAL ROLE kesher_web", "TRUNCATE pipeline", "SELECT jobs.enqueue('a.b', '{}')"):
                with pytest.raises(WriteRefused):
                    session.execute(text(statement))
        with pytest.raises(WriteRefused):
            session.execute(text(INSERT))
        session.commit()
    assert pipelines(lanes, tenant) == [(b"a",)]


def test_opened_twice_it_closes_with_the_outer_one(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with writing(session):
            with writing(session):
                pass
            session.execute(text(INSERT))
        with pytest.raises(WriteRefused):
            session.execute(text(INSERT))


def test_one_session_does_not_open_anothers(lanes: Lanes, tenant: Tenant) -> None:
    with (
        lanes.session(tenant, actor=None) as one,
        lanes.session(tenant, actor=None) as other,
        writing(one),
        pytest.raises(WriteRefused),
    ):
        other.execute(text(INSERT))


def test_a_connection_without_a_tenant_serves_nothing(lanes: Lanes, tenant: Tenant) -> None:
    with lanes._engine(tenant).connect() as connection, pytest.raises(NoTenant):
        connection.execute(text("SELECT 1"))
    raw = lanes._engine(tenant).raw_connection()
    try:
        cursor = raw.cursor()
        assert type(cursor).__name__ == GatedCursor.__name__
        with pytest.raises(NoTenant):
            cursor.execute("SELECT 1")
    finally:
        raw.close()


def test_a_job_is_added_through_its_own_opening(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with enqueueing(session):
            number = session.execute(text("SELECT jobs.enqueue('a.b', '{\"n\": 1}')")).scalar_one()
            with pytest.raises(WriteRefused):
                session.execute(text(INSERT))
        session.commit()
    assert isinstance(number, int)


def test_a_tenant_reads_no_job(lanes: Lanes, tenant: Tenant) -> None:
    with pytest.raises(InsufficientPrivilege):
        lanes.read(tenant, "SELECT * FROM jobs.procrastinate_jobs", {}, actor=None)
