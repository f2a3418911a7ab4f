"""The composition root of jobs: takes them from the queues of all cells and runs each for its own tenant and member."""

import asyncio
import logging
import signal
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from saas.background.chores import Chores
from saas.background.performer import Performer
from saas.background.queue import AT_ONCE, Queue
from saas.console.execution import Execution
from saas.core import policy
from saas.core.clock import Clock
from saas.core.outside import Nowhere, Outside
from saas.founding.foundry import Foundry
from saas.operations.backups import Vault
from saas.settings import BadSetting, Settings, cell_urls, role_urls, secret_key
from tenants.bootstrap import driver_url
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.placement import HOME
from tenants.registry import Directory

HANDS = 12  # threads for what is done beside the jobs


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
        """Until a signal tells it to end; then what is in hand is finished, in every cell. With `wait` False until the
        queues are empty.
        """
        logging.getLogger("procrastinate.worker").addFilter(_is_news)
        queues, ended = self.queues(), asyncio.Event()
        threads = ThreadPoolExecutor(AT_ONCE * len(queues) + HANDS, thread_name_prefix="job")
        asyncio.get_running_loop().set_default_executor(threads)
        beside = [asyncio.create_task(one) for one in self.chores().all(ended)]
        try:
            with _told_to_end(ended):
                await asyncio.gather(*(queue.serve(ended) if wait else queue.drain() for queue in queues))
        finally:
            ended.set()
            await asyncio.gather(*beside)

    def queues(self) -> list[Queue]:
        return [Queue(cell, url, self.performer) for cell, url in {HOME: self.url, **self.cells}.items()]

    def chores(self) -> Chores:
        engines = {cell: create_engine(driver_url(url), poolclass=NullPool) for cell, url in self.cells.items()}
        return Chores(
            self.engine, self.version, self.clock, self.performer, self.foundry, engines, self.execution
        )  # fmt: skip

    @property
    def performer(self) -> Performer:
        return Performer(self.lanes, self.directory, self.clock, self.outside)

    def close(self) -> None:
        if self.foundry is not None:
            self.foundry.migrate.dispose()
        self.lanes.dispose()
        self.engine.dispose()


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


def _work_url(settings: Settings) -> str:
    if settings.work_url is not None:
        return settings.work_url
    if settings.database_url is None:
        raise BadSetting("DATABASE_URL is missing; it must be the URL of a Postgres.")
    return role_urls(settings, settings.database_url).work


@contextmanager
def _told_to_end(ended: asyncio.Event) -> Iterator[None]:
    """By SIGTERM or SIGINT; the second one ends the process at once, as it does without us."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)

    def end() -> None:
        for number in signals:
            loop.remove_signal_handler(number)
        ended.set()

    for number in signals:
        loop.add_signal_handler(number, end)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


def _is_news(record: logging.LogRecord) -> bool:
    """What a job raised was logged where it was caught."""
    return not str(getattr(record, "action", "")).startswith("job_error")
