"""The word of a transaction: one, when it commits, whatever was done in it."""

import select as waiting
from collections.abc import Iterator
from contextlib import closing
from uuid import UUID, uuid4

import pytest
from psycopg2.extensions import connection as Connection  # noqa: N812 - a class, whatever its case
from sqlalchemy import update

from saas.accounts.model import Account
from saas.core.news import CHANNEL, LONGEST, News, Turn, Word, after, read
from saas.core.principal import system
from saas.core.work import Opener
from tenants.bootstrap import connect
from tenants.engine import Lanes
from tenants.errors import WriteRefused
from tenants.registry import Tenant
from tests.conftest import Database


@pytest.fixture
def opener(lanes: Lanes, tenant: Tenant) -> Opener:
    return Opener(lanes, tenant, system("test"))


@pytest.fixture
def ear(database: Database) -> Iterator[Connection]:
    with closing(connect(database.web_url)) as wire:
        wire.autocommit = True
        with wire.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")
        yield wire


def heard(ear: Connection) -> list[Word]:
    """All that was said by now: Postgres tells in the order of the commits."""
    with ear.cursor() as cursor:
        cursor.execute("SELECT 1")
    waiting.select([ear.fileno()], [], [], 0)
    ear.poll()
    words = [read(notify.payload) for notify in ear.notifies]
    ear.notifies.clear()
    return words


def test_one_transaction_is_one_word(opener: Opener, ear: Connection) -> None:
    with opener() as work:
        account = work.add(Account(name="Acme"))
        work.flush()
        account.name = "Acme again"
        work.flush()
        other = work.add(Account(name="Other"))
    (word,) = heard(ear)
    rows = {"account": {account.id: Turn.CREATED, other.id: Turn.CREATED}}
    assert word == Word(opener.tenant.namespace, None, rows, frozenset())


def test_what_is_rolled_back_or_only_read_says_nothing(opener: Opener, ear: Connection) -> None:
    def fail() -> None:
        with opener() as work:
            work.add(Account(name="Acme"))
            work.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with opener() as work:
        assert work.find(Account, uuid4()) is None
    assert heard(ear) == []


def test_a_change_of_many_names_them_and_one_of_very_many_does_not(opener: Opener, ear: Connection) -> None:
    with opener() as work:
        for number in range(201):
            work.add(Account(name=str(number)))
    with opener() as work:
        work.bulk(update(Account).where(Account.name < "1").values(industry="retail"))
    with opener() as work:
        work.bulk(update(Account).values(owner_id=None, industry="trade"))
    made, few, many = heard(ear)
    assert made == Word(opener.tenant.namespace, None, {}, frozenset({"account"}))
    assert [list(rows.values()) for rows in few.rows.values()] == [[Turn.UPDATED]]
    assert many == made


def test_nobody_but_the_unit_of_work_says_a_word(opener: Opener) -> None:
    with opener() as work, pytest.raises(WriteRefused):
        work.rows("SELECT ext.tell_changes('{}')")


def test_a_word_is_never_longer_than_postgres_takes() -> None:
    news = News()
    for table in ("account", "contact", "deal"):
        for _ in range(200):
            news.note(table, uuid4(), Turn.UPDATED)
    word = news.word(uuid4())
    assert word is not None
    assert len(word) <= LONGEST
    assert len(read(f"t_x {word}").whole) == 2


@pytest.mark.parametrize(
    ("before", "turn", "both"),
    [
        (None, Turn.UPDATED, Turn.UPDATED),
        (Turn.CREATED, Turn.UPDATED, Turn.CREATED),
        (Turn.CREATED, Turn.MOVED, Turn.CREATED),
        (Turn.UPDATED, Turn.MOVED, Turn.MOVED),
        (Turn.MOVED, Turn.UPDATED, Turn.MOVED),
        (Turn.UPDATED, Turn.DELETED, Turn.DELETED),
        (Turn.DELETED, Turn.UPDATED, Turn.MOVED),
    ],
)
def test_two_changes_of_a_record_come_to_one(before: Turn | None, turn: Turn, both: Turn) -> None:
    assert after(before, turn) is both


def test_what_is_no_word_is_refused() -> None:
    for said in ("", "t_x", "t_x {", 't_x {"by": "", "rows": {"deal": "Xnonsense"}, "whole": []}'):
        with pytest.raises((ValueError, KeyError)):
            read(said)


def test_a_word_is_read_as_it_was_written() -> None:
    key, by = UUID(int=1), UUID(int=2)
    news = News()
    news.note("deal", key, Turn.MOVED)
    news.note_many("account")
    assert read(f"t_x {news.word(by)}") == Word("t_x", by, {"deal": {key: Turn.MOVED}}, frozenset({"account"}))
