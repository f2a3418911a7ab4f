"""Reads of credentials and of the members behind them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from saas.core.principal import Role
from tenants.engine import Lanes
from tenants.platform import api_token, session
from tenants.registry import Tenant

_MEMBER = """
SELECT id, name, email, role, status, locale, time_zone FROM member WHERE id = %(id)s AND deleted_at IS NULL
"""
_BY_EMAIL = """
SELECT id, name, email, role, status, locale, time_zone FROM member
WHERE lower(email) = lower(%(email)s) AND deleted_at IS NULL
"""
_ACTIVE = """
SELECT id, name, email, role, status, locale, time_zone FROM member
WHERE status = 'ACTIVE' AND deleted_at IS NULL
ORDER BY array_position(ARRAY['OWNER', 'ADMIN', 'MANAGER', 'REP'], role), name, id LIMIT 500
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose credential it is; `expires_at` None is never."""

    id: UUID
    tenant_id: UUID
    member_id: UUID
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Someone:
    """A member as identity needs one; `status` is the word of the members' own enum."""

    id: UUID
    name: str
    email: str
    role: Role
    status: str
    locale: str
    time_zone: str


def find_session(connection: Connection, digest: bytes) -> Holder | None:
    """None once it was ended; whether it has expired is the caller's to compare."""
    live = session.c.hash == digest, session.c.ended_at.is_(None)
    columns = session.c.id, session.c.tenant_id, session.c.member_id, session.c.expires_at
    row = connection.execute(select(*columns).where(*live)).one_or_none()
    return None if row is None else Holder(row.id, row.tenant_id, row.member_id, row.expires_at)


def find_token(connection: Connection, digest: bytes) -> Holder | None:
    """None once it was revoked."""
    live = api_token.c.hash == digest, api_token.c.revoked_at.is_(None)
    columns = api_token.c.id, api_token.c.tenant_id, api_token.c.member_id, api_token.c.expires_at
    row = connection.execute(select(*columns).where(*live)).one_or_none()
    return None if row is None else Holder(row.id, row.tenant_id, row.member_id, row.expires_at)


def find_member(lanes: Lanes, tenant: Tenant, id: UUID) -> Someone | None:
    return _one(lanes.read(tenant, _MEMBER, {"id": id}, actor=None))


def find_member_by_email(lanes: Lanes, tenant: Tenant, email: str) -> Someone | None:
    return _one(lanes.read(tenant, _BY_EMAIL, {"email": email}, actor=None))


def list_active(lanes: Lanes, tenant: Tenant) -> list[Someone]:
    """Those who may sign in, by role and name; at most 500."""
    return [_someone(row) for row in lanes.read(tenant, _ACTIVE, {}, actor=None)]


def _one(rows: list[tuple[object, ...]]) -> Someone | None:
    return _someone(rows[0]) if rows else None


def _someone(row: tuple[object, ...]) -> Someone:
    id, *words = row
    name, email, role, status, locale, time_zone = (_text(word) for word in words)
    return Someone(UUID(str(id)), name, email, Role(role), status, locale, time_zone)


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
