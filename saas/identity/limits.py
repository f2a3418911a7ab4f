"""How long a company's sessions last: what its administrators say, else what the product says."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.dialects.postgresql import insert

from saas.core.clock import Clock
from saas.core.errors import Invalid
from saas.identity.sessions import IDLE, LONGEST
from saas.identity.word import tell_company
from tenants.platform import company_security
from tenants.registry import Tenant

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
HOURS = range(1, LONGEST // _HOUR + 1)
MINUTES = range(5, LONGEST // _MINUTE + 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """None is what the product says."""

    session_hours: int | None = None
    idle_minutes: int | None = None


PRODUCT = Limits(LONGEST // _HOUR, IDLE // _MINUTE)


def find_limits(platform: Engine, tenant: Tenant) -> Limits:
    columns = company_security.c.session_hours, company_security.c.idle_minutes
    with platform.connect() as connection:
        row = connection.execute(select(*columns).where(company_security.c.tenant_id == tenant.id)).one_or_none()
    return Limits() if row is None else Limits(*row)


def set_limits(platform: Engine, tenant: Tenant, limits: Limits, *, clock: Clock, by: UUID | None = None) -> None:
    """They hold for the sessions that are open, too: one that is over by them ends with its next request. Every web
    process hears of it.
    """
    _within(limits.session_hours, HOURS, "sessionHours")
    _within(limits.idle_minutes, MINUTES, "idleMinutes")
    said = {
        "session_hours": limits.session_hours, "idle_minutes": limits.idle_minutes, "changed_at": clock.now(),
        "changed_by": by,
    }  # fmt: skip
    kept = insert(company_security).values(tenant_id=tenant.id, **said)
    with platform.begin() as connection:
        connection.execute(kept.on_conflict_do_update(index_elements=["tenant_id"], set_=said))
        tell_company(connection, tenant.namespace)


def _within(value: int | None, allowed: range, field: str) -> None:
    if value is not None and value not in allowed:
        raise Invalid(
            "OUT_OF_RANGE", "This must be a number from %(least)s to %(most)s.", field, least=allowed[0],
            most=allowed[-1],
        )  # fmt: skip
