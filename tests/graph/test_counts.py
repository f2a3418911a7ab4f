"""How many records there are is counted once, and told until one of them is changed."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import pytest

from saas.accounts.model import Account
from saas.core.news import Turn, Word
from saas.core.principal import system
from saas.core.work import Opener
from saas.graph.counts import Counts
from tenants.engine import Lanes
from tenants.hearing import Hearing
from tenants.placement import HOME
from tests.conftest import Database
from tests.graph.make import Answer, Shop
from tests.graph.wire import Heard, listening

LIST = "query { accounts(first: 5) { totalCount nodes { name } } }"
BOTH = "query { accounts { totalCount } again: accounts(first: 1) { totalCount nodes { id } } deals { totalCount } }"
COUNTING = "SELECT count(*)"


@pytest.fixture
def hearing() -> Hearing:
    made = Hearing(60)
    made.heard(HOME, time.monotonic())
    return made


@pytest.fixture
def told(shop: Shop, database: Database, hearing: Hearing) -> Iterator[tuple[Shop, Heard]]:
    """The shop as a process that hears all word sees it, and what that asks of the database."""
    with listening(database.web_url) as heard:
        lanes = Lanes({HOME: heard.url}, lanes=1, size=1)
        yield replace(shop, lanes=lanes, door=replace(shop.door, lanes=lanes, counts=Counts(hearing))), heard
        lanes.dispose()


def total(shop: Shop, text: str = LIST) -> int:
    return cast(int, cast(Answer, shop.data(text)["accounts"])["totalCount"])


def counts(heard: Heard) -> int:
    """How many of the messages since the last call counted."""
    found = sum(COUNTING in one for one in heard.statements)
    heard.statements.clear()
    return found


def add(shop: Shop, *names: str) -> None:
    """By somebody else."""
    with Opener(shop.lanes, shop.tenant, system("test"))() as work:
        for name in names:
            work.add(Account(name=name))


def word(namespace: str, *tables: str) -> Word:
    return Word(namespace, None, {}, frozenset(tables))


def test_it_is_counted_once(told: tuple[Shop, Heard]) -> None:
    shop, heard = told
    add(shop, "A", "B")
    counts(heard)
    assert [total(shop) for _ in range(5)] == [2] * 5
    assert counts(heard) == 1


def test_each_list_of_a_document(told: tuple[Shop, Heard]) -> None:
    shop, heard = told
    add(shop, "A")
    counts(heard)
    first, second = shop.data(BOTH), shop.data(BOTH)
    assert first == second
    assert [cast(Answer, first[name])["totalCount"] for name in ("accounts", "again", "deals")] == [1, 1, 0]
    assert counts(heard) == 1
    assert total(shop) == 1
    assert counts(heard) == 0


def test_what_this_process_changes_is_seen_at_once(told: tuple[Shop, Heard]) -> None:
    shop, _ = told
    assert total(shop) == 0
    for number in range(3):
        made = shop.made("createAccount", {"name": f"A {number}"})
        assert total(shop) == number + 1
    shop.act("deleteAccount", {"id": made})
    assert total(shop) == 2


def test_a_word_of_a_change_is_heeded(told: tuple[Shop, Heard]) -> None:
    shop, heard = told
    assert total(shop) == 0
    add(shop, "A")
    for other in (word(shop.tenant.namespace, "contact"), word("t_another", "account")):
        shop.door.counts.changed(other)
        counts(heard)
        total(shop)
        assert counts(heard) == 0, "of other records"
    shop.door.counts.changed(Word(shop.tenant.namespace, None, {"account": {}}, frozenset()))
    assert total(shop) == 1
    add(shop, "B")
    shop.door.counts.forget_all()
    assert total(shop) == 2


@pytest.mark.parametrize("narrowed", ['(search: "a")', '(filter: {name: {eq: "A"}})'])
def test_what_is_narrowed_is_counted_each_time(told: tuple[Shop, Heard], narrowed: str) -> None:
    shop, heard = told
    text = f"query {{ accounts{narrowed} {{ totalCount }} }}"
    add(shop, "A")
    assert total(shop, text) == 1
    add(shop, "A")
    assert total(shop, text) == 2
    assert counts(heard) > 1


def test_without_word_each_is_counted(told: tuple[Shop, Heard], hearing: Hearing) -> None:
    shop, heard = told
    assert total(shop) == 0
    hearing.heard(HOME, time.monotonic() - 61)
    add(shop, "A")
    counts(heard)
    assert total(shop) == 1
    assert counts(heard) == 1


def test_a_change_while_it_is_counted(shop: Shop, hearing: Hearing) -> None:
    here = Counts(hearing)
    one, other = here.look(shop.tenant, ["account"]), here.look(shop.tenant, ["account"])
    here.changed(Word(shop.tenant.namespace, None, {"account": {shop.tenant.id: Turn.CREATED}}, frozenset()))
    one.counted([5])
    assert here.look(shop.tenant, ["account"]).known == {}
    other.counted([6])
    assert here.look(shop.tenant, ["account"]).known == {}
    here.look(shop.tenant, ["account"]).counted([7])
    assert here.look(shop.tenant, ["account"]).known == {"account": 7}
    assert here.look(shop.tenant, ["account", "deal"]).known == {}, "all or none"
