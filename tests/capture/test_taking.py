"""One job takes in all that waits for a source: nothing is forgotten at its end, and nothing kills workers for ever."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select, text

from saas.capture import accepting, taking
from saas.capture.actions import JOB, Arrival, keep
from saas.capture.model import Submission
from saas.capture.person import Person, read_person
from saas.capture.queries import SUMMONED
from saas.capture.taking import SUSPICIOUS, take_in
from saas.core.principal import system
from saas.core.work import Opener
from saas.leads.model import Lead
from saas.sources.mapping import Mapped
from tenants.engine import Lanes
from tests.assignment.make import make_rule
from tests.capture.make import arrive, opener_of
from tests.conftest import Database
from tests.members.make import Company, Json, key_of
from tests.sources.make import make_source


def test_one_job_takes_in_what_comes_while_it_waits_or_works(company: Company, queue: Engine) -> None:
    source, other = make_source(company), make_source(company, "Other")
    keys = [arrive(company, source, str(n), name=f"Lead {n}") for n in range(2 * taking.AT_ONCE + 1)]
    there = arrive(company, other, "1")
    assert jobs_of(company, queue) == [keys[0], there]
    take_in(opener_of(company), keys[0])
    assert statuses(company, source) == ["ACCEPTED"] * len(keys)
    assert statuses(company, other) == ["WAITING"]


def test_a_job_is_queued_where_none_is_on_its_way_and_at_least_every_few_seconds(
    company: Company, queue: Engine
) -> None:
    source = make_source(company)
    first, _second = arrive(company, source, "1"), arrive(company, source, "2")
    company.clock.pass_by(SUMMONED)
    third = arrive(company, source, "3")
    assert jobs_of(company, queue) == [first, third]
    take_in(opener_of(company), first)
    fourth = arrive(company, source, "4")
    assert jobs_of(company, queue) == [first, third, fourth]


def test_what_is_kept_just_as_a_job_ends_is_not_forgotten(company: Company, queue: Engine) -> None:
    """It was left to that job, which sees only what is committed: it waits until it sees this one too."""
    source = make_source(company)
    first = arrive(company, source, "1", name="First")
    with ThreadPoolExecutor(1) as threads:
        with opener_of(company)() as keeping:
            keep(keeping, key_of(source), Arrival("2", {"fields": {"name": "Second"}}))
            job = threads.submit(take_in, opener_of(company), first)
            with pytest.raises(TimeoutError):
                job.result(1.0)
        job.result(20)
    assert jobs_of(company, queue) == [first]
    assert statuses(company, source) == ["ACCEPTED"] * 2


def test_senders_and_workers_at_once_forget_nothing(company: Company, queue: Engine) -> None:
    """Jobs are begun as they are queued, and no other is begun for what they leave."""
    source, over, begun = make_source(company), threading.Event(), set[UUID]()
    make_rule(company, "All", "rina", "raz")

    def work() -> None:
        while True:
            last, mine = over.is_set(), [job for job in jobs_of(company, queue) if job not in begun]
            begun.update(mine)
            for job in mine:
                take_in(opener_of(company), job)
            if last and not mine:
                return

    with ThreadPoolExecutor(4) as threads:
        workers = [threads.submit(work) for _ in range(2)]
        list(threads.map(lambda n: arrive(company, source, str(n), name=f"Lead {n}"), range(60)))
        over.set()
        for worker in workers:
            worker.result(60)
    assert statuses(company, source) == ["ACCEPTED"] * 60
    assert len(begun) < 60
    with company.open() as work_:
        assert work_.all(select(func.count()).select_from(Lead)) == [60]


def test_a_long_queue_is_left_to_another_job_after_a_while(
    company: Company, queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 2)
    monkeypatch.setattr(taking, "MOST_BATCHES", 2)
    source = make_source(company)
    keys = [arrive(company, source, str(n), name=f"Lead {n}") for n in range(5)]
    take_in(opener_of(company), keys[0])
    assert statuses(company, source) == ["ACCEPTED"] * 4 + ["WAITING"]
    assert jobs_of(company, queue) == [keys[0], keys[4]]


def test_what_fails_alone_has_a_job_of_its_own_and_others_go_on(
    company: Company, queue: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accepting, "read_person", failing(lambda: 1 / 0))
    source = make_source(company)
    keys = [arrive(company, source, str(n), name=name) for n, name in enumerate(["Good", "Killer", "Better"])]
    take_in(opener_of(company), keys[0])
    assert statuses(company, source) == ["ACCEPTED", "WAITING", "ACCEPTED"]
    assert jobs_of(company, queue) == [keys[0], keys[1]]
    with pytest.raises(ZeroDivisionError):
        take_in(opener_of(company), keys[1])
    assert attempts(company, source) == [1, 2, 1]
    monkeypatch.undo()
    take_in(opener_of(company), keys[1])
    assert statuses(company, source) == ["ACCEPTED"] * 3


def test_what_kills_its_worker_takes_others_along_only_once(
    company: Company, queue: Engine, database: Database
) -> None:
    source = make_source(company)
    keys = [arrive(company, source, str(n), name=name) for n, name in enumerate(["Good", "Killer", "Better"])]
    assert killed(company, database, keys[0], tries=0)
    assert attempts(company, source) == [0, 0, 0]
    company.clock.pass_by(SUSPICIOUS)
    fresh = arrive(company, source, "3", name="Fresh")
    assert not killed(company, database, keys[0], tries=1)
    assert statuses(company, source) == ["ACCEPTED", "WAITING", "WAITING", "ACCEPTED"]
    assert jobs_of(company, queue)[2:] == keys
    assert fresh not in keys
    assert killed(company, database, keys[1], tries=0)
    assert not killed(company, database, keys[2], tries=0)
    assert statuses(company, source) == ["ACCEPTED", "WAITING", "ACCEPTED", "ACCEPTED"]


def killed(company: Company, database: Database, job: UUID, *, tries: int) -> bool:
    """Whether it kills the process that performs it."""
    child = os.fork()
    if child == 0:
        fail = failing(lambda: os.kill(os.getpid(), signal.SIGKILL))
        pytest.MonkeyPatch().setattr(accepting, "read_person", fail)
        own = Opener(
            Lanes({"home": database.work_url}, lanes=1, size=1), company.tenant, system("worker"), company.clock
        )
        try:
            take_in(replace(own, tries=tries), job)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def failing(fail: Callable[[], object]) -> Callable[[Mapped], Person]:
    """What happens where the reading of one of them goes wrong as it should not."""

    def read(mapped: Mapped) -> Person:
        if mapped.fields.get("name") == "Killer":
            fail()
        return read_person(mapped)

    return read


def jobs_of(company: Company, queue: Engine) -> list[UUID]:
    """The submissions for which a worker was called, in that order."""
    asked = text(
        "SELECT args->'given'->>'submission_id' FROM jobs.procrastinate_jobs"
        " WHERE task_name = :job AND args->>'namespace' = :where ORDER BY id"
    )
    with queue.connect() as connection:
        found = connection.execute(asked, {"job": JOB, "where": company.tenant.namespace}).scalars()
        return [UUID(one) for one in found]


def statuses(company: Company, source: Json) -> list[str]:
    return [str(one.status) for one in kept(company, source)]


def attempts(company: Company, source: Json) -> list[int]:
    return [one.attempts for one in kept(company, source)]


def kept(company: Company, source: Json) -> list[Submission]:
    """In the order in which they came."""
    of_source = select(Submission).where(Submission.source_id == key_of(source))
    with company.open() as work:
        return work.all(of_source.order_by(Submission.received_at, Submission.id))
