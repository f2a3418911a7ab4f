"""A company's own provider becomes the only way in: who came another way has to come again."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Engine, and_, func, select

from saas.core.clock import Clock
from saas.identity.providers import Provider
from saas.identity.sessions import end_those
from tenants.platform import company_domain, membership, person, session
from tenants.registry import Tenant


def end_other_ways(
    platform: Engine, company: Tenant, provider: Provider, *, clock: Clock, spared: Iterable[UUID] = ()
) -> int:
    """Ends the sessions of members with an address of the company's domains that another way has opened.

    `spared` are members whom it is not for. Returns how many sessions there were.
    """
    domains = select(company_domain.c.domain).where(
        company_domain.c.tenant_id == company.id, company_domain.c.verified_at.is_not(None)
    )
    bound = (
        select(membership.c.member_id)
        .join(person, person.c.id == membership.c.person_id)
        .where(membership.c.tenant_id == company.id, func.split_part(func.lower(person.c.email), "@", 2).in_(domains))
    )
    others = and_(
        session.c.tenant_id == company.id,
        session.c.method.is_distinct_from(provider.method),
        session.c.member_id.in_(bound),
        session.c.member_id.not_in(list(spared)),
    )
    with platform.begin() as connection:
        return end_those(connection, others, clock.now())
