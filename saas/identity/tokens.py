"""Tokens that programs show: of a member for the graph and the capabilities' doors, of a company for provisioning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, insert, select, update

from saas.core.audit import AuditAction
from saas.core.clock import Clock
from saas.core.errors import Invalid, NotFound
from saas.core.fields import written
from saas.core.ids import new_id
from saas.core.trail import Change, Tell, moment
from saas.identity.credentials import digest, new_scim_token, new_token
from saas.identity.word import tell_credential
from tenants.platform import api_token, scim_token
from tenants.registry import Tenant

LONGEST = timedelta(days=366)
NOTICED = timedelta(minutes=1)  # `used_at` is not written more often
_TOLD = frozenset({"name", "member_id", "created_by", "expires_at"})


@dataclass(frozen=True, slots=True)
class Token:
    """As it stands in a list, without its secret; `member_id` None is a company's own, `expires_at` None never."""

    id: UUID
    tenant_id: UUID
    member_id: UUID | None
    name: str
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= now


def create_token(
    platform: Engine, tenant: Tenant, member_id: UUID, *, name: str, clock: Clock | None = None,
    expires_at: datetime | None = None, tell: Tell | None = None,
) -> str:  # fmt: skip
    """Returns the token; it is told this once. One that a person makes for the web ends within a year.

    `tell` writes it into the company's trail.
    """
    token, now = new_token(), (clock or Clock()).now()
    if expires_at is not None and not now < expires_at <= now + LONGEST:
        raise Invalid("BAD_EXPIRY", "A token ends after today and within a year.", "expiresAt")
    row = {
        "id": new_id(), "hash": digest(token), "tenant_id": tenant.id, "member_id": member_id,
        "name": written(name, "name"), "created_at": now, "expires_at": expires_at,
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(insert(api_token), row)
        _tell(tell, AuditAction.CREATE, api_token, [row])
    return token


def create_scim_token(
    platform: Engine, tenant: Tenant, *, name: str, clock: Clock, by: UUID | None = None, tell: Tell | None = None
) -> str:
    """Returns the token; it is told this once."""
    token = new_scim_token()
    row = {
        "id": new_id(), "hash": digest(token), "tenant_id": tenant.id, "name": written(name, "name"),
        "created_by": by, "created_at": clock.now(),
    }  # fmt: skip
    with platform.begin() as connection:
        connection.execute(insert(scim_token), row)
        _tell(tell, AuditAction.CREATE, scim_token, [row])
    return token


def find_token(connection: Connection, secret: str) -> Token | None:
    """None once it was revoked."""
    return next(iter(_tokens(connection, api_token.c.hash == digest(secret))), None)


def find_scim_token(connection: Connection, secret: str) -> Token | None:
    """None once it was revoked."""
    return next(iter(_scim_tokens(connection, scim_token.c.hash == digest(secret))), None)


def list_tokens(platform: Engine, tenant: Tenant, member_id: UUID) -> list[Token]:
    """A member's own, the newest first."""
    with platform.connect() as connection:
        return _tokens(connection, _of(tenant, member_id))


def list_scim_tokens(platform: Engine, tenant: Tenant) -> list[Token]:
    with platform.connect() as connection:
        return _scim_tokens(connection, scim_token.c.tenant_id == tenant.id)


def note_use(platform: Engine, token: Token, *, clock: Clock) -> None:
    """At most once a minute."""
    now = clock.now()
    if token.used_at is not None and now < token.used_at + NOTICED:
        return
    table = scim_token if token.member_id is None else api_token
    with platform.begin() as connection:
        connection.execute(update(table).where(table.c.id == token.id).values(used_at=now))


def revoke_token(
    platform: Engine, tenant: Tenant, token_id: UUID, *, clock: Clock, member_id: UUID | None = None,
    tell: Tell | None = None,
) -> None:  # fmt: skip
    """A token of another company is not found, nor one of another member than `member_id`; one that was revoked stays
    as it is.
    """
    mine = and_(api_token.c.id == token_id, api_token.c.tenant_id == tenant.id)
    if member_id is not None:
        mine = and_(mine, api_token.c.member_id == member_id)
    with platform.begin() as connection:
        if connection.execute(select(api_token.c.id).where(mine).with_for_update()).one_or_none() is None:
            raise NotFound(field="id")
        _revoke(connection, api_token, mine, (clock.now(), tell))


def revoke_tokens_of(
    platform: Engine, tenant: Tenant, member_id: UUID, *, clock: Clock, tell: Tell | None = None
) -> int:
    """All of a member; returns how many."""
    with platform.begin() as connection:
        return _revoke(connection, api_token, _of(tenant, member_id), (clock.now(), tell))


def revoke_scim_token(
    platform: Engine, tenant: Tenant, token_id: UUID, *, clock: Clock, tell: Tell | None = None
) -> None:
    mine = and_(scim_token.c.id == token_id, scim_token.c.tenant_id == tenant.id)
    with platform.begin() as connection:
        if not _revoke(connection, scim_token, mine, (clock.now(), tell)):
            raise NotFound(field="id")


def _revoke(connection: Connection, table: Table, which: ColumnElement[bool], how: tuple[datetime, Tell | None]) -> int:
    now, tell = how
    revoked = update(table).where(which, table.c.revoked_at.is_(None)).values(revoked_at=now)
    rows = [dict(row) for row in connection.execute(revoked.returning(table)).mappings()]
    for row in rows:
        tell_credential(connection, bytes(row["hash"]))
    _tell(tell, AuditAction.DELETE, table, rows)
    return len(rows)


def _tell(tell: Tell | None, action: AuditAction, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    """Before what it tells is committed: there is no token of which the trail is silent. Never the secret's digest."""
    if tell is None:
        return
    for row in rows:
        told = {str(name): moment(value) for name, value in row.items() if name in _TOLD and value is not None}
        gone = action is AuditAction.DELETE
        tell(Change(action, table.name, UUID(str(row["id"])), told if gone else None, None if gone else told))


def _tokens(connection: Connection, which: ColumnElement[bool]) -> list[Token]:
    t = api_token.c
    columns = t.id, t.tenant_id, t.member_id, t.name, t.created_at, t.used_at, t.expires_at
    found = select(*columns).where(which, t.revoked_at.is_(None)).order_by(t.created_at.desc(), t.id)
    return [Token(*row) for row in connection.execute(found)]


def _scim_tokens(connection: Connection, which: ColumnElement[bool]) -> list[Token]:
    t = scim_token.c
    found = select(t.id, t.tenant_id, t.name, t.created_at, t.used_at).where(which, t.revoked_at.is_(None))
    rows = connection.execute(found.order_by(t.created_at.desc(), t.id)).all()
    return [Token(row.id, row.tenant_id, None, row.name, row.created_at, row.used_at, None) for row in rows]


def _of(tenant: Tenant, member_id: UUID) -> ColumnElement[bool]:
    return and_(api_token.c.tenant_id == tenant.id, api_token.c.member_id == member_id)
