"""The plan that a company is on: what the operator has decided, until billing does."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import Engine, insert, select, update

from saas.core.audit import AuditAction
from saas.core.errors import Invalid
from saas.core.trail import Change
from saas.core.work import Opener
from saas.operations.actions import OperationKind, Reason, check_reason, entry
from tenants.platform import operation, tenant


class Plan(StrEnum):
    """What a company has agreed to; who signs up tries the product."""

    TRIAL = "TRIAL"
    STANDARD = "STANDARD"
    ENTERPRISE = "ENTERPRISE"


def read_plan(said: str) -> Plan:
    try:
        return Plan(said.strip().upper())
    except ValueError:
        known = ", ".join(Plan)
        raise Invalid("UNKNOWN_PLAN", "There is no plan %(plan)s; known are: %(known)s.", "plan", plan=said,
                      known=known) from None  # fmt: skip


def change_plan(migrate: Engine, opener: Opener, plan: Plan, reason: Reason) -> bool:
    """Told in both books. False where it is on this plan already."""
    company, why = opener.tenant, check_reason(reason)
    with opener() as work, migrate.begin() as connection:
        found = select(tenant.c.plan).where(tenant.c.id == company.id).with_for_update()
        before = Plan(connection.execute(found).scalar_one())
        if before is plan:
            return False
        said = {"plan": plan, "operation": OperationKind.CHANGE_PLAN, "reason": why}
        work.tell(Change(AuditAction.UPDATE, "tenant", company.id, {"plan": before}, said))
        work.flush()
        connection.execute(update(tenant).where(tenant.c.id == company.id).values(plan=plan))
        connection.execute(insert(operation), entry(company.id, OperationKind.CHANGE_PLAN, why, reason.operator))
    return True


def give_plan(migrate: Engine, id: UUID, plan: Plan) -> None:
    """To a company that is just being made."""
    with migrate.begin() as connection:
        connection.execute(update(tenant).where(tenant.c.id == id).values(plan=plan))


def find_plans(platform: Engine) -> dict[UUID, Plan]:
    """Of every company."""
    with platform.connect() as connection:
        return {row.id: Plan(row.plan) for row in connection.execute(select(tenant.c.id, tenant.c.plan))}
