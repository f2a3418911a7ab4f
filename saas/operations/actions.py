"""Suspending a company, and letting it go on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select, text, update

from saas.core.audit import AuditAction
from saas.core.errors import Conflict
from saas.core.fields import written
from saas.core.ids import new_id
from saas.core.trail import Change
from saas.core.work import Opener
from tenants.platform import operation, tenant
from tenants.registry import TenantStatus


class OperationKind(StrEnum):
    SUSPEND = "SUSPEND"
    RESUME = "RESUME"
    EXPORT = "EXPORT"
    IMPORT = "IMPORT"
    MOVE = "MOVE"
    DELETE = "DELETE"
    RESTORE = "RESTORE"
    PURGE = "PURGE"
    CREATE = "CREATE"
    BACK_UP = "BACK_UP"
    CONFIRM_MOVE = "CONFIRM_MOVE"
    RESTORE_BACKUP = "RESTORE_BACKUP"
    TAKE_PLACE = "TAKE_PLACE"
    RENAME = "RENAME"
    CHANGE_PLAN = "CHANGE_PLAN"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, and who answers for it: the name that the operator's machine knows him by."""

    why: str
    operator: str


Turn = Callable[[Connection, TenantStatus], TenantStatus | None]
"""What a status becomes: None where it is so already. Raises Conflict where it cannot be."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one status to another, and what the book calls it."""

    kind: OperationKind
    turn: Turn


# A little later: workers remember for a second how a company stood. Only what was turned away: a reminder or the end of
# a deleted file's thirty days keeps its time.
_AMONG_JOBS: Final = text("SET LOCAL search_path = jobs, pg_catalog")  # the queue's own triggers look there
_GO_ON: Final = text("""
UPDATE jobs.procrastinate_jobs SET scheduled_at = now() + interval '3 seconds', attempts = 0
WHERE args ->> 'namespace' = :namespace AND status = 'todo' AND attempts > 0 AND scheduled_at > now()
""")


def suspend_company(migrate: Engine, opener: Opener, reason: Reason) -> bool:
    """Its data stay; within a second nobody is answered, and its jobs wait. False where it is suspended already."""

    def turn(_connection: Connection, status: TenantStatus) -> TenantStatus | None:
        check_not_deleted(opener, status)
        return None if status is TenantStatus.SUSPENDED else TenantStatus.SUSPENDED

    return change_status(migrate, opener, Step(OperationKind.SUSPEND, turn), reason)


def resume_company(migrate: Engine, opener: Opener, reason: Reason, *, at: Engine | None = None) -> bool:
    """Sessions and tokens that have not run out meanwhile hold again, and its jobs go on. False where it is at work.

    `at` is the owner's engine of the company's cell, where that is not the home.
    """

    def turn(_connection: Connection, status: TenantStatus) -> TenantStatus | None:
        check_not_deleted(opener, status)
        return None if status is TenantStatus.ACTIVE else TenantStatus.ACTIVE

    if not change_status(migrate, opener, Step(OperationKind.RESUME, turn), reason):
        return False
    wake_jobs(at or migrate, opener)
    return True


def wake_jobs(cell: Engine, opener: Opener) -> None:
    """Those that were turned away while the company answered nobody."""
    with cell.begin() as connection:
        connection.execute(_AMONG_JOBS)
        connection.execute(_GO_ON, {"namespace": opener.tenant.namespace})


def check_not_deleted(opener: Opener, status: TenantStatus) -> None:
    if status not in {TenantStatus.ACTIVE, TenantStatus.SUSPENDED}:
        raise Conflict("TENANT_DELETED", "%(company)s is being deleted.", company=opener.tenant.slug)


def check_reason(reason: Reason) -> str:
    """Before anything is done."""
    return written(reason.why, "reason")


def book(migrate: Engine, opener: Opener, kind: OperationKind, reason: Reason) -> None:
    """What changes no status: told in both books."""
    why = check_reason(reason)
    with opener() as work, migrate.begin() as connection:
        work.tell(Change(AuditAction.UPDATE, "tenant", opener.tenant.id, None, {"operation": kind, "reason": why}))
        connection.execute(insert(operation), entry(opener.tenant.id, kind, why, reason.operator))


def change_status(migrate: Engine, opener: Opener, step: Step, reason: Reason) -> bool:
    """The operator's book and the status are one transaction; the company's own trail is written around it."""
    company, why = opener.tenant, check_reason(reason)
    with opener() as work, migrate.begin() as connection:
        found = select(tenant.c.status).where(tenant.c.id == company.id).with_for_update()
        before = TenantStatus(connection.execute(found).scalar_one())
        after = step.turn(connection, before)
        if after is None:
            return False
        work.tell(
            Change(AuditAction.UPDATE, "tenant", company.id, {"status": before}, {"status": after, "reason": why})
        )
        work.flush()
        connection.execute(update(tenant).where(tenant.c.id == company.id).values(status=after))
        connection.execute(insert(operation), entry(company.id, step.kind, why, reason.operator))
    return True


def entry(tenant_id: UUID, kind: OperationKind, why: str, operator: str) -> dict[str, object]:
    return {"id": new_id(), "tenant_id": tenant_id, "kind": kind, "reason": why, "operator": operator}
