"""Joining a company: one transaction of the operator's tables."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select

from saas.core.clock import Clock
from saas.core.ids import new_id
from saas.identity.people import Somebody, add_person, find_holder
from tenants.platform import membership
from tenants.registry import Tenant


@dataclass(frozen=True, slots=True)
class Newcomer:
    member_id: UUID
    email: str
    name: str


def join_company(platform: Engine, tenant: Tenant, newcomer: Newcomer, *, clock: Clock | None = None) -> None:
    """The holder of this address becomes this member; a person who is one already stays it. The caller vouches for
    the address: where nobody holds it, somebody new does.
    """
    with platform.begin() as connection:
        person_id = find_holder(connection, newcomer.email)
        if person_id is None:
            vouched = Somebody(newcomer.email, newcomer.name, verified_at=(clock or Clock()).now())
            person_id = add_person(connection, vouched)
        _bind(connection, tenant, person_id, newcomer.member_id)


def bind(platform: Engine, tenant: Tenant, person_id: UUID, member_id: UUID) -> None:
    """This person is this member, unless one of the two is bound already."""
    with platform.begin() as connection:
        _bind(connection, tenant, person_id, member_id)


def _bind(connection: Connection, tenant: Tenant, person_id: UUID, member_id: UUID) -> None:
    there = select(membership.c.id).where(
        membership.c.tenant_id == tenant.id,
        (membership.c.person_id == person_id) | (membership.c.member_id == member_id),
    )
    if connection.execute(there).first() is None:
        row = {"id": new_id(), "tenant_id": tenant.id, "person_id": person_id, "member_id": member_id}
        connection.execute(insert(membership), row)
