"""The composition root of jobs: takes them from the queue and runs each for its own tenant and member."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

import procrastinate
from procrastinate import BaseRetryStrategy, PsycopgConnector, RetryDecision, RetryStrategy
from procrastinate.jobs import Status
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from saas.console.errands import LONG, QUICK
from saas.console.execution import Execution
from saas.core import policy
from saas.core.clock import Clock
from saas.core.errors import Moving, Refusal
from saas.core.jobs import Job, jobs
from saas.core.outside import Nowhere, Outside
from saas.core.principal import Principal, system
from saas.core.work import Opener
from saas.founding.foundry import Foundry
from saas.founding.queries import FOUNDRY
from saas.identity.queries import find_member
from saas.operations.backups import Vault
from saas.operations.moves import Rescue
from saas.operations.night import Night
from saas.settings import BadSetting, Settings, cell_urls, role_urls, secret_key
from tenants.bootstrap import driver_url
from tenants.cells import Cells, carry
from tenants.engine import Lanes
from tenants.errors import MoveLeft
from tenants.placement import HOME
from tenants.platform import heartbeat
from tenants.registry import Directory, Tenant, TenantStatus

log = logging.getLogger("kesher.worker")

AT_ONCE = 4
POLL_SECONDS = 0.2
BEAT_SECONDS = 5.0
STALLED_SECONDS = 20.0
FOUND_SECONDS = 0.5
STOCK_SECONDS = 10.0
NIGHT_SECONDS = 300.0
HEAR_SECONDS = 1.0
ERRAND_SECONDS = 0.5
SURVEY_SECONDS = 10.0
LOOK_MINUTES = 60
TRIES_OF_A_KILLER = 3
GRACE_SECONDS = 10.0


class Dropped(Exception):
    """A job whose company or member is gone."""


class Suspended(Exception):
    """A job whose company is suspended, or can still be restored: it waits for it."""


class OnItsWay(Exception):
    """A job whose company moves to another cell: it waits a moment, here or there."""


@dataclass(frozen=True, slots=True)
class Patience(BaseRetryStrategy):
    """As often as the job says; for a company that is suspended or moves as long as it takes."""

    retries: int

    def get_retry_decision(self, *, exception: BaseException, job: procrastinate.jobs.Job) -> RetryDecision | None:
        if isinstance(exception, Suspended):
            return RetryDecision(retry_in={"minutes": LOOK_MINUTES})
        if isinstance(exception, OnItsWay | Moving):
            return RetryDecision(retry_in={"seconds": Moving.SECONDS})
        if not self.retries:
            return None
        again = RetryStrategy(max_attempts=self.retries, exponential_wait=2)
        return again.get_retry_decision(exception=exception, job=job)


@dataclass(frozen=True, slots=True)
class Worker:
    """`version` is told with the heartbeat. `cells` are the URLs of the cells beyond the home, whose is `url`."""

    url: str
    version: str
    clock: Clock
    engine: Engine
    lanes: Lanes
    directory: Directory
    outside: Outside = field(default_factory=Nowhere)
    foundry: Foundry | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    execution: Execution | None = None

    async def run(self, *, wait: bool = True) -> None:
        """Until a signal tells it to stop; with `wait` False until the queue is empty."""
        logging.getLogger("procrastinate.worker").addFilter(_is_news)
        ended = asyncio.Event()
        abroad = [asyncio.create_task(self._serve(cell, wait=wait)) for cell in self.cells]
        try:
            app = self._app()
            async with app.open_async():
                side = (
                    self._live(app, ended), self._found(ended), self._nightly(ended), self._rescue(ended),
                    *self._administration(ended), *(self._hear(cell, ended) for cell in self.cells),
                )  # fmt: skip
                beside = [asyncio.create_task(one) for one in side]
                try:
                    await _work(app, wait=wait, signals=wait)
                finally:
                    ended.set()
                    await asyncio.gather(*beside)
            if not wait:
                await asyncio.gather(*abroad)
        finally:
            for task in abroad:
                task.cancel()
            await asyncio.gather(*abroad, return_exceptions=True)

    def close(self) -> None:
        if self.foundry is not None:
            self.foundry.migrate.dispose()
        self.lanes.dispose()
        self.engine.dispose()

    def perform(self, job: Job, carried: Mapping[str, object], *, cell: str = HOME) -> None:
        """One job of a cell's queue, in its own tenant. The other of the two places that catch whatever was raised."""
        request_id = str(carried.get("request", "-"))
        try:
            opener = Opener(self.lanes, *self._who(job, carried, request_id, cell), self.clock, self.outside)
            given = carried.get("given")
            arguments: dict[str, object] = given if isinstance(given, dict) else {}
            if job.opens:
                job.run(opener, **arguments)
            else:
                with opener() as work:
                    job.run(work, **arguments)
        except (Suspended, OnItsWay, Moving):
            raise
        except (Refusal, Dropped) as refusal:
            log.warning("job %s of request %s was refused: %s", job.name, request_id, refusal)
            raise
        except Exception:
            log.exception("job %s of request %s failed", job.name, request_id)
            raise

    def _who(self, job: Job, carried: Mapping[str, object], request_id: str, cell: str) -> tuple[Tenant, Principal]:
        tenant = self.directory.find_by_namespace(str(carried["namespace"]))
        if tenant is not None and tenant.moving_to is not None:
            raise OnItsWay("the company moves to another cell")
        if tenant is not None and tenant.cell != cell:
            raise Dropped("the company lives in another cell, and so does this job")
        if tenant is not None and tenant.status in {TenantStatus.SUSPENDED, TenantStatus.DELETING}:
            raise Suspended("the company answers nobody for now")
        if tenant is None or tenant.status is not TenantStatus.ACTIVE:
            raise Dropped("the company is gone")
        if job.as_product or carried.get("member") is None:
            return tenant, system(request_id, locale=tenant.locale, time_zone=tenant.time_zone)
        member = find_member(self.lanes, tenant, UUID(str(carried["member"])))
        if member is None:
            raise Dropped("the member is gone")
        return tenant, member.principal(request_id)

    async def _serve(self, cell: str, *, wait: bool) -> None:
        """The queue of a cell beyond the home: where it does not answer, it is tried again, and the others go on."""
        reached = False
        while not reached:
            app = self._app(cell)
            try:
                async with app.open_async():
                    ended = asyncio.Event()
                    minding = asyncio.create_task(self._mind(app, ended))
                    try:
                        await _work(app, wait=wait, signals=False)
                    finally:
                        ended.set()
                        await minding
                reached = True
            except (procrastinate.exceptions.ConnectorException, OSError) as error:
                log.warning("the worker cannot reach the cell %s: %s", cell, error)
                await asyncio.sleep(BEAT_SECONDS)

    async def _mind(self, app: procrastinate.App, ended: asyncio.Event) -> None:
        while not ended.is_set():
            try:
                await _take_up_stalled(app)
            except procrastinate.exceptions.ConnectorException as error:
                log.warning("the worker cannot reach its database: %s", error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), BEAT_SECONDS)

    async def _hear(self, cell: str, ended: asyncio.Event) -> None:
        """What companies of a cell have said of themselves reaches the home."""
        engine = create_engine(driver_url(self.cells[cell]), poolclass=NullPool)
        while not ended.is_set():
            try:
                await asyncio.to_thread(carry, self.engine, engine, cell)
            except SQLAlchemyError as error:
                log.warning("the worker cannot reach the cell %s: %s", cell, error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), HEAR_SECONDS)

    def _app(self, cell: str = HOME) -> procrastinate.App:
        plain = (
            make_url(self.cells.get(cell, self.url)).set(drivername="postgresql").render_as_string(hide_password=False)
        )
        connector = PsycopgConnector(
            conninfo=plain, min_size=1, max_size=4, kwargs={"options": "-c search_path=jobs,pg_catalog"}
        )
        app = procrastinate.App(connector=connector)
        for job in jobs().values():
            app.task(name=job.name, retry=Patience(job.retries))(self._task(job, cell))
        return app

    def _task(self, job: Job, cell: str) -> Callable[..., None]:
        def run(**carried: object) -> None:
            self.perform(job, carried, cell=cell)

        return run

    async def _live(self, app: procrastinate.App, ended: asyncio.Event) -> None:
        """Tells that it lives, and takes up again what a worker that died left undone.

        It is told when to end: a cancellation that meets the pool's own waiting is lost before Python 3.12.
        """
        while not ended.is_set():
            try:
                await asyncio.to_thread(self._beat)
                await _take_up_stalled(app)
            except (SQLAlchemyError, procrastinate.exceptions.ConnectorException) as error:
                log.warning("the worker cannot reach its database: %s", error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), BEAT_SECONDS)

    async def _found(self, ended: asyncio.Event) -> None:
        """Companies that people have asked for, where this worker was given the right to make them; while nobody
        waits, spare namespaces for the next.
        """
        stocked = -STOCK_SECONDS
        while self.foundry is not None and not ended.is_set():
            found = await asyncio.to_thread(self._found_next, self.foundry)
            if not found:
                if time.monotonic() - stocked > STOCK_SECONDS:
                    await asyncio.to_thread(self._stock_up, self.foundry)
                    stocked = time.monotonic()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(ended.wait(), FOUND_SECONDS)

    async def _nightly(self, ended: asyncio.Event) -> None:
        """What is done once a night, by a worker that has the right to."""
        while self.foundry is not None and not ended.is_set():
            at, abroad = self.foundry.migrate, self.foundry.abroad
            night = Night(at, self.engine, self.clock, self.version, self.outside.files_url, abroad)
            await asyncio.to_thread(self._spend, night)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), NIGHT_SECONDS)

    async def _rescue(self, ended: asyncio.Event) -> None:
        """Moves of companies whose movers are gone, by a worker that has the right to; one that ends leaves them."""
        if self.foundry is None or self.foundry.cells is None or len(self.foundry.cells.engines) == 1:
            return

        def look(_step: str) -> None:
            if ended.is_set():
                raise MoveLeft("the worker ends")

        rescue = Rescue(self.foundry.cells, self.directory, self._opener, self.clock, look)
        await self._again(rescue.work, BEAT_SECONDS, ended)

    def _opener(self, tenant: Tenant) -> Opener:
        who = system("rescue", locale=tenant.locale, time_zone=tenant.time_zone)
        return Opener(self.lanes, tenant, who, self.clock, self.outside)

    def _administration(self, ended: asyncio.Event) -> list[Coroutine[None, None, None]]:
        """What platform admins ask for and look at, where this worker has the owner's rights."""
        if (here := self.execution) is None:
            return []
        kinds = [self._again(partial(here.carry_out_next, one), ERRAND_SECONDS, ended) for one in (QUICK, LONG)]
        return [*kinds, self._again(here.surveyor.look, SURVEY_SECONDS, ended)]

    async def _again(self, act: Callable[[], object], pause: float, ended: asyncio.Event) -> None:
        """At once while it says that there was something to do."""
        while not ended.is_set():
            if await asyncio.to_thread(self._try, act) is not True:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(ended.wait(), pause)

    def _try(self, act: Callable[[], object]) -> object:
        try:
            return act()
        except Exception:
            log.exception("%s was broken off; it is tried again", act)
            return None

    def _spend(self, night: Night) -> None:
        try:
            night.work()
        except Exception:
            log.exception("the work of the night was broken off")

    def _found_next(self, foundry: Foundry) -> bool:
        try:
            return foundry.carry_out_next()
        except Exception:
            log.exception("a company could not be founded")
            with contextlib.suppress(SQLAlchemyError):
                foundry.give_up()
            return False

    def _stock_up(self, foundry: Foundry) -> None:
        try:
            foundry.stock_up()
        except Exception:
            log.exception("no spare namespaces could be made")

    def _beat(self) -> None:
        now = {"at": self.clock.now(), "version": self.version}
        parts = ["worker"] if self.foundry is None else ["worker", FOUNDRY]
        beat = insert(heartbeat).values([{"part": part, **now} for part in parts])
        with self.engine.begin() as connection:
            connection.execute(beat.on_conflict_do_update(index_elements=["part"], set_=now))


def create_worker(settings: Settings, *, version: str) -> Worker:
    policy.policies()
    url = _work_url(settings)
    engine = create_engine(driver_url(url), pool_size=3, max_overflow=0, pool_pre_ping=True)
    urls = cell_urls(settings, url)
    lanes = Lanes(urls, lanes=2, size=AT_ONCE, prepare=settings.prepares)
    foundry = _foundry(settings, engine, lanes)
    abroad = {cell: one for cell, one in urls.items() if cell != HOME}
    directory = Directory(
        engine, cells={cell: create_engine(driver_url(one), pool_pre_ping=True) for cell, one in abroad.items()}
    )
    execution = _execution(settings, foundry, url)
    return Worker(url, version, Clock(), engine, lanes, directory, settings, foundry, abroad, execution)


def _foundry(settings: Settings, engine: Engine, lanes: Lanes) -> Foundry | None:
    """Where this worker was told the URL of the role that may make namespaces."""
    if settings.migrate_url is None and settings.database_url is None:
        return None
    url = settings.migrate_url or role_urls(settings, settings.database_url or "").migrate
    urls = cell_urls(settings, url)
    cells = Cells({cell: create_engine(driver_url(one), poolclass=NullPool) for cell, one in urls.items()})
    return Foundry(cells.home, engine, lanes, Clock(), settings, settings.spares, cells)


def _execution(settings: Settings, foundry: Foundry | None, url: str) -> Execution | None:
    """With connections of its own: an errand may hold one for minutes."""
    if foundry is None or foundry.cells is None:
        return None
    platform = create_engine(driver_url(url), poolclass=NullPool)
    vault = Vault(settings.backups, lambda: secret_key(settings))
    return Execution(foundry.cells, platform, foundry.lanes, foundry.clock, settings, vault)


async def _work(app: procrastinate.App, *, wait: bool, signals: bool) -> None:
    await app.run_worker_async(
        concurrency=AT_ONCE, wait=wait, fetch_job_polling_interval=POLL_SECONDS,
        shutdown_graceful_timeout=GRACE_SECONDS, update_heartbeat_interval=BEAT_SECONDS,
        stalled_worker_timeout=STALLED_SECONDS, install_signal_handlers=signals, delete_jobs="successful",
    )  # fmt: skip


async def _take_up_stalled(app: procrastinate.App) -> None:
    """A job whose worker died runs again, but not for ever: one that kills its workers fails."""
    for stalled in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        if stalled.attempts < TRIES_OF_A_KILLER:
            await app.job_manager.retry_job(stalled)
        else:
            log.error("job %s failed: its worker died %s times", stalled.task_name, stalled.attempts)
            await app.job_manager.finish_job(stalled, status=Status.FAILED, delete_job=False)


def _work_url(settings: Settings) -> str:
    if settings.work_url is not None:
        return settings.work_url
    if settings.database_url is None:
        raise BadSetting("DATABASE_URL is missing; it must be the URL of a Postgres.")
    return role_urls(settings, settings.database_url).work


def _is_news(record: logging.LogRecord) -> bool:
    """What a job raised was logged where it was caught."""
    return not str(getattr(record, "action", "")).startswith("job_error")
