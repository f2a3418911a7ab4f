"""The queue of one cell: its jobs are taken, performed, given back by the dead, and brought to an end by the living."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

import procrastinate
import psycopg
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.worker import Worker
from sqlalchemy.engine import make_url

from saas.background.performer import Patience, Performer
from saas.core.jobs import Job, jobs

log = logging.getLogger("kesher.worker")

AT_ONCE = 4
POLL_SECONDS = 0.2
BEAT_SECONDS = 5.0
AGAIN_SECONDS = 0.3
STALLED_SECONDS = 20.0
TRIES_OF_A_KILLER = 3


class Running(Protocol):
    """What we need of procrastinate's worker, which has no types."""

    worker_id: int | None

    async def run(self) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Queue:
    """`url` is the worker's, of the cell."""

    cell: str
    url: str
    performer: Performer

    async def serve(self, ended: asyncio.Event) -> None:
        """Until told to end; then what is in hand is finished, and the rest is left to others.

        Where its Postgres does not answer it is tried again, and the queues of the other cells go on.
        """
        while not ended.is_set():
            try:
                async with self.opened() as app:
                    await self._work(app, ended)
            except (ConnectorException, psycopg.OperationalError, OSError) as error:
                log.warning("the worker cannot reach the queue of the cell %s: %s", self.cell, error)
                await self._reach(ended)

    async def drain(self) -> None:
        """Until nothing waits that is due."""
        async with self.opened() as app:
            await take_up_stalled(app)
            await _worker(app, wait=False).run()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[procrastinate.App]:
        connector = PsycopgConnector(
            conninfo=self._plain, min_size=1, max_size=4, kwargs={"options": "-c search_path=jobs,pg_catalog"}
        )
        app = procrastinate.App(connector=connector)
        for job in jobs().values():
            app.task(name=job.name, retry=Patience(job.retries), pass_context=True)(self._task(job))
        async with app.open_async():
            yield app

    @property
    def _plain(self) -> str:
        return make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)

    async def _work(self, app: procrastinate.App, ended: asyncio.Event) -> None:
        worker = _worker(app, wait=True)
        done = asyncio.Event()
        beside = [asyncio.create_task(one) for one in (self._mind(app, worker, done), _stop(worker, ended, done))]
        try:
            await worker.run()
        finally:
            done.set()
            await asyncio.gather(*beside)

    async def _mind(self, app: procrastinate.App, worker: Running, done: asyncio.Event) -> None:
        """While it finishes what is in hand it lives as well, however long that takes."""
        while not done.is_set():
            try:
                await take_up_stalled(app)
                if worker.worker_id is not None:
                    await app.job_manager.update_heartbeat(worker.worker_id)
            except ConnectorException as error:
                log.warning("the worker cannot reach the queue of the cell %s: %s", self.cell, error)
            await pause(done, BEAT_SECONDS)

    async def _reach(self, ended: asyncio.Event) -> None:
        """Back as soon as it answers: the pool itself would wait twice as long each time."""
        while not ended.is_set():
            with contextlib.suppress(psycopg.OperationalError, OSError):
                async with await psycopg.AsyncConnection.connect(self._plain, connect_timeout=3):
                    return
            await pause(ended, AGAIN_SECONDS)

    def _task(self, job: Job) -> Callable[..., None]:
        def run(context: procrastinate.JobContext, **carried: object) -> None:
            self.performer.perform(job, carried, cell=self.cell, tries=context.job.attempts)

        return run


async def pause(over: asyncio.Event, seconds: float) -> None:
    """Not longer than until it is over."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(over.wait(), seconds)


async def take_up_stalled(app: procrastinate.App) -> None:
    """A job whose worker died runs again, but not for ever: one that kills its workers fails."""
    for stalled in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        if stalled.attempts < TRIES_OF_A_KILLER:
            await app.job_manager.retry_job(stalled)
        else:
            log.error("job %s failed: its worker died %s times", stalled.task_name, stalled.attempts)
            await app.job_manager.finish_job(stalled, status=Status.FAILED, delete_job=False)


async def _stop(worker: Running, ended: asyncio.Event, done: asyncio.Event) -> None:
    """Told to end, it takes no more. It is told, and not cancelled: a cancellation that meets the pool's own waiting is
    lost before Python 3.12.
    """
    first = [asyncio.create_task(one.wait()) for one in (ended, done)]
    await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
    for one in first:
        one.cancel()
    worker.stop()


def _worker(app: procrastinate.App, *, wait: bool) -> Running:
    return Worker(
        app, concurrency=AT_ONCE, wait=wait, fetch_job_polling_interval=POLL_SECONDS,
        update_heartbeat_interval=BEAT_SECONDS, stalled_worker_timeout=STALLED_SECONDS,
        install_signal_handlers=False, delete_jobs="successful",
        listen_notify=False,
    )  # fmt: skip
