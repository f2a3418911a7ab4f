"""A company moves to another cell while it is used: nothing is lost, and whatever is killed goes on or is undone."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from saas.accounts.model import Account
from saas.core.audit import AuditEntry
from saas.core.clock import Clock, FixedClock
from saas.core.errors import Invalid, Moving
from saas.demo.actions import fill
from saas.files.gateway import store_of
from saas.files.model import StoredFile
from saas.losses.model import LossReason
from saas.operations.moves import Rescue
from saas.operations.queries import get_standing, list_operations
from tenants.bootstrap import connect
from tenants.copying import digests
from tenants.errors import MoveRefused
from tenants.moving import confirm, find_move
from tenants.registry import Tenant
from tenants.route import Route
from tests.operations.cells import Pair

_MOVER = """
import os, signal, sys
from tenants import lease
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool
from tenants.cells import Cells
from tenants.moving import move
from tenants.route import Route
from tenants.registry import Directory

home, b, slug, step, end = sys.argv[1:]
if end == "SIGSTOP":
    lease.LASTS, lease.BEAT = 1.0, 0.2
cells = Cells({name: create_engine(url, poolclass=NullPool) for name, url in (("home", home), ("b", b))})
company = Directory(cells.home, cells=cells.engines).find_by_slug(slug)

def progress(what):
    if what == step:
        os.kill(os.getpid(), signal.Signals[end])

move(Route(cells, company, "b", progress), reason="More room there", operator="dana")
"""


@dataclass
class Writer:
    """Adds accounts without end, as requests do: each finds the company anew."""

    pair: Pair
    slug: str
    kept: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def run(self, ended: Event) -> None:
        number = 0
        while not ended.is_set():
            number += 1
            name = f"written-{number}"
            try:
                with self.pair.opener(self.pair.find(self.slug))() as work:
                    work.add(Account(name=name))
            except Moving as refusal:
                self.refused.append(refusal.code)
                ended.wait(0.02)
            else:
                self.kept.append(name)


@pytest.fixture
def company(pair: Pair) -> Tenant:
    """In the home, with everything in it."""
    made = pair.company(f"co-{uuid4().hex[:10]}", "home")
    with pair.opener(made)() as work:
        work.add(Account(name="First"))
    pair.attach(made, b"What was agreed")
    return made


def names(pair: Pair, company: Tenant) -> set[str]:
    with pair.opener(company)() as work:
        return set(work.all(select(Account.name).where(Account.deleted_at.is_(None))))


def test_a_company_moves_while_it_is_written_to(pair: Pair, company: Tenant) -> None:
    fill(pair.opener(company), Clock())
    writer, ended = Writer(pair, company.slug), Event()
    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(writer.run, ended)
        moved = pair.move(company.slug, "b")
        while not writer.kept or names(pair, pair.find(company.slug)).isdisjoint(writer.kept[-1:]):
            ended.wait(0.05)
        ended.set()
        writing.result()
    there = pair.find(company.slug)
    assert (there.cell, there.moving_to, there.version) == ("b", None, company.version)
    assert set(writer.kept) <= names(pair, there)
    assert set(writer.refused) == {"TENANT_MOVING"}
    assert moved.source == "home"
    assert [(one.kind, one.reason) for one in list_operations(pair.work.home, there)] == [("MOVE", "More room there")]
    with pair.opener(there)() as work:
        told = work.all(select(AuditEntry.after).where(AuditEntry.entity == "tenant"))
    assert told == [{"operation": "MOVE", "reason": "More room there"}]


def test_every_row_every_job_and_every_file_is_there(pair: Pair, company: Tenant) -> None:
    with pair.opener(company)() as work:
        work.change_company({"name": "Renamed", "fiscal_start": 4})
    before = digests(pair.cells.home, company.namespace)
    waiting = get_standing(pair.cells.home, company).jobs_waiting
    assert waiting > 0
    pair.move(company.slug, "b")
    there = pair.find(company.slug)
    after = digests(pair.cells.at("b"), company.namespace)
    changed = {name for name, sheet in before.items() if after[name] != sheet}
    assert changed == {"audit_entry"}  # the move itself
    assert digests(pair.cells.home, company.namespace) == before
    assert (there.name, there.fiscal_start) == ("Renamed", 4)
    assert get_standing(pair.cells.home, there, at=pair.cells.at("b")).jobs_waiting == waiting
    with pair.opener(there)() as work:
        digest = work.all(select(StoredFile.digest))[0]
        store = store_of(work.outside.files_url, there.namespace)
    assert store.get(store.key(digest)) == b"What was agreed"


def test_what_changes_while_it_is_copied_comes_along(pair: Pair, company: Tenant) -> None:
    """Two rows that change their unique names, one that is gone, one that has another name."""
    with pair.opener(company)() as work:
        for place, name in enumerate(("Price", "Time", "Gone")):
            work.add(LossReason(name=name, position=place, active=True))
    change = f"""
        SET search_path = {company.namespace}, ext;
        UPDATE loss_reason SET name = 'Swapped' WHERE name = 'Price';
        UPDATE loss_reason SET name = 'Price' WHERE name = 'Time';
        UPDATE loss_reason SET name = 'Time' WHERE name = 'Swapped';
        DELETE FROM loss_reason WHERE name = 'Gone';
        UPDATE account SET name = 'Renamed' WHERE name = 'First';
    """

    def meanwhile(step: str) -> None:
        if step == "comparing":
            with closing(connect(pair.cells.home.url.render_as_string(hide_password=False))) as owner, owner:
                owner.cursor().execute(change)

    moved = pair.move(company.slug, "b", meanwhile)
    old, new = (digests(pair.cells.at(cell), company.namespace) for cell in ("home", "b"))
    assert {name for name, sheet in old.items() if new[name] != sheet} == {"audit_entry"}  # the move itself
    with pair.opener(moved.tenant)() as work:
        assert work.all(select(LossReason.name).order_by(LossReason.position)) == ["Time", "Price"]
    assert names(pair, moved.tenant) == {"Renamed", "Acme"}


def test_the_old_copy_takes_nothing_more_and_goes_when_it_is_confirmed(pair: Pair, company: Tenant) -> None:
    pair.move(company.slug, "b")
    assert names(pair, company) == {"First", "Acme"}
    with pytest.raises(Moving), pair.opener(company)() as work:
        work.add(Account(name="Too late"))
    with pytest.raises(Moving), pair.opener(company)() as work:
        work.enqueue("files.sweep_file", {"file_id": str(uuid4())})
    assert names(pair, pair.find(company.slug)) == {"First", "Acme"}
    with pytest.raises(MoveRefused, match="old copy waits for --confirm"):
        pair.move(company.slug, "home")
    route = Route(pair.cells, pair.find(company.slug), "b")
    assert confirm(route) == "home"
    with pair.cells.home.connect() as home:
        assert home.execute(text(f"SELECT to_regnamespace('{company.namespace}')")).scalar_one() is None
        assert home.execute(text(f"SELECT to_regrole('{company.namespace}')")).scalar_one() is None
    with pytest.raises(MoveRefused, match="no old copy"):
        confirm(route)
    moved = pair.move(company.slug, "home")
    assert (moved.source, pair.find(company.slug).cell) == ("b", "home")
    assert names(pair, pair.find(company.slug)) == {"First", "Acme"}


def mover(pair: Pair, company: Tenant, step: str, end: str = "SIGKILL") -> subprocess.Popen[bytes]:
    """A process that moves the company and meets its end at a step."""
    urls = [str(engine.url.render_as_string(hide_password=False)) for engine in pair.cells.engines.values()]
    return subprocess.Popen([sys.executable, "-c", _MOVER, *urls, company.slug, step, end], stderr=subprocess.PIPE)


def broken_off(pair: Pair, company: Tenant, step: str) -> Tenant:
    with mover(pair, company, step) as killed:
        assert killed.wait(60) == -signal.SIGKILL
    return pair.find(company.slug)


@pytest.mark.parametrize("step", ["account", "holding"])
def test_a_move_that_is_killed_goes_on_or_begins_again(pair: Pair, company: Tenant, step: str) -> None:
    held = broken_off(pair, company, step)
    assert held.cell == "home"
    assert names(pair, held) == {"First", "Acme"}
    if step == "account":
        with pair.opener(held)() as work:
            work.add(Account(name="Between"))
    before = names(pair, held)
    pair.move(company.slug, "b")
    there = pair.find(company.slug)
    assert (there.cell, there.moving_to) == ("b", None)
    assert names(pair, there) == before
    with pair.opener(there)() as work:
        work.add(Account(name="After"))
    assert pair.move(company.slug, "b").source == "home"
    assert len(list_operations(pair.work.home, there)) == 1


def assert_it_goes_on_at_home(pair: Pair, company: Tenant) -> None:
    back = pair.find(company.slug)
    assert (back.cell, back.moving_to) == ("home", None)
    assert find_move(pair.cells.home, company.id) is None
    with pair.opener(back)() as work:
        work.add(Account(name="Goes on"))
    with pair.cells.at("b").connect() as there:
        assert there.execute(text(f"SELECT to_regnamespace('{company.namespace}')")).scalar_one() is None


def test_a_move_that_meets_work_without_end_leaves_all_as_it_was(pair: Pair, company: Tenant) -> None:
    blocker = connect(pair.cells.home.url.render_as_string(hide_password=False))
    with blocker, blocker.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {company.namespace}.account IN ROW EXCLUSIVE MODE")
        with pytest.raises(MoveRefused, match="works in it without end"):
            pair.move(company.slug, "b")
    blocker.close()
    assert_it_goes_on_at_home(pair, company)


def test_a_damaged_file_is_told_before_anything_moves(pair: Pair, company: Tenant) -> None:
    with pair.opener(company)() as work:
        digest = work.all(select(StoredFile.digest))[0]
        store = store_of(work.outside.files_url, company.namespace)
    (pair.store / store.key(digest)).write_bytes(b"Something else")
    with pytest.raises(Invalid, match="is not what was stored"):
        pair.move(company.slug, "b")
    assert pair.find(company.slug) == company


@pytest.mark.parametrize("to", ["c", "home"])
def test_there_is_no_way_to_where_it_is_or_to_nowhere(pair: Pair, company: Tenant, to: str) -> None:
    with pytest.raises(Exception, match=r"There is no cell 'c'|lives in the cell home already"):
        pair.move(company.slug, to)
    assert pair.find(company.slug) == company


@pytest.mark.parametrize("step", ["bringing the rest", "switching"])
def test_what_a_mover_that_died_has_left_is_finished_by_the_worker(pair: Pair, company: Tenant, step: str) -> None:
    held = broken_off(pair, company, step)
    assert (held.cell, held.moving_to) == ("home", "b")
    rescue = Rescue(pair.cells, pair.directory, pair.opener)
    assert rescue.work()  # and whatever other movers have left in these cells
    there = pair.find(company.slug)
    assert (there.cell, there.moving_to) == ("b", None)
    assert names(pair, there) == {"First", "Acme"}
    with pair.opener(there)() as work:
        work.add(Account(name="After"))
    assert [(one.reason, one.operator) for one in list_operations(pair.work.home, there)] == [
        ("More room there", "dana")
    ]
    rescue.work()
    assert pair.find(company.slug) == there
    assert confirm(Route(pair.cells, there, "b")) == "home"


def test_after_an_hour_it_is_taken_back(pair: Pair, company: Tenant) -> None:
    broken_off(pair, company, "bringing the rest")
    late = FixedClock(Clock().now() + timedelta(hours=1, minutes=1))
    assert Rescue(pair.cells, pair.directory, pair.opener, late).work()
    assert_it_goes_on_at_home(pair, company)


def test_a_mover_that_hangs_loses_its_lease_and_does_no_harm_afterwards(pair: Pair, company: Tenant) -> None:
    rescue = Rescue(pair.cells, pair.directory, pair.opener)
    with mover(pair, company, "bringing the rest", "SIGSTOP") as hanging:
        try:
            os.waitpid(hanging.pid, os.WUNTRACED)
            while not rescue.work():
                time.sleep(0.1)
            there = pair.find(company.slug)
            with pair.opener(there)() as work:
                work.add(Account(name="Written there"))
        finally:
            hanging.send_signal(signal.SIGCONT)
        _, said = hanging.communicate(timeout=60)
    assert hanging.returncode == 1
    assert b"MoveUnderWay" in said or b"OperationalError" in said or b"InterfaceError" in said
    assert pair.find(company.slug) == there
    assert names(pair, there) == {"First", "Acme", "Written there"}
