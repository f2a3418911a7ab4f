"""What a worker does beside its jobs, each at its own pace until it is told to end."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from saas.background.performer import Performer
from saas.background.queue import BEAT_SECONDS, pause
from saas.console.errands import LONG, QUICK
from saas.console.execution import Execution
from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.work import Opener
from saas.founding.foundry import Foundry
from saas.founding.queries import FOUNDRY
from saas.operations.moves import Rescue
from saas.operations.night import Night
from tenants.cells import carry
from tenants.errors import MoveLeft
from tenants.platform import heartbeat
from tenants.registry import Tenant

log = logging.getLogger("kesher.worker")

FOUND_SECONDS = 0.5
STOCK_SECONDS = 10.0
NIGHT_SECONDS = 300.0
HEAR_SECONDS = 1.0
ERRAND_SECONDS = 0.5
SURVEY_SECONDS = 10.0
SWEEP_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Chores:
    """`platform` is the worker's engine of the home, `cells` his of the others. A foundry has the owner's rights:
    without one, no companies are made, moved or purged here.
    """

    platform: Engine
    version: str
    clock: Clock
    performer: Performer
    foundry: Foundry | None
    cells: Mapping[str, Engine]
    execution: Execution | None = None

    def all(self, ended: asyncio.Event) -> list[Coroutine[Any, Any, None]]:
        told = [self._every(HEAR_SECONDS, self._hearing(cell), ended) for cell in self.cells]
        own = [self._every(BEAT_SECONDS, self.beat, ended), *told]
        if self.foundry is None:
            return own
        night, rescue = self._night(self.foundry), self._rescue(self.foundry, ended)
        owners = [self._every(NIGHT_SECONDS, night.work, ended), self._every(BEAT_SECONDS, rescue.work, ended)]
        return [*own, *owners, self._found(self.foundry, ended), *self._administration(ended)]

    def beat(self) -> None:
        """Tells that it lives."""
        now = {"at": self.clock.now(), "version": self.version}
        parts = ["worker"] if self.foundry is None else ["worker", FOUNDRY]
        beat = insert(heartbeat).values([{"part": part, **now} for part in parts])
        with self.platform.begin() as connection:
            connection.execute(beat.on_conflict_do_update(index_elements=["part"], set_=now))

    def _hearing(self, cell: str) -> Callable[[], object]:
        """What companies of a cell have said of themselves reaches the home."""
        return lambda: carry(self.platform, self.cells[cell], cell)

    def _night(self, foundry: Foundry) -> Night:
        """What is done once a night."""
        vault = None if self.execution is None else self.execution.vault
        return Night(
            foundry.migrate, self.platform, self.clock, self.version, self.performer.outside.files_url, foundry.abroad,
            vault,
        )  # fmt: skip

    def _rescue(self, foundry: Foundry, ended: asyncio.Event) -> Rescue:
        """Moves whose movers are gone; a worker that ends leaves them to the next."""

        def look(_step: str) -> None:
            if ended.is_set():
                raise MoveLeft("the worker ends")

        return Rescue(foundry.all_cells, self.performer.directory, self._opener, self.clock, look)

    def _administration(self, ended: asyncio.Event) -> list[Coroutine[Any, Any, None]]:
        """What platform admins ask for and look at."""
        if (here := self.execution) is None:
            return []
        kinds = [self._every(ERRAND_SECONDS, partial(here.carry_out_next, one), ended) for one in (QUICK, LONG)]
        survey = self._every(SURVEY_SECONDS, here.surveyor.look, ended)
        return [*kinds, survey, self._every(SWEEP_SECONDS, here.shelf.sweep, ended)]

    def _opener(self, tenant: Tenant) -> Opener:
        who = system("rescue", locale=tenant.locale, time_zone=tenant.time_zone)
        return Opener(self.performer.lanes, tenant, who, self.clock, self.performer.outside)

    async def _every(self, seconds: float, work: Callable[[], object], ended: asyncio.Event) -> None:
        """At once while it says that there was something to do."""
        while not ended.is_set():
            if await asyncio.to_thread(_attempt, work) is not True:
                await pause(ended, seconds)

    async def _found(self, foundry: Foundry, ended: asyncio.Event) -> None:
        """Companies that people have asked for; while nobody waits, spare namespaces for the next."""
        stocked = -STOCK_SECONDS
        while not ended.is_set():
            found = await asyncio.to_thread(_found_next, foundry)
            if not found:
                if time.monotonic() - stocked > STOCK_SECONDS:
                    await asyncio.to_thread(_attempt, foundry.stock_up)
                    stocked = time.monotonic()
                await pause(ended, FOUND_SECONDS)


def _attempt(work: Callable[[], object]) -> object:
    """What fails is tried again at its next turn."""
    try:
        return work()
    except OperationalError as error:
        log.warning("the worker cannot reach a database: %s", error)
    except Exception:
        log.exception("%s was broken off; it is tried again", work)
    return None


def _found_next(foundry: Foundry) -> bool:
    try:
        return foundry.carry_out_next()
    except Exception:
        log.exception("a company could not be founded")
        with contextlib.suppress(SQLAlchemyError):
            foundry.give_up()
        return False
