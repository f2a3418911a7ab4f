"""Connections: who gets which, what goes out in the first message, and how they end."""

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import cast
from uuid import uuid4

import psycopg2
import pytest
from psycopg2 import errors
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Session

from tenants.bootstrap import connect
from tenants.engine import Lanes, commit_within, read_within
from tenants.errors import Busy, UnknownTenant
from tenants.gate import writing
from tenants.placement import lane
from tenants.registry import Directory, Tenant
from tests.conftest import Database

HERE = "SELECT current_user::text || ' ' || current_setting('search_path') || ' ' || current_setting('kesher.member')"
ADD = "INSERT INTO pipeline (id, name, is_default, position) VALUES (gen_random_uuid(), :name, false, 1)"


@pytest.fixture
def narrow(database: Database) -> Iterator[Lanes]:
    """One lane of one connection."""
    lanes = Lanes({"home": database.web_url}, lanes=1, size=1)
    yield lanes
    lanes.dispose()


def where(session: Session) -> str:
    found: str = session.execute(text(HERE)).scalar_one()
    return found


def backend(lanes: Lanes, tenant: Tenant) -> object:
    return lanes.read(tenant, "SELECT pg_backend_pid()", {}, actor=None)[0][0]


def test_a_tenant_keeps_its_lane() -> None:
    assert [lane(name, 4) for name in ("t_aaaaaaaaaaaaa", "t_bbbbbbbbbbbbb", "t_ccccccccccccc")] == [1, 2, 3]


def test_read_and_session_share_connections(narrow: Lanes, tenant: Tenant) -> None:
    first = backend(narrow, tenant)
    with narrow.session(tenant, actor=None) as session:
        assert session.execute(text("SELECT pg_backend_pid()")).scalar_one() == first
    assert backend(narrow, tenant) == first


def test_text_comes_as_bytes_and_the_rest_as_values(lanes: Lanes, tenant: Tenant) -> None:
    sql = "SELECT 'é'::text, '{\"a\": 1}'::json, '{\"a\": 1}'::jsonb, 1, %(id)s::uuid, NULL::text, 5 %% 3"
    id = uuid4()
    row = ("é".encode(), b'{"a": 1}', b'{"a": 1}', 1, id, None, 2)
    assert lanes.read(tenant, sql, {"id": id}, actor=None) == [row]
    with lanes.session(tenant, actor=None) as session:
        assert read_within(session, sql, {"id": id}) == [row]


def test_the_acting_member_is_told(lanes: Lanes, tenant: Tenant) -> None:
    actor = uuid4()
    there = f"{tenant.namespace} {tenant.namespace}, ext "
    assert lanes.read(tenant, HERE, {}, actor=actor) == [(f"{there}{actor}".encode(),)]
    assert lanes.read(tenant, HERE, {}, actor=None) == [(there.encode(),)]
    with lanes.session(tenant, actor=actor) as session:
        assert where(session) == f"{there}{actor}"


def test_every_transaction_of_a_session_is_guarded(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        for end in (session.commit, session.rollback, session.commit):
            assert where(session).startswith(tenant.namespace)
            end()
            assert cast(bytes, read_within(session, HERE, {})[0][0]).startswith(tenant.namespace.encode())


def test_a_savepoint_first(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with session.begin_nested() as point:
            assert where(session).startswith(tenant.namespace)
            point.rollback()
        assert where(session).startswith(tenant.namespace)


def test_a_broken_savepoint_leaves_the_guard(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with pytest.raises(Exception, match="division by zero"), session.begin_nested():
            session.execute(text("SELECT 1 / 0"))
        assert where(session).startswith(tenant.namespace)


def test_many_at_once_first(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(ADD), [{"name": "a"}, {"name": "b"}])
            changed = session.execute(text("UPDATE pipeline SET position = 2 WHERE name <> 'a'"))
            assert changed.rowcount == 1  # type: ignore[attr-defined]
        session.commit()
    assert lanes.read(tenant, "SELECT name FROM pipeline ORDER BY 1", {}, actor=None) == [(b"a",), (b"b",)]


def test_a_change_first_counts_its_rows(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session, writing(session):
        session.execute(text(ADD), {"name": "a"})
        session.commit()
        assert session.execute(text("UPDATE pipeline SET name = 'b'")).rowcount == 1  # type: ignore[attr-defined]


def test_a_cursor_of_the_server_is_refused(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        with pytest.raises(StatementError, match="none stays in the server"):
            session.execute(text(HERE).execution_options(stream_results=True))
        assert where(session).startswith(tenant.namespace)


def test_a_read_within_first_and_after(lanes: Lanes, tenant: Tenant) -> None:
    with lanes.session(tenant, actor=None) as session:
        assert read_within(session, "SELECT count(*) FROM pipeline", {}) == [(0,)]
        with writing(session):
            session.execute(text(ADD), {"name": "a"})
        assert read_within(session, "SELECT name FROM pipeline", {}) == [(b"a",)]
    assert lanes.read(tenant, "SELECT name FROM pipeline", {}, actor=None) == []


def test_one_message_for_one_read(lanes: Lanes, tenant: Tenant, database: Database) -> None:
    lanes.read(tenant, "SELECT 'a needle'", {}, actor=None)
    sql = "SELECT query FROM pg_stat_activity WHERE query LIKE '%a needle%' AND pid <> pg_backend_pid()"
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(sql)
        name = tenant.namespace
        guard = f"SET LOCAL ROLE {name};SET LOCAL search_path={name},ext;SET LOCAL kesher.member='';"
        assert cursor.fetchall() == [(f"{guard}SET LOCAL transaction_read_only=on;SELECT 'a needle'",)]


def test_after_an_error_the_connection_serves_the_next(narrow: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    first = backend(narrow, tenant)
    with pytest.raises(errors.DivisionByZero):
        narrow.read(tenant, "SELECT 1 / 0", {}, actor=None)
    assert backend(narrow, other_tenant) == first


def test_tenants_in_turn_on_one_connection(narrow: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    for mine in (tenant, other_tenant) * 10:
        with narrow.session(mine, actor=None) as session:
            assert where(session).startswith(mine.namespace)
        assert narrow.read(mine, "SELECT current_user::text", {}, actor=None) == [(mine.namespace.encode(),)]


def test_many_threads_never_meet_another_tenant(lanes: Lanes, tenant: Tenant, other_tenant: Tenant) -> None:
    wrong: list[object] = []

    def work(mine: Tenant) -> None:
        for turn in range(40):
            if turn % 2:
                with lanes.session(mine, actor=None) as session:
                    seen = session.execute(text("SELECT current_user::text")).scalar_one().encode()
            else:
                seen = lanes.read(mine, "SELECT current_user::text", {}, actor=None)[0][0]
            if seen != mine.namespace.encode():
                wrong.append((mine.namespace, seen))

    threads = [threading.Thread(target=work, args=(mine,)) for mine in (tenant, other_tenant) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_connection_that_met_many_tenants_is_replaced(
    narrow: Lanes, tenant: Tenant, other_tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.engine.TENANTS_A_CONNECTION", 1)
    first = backend(narrow, tenant)
    assert backend(narrow, tenant) == first
    assert backend(narrow, other_tenant) == first
    second = backend(narrow, tenant)
    assert second != first
    with narrow.session(other_tenant, actor=None) as session:
        assert session.execute(text("SELECT pg_backend_pid()")).scalar_one() == second
    assert backend(narrow, tenant) != second


def test_a_read_outlives_a_cut_connection(narrow: Lanes, tenant: Tenant, database: Database) -> None:
    cut(database, backend(narrow, tenant))
    assert narrow.read(tenant, "SELECT 1", {}, actor=None) == [(1,)]


def test_a_session_outlives_a_cut_connection_that_rested(
    narrow: Lanes, tenant: Tenant, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(database, backend(narrow, tenant))
    monkeypatch.setattr("tenants.engine.IDLE", 0)
    with narrow.session(tenant, actor=None) as session:
        assert where(session).startswith(tenant.namespace)
    assert narrow.alive("home")


def test_a_connection_that_was_cut_within_a_transaction_is_lent_to_nobody(
    narrow: Lanes, tenant: Tenant, database: Database
) -> None:
    with narrow.session(tenant, actor=None) as session:
        (pid,) = read_within(session, "SELECT pg_backend_pid()", {})[0]
        cut(database, pid)
        with pytest.raises(psycopg2.OperationalError):
            read_within(session, "SELECT 1", {})
    with narrow.session(tenant, actor=None) as session:
        assert where(session).startswith(tenant.namespace)


def test_a_connection_that_was_cut_under_sqlalchemy_is_lent_to_nobody(
    narrow: Lanes, tenant: Tenant, database: Database
) -> None:
    with narrow.session(tenant, actor=None) as session:
        (pid,) = read_within(session, "SELECT pg_backend_pid()", {})[0]
        assert session.execute(text("SELECT pg_backend_pid()")).scalar_one() == pid
        cut(database, pid)
        with pytest.raises(DBAPIError):
            where(session)
    with narrow.session(tenant, actor=None) as session:
        assert where(session).startswith(tenant.namespace)
        assert read_within(session, "SELECT pg_backend_pid()", {}) != [(pid,)]


def cut(database: Database, pid: object) -> None:
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))


def test_no_connection_in_time_is_busy(narrow: Lanes, tenant: Tenant) -> None:
    narrow._pool(tenant)._timeout = 0.05
    with narrow.session(tenant, actor=None) as session:
        where(session)
        with pytest.raises(Busy):
            narrow.read(tenant, "SELECT 1", {}, actor=None)
        with narrow.session(tenant, actor=None) as other, pytest.raises(Busy):
            where(other)
    assert narrow.read(tenant, "SELECT 1", {}, actor=None) == [(1,)]


def test_a_cell_that_is_not_open(lanes: Lanes, tenant: Tenant) -> None:
    with pytest.raises(UnknownTenant, match="lives in the cell 'north'"):
        lanes.read(replace(tenant, cell="north"), "SELECT 1", {}, actor=None)


def test_only_a_namespace_becomes_sql(lanes: Lanes, tenant: Tenant) -> None:
    with pytest.raises(ValueError, match="not a tenant's namespace"):
        lanes.read(replace(tenant, namespace="kesher_web;DROP TABLE deal"), "SELECT 1", {}, actor=None)


def test_a_server_that_is_away_is_not_alive() -> None:
    lanes = Lanes({"home": "postgresql://kesher_web:x@127.0.0.1:1/none"}, lanes=1, size=1)
    assert not lanes.alive("home")


def test_a_word_that_cannot_be_told_takes_nothing_back(
    narrow: Lanes, tenant: Tenant, caplog: pytest.LogCaptureFixture
) -> None:
    name = f"Told {uuid4()}"
    with narrow.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(ADD), {"name": name})
        commit_within(session, "x" * 9_000)
    assert "A change was committed and not told" in caplog.text
    found = narrow.read(tenant, "SELECT count(*) FROM pipeline WHERE name = %(name)s", {"name": name}, actor=None)
    assert found == [(1,)]


def test_a_commit_that_fails_is_not_taken_for_a_word(narrow: Lanes, tenant: Tenant, database: Database) -> None:
    name = f"Cut {uuid4()}"
    with narrow.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(ADD), {"name": name})
        (pid,) = read_within(session, "SELECT pg_backend_pid()", {})[0]
        cut(database, pid)
        with pytest.raises(psycopg2.OperationalError):
            commit_within(session, "word")
    found = narrow.read(tenant, "SELECT count(*) FROM pipeline WHERE name = %(name)s", {"name": name}, actor=None)
    assert found == [(0,)]


# What calls it fails at its commit, as a word does before which others stand for too long.
LATE = """
CREATE TABLE fleet.turn (n int);
GRANT INSERT ON fleet.turn TO PUBLIC;
GRANT USAGE ON SCHEMA fleet TO PUBLIC;
CREATE FUNCTION fleet.wait_in_vain() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN RAISE EXCEPTION 'canceling statement due to lock timeout' USING ERRCODE = '55P03'; END $body$;
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON fleet.turn DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION fleet.wait_in_vain();
CREATE OR REPLACE FUNCTION {0} RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
BEGIN ATOMIC INSERT INTO fleet.turn VALUES (1); END
"""


@pytest.fixture
def slow(own: Database, engine: Engine, request: pytest.FixtureRequest) -> Iterator[tuple[Lanes, Tenant]]:
    """A company of a database in which this function is late."""
    with closing(connect(own.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(LATE.format(request.param))
        admin.commit()
    lanes = Lanes({"home": own.web_url}, lanes=1, size=1)
    yield lanes, Directory(engine).list()[0]
    lanes.dispose()


@pytest.mark.parametrize("slow", ["ext.tell_changes(told text)"], indirect=True)
def test_a_word_that_comes_too_late_takes_nothing_back(
    slow: tuple[Lanes, Tenant], caplog: pytest.LogCaptureFixture
) -> None:
    lanes, tenant = slow
    with lanes.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(ADD), {"name": "Late"})
        commit_within(session, "word")
    assert "A change was committed and not told" in caplog.text
    assert lanes.read(tenant, "SELECT count(*) FROM pipeline WHERE name = 'Late'", {}, actor=None) == [(1,)]


@pytest.mark.parametrize("slow", ["ext.member_changed(member uuid)"], indirect=True)
def test_a_commit_that_waits_for_its_own_word_in_vain_is_told_as_failed(slow: tuple[Lanes, Tenant]) -> None:
    lanes, tenant = slow
    with lanes.session(tenant, actor=None) as session:
        with writing(session):
            session.execute(text(ADD), {"name": "Late"})
        session.execute(text("SELECT ext.member_changed(gen_random_uuid())"))
        with pytest.raises(errors.LockNotAvailable):
            commit_within(session, "word")
    assert lanes.read(tenant, "SELECT count(*) FROM pipeline WHERE name = 'Late'", {}, actor=None) == [(0,)]
