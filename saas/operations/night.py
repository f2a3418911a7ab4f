"""What a worker does once a night for the operator: namespaces are compared with their revisions."""

import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql import insert

from saas.core.clock import Clock
from tenants import drift
from tenants.drift import DriftReport
from tenants.platform import heartbeat

log = logging.getLogger("kesher.worker")

BEGINS: Final = time(1)  # UTC; until the morning, for a worker that was away at one
ENDS: Final = time(5)
APART: Final = timedelta(hours=12)
PART: Final = "drift"


@dataclass(frozen=True, slots=True)
class Night:
    """`migrate` owns the namespaces of the home, `cells` those of the others; of several workers one does it, which the
    table of heartbeats tells.
    """

    migrate: Engine
    platform: Engine
    clock: Clock
    version: str
    cells: tuple[Engine, ...] = ()

    def work(self) -> DriftReport | None:
        """None where it is not night, or where another has done it."""
        now = self.clock.now()
        if not BEGINS <= now.time() < ENDS or not self._mine(now):
            return None
        report = drift.look(self.migrate)
        for cell in self.cells:
            report += drift.look(cell)
        for one in report.drifted:
            log.error("%s is not what revision %s says: %s", one.namespace, one.revision, "; ".join(one.told))
        return report

    def _mine(self, now: datetime) -> bool:
        values: dict[str, object] = {"at": now, "version": self.version}
        claim = insert(heartbeat).values(part=PART, **values)
        mine = claim.on_conflict_do_update(index_elements=["part"], set_=values, where=heartbeat.c.at < now - APART)
        with self.platform.begin() as connection:
            return connection.execute(mine.returning(heartbeat.c.part)).first() is not None
