"""Deleting a company: it is marked, and can be restored until its grace is over. `purge` takes it away after that."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Engine, delete, insert, select

from saas.core.clock import Clock
from saas.core.errors import Conflict, Invalid
from saas.core.work import Opener
from saas.operations.actions import OperationKind, Reason, Step, change_status, check_not_deleted, wake_jobs
from tenants.platform import deletion, move
from tenants.registry import TenantStatus

GRACE: Final = timedelta(days=30)
LONGEST: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Grace:
    """How long what was deleted can be restored, from now on."""

    clock: Clock
    lasts: timedelta = GRACE

    def ends_at(self) -> datetime:
        if not timedelta() <= self.lasts <= LONGEST:
            raise Invalid("BAD_GRACE", "The grace is from 0 to 365 days.", "grace")
        return self.clock.now() + self.lasts


def delete_company(migrate: Engine, opener: Opener, reason: Reason, grace: Grace) -> bool:
    """Nobody is answered any more, and its jobs wait; its data stay until the grace is over.

    False where it is being deleted already, with the grace that it has.
    """
    due_at = grace.ends_at()

    def turn(connection: Connection, status: TenantStatus) -> TenantStatus | None:
        if status in {TenantStatus.DELETING, TenantStatus.PURGING}:
            return None
        check_not_deleted(opener, status)
        under_way = select(move.c.id).where(move.c.tenant_id == opener.tenant.id, move.c.step.in_(("COPYING", "HELD")))
        if connection.execute(under_way).first() is not None:
            raise Conflict(
                "TENANT_MOVING", "%(company)s is on its way to another cell. Finish that first.",
                company=opener.tenant.slug,
            )  # fmt: skip
        marked = {"tenant_id": opener.tenant.id, "slug": opener.tenant.slug, "status": status}
        connection.execute(insert(deletion), {**marked, "asked_at": grace.clock.now(), "due_at": due_at})
        return TenantStatus.DELETING

    return change_status(migrate, opener, Step(OperationKind.DELETE, turn), reason)


def restore_company(migrate: Engine, opener: Opener, reason: Reason, *, at: Engine | None = None) -> bool:
    """As it was before it was deleted, suspended or at work. False where it is not being deleted.

    `at` is the owner's engine of the company's cell, where that is not the home.
    """

    def turn(connection: Connection, status: TenantStatus) -> TenantStatus | None:
        if status in {TenantStatus.ACTIVE, TenantStatus.SUSPENDED}:
            return None
        if status is not TenantStatus.DELETING:
            raise Conflict(
                "TENANT_DELETED", "The grace is over, and %(company)s is gone. Import its latest backup.",
                company=opener.tenant.slug,
            )  # fmt: skip
        gone = delete(deletion).where(deletion.c.tenant_id == opener.tenant.id).returning(deletion.c.status)
        return TenantStatus(connection.execute(gone).scalar_one())

    if not change_status(migrate, opener, Step(OperationKind.RESTORE, turn), reason):
        return False
    wake_jobs(at or migrate, opener)
    return True


def grace_of(platform: Engine, opener: Opener) -> datetime | None:
    """When a company that is being deleted is gone for good."""
    mine = select(deletion.c.due_at).where(deletion.c.tenant_id == opener.tenant.id)
    with platform.connect() as connection:
        return connection.execute(mine).scalar_one_or_none()
