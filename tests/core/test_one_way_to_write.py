"""Whatever tries to change a tenant's rows past the unit of work is refused, and nothing has changed."""

from collections.abc import Callable
from uuid import UUID

import psycopg2
import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from saas.accounts.model import Account
from saas.core.audit import AuditEntry
from saas.core.ids import new_id
from saas.core.work import Opener
from tenants.errors import WriteRefused

Hostile = Callable[[Session], object]


def _cursor(session: Session) -> object:
    return session.connection().connection.cursor().execute("UPDATE account SET name = 'hacked'")


def _bare_cursor(session: Session) -> object:
    raw = session.connection().connection.dbapi_connection
    assert raw is not None
    return raw.cursor().execute("DELETE FROM account")


def _copy(session: Session) -> object:
    return session.connection().connection.cursor().copy_expert("COPY account (name) FROM STDIN", None)


def _flush(session: Session) -> None:
    session.add(Account(name="hacked"))
    session.flush()


def _commit(session: Session) -> None:
    session.add(Account(name="hacked"))
    session.commit()


SNIPPETS: dict[str, Hostile] = {
    "raw update": lambda s: s.execute(text("UPDATE account SET name = 'hacked'")),
    "raw delete": lambda s: s.execute(text("DELETE FROM account")),
    "raw insert": lambda s: s.execute(text("INSERT INTO account (id, name) VALUES (gen_random_uuid(), 'hacked')")),
    "commented": lambda s: s.execute(text("/* select */ -- select\n UPDATE account SET name = 'hacked'")),
    "bulk update": lambda s: s.execute(update(Account).values(name="hacked")),
    "bulk delete": lambda s: s.execute(delete(Account)),
    "bulk insert": lambda s: s.execute(insert(Account), [{"id": new_id(), "name": "hacked"}]),
    "bulk mappings": lambda s: s.bulk_insert_mappings(Account, [{"id": new_id(), "name": "hacked"}]),
    "query update": lambda s: s.query(Account).update({"name": "hacked"}),
    "driver": lambda s: s.connection().exec_driver_sql("UPDATE account SET name = 'hacked'"),
    "cursor": _cursor,
    "bare cursor": _bare_cursor,
    "copy": _copy,
    "data-modifying CTE": lambda s: s.execute(
        text("WITH gone AS (DELETE FROM account RETURNING id) SELECT count(*) FROM gone")
    ),
    "merge": lambda s: s.execute(
        text("MERGE INTO account a USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET name = 'hacked'")
    ),
    "do block": lambda s: s.execute(text("DO $$ BEGIN UPDATE account SET name = 'hacked'; END $$")),
    "two statements": lambda s: s.execute(text("SELECT 1; UPDATE account SET name = 'hacked'")),
    "truncate": lambda s: s.execute(text("TRUNCATE account CASCADE")),
    "explain analyze": lambda s: s.execute(text("EXPLAIN ANALYZE UPDATE account SET name = 'hacked'")),
    "prepare": lambda s: s.execute(text("PREPARE p AS UPDATE account SET name = 'hacked'")),
    "select into": lambda s: s.execute(text("SELECT * INTO stolen FROM account")),
    "flush": _flush,
    "commit": _commit,
    "another role": lambda s: s.execute(text("RESET ROLE")),
    "a job": lambda s: s.execute(text("SELECT jobs.enqueue('imports.run_import', '{}')")),
}


def _state(opener: Opener) -> tuple[object, ...]:
    with opener() as work:
        accounts = work.rows("SELECT id, name, version FROM account ORDER BY id")
        told = work.rows("SELECT count(*) FROM audit_entry")
    return (*accounts, *told)


@pytest.fixture
def account(opener: Opener) -> UUID:
    with opener() as work:
        made = work.add(Account(name="Acme"))
    return made.id


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_change_past_the_unit_of_work_is_refused(name: str, opener: Opener, account: UUID) -> None:
    before = _state(opener)

    def attack() -> None:
        with opener() as work:
            work.get(Account, account)
            SNIPPETS[name](work._session)

    with pytest.raises((WriteRefused, DBAPIError, StaleDataError)):
        attack()
    assert _state(opener) == before


def test_refused_even_where_the_refusal_is_swallowed(opener: Opener, account: UUID) -> None:
    before = _state(opener)
    with opener() as work:
        work.get(Account, account)
        for hostile in SNIPPETS.values():
            with pytest.raises((WriteRefused, DBAPIError, StaleDataError)):
                hostile(work._session)
            work._session.rollback()
    assert _state(opener) == before


def test_the_trail_itself_cannot_be_changed(opener: Opener, account: UUID) -> None:
    def rewrite() -> None:
        with opener() as work:
            work.bulk(update(AuditEntry).values(request_id="somebody else"))

    def erase() -> None:
        with opener() as work:
            work.remove(work.all(select(AuditEntry))[0])

    for attack in (rewrite, erase):
        with pytest.raises((DBAPIError, psycopg2.Error), match="permission denied"):
            attack()
    assert _state(opener)[-1] == (1,)
