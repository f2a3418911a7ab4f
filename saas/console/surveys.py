"""A worker looks at companies, a few at a time: what takes the owner's rights to see is written down for the console.

Those that nobody has looked at come first, then those that were looked at longest ago.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import NoResultFound, OperationalError

from saas.core.clock import Clock
from saas.operations.queries import get_standing
from tenants.administration import survey
from tenants.cells import Cells, alone
from tenants.platform import tenant
from tenants.registry import Directory, Tenant

MOST: Final = 50
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
        """How many were looked at, by one worker at a time. A cell that does not answer stops no other."""
        return sum(self._look_into(cell, most) for cell in self.cells.engines)

    def _look_into(self, cell: str, most: int) -> int:
        directory, looked = Directory(self.platform, ttl=0), 0
        with alone(self.platform, f"survey:{cell}") as mine:
            for id_ in self._waiting(cell, most) if mine else ():
                company = directory.find(id_)
                if company is None:
                    continue
                try:
                    looked += self.look_at(company)
                except OperationalError:
                    break
        return looked

    def look_at(self, company: Tenant) -> bool:
        """False where it is on its way to another cell at this moment."""
        try:
            found = get_standing(self.cells.home, company, at=self.cells.beyond_home(company.cell))
        except NoResultFound:
            return False
        values = {"at": self.clock.now(), **{name: getattr(found, name) for name in _KEPT}}
        kept = insert(survey).values(tenant_id=company.id, **values)
        with self.cells.home.begin() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["tenant_id"], set_=values))
        return True

    def _waiting(self, cell: str, most: int) -> list[UUID]:
        old = survey.c.at.is_(None) | (survey.c.at < self.clock.now() - RENEWED)
        waiting = (
            select(tenant.c.id).outerjoin(survey, survey.c.tenant_id == tenant.c.id)
            .where(tenant.c.cell == cell, tenant.c.status.in_(_LIVING), tenant.c.slug != tenant.c.namespace, old)
            .order_by(survey.c.at.nulls_first()).limit(most)
        )  # fmt: skip
        with self.platform.connect() as connection:
            return list(connection.execute(waiting).scalars())
