"""What becomes of a company whose grace is over: nothing of it is left but the operator's book.

    DELETING ─ due ─► PURGING ─► out of the fleet ─► files ─► tables, namespace, role, jobs ─► people ─► DELETED

Each step finds out whether it was done: what was killed anywhere is finished by the next run.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from saas.core.clock import Clock
from saas.core.errors import Refusal
from saas.operations.actions import OperationKind, entry
from saas.operations.leftovers import take_away_files
from tenants import removal
from tenants.administration import survey
from tenants.cells import alone, forget
from tenants.platform import (
    api_token,
    carry_code,
    company_domain,
    company_security,
    deletion,
    identity_provider,
    membership,
    move,
    operation,
    person_session,
    scim_token,
    session,
    tenant,
)
from tenants.registry import TenantStatus

log = logging.getLogger("kesher.worker")

Progress = Callable[[str], None]

OPERATOR: Final = "Kesher"
# One after the other: a code or a session may name the visit that it came from.
_PEOPLES: Final = (
    carry_code, session, person_session, api_token, scim_token, identity_provider, company_domain, company_security,
    membership,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Purge:
    """`migrate` owns the namespaces of the home, `abroad` those of the other cells; all files lie at `files_url`."""

    migrate: Engine
    files_url: str
    clock: Clock
    abroad: tuple[Engine, ...] = ()
    progress: Progress = lambda _what: None

    def run(self, *, begin: bool = True) -> int:
        """How many are gone. Without `begin` only those that an earlier run was killed at."""
        with alone(self.migrate, "purges") as mine:
            if not mine:
                return 0
            if begin:
                self._begin()
            found = self._begun()
            return sum(self._finish(id_, namespace) for id_, namespace in found)

    def _begin(self) -> None:
        """From now on none of these can be restored."""
        due = select(deletion.c.tenant_id).where(deletion.c.purged_at.is_(None), deletion.c.due_at <= self.clock.now())
        marked = tenant.c.status == TenantStatus.DELETING, tenant.c.id.in_(due)
        with self.migrate.begin() as connection:
            connection.execute(update(tenant).where(*marked).values(status=TenantStatus.PURGING))

    def _begun(self) -> list[tuple[UUID, str]]:
        open_ = select(deletion.c.tenant_id).where(deletion.c.purged_at.is_(None))
        found = select(tenant.c.id, tenant.c.namespace).where(
            tenant.c.status == TenantStatus.PURGING, tenant.c.id.in_(open_)
        )
        with self.migrate.connect() as connection:
            return [(row.id, row.namespace) for row in connection.execute(found)]

    def _finish(self, id_: UUID, namespace: str) -> bool:
        """One that cannot be finished stops no other; the next run tries it again."""
        try:
            self._carry_out(id_, namespace)
        except (Refusal, SQLAlchemyError, OSError):
            log.exception("%s could not be purged to its end", namespace)
            return False
        return True

    def _carry_out(self, id_: UUID, namespace: str) -> None:
        """In every cell: of a company that has moved, the old copy may still be there."""
        cells = (self.migrate, *self.abroad)
        self.progress("fleet")
        for cell in cells:
            removal.leave_fleet(cell, namespace)
        self.progress("files")
        take_away_files(self.files_url, namespace)
        for cell in cells:
            removal.drop(cell, namespace, self.progress)
        for cell in self.abroad:
            with cell.begin() as there:
                forget(there, {"id": id_, "namespace": namespace})
        self.progress("people")
        with self.migrate.begin() as connection:
            for table in _PEOPLES:
                connection.execute(delete(table).where(table.c.tenant_id == id_))
            self._close(connection, id_)
        self.progress("done")

    def _close(self, connection: Connection, id_: UUID) -> None:
        """Its address is free for another; the book goes on speaking of it by its id and name."""
        connection.execute(
            update(tenant)
            .where(tenant.c.id == id_)
            .values(status=TenantStatus.DELETED, slug=tenant.c.namespace, logo=None)
        )
        connection.execute(delete(survey).where(survey.c.tenant_id == id_))
        copied = update(move).where(move.c.tenant_id == id_, move.c.ended_at.is_(None))
        connection.execute(copied.values(step="CONFIRMED", ended_at=func.now()))
        gone = update(deletion).where(deletion.c.tenant_id == id_).values(purged_at=func.now())
        slug = connection.execute(gone.returning(deletion.c.slug)).scalar_one()
        connection.execute(
            insert(operation), entry(id_, OperationKind.PURGE, f"The grace of {slug} is over.", OPERATOR)
        )
