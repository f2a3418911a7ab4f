"""`kesher work` as a process, with two cells: what it finishes when it is told to end, and what it takes up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from tenants.bootstrap import connect
from tests.conftest import Database
from tests.operations.cells import Pair
from tests.operations.test_moves import broken_off, names

_WORKING = "SELECT count(*) FROM jobs.procrastinate_jobs WHERE status = 'doing'"
_LEFT = "SELECT count(*) FROM jobs.procrastinate_jobs WHERE task_name = 'files.sweep_file' AND scheduled_at IS NULL"
_WORKERS = "SELECT count(*) FROM jobs.procrastinate_workers"


@pytest.fixture
def worker(database: Database, cell_b: Database, pair: Pair, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {
        "KESHER_WORK_DATABASE_URL": database.work_url, "KESHER_MIGRATE_DATABASE_URL": database.migrate_url,
        "KESHER_CELLS": f"b={cell_b.admin_url}", "KESHER_FILES_URL": pair.store.as_uri(), "KESHER_SPARES": "0",
        "KESHER_HOME": str(tmp_path), "KESHER_SECRET_KEY": "w" * 40,
    }  # fmt: skip
    with subprocess.Popen([sys.executable, "-m", "saas.cli", "work"], env=environment) as process:
        yield process
        process.kill()


def until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def count(engine: Engine, sql: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(sql)).scalar_one())


@contextmanager
def kept_waiting(engine: Engine, namespace: str) -> Iterator[None]:
    """What reads files waits until the block ends."""
    with closing(connect(engine.url.render_as_string(hide_password=False))) as owner, owner, owner.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {namespace}.attachment, {namespace}.stored_file")
        yield


def test_what_is_in_hand_is_finished_in_every_cell(pair: Pair, queue: Engine, worker: subprocess.Popen[bytes]) -> None:
    """And a move that was left comes to its end by itself."""
    left = pair.company(f"co-{uuid4().hex[:10]}", "home")
    broken_off(pair, left, "bringing the rest")
    until(lambda: pair.find(left.slug).cell == "b")
    assert names(pair, pair.find(left.slug)) == set()
    cells = list(pair.cells.engines.values())
    with ExitStack() as waiting:
        for cell, engine in pair.cells.engines.items():
            company = pair.company(f"co-{uuid4().hex[:10]}", cell)
            waiting.enter_context(kept_waiting(engine, company.namespace))
            with pair.opener(company)() as work:
                work.enqueue("files.sweep_file", {"file_id": str(uuid4())})
        until(lambda: [count(engine, _WORKING) for engine in cells] == [1, 1])
        worker.send_signal(signal.SIGTERM)
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(1)
    assert worker.wait(30) == 0
    assert [count(engine, _LEFT) for engine in cells] == [0, 0]
    assert [count(engine, _WORKING) for engine in cells] == [0, 0]
    assert [count(engine, _WORKERS) for engine in cells] == [0, 0]
