"""The tables of the admin console: who is an admin, what admins ask for, and what is known of a company from outside.

They stand in `platform` like the rest of the operator's tables.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    Uuid,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB

from tenants.platform import metadata, person, person_session, tenant


def _moment(name: str, *, index: bool = False) -> Column[object]:
    return Column(name, DateTime(timezone=True), index=index)


def _now(name: str) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=False, server_default=func.now())


# Nothing in it is changed but that a grant ends: who was an admin, and why, stays to be read.
admin: Final = Table(
    "admin",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False),
    _now("granted_at"),
    Column("granted_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    _moment("revoked_at"),
    Column("revoked_by", Text),
    Column("revoked_because", Text),
)
Index("uq_admin_person_id", admin.c.person_id, unique=True, postgresql_where=admin.c.revoked_at.is_(None))

# `code` is what the sign-in host hands the browser for the admin host, `hash` of the secret that it then has there.
admin_session: Final = Table(
    "admin_session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("visit_id", Uuid, ForeignKey(person_session.c.id), nullable=False, index=True),
    Column("code", LargeBinary, nullable=False, unique=True),
    Column("browser", LargeBinary, nullable=False),
    Column("next", Text, nullable=False),
    Column("hash", LargeBinary, unique=True),
    _now("created_at"),
    _moment("opened_at"),
    _moment("seen_at"),
    Column("expires_at", DateTime(timezone=True), nullable=False, index=True),
    _moment("ended_at"),
    Column("user_agent", Text),
    Column("address", Text),
)

# Added by `platform.ask_errand` alone, which knows the admin by his session.
errand: Final = Table(
    "errand",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), index=True),
    Column("slug", Text, nullable=False),
    Column("given", JSONB, nullable=False),
    Column("reason", Text, nullable=False),
    Column("admin_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("state", Text, nullable=False, server_default="WAITING"),
    Column("step", Text),
    Column("count", Integer, nullable=False, server_default="0"),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("trouble", JSONB),
    Column("asked_at", DateTime(timezone=True), nullable=False, server_default=func.now(), index=True),
    _moment("began_at"),
    _moment("ended_at"),
    CheckConstraint(
        "kind IN ('SUSPEND', 'RESUME', 'DELETE', 'RESTORE', 'MOVE', 'CONFIRM_MOVE', 'BACK_UP', 'CREATE', 'EXPORT', "
        "'IMPORT', 'RESTORE_BACKUP', 'TAKE_PLACE', 'RENAME', 'CHANGE_PLAN')",
        name="kind",
    ),
    CheckConstraint("state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')", name="state"),
    CheckConstraint("(ended_at IS NOT NULL) = (state IN ('DONE', 'FAILED'))", name="ended"),
)
Index("uq_errand_slug", errand.c.slug, unique=True, postgresql_where=errand.c.ended_at.is_(None))

# How a company stood when a worker looked last.
survey: Final = Table(
    "survey",
    metadata,
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
    Column("revision", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("tables", Integer, nullable=False),
    Column("records", BigInteger, nullable=False),
    Column("members", Integer, nullable=False),
    Column("sessions", Integer, nullable=False),
    _moment("seen_at"),
    Column("jobs_waiting", Integer, nullable=False),
    Column("jobs_failed", Integer, nullable=False),
    Column("trouble", Text),
)

# The latest of a company; `failure` is why a later one is missing.
backup: Final = Table(
    "backup",
    metadata,
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), primary_key=True),
    _moment("taken_at"),
    Column("size", BigInteger, nullable=False, server_default="0"),
    Column("places", Integer, nullable=False, server_default="0"),
    _moment("failed_at"),
    Column("failure", Text),
)

# Each backup that lies in the places.
backup_file: Final = Table(
    "backup_file",
    metadata,
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), primary_key=True),
    Column("taken_at", DateTime(timezone=True), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("places", Integer, nullable=False),
    _moment("drilled_at"),
    Column("drill_failure", Text),
)

# A file that waits to be fetched (EXPORT), or to be made a company (UPLOAD); it lies in the store of files.
archive: Final = Table(
    "archive",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), index=True),
    Column("admin_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger),
    _now("created_at"),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("key", LargeBinary, unique=True),
    _moment("key_until"),
    _moment("fetched_at"),
    Column("fetched_by", Uuid, ForeignKey(person.c.id), index=True),
    _moment("gone_at"),
    Column("discarded_by", Uuid, ForeignKey(person.c.id), index=True),
    CheckConstraint("kind IN ('EXPORT', 'UPLOAD')", name="kind"),
)
Index("ix_archive_expires_at", archive.c.expires_at, postgresql_where=archive.c.gone_at.is_(None))
