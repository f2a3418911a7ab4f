"""Members and credentials for tests of whoever asks."""

from uuid import UUID

from saas.core.clock import Clock
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.members.model import Member, MemberStatus
from tenants.engine import Lanes
from tenants.registry import Tenant


def make_member(
    lanes: Lanes,
    tenant: Tenant,
    role: Role = Role.REP,
    *,
    status: MemberStatus = MemberStatus.ACTIVE,
    locale: str = "en",
) -> UUID:
    with Opener(lanes, tenant, system("make"), Clock())() as work:
        name = f"{role.title()} of {tenant.slug}"
        email = f"{role.lower()}-{status.lower()}@{tenant.slug}.test"
        member = work.add(Member(name=name, email=email, role=role, status=status, locale=locale, time_zone="UTC"))
    return member.id
