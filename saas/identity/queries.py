"""Reads of the members behind credentials."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from saas.core.principal import Principal
from saas.core.rights import Role
from tenants.engine import Lanes
from tenants.registry import Tenant

_SOMEONE = """
SELECT m.id, m.name, m.email, m.role, m.status, m.locale, m.time_zone, coalesce(r.rules::text, '{}'),
    concat_ws(':', m.role, coalesce(m.custom_role_id::text, '-'), coalesce(m.team_id::text, '-'), md5(r.rules::text)),
    to_jsonb(m) ->> 'access_ended_at'
FROM member m LEFT JOIN custom_role r ON r.id = m.custom_role_id AND r.deleted_at IS NULL
"""
_MEMBER = f"{_SOMEONE} WHERE m.id = %(id)s AND m.deleted_at IS NULL"
_BY_EMAIL = f"{_SOMEONE} WHERE lower(m.email) = lower(%(email)s) AND m.deleted_at IS NULL"
_ACTIVE = f"""{_SOMEONE} WHERE m.status = 'ACTIVE' AND m.deleted_at IS NULL
ORDER BY array_position(ARRAY[{",".join(f"'{role}'" for role in Role)}], m.role), m.name, m.id LIMIT 500
"""


@dataclass(frozen=True, slots=True)
class Someone:
    """A member as identity needs one; `status` is the word of the members' own enum, `rules` are those of the company's
    own role that he has. A session's secret is given for a `standing`; what was opened or made before
    `access_ended_at` is void.
    """

    id: UUID
    name: str
    email: str
    role: Role
    status: str
    locale: str
    time_zone: str
    rules: str = "{}"
    standing: str = ""
    access_ended_at: datetime | None = None

    def principal(
        self, request_id: str, signed_in_at: datetime | None = None, session_id: UUID | None = None
    ) -> Principal:
        words = (self.name, self.locale, self.time_zone, request_id, self.rules)
        return Principal(self.id, self.role, *words, signed_in_at, session_id)


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
    id, *words, ended = row
    name, email, role, status, locale, time_zone, rules, standing = (_text(word) for word in words)
    ended_at = None if ended is None else datetime.fromisoformat(_text(ended))
    return Someone(UUID(str(id)), name, email, Role(role), status, locale, time_zone, rules, standing, ended_at)


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
