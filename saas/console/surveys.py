"""A worker looks at companies: what takes the owner's rights to see is written down for the console.

All of a cell that are due are looked at by one statement there; one that something was just done with is looked at by
itself. Those that nobody has looked at come first, then those that were looked at longest ago.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import NoResultFound, OperationalError

from saas.core.clock import Clock
from saas.operations.queries import Standing, get_standing
from saas.operations.standings import list_standings
from tenants.administration import survey
from tenants.cells import Cells, alone
from tenants.platform import tenant
from tenants.registry import Tenant

MOST: Final = 10_000
RENEWED: Final = timedelta(minutes=1)
_LIVING: Final = ("ACTIVE", "SUSPENDED", "DELETING")
_KEPT: Final = (
    "revision", "size", "tables", "records", "members", "sessions", "seen_at", "jobs_waiting", "jobs_failed", "trouble",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surveyor:
    """`cells` are the owner's engines, `platform` is the worker's."""

    cells: Cells
    platform: Engine
    clock: Clock

    def look(self, *, most: int = MOST) -> int:
        """How many were looked at, by one worker at a time. A cell that does not answer stops no other.

        What was known of companies that are gone goes too.
        """
        gone = select(tenant.c.id).where(tenant.c.status == "DELETED")
        with self.cells.home.begin() as connection:
            connection.execute(delete(survey).where(survey.c.tenant_id.in_(gone)))
        return sum(self._look_into(cell, most) for cell in self.cells.engines)

    def _look_into(self, cell: str, most: int) -> int:
        with alone(self.platform, f"survey:{cell}") as mine:
            waiting = self._waiting(cell, most) if mine else []
            if not waiting:
                return 0
            try:
                found = list_standings(self.cells.home, waiting, at=self.cells.beyond_home(cell))
            except OperationalError:
                return 0
            self._keep(found)
        return len(found)

    def look_at(self, company: Tenant) -> bool:
        """False where it is on its way to another cell at this moment."""
        try:
            found = get_standing(self.cells.home, company, at=self.cells.beyond_home(company.cell))
        except NoResultFound:
            return False
        self._keep({company.id: found})
        return True

    def _keep(self, found: Mapping[UUID, Standing]) -> None:
        now = self.clock.now()
        rows = [
            {"tenant_id": id_, "at": now, **{name: getattr(one, name) for name in _KEPT}} for id_, one in found.items()
        ]
        if not rows:
            return
        kept = insert(survey)
        values = {name: kept.excluded[name] for name in ("at", *_KEPT)}
        with self.cells.home.begin() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["tenant_id"], set_=values), rows)

    def _waiting(self, cell: str, most: int) -> list[UUID]:
        old = survey.c.at.is_(None) | (survey.c.at < self.clock.now() - RENEWED)
        waiting = (
            select(tenant.c.id).outerjoin(survey, survey.c.tenant_id == tenant.c.id)
            .where(tenant.c.cell == cell, tenant.c.status.in_(_LIVING), tenant.c.slug != tenant.c.namespace, old)
            .order_by(survey.c.at.nulls_first()).limit(most)
        )  # fmt: skip
        with self.platform.connect() as connection:
            return list(connection.execute(waiting).scalars())
