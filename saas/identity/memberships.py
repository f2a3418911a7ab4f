"""To which companies a person belongs, and as which member."""

from uuid import UUID

from sqlalchemy import Engine, select

from tenants.platform import membership, tenant
from tenants.registry import Directory, Tenant


def find_member_id(platform: Engine, company: Tenant, person_id: UUID) -> UUID | None:
    """None also for one who has left. Whether the member is active says the company's own `member`."""
    mine = (
        membership.c.tenant_id == company.id,
        membership.c.person_id == person_id,
        membership.c.ended_at.is_(None),
    )
    with platform.connect() as connection:
        return connection.execute(select(membership.c.member_id).where(*mine)).scalar_one_or_none()


def list_companies(platform: Engine, directory: Directory, person_id: UUID) -> list[Tenant]:
    """Of a person, by name; also suspended ones."""
    mine = membership.c.person_id == person_id, membership.c.ended_at.is_(None)
    ids = select(membership.c.tenant_id).join(tenant, tenant.c.id == membership.c.tenant_id).where(*mine)
    with platform.connect() as connection:
        found = connection.execute(ids.order_by(tenant.c.name, tenant.c.slug)).scalars().all()
    return [company for id in found if (company := directory.find(id)) is not None]
