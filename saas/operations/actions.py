"""Suspending a company, and letting it go on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, insert, select, text, update

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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, and who answers for it: the name that the operator's machine knows him by."""

    why: str
    operator: str


_LEADS: Final = {
    OperationKind.SUSPEND: (TenantStatus.ACTIVE, TenantStatus.SUSPENDED),
    OperationKind.RESUME: (TenantStatus.SUSPENDED, TenantStatus.ACTIVE),
}

# A little later: workers remember for a second how a company stood. Only what was turned away: a reminder or the end of
# a deleted file's thirty days keeps its time.
_AMONG_JOBS: Final = text("SET LOCAL search_path = jobs, pg_catalog")  # the queue's own triggers look there
_GO_ON: Final = text("""
UPDATE jobs.procrastinate_jobs SET scheduled_at = now() + interval '3 seconds', attempts = 0
WHERE args ->> 'namespace' = :namespace AND status = 'todo' AND attempts > 0 AND scheduled_at > now()
""")


def suspend_company(migrate: Engine, opener: Opener, reason: Reason) -> bool:
    """Its data stay; within a second nobody is answered, and its jobs wait. False where it is suspended already."""
    return _carry_out(migrate, opener, OperationKind.SUSPEND, reason)


def resume_company(migrate: Engine, opener: Opener, reason: Reason, *, at: Engine | None = None) -> bool:
    """Sessions and tokens that have not run out meanwhile hold again, and its jobs go on. False where it is at work.

    `at` is the owner's engine of the company's cell, where that is not the home.
    """
    if not _carry_out(migrate, opener, OperationKind.RESUME, reason):
        return False
    with (at or migrate).begin() as connection:
        connection.execute(_AMONG_JOBS)
        connection.execute(_GO_ON, {"namespace": opener.tenant.namespace})
    return True


def check_reason(reason: Reason) -> str:
    """Before anything is done."""
    return written(reason.why, "reason")


def book(migrate: Engine, opener: Opener, kind: OperationKind, reason: Reason) -> None:
    """What changes no status: told in both books."""
    why = check_reason(reason)
    with opener() as work, migrate.begin() as connection:
        work.tell(Change(AuditAction.UPDATE, "tenant", opener.tenant.id, None, {"operation": kind, "reason": why}))
        connection.execute(insert(operation), _row(opener.tenant.id, kind, why, reason.operator))


def _carry_out(migrate: Engine, opener: Opener, kind: OperationKind, reason: Reason) -> bool:
    """The operator's book and the status are one transaction; the company's own trail is written around it."""
    company, (before, after) = opener.tenant, _LEADS[kind]
    why = check_reason(reason)
    with opener() as work, migrate.begin() as connection:
        found = select(tenant.c.status).where(tenant.c.id == company.id).with_for_update()
        status = connection.execute(found).scalar_one()
        if status == after:
            return False
        if status != before:
            raise Conflict("TENANT_DELETING", "%(company)s is being deleted.", company=company.slug)
        work.tell(
            Change(AuditAction.UPDATE, "tenant", company.id, {"status": before}, {"status": after, "reason": why})
        )
        work.flush()
        connection.execute(update(tenant).where(tenant.c.id == company.id).values(status=after))
        connection.execute(insert(operation), _row(company.id, kind, why, reason.operator))
    return True


def _row(tenant_id: UUID, kind: OperationKind, why: str, operator: str) -> dict[str, object]:
    return {"id": new_id(), "tenant_id": tenant_id, "kind": kind, "reason": why, "operator": operator}
