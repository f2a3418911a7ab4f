"""The connection on which a web process hears what others have committed."""

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine

from saas.core.clock import Clock, FixedClock
from saas.core.news import Word
from saas.core.principal import system
from saas.core.work import Opener
from saas.identity.limits import Limits, set_limits
from saas.identity.listening import Ear, Listener
from saas.identity.recognition import Recognition
from saas.identity.sessions import open_session
from saas.members.model import Member
from tenants.bootstrap import connect
from tenants.engine import Lanes
from tenants.hearing import Hearing
from tenants.placement import HOME
from tenants.registry import Directory, Tenant
from tests.conftest import Database
from tests.identity.make import make_member

MANY = 1_100
LINES = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE query = 'SELECT 1' AND usename = 'kesher_web' AND datname = current_database()"""


@dataclass(slots=True)
class Process:
    """What a web process is made of, as much of it as listens."""

    recognition: Recognition
    hearing: Hearing
    words: list[Word] = field(default_factory=list)

    def listener(self, url: str) -> Listener:
        ear = Ear(lambda _word: None, self.words.append, lambda: None, self.hearing)
        return Listener(url, self.recognition, ear)


@pytest.fixture
def process(web_engine: Engine, lanes: Lanes, directory: Directory) -> Process:
    hearing = Hearing()
    return Process(Recognition(web_engine, lanes, directory, clock=Clock(), hearing=hearing, ttl=0.05), hearing)


@pytest.fixture
def listening(process: Process, database: Database) -> Iterator[Process]:
    listener = process.listener(database.web_url)
    listener.start()
    until(lambda: process.hearing.hears(HOME))
    yield process
    listener.close()


@pytest.fixture
def full() -> Iterator[None]:
    """More files are open than `select` knows, as with a thousand browsers."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4 * MANY)), hard))
    held = [os.dup(0) for _ in range(MANY)]
    yield
    for one in held:
        os.close(one)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.usefixtures("full")
def test_it_hears_in_a_process_of_many_files(listening: Process, lanes: Lanes, tenant: Tenant) -> None:
    member = make_member(lanes, tenant)
    until(lambda: bool(listening.words))
    listening.words.clear()
    with Opener(lanes, tenant, system("test"))() as work:
        work.lock(Member, member).name = "Dana"
    until(lambda: bool(listening.words))
    assert any(member in word.rows.get("member", {}) for word in listening.words)


def test_what_is_remembered_does_not_outlive_the_line(
    listening: Process, database: Database, web_engine: Engine, lanes: Lanes, tenant: Tenant
) -> None:
    member: UUID = make_member(lanes, tenant)
    secret = open_session(web_engine, tenant, member, clock=Clock())
    time.sleep(0.3)  # word of the member's making
    recognition = listening.recognition
    assert recognition.recognise(secret, session=True) is not None
    time.sleep(0.2)
    assert recognition.recall(secret, session=True) is not None
    with closing(connect(database.admin_url)) as admin, admin.cursor() as cursor:
        cursor.execute(LINES)
        assert cursor.rowcount >= 1
    until(lambda: recognition.recall(secret, session=True) is None)
    until(lambda: listening.hearing.hears(HOME))
    assert recognition.recognise(secret, session=True) is not None


def test_of_shorter_sessions_all_hear(listening: Process, web_engine: Engine, lanes: Lanes, tenant: Tenant) -> None:
    member = make_member(lanes, tenant)
    until(lambda: bool(listening.words))
    early = FixedClock(datetime.now(UTC) - timedelta(hours=2))
    secret, recognition = open_session(web_engine, tenant, member, clock=early), listening.recognition

    def remembered() -> bool:
        """By word alone: for longer than without any."""
        assert recognition.recognise(secret, session=True) is not None
        time.sleep(0.1)
        return recognition.recall(secret, session=True) is not None

    until(remembered)
    set_limits(web_engine, tenant, Limits(session_hours=1), clock=Clock())
    until(lambda: recognition.recall(secret, session=True) is None)
    assert listening.hearing.hears(HOME)
    assert recognition.recognise(secret, session=True) is None
