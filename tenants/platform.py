"""The operator's own tables: the directory of tenants, people, who belongs where, and how they have signed in.

Sessions and API tokens are kept by the SHA-256 of their secret. `member_id` is the id of a row in the tenant's own
`member` table; it is copied, no foreign key crosses the border.
"""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
)

metadata: Final = MetaData(
    schema="platform",
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    },
)


def _moment(name: str, *, now: bool = False) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=not now, server_default=func.now() if now else None)


tenant: Final = Table(
    "tenant",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("namespace", Text, nullable=False, unique=True),
    Column("cell", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    _moment("created_at", now=True),
    CheckConstraint("status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETING')", name="status"),
    CheckConstraint("namespace ~ '^t_[a-z2-7]{13}$'", name="namespace"),
    CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency"),
)

person: Final = Table(
    "person",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    _moment("created_at", now=True),
)
Index("uq_person_email", func.lower(person.c.email), unique=True)

membership: Final = Table(
    "membership",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("member_id", Uuid, nullable=False),
    _moment("created_at", now=True),
    _moment("ended_at"),
    UniqueConstraint("tenant_id", "person_id"),
    UniqueConstraint("tenant_id", "member_id"),
)

session: Final = Table(
    "session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("member_id", Uuid, nullable=False),
    Column("person_id", Uuid, ForeignKey(person.c.id), index=True),
    _moment("created_at", now=True),
    _moment("seen_at", now=True),
    Column("expires_at", DateTime(timezone=True), nullable=False, index=True),
    _moment("ended_at"),
    Index(None, "tenant_id", "member_id"),
)

api_token: Final = Table(
    "api_token",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("member_id", Uuid, nullable=False),
    Column("name", Text, nullable=False),
    _moment("created_at", now=True),
    _moment("used_at"),
    _moment("expires_at"),
    _moment("revoked_at"),
    Index(None, "tenant_id", "member_id"),
)

heartbeat: Final = Table(
    "heartbeat",
    metadata,
    Column("part", Text, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("version", Text, nullable=False),
)
