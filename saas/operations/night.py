"""What a worker does once a night for the operator: companies whose grace is over are purged, the backups of those that
are long gone are taken away, and namespaces are compared with their revisions.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql import insert

from saas.core.clock import Clock
from saas.operations.backups import Vault
from saas.operations.expiry import take_away_backups
from saas.operations.purge import Purge
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
    files_url: str
    cells: tuple[Engine, ...] = ()
    vault: Vault | None = None

    def work(self) -> DriftReport | None:
        """None where it is not night, or where another has done it. A purge that was killed is finished at any hour."""
        now = self.clock.now()
        at_night = BEGINS <= now.time() < ENDS
        Purge(self.migrate, self.files_url, self.clock, self.cells).run(begin=at_night)
        if not at_night or not self._mine(now):
            return None
        if self.vault is not None:
            take_away_backups(self.migrate, self.vault, self.clock)
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
