"""Background work: there with its transaction, run in its own tenant, unreachable from another."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError

from saas.accounts.model import Account
from saas.background.queue import take_up_stalled
from saas.core import jobs as declared
from saas.core.audit import AuditEntry
from saas.core.clock import Clock
from saas.core.errors import Invalid, NothingLeft
from saas.core.jobs import Job, job
from saas.core.work import Opener, Work
from saas.operations.actions import Reason, resume_company, suspend_company
from saas.worker import Worker
from tenants.engine import Lanes
from tenants.platform import heartbeat
from tenants.registry import Directory
from tests.conftest import Database


@pytest.fixture
def worker(database: Database, work_lanes: Lanes, queue: Engine) -> Worker:
    return Worker(database.work_url, "test", Clock(), queue, work_lanes, Directory(queue, ttl=0))


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a function of the test among the jobs."""
    made: dict[str, Job] = {}
    monkeypatch.setattr("saas.background.queue.jobs", lambda: made)

    def put(run: Callable[..., None], *, opens: bool = False, retries: int = 0) -> None:
        made["core.try_something"] = Job("core.try_something", run, opens, retries)

    return put


def enqueue(opener: Opener, **args: str) -> None:
    with opener() as work:
        work.enqueue("core.try_something", {**args})


def left(worker: Worker) -> list[tuple[str, str]]:
    with worker.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT status::text, args->>'namespace' FROM jobs.procrastinate_jobs ORDER BY id")
        )
        return [(row[0], row[1]) for row in rows]


def test_a_job_runs_in_its_own_tenant_for_its_member(
    worker: Worker, declare: Callable[..., None], opener: Opener, other_opener: Opener
) -> None:
    def run(work: Work, *, name: str) -> None:
        work.add(Account(name=name))

    declare(run)
    enqueue(opener, name="ours")
    enqueue(other_opener, name="theirs")
    asyncio.run(worker.run(wait=False))
    for here, name, request_id in ((opener, "ours", "req-1"), (other_opener, "theirs", "req-2")):
        with here() as work:
            assert [account.name for account in work.all(select(Account))] == [name]
            assert [entry.request_id for entry in work.all(select(AuditEntry))] == [request_id]
    assert left(worker) == []


def test_a_rollback_drops_the_job(worker: Worker, opener: Opener) -> None:
    def broken() -> None:
        with opener() as work:
            work.enqueue("core.try_something", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert left(worker) == []
    enqueue(opener)
    assert left(worker) == [("todo", opener.tenant.namespace)]


def test_a_tenant_can_read_no_job_and_forge_none(worker: Worker, opener: Opener, other_opener: Opener) -> None:
    enqueue(opener)
    for sql in ("SELECT * FROM jobs.procrastinate_jobs", "SELECT * FROM platform.tenant"):
        with pytest.raises(DBAPIError, match="permission denied"), other_opener() as work:
            work.rows(sql)
    with other_opener() as work:
        work.enqueue("core.try_something", {"namespace": opener.tenant.namespace})
    assert left(worker)[1] == ("todo", other_opener.tenant.namespace)


def test_a_failure_is_logged_once_with_the_requests_id_and_changes_nothing(
    worker: Worker, declare: Callable[..., None], opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    def run(work: Work) -> None:
        work.add(Account(name="half"))
        work.flush()
        raise ZeroDivisionError

    declare(run)
    enqueue(opener)
    with caplog.at_level(logging.WARNING):
        asyncio.run(worker.run(wait=False))
    assert [record.getMessage() for record in caplog.records] == ["job core.try_something of request req-1 failed"]
    assert left(worker) == [("failed", opener.tenant.namespace)]
    with opener() as work:
        assert work.all(select(Account)) == []


def test_a_refused_job_is_told_without_a_traceback(
    worker: Worker, declare: Callable[..., None], opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    def run(opener: Opener) -> None:
        raise Invalid

    declare(run, opens=True)
    enqueue(opener)
    with caplog.at_level(logging.WARNING):
        asyncio.run(worker.run(wait=False))
    assert [(record.levelname, record.exc_info) for record in caplog.records] == [("WARNING", None)]


def test_a_job_whose_record_is_gone_has_nothing_to_do(
    worker: Worker, declare: Callable[..., None], opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    def run(opener: Opener) -> None:
        raise NothingLeft(field="id")

    declare(run, opens=True, retries=3)
    enqueue(opener)
    asyncio.run(worker.run(wait=False))
    assert left(worker) == []
    assert "has nothing left to do" in caplog.text


def test_a_job_of_a_suspended_company_waits_for_it(
    worker: Worker, declare: Callable[..., None], opener: Opener, migrate_engine: Engine
) -> None:
    ran: list[Work] = []
    declare(ran.append)
    enqueue(opener)
    assert suspend_company(migrate_engine, opener, Reason("Unpaid", "test"))
    asyncio.run(worker.run(wait=False))
    assert ran == []
    assert left(worker) == [("todo", opener.tenant.namespace)]
    assert resume_company(migrate_engine, opener, Reason("Paid", "test"))
    with migrate_engine.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
        soon = "UPDATE procrastinate_jobs SET scheduled_at = now() WHERE scheduled_at < now() + interval '1 minute'"
        assert connection.execute(text(soon)).rowcount == 1
    worker.directory.forget()
    asyncio.run(worker.run(wait=False))
    assert len(ran) == 1
    assert left(worker) == []


def test_what_is_due_later_keeps_its_time_when_a_company_goes_on(
    worker: Worker, declare: Callable[..., None], opener: Opener, migrate_engine: Engine
) -> None:
    """The end of a deleted file's thirty days, a reminder: they were not turned away."""
    declare(lambda _work: None)
    enqueue(opener)
    later = text("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '30 days'")
    with migrate_engine.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
        connection.execute(later)
    assert suspend_company(migrate_engine, opener, Reason("Unpaid", "test"))
    assert resume_company(migrate_engine, opener, Reason("Paid", "test"))
    with migrate_engine.connect() as connection:
        early = text("SELECT count(*) FROM jobs.procrastinate_jobs WHERE scheduled_at < now() + interval '29 days'")
        assert connection.execute(early).scalar_one() == 0


def test_a_job_is_named_after_its_capability() -> None:
    with pytest.raises(ValueError, match="named core"):
        job("other.do_it")(lambda: None)
    assert "other.do_it" not in declared._declared


def test_every_job_is_declared_by_its_own_capability() -> None:
    assert all(name.partition(".")[0] == found.run.__module__.split(".")[1] for name, found in declared.jobs().items())


def _die_at_work(worker: Worker, *, attempts: int) -> None:
    """As if the worker that had the jobs was killed a minute ago."""
    dead = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 minute') RETURNING id"
    held = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = :worker, attempts = :attempts"
    with worker.engine.begin() as connection:
        connection.execute(text("SET LOCAL search_path = jobs, pg_catalog"))
        id = connection.execute(text(dead)).scalar_one()
        connection.execute(text(held), {"worker": id, "attempts": attempts})


def _live_for_a_moment(worker: Worker) -> None:
    async def live() -> None:
        async with worker.queues()[0].opened() as app:
            await take_up_stalled(app)

    asyncio.run(live())
    asyncio.run(worker.run(wait=False))


def test_a_job_whose_worker_died_runs_again(worker: Worker, declare: Callable[..., None], opener: Opener) -> None:
    ran: list[Work] = []
    declare(ran.append)
    enqueue(opener)
    _die_at_work(worker, attempts=1)
    _live_for_a_moment(worker)
    assert (len(ran), left(worker)) == (1, [])


def test_a_job_that_kills_its_workers_fails_in_the_end(
    worker: Worker, declare: Callable[..., None], opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    ran: list[Work] = []
    declare(ran.append)
    enqueue(opener)
    _die_at_work(worker, attempts=3)
    _live_for_a_moment(worker)
    assert (ran, left(worker)) == ([], [("failed", opener.tenant.namespace)])
    assert "its worker died 3 times" in caplog.text


def test_a_worker_tells_that_it_lives(worker: Worker) -> None:
    worker.chores().beat()
    with worker.engine.connect() as connection:
        told = connection.execute(select(heartbeat.c.part, heartbeat.c.version, heartbeat.c.at)).one()
    assert (told.part, told.version) == ("worker", "test")
    assert worker.clock.now() - told.at < timedelta(minutes=1)
