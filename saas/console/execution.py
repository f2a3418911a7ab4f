"""Carries out errands, with the owner's rights that only a worker has.

    WAITING ──► RUNNING ──► DONE
                   └──────► FAILED   refused, or broken off too often

While one is carried out a lock is held that ends with the process. So a RUNNING errand whose lock is free was broken
off, and is begun anew: every action finds out for itself what is done already.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select, update

from saas.console.archives import Shelf
from saas.console.deeds import Deeds
from saas.console.errands import Errand, ErrandKind, ErrandState, errands, read_errand, written_trouble
from saas.console.surveys import Surveyor
from saas.core.clock import Clock
from saas.core.errors import Refusal
from saas.core.outside import Outside
from saas.operations.backups import Vault
from saas.operations.depot import Depot
from tenants.administration import errand
from tenants.cells import Cells, alone
from tenants.engine import Lanes
from tenants.errors import DATABASE_ERRORS, MoveLeft, MoveUnderWay, TenancyError
from tenants.registry import Directory

log = logging.getLogger("kesher.worker")

TRIES: Final = 3
_TOLD_AGAIN: Final = 0.5  # seconds
_BROKEN: Final = "It was broken off again and again. Look into the worker's log."


@dataclass(frozen=True, slots=True)
class Execution:
    """`cells` are the owner's engines; `platform` and `lanes` are the worker's."""

    cells: Cells
    platform: Engine
    lanes: Lanes
    clock: Clock
    outside: Outside
    vault: Vault

    @property
    def shelf(self) -> Shelf:
        """What waits on it too long is swept away."""
        return Shelf(self.cells.home, Depot(self.outside.files_url), self.clock)

    @property
    def surveyor(self) -> Surveyor:
        return Surveyor(self.cells, self.platform, self.clock)

    def carry_out_next(self, kinds: frozenset[ErrandKind]) -> bool:
        """Whether there was one. Several workers do not meet at one errand."""
        for id_ in self._waiting(kinds):
            with alone(self.platform, f"errand:{id_}") as mine:
                begun = self._begin(id_) if mine else None
                if begun is not None and self._carry_out(begun):
                    return True
        return False

    def _waiting(self, kinds: frozenset[ErrandKind]) -> list[UUID]:
        open_ = errand.c.ended_at.is_(None), errand.c.kind.in_(kinds)
        with self.platform.connect() as connection:
            return list(connection.execute(select(errand.c.id).where(*open_).order_by(errand.c.asked_at)).scalars())

    def _begin(self, id: UUID) -> Errand | None:
        """None where it was ended or withdrawn meanwhile, or where this ends it: it was tried often enough."""
        with self.platform.connect() as connection:
            row = connection.execute(errands(errand.c.id == id)).mappings().one()
        asked = read_errand(dict(row))
        if asked.ended_at is not None:
            return None
        if asked.tries >= TRIES:
            self._fail(asked, written_trouble("BROKEN", _BROKEN))
            return None
        values: dict[str, object] = {"state": ErrandState.RUNNING, "tries": asked.tries + 1}
        if asked.began_at is None:
            values["began_at"] = self.clock.now()
        return asked if self._write(asked, values) else None

    def _carry_out(self, asked: Errand) -> bool:
        """False where it waits for another who moves the company, or for what it has left to be taken away.

        What is refused is told with the errand; anything else that is raised has it tried again.
        """
        try:
            made = self._deeds(asked).do(asked)
        except (MoveUnderWay, MoveLeft):
            self._write(asked, {"tries": asked.tries})
            return False
        except Refusal as refusal:
            if not self._fail(asked, written_trouble(refusal.code, str(refusal.message), refusal.params)):
                return False
        except TenancyError as error:
            if not self._fail(asked, written_trouble(type(error).__name__, str(error).replace("%", "%%"))):
                return False
        else:
            self._end(asked, {"state": ErrandState.DONE, "tenant_id": made})
        company = Directory(self.platform, ttl=0).find_by_slug(asked.slug)
        if company is not None:
            self.surveyor.look_at(company)
        return True

    def _fail(self, asked: Errand, trouble: dict[str, object]) -> bool:
        """Once nothing that is half made is left: False where that cannot be taken away now, so it is begun anew."""
        try:
            self._deeds(asked).give_up(asked)
        except (Refusal, TenancyError, *DATABASE_ERRORS, OSError) as error:
            log.warning("what errand %s has left cannot be taken away yet: %s", asked.id, error)
            return False
        self._end(asked, {"state": ErrandState.FAILED, "trouble": trouble})
        return True

    def _end(self, asked: Errand, values: Mapping[str, object]) -> None:
        self._write(asked, {**values, "ended_at": self.clock.now(), "step": None})

    def _deeds(self, asked: Errand) -> Deeds:
        return Deeds(self.cells, self.platform, self.lanes, self.clock, self.outside, self.vault, self._teller(asked))

    def _write(self, asked: Errand, values: Mapping[str, object]) -> bool:
        """False where it was ended meanwhile."""
        mine = errand.c.id == asked.id, errand.c.ended_at.is_(None)
        with self.platform.begin() as connection:
            return connection.execute(update(errand).where(*mine).values(values)).rowcount == 1

    def _teller(self, asked: Errand) -> Callable[[str], None]:
        """Writes down what is being done, not more often than somebody can read it."""
        told = _Told()

        def tell(step: str) -> None:
            if told.is_news(step, time.monotonic()):
                self._write(asked, {"step": step, "count": told.count})

        return tell


@dataclass(slots=True)
class _Told:
    """What was written down last."""

    step: str = ""
    count: int = 0
    at: float = 0.0

    def is_news(self, step: str, now: float) -> bool:
        other = step != self.step
        self.count, self.step = 1 if other else self.count + 1, step
        if not other and now - self.at < _TOLD_AGAIN:
            return False
        self.at = now
        return True
