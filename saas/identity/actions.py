"""Joining a company: one transaction of the operator's tables."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Engine, func, insert, select

from saas.core.ids import new_id
from tenants.platform import membership, person
from tenants.registry import Tenant


@dataclass(frozen=True, slots=True)
class Newcomer:
    member_id: UUID
    email: str
    name: str


def join_company(platform: Engine, tenant: Tenant, newcomer: Newcomer) -> None:
    """The person of this address becomes this member; a person who is one already stays it."""
    with platform.begin() as connection:
        known = select(person.c.id).where(func.lower(person.c.email) == newcomer.email.lower())
        person_id = connection.execute(known).scalar_one_or_none()
        if person_id is None:
            person_id = new_id()
            connection.execute(insert(person), {"id": person_id, "email": newcomer.email, "name": newcomer.name})
        there = select(membership.c.id).where(
            membership.c.tenant_id == tenant.id,
            (membership.c.person_id == person_id) | (membership.c.member_id == newcomer.member_id),
        )
        if connection.execute(there).first() is None:
            row = {"id": new_id(), "tenant_id": tenant.id, "person_id": person_id, "member_id": newcomer.member_id}
            connection.execute(insert(membership), row)
