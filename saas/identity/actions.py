"""Signing in and out, tokens, and joining a company. Each is one transaction of the operator's tables."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Engine, func, insert, select, update

from saas.core.clock import Clock
from saas.core.errors import NotFound
from saas.core.ids import new_id
from saas.identity.credentials import digest, new_session, new_token
from tenants.platform import api_token, membership, person, session
from tenants.registry import Tenant

SESSION_LIFE = timedelta(days=30)


def open_session(platform: Engine, tenant: Tenant, member_id: UUID, *, clock: Clock) -> str:
    """Returns the secret for the cookie; it is told this once."""
    secret, now = new_session(), clock.now()
    with platform.begin() as connection:
        connection.execute(
            insert(session),
            {
                "id": new_id(), "hash": digest(secret), "tenant_id": tenant.id, "member_id": member_id,
                "expires_at": now + SESSION_LIFE,
            },
        )  # fmt: skip
    return secret


def end_session(platform: Engine, secret: str, *, clock: Clock) -> None:
    """Ending it twice, or one that never was, changes nothing."""
    mine = (session.c.hash == digest(secret)) & session.c.ended_at.is_(None)
    with platform.begin() as connection:
        connection.execute(update(session).where(mine).values(ended_at=clock.now()))


def create_token(platform: Engine, tenant: Tenant, member_id: UUID, *, name: str) -> str:
    """Returns the token; it is told this once."""
    token = new_token()
    with platform.begin() as connection:
        connection.execute(
            insert(api_token),
            {"id": new_id(), "hash": digest(token), "tenant_id": tenant.id, "member_id": member_id, "name": name},
        )
    return token


def revoke_token(platform: Engine, tenant: Tenant, token_id: UUID, *, clock: Clock) -> None:
    """A token of another company is not found; one that was revoked stays as it is."""
    mine = (api_token.c.id == token_id) & (api_token.c.tenant_id == tenant.id)
    with platform.begin() as connection:
        if connection.execute(select(api_token.c.id).where(mine).with_for_update()).one_or_none() is None:
            raise NotFound(field="id")
        still = mine & api_token.c.revoked_at.is_(None)
        connection.execute(update(api_token).where(still).values(revoked_at=clock.now()))


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
