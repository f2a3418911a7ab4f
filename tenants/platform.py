"""The operator's own tables: the directory of tenants, people, who belongs where, and how they sign in.

Sessions, tokens, codes and states are kept by the SHA-256 of their secret. `member_id` is the id of a row in the
tenant's own `member` table; it is copied, no foreign key crosses the border.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
    func,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

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


def _deadline() -> Column[object]:
    return Column("expires_at", DateTime(timezone=True), nullable=False, index=True)


def _whether(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=false())


_STARTS: Final = {"week_start": 7, "fiscal_start": 12}

tenant: Final = Table(
    "tenant",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("namespace", Text, nullable=False, unique=True),
    Column("cell", Text, nullable=False),
    Column("status", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("currency", "locale", "time_zone")),
    _moment("created_at", now=True),
    *(Column(name, SmallInteger, nullable=False, server_default="1") for name in _STARTS),
    *(Column(name, Text) for name in ("logo", "moving_to")),
    _whether("unsent"),
    Column("plan", Text, nullable=False, server_default="TRIAL"),
    Index("ix_tenant_cell", "cell"),
    *(CheckConstraint(f"{name} BETWEEN 1 AND {most}", name=name) for name, most in _STARTS.items()),
    CheckConstraint("plan IN ('TRIAL', 'STANDARD', 'ENTERPRISE')", name="plan"),
    CheckConstraint("logo ~ '^[0-9a-f]{64}$'", name="logo"),
    CheckConstraint(
        "status IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'DELETING', 'PURGING', 'DELETED')", name="status"
    ),
    CheckConstraint("namespace ~ '^t_[a-z2-7]{13}$'", name="namespace"),
    CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency"),
)
Index("ix_tenant_unsent", tenant.c.id, postgresql_where=tenant.c.unsent)
Index("ix_tenant_provisioning", tenant.c.created_at, postgresql_where=tenant.c.status == "PROVISIONING")

person: Final = Table(
    "person",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    _moment("created_at", now=True),
    _moment("verified_at"),
    Column("locale", Text),
)
# Anybody can say an address; it is one person's alone when that one has proved it.
Index(
    "uq_person_email",
    func.lower(person.c.email),
    unique=True,
    postgresql_where=person.c.verified_at.is_not(None),
)
Index("ix_person_email", func.lower(person.c.email))

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
    _deadline(),
    _moment("ended_at"),
    Column("user_agent", Text),
    Column("address", Text),
    _moment("signed_in_at"),
    Column("idle_minutes", Integer),
    Column("method", Text),
    _whether("break_glass"),
    _moment("rotated_at"),
    Column("visit_id", Uuid, ForeignKey("platform.person_session.id"), index=True),
    Column("previous_hash", LargeBinary, unique=True),
    Column("standing", Text),
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

row_budget: Final = Table(
    "row_budget",
    metadata,
    Column("holder", LargeBinary, primary_key=True),
    Column("began_at", DateTime(timezone=True), nullable=False, index=True),
    Column("leased", BigInteger, nullable=False),
)

heartbeat: Final = Table(
    "heartbeat",
    metadata,
    Column("part", Text, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("version", Text, nullable=False),
)

# An account at an identity provider that stands for a person. `email` is what the provider said when it was linked.
person_identity: Final = Table(
    "person_identity",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("email", Text, nullable=False),
    _moment("linked_at", now=True),
    _moment("used_at"),
    UniqueConstraint("issuer", "subject"),
)

# A company's own OpenID Connect provider; those of the deployment stand in its settings. The secret is sealed.
identity_provider: Final = Table(
    "identity_provider",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("issuer", Text, nullable=False),
    Column("client_id", Text, nullable=False),
    Column("client_secret", LargeBinary),
    Column("name", Text, nullable=False),
    _whether("enforced"),
    _moment("created_at", now=True),
    _moment("tested_at"),
    _moment("disabled_at"),
)
Index(
    "uq_identity_provider_tenant_id_issuer",
    identity_provider.c.tenant_id,
    identity_provider.c.issuer,
    unique=True,
    postgresql_where=identity_provider.c.disabled_at.is_(None),
)

# `proof` is what the company shows in its DNS; one company at most has a domain verified. `joins`: who has an address
# there may become a member, with `role`.
company_domain: Final = Table(
    "company_domain",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("domain", Text, nullable=False),
    Column("proof", Text, nullable=False),
    _moment("created_at", now=True),
    _moment("verified_at"),
    _whether("joins"),
    Column("role", Text),
    UniqueConstraint("tenant_id", "domain"),
    CheckConstraint("domain = lower(domain)", name="domain"),
)
Index(
    "uq_company_domain_domain",
    company_domain.c.domain,
    unique=True,
    postgresql_where=company_domain.c.verified_at.is_not(None),
)

# A sign-in under way, bound to one browser and good for one answer. `provider` names one of the settings or a row of
# identity_provider, and is null for a passkey, whose challenge is the nonce. `found` is what an answer has shown and
# the person has still to confirm.
sign_in_attempt: Final = Table(
    "sign_in_attempt",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("provider", Text),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text),
    Column("browser", LargeBinary, nullable=False),
    Column("person_id", Uuid, ForeignKey(person.c.id)),
    Column("company", Text),
    Column("next", Text, nullable=False),
    Column("found", JSONB),
    _moment("created_at", now=True),
    _deadline(),
    _moment("used_at"),
    Column("address", Text),
    Index(None, "address", "created_at"),
)

# What the sign-in host hands a browser for the company's host: good once, for a minute, for that company and browser.
carry_code: Final = Table(
    "carry_code",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("member_id", Uuid, nullable=False),
    Column("browser", LargeBinary, nullable=False),
    Column("next", Text, nullable=False),
    Column("method", Text, nullable=False),
    _whether("break_glass"),
    Column("visit_id", Uuid, ForeignKey("platform.person_session.id")),
    Column("signed_in_at", DateTime(timezone=True), nullable=False),
    _moment("created_at", now=True),
    _deadline(),
    _moment("used_at"),
)

# A browser that the sign-in host knows. One that came through a company's own provider (`tenant_id`) opens that
# company alone.
person_session: Final = Table(
    "person_session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id)),
    Column("method", Text, nullable=False),
    Column("user_agent", Text),
    Column("address", Text),
    Column("signed_in_at", DateTime(timezone=True), nullable=False),
    _moment("created_at", now=True),
    _moment("seen_at", now=True),
    _deadline(),
    _moment("ended_at"),
)

passkey: Final = Table(
    "passkey",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("credential_id", LargeBinary, nullable=False, unique=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("transports", ARRAY(Text), nullable=False, server_default="{}"),
    _whether("backed_up"),
    _moment("created_at", now=True),
    _moment("used_at"),
)

# A company that a person asked for; the id becomes the company's. `failure` is why there is none.
founding: Final = Table(
    "founding",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey(person.c.id), nullable=False, index=True),
    Column("slug", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("week_start", SmallInteger, nullable=False),
    _moment("created_at", now=True),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("member_id", Uuid),
    _moment("ended_at"),
    Column("failure", Text),
)
Index("uq_founding_slug", founding.c.slug, unique=True, postgresql_where=founding.c.ended_at.is_(None))

scim_token: Final = Table(
    "scim_token",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("created_by", Uuid),
    _moment("created_at", now=True),
    _moment("used_at"),
    _moment("revoked_at"),
)

# How long a company's sessions last; without a row, as long as the product says.
company_security: Final = Table(
    "company_security",
    metadata,
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), primary_key=True),
    Column("session_hours", Integer),
    Column("idle_minutes", Integer),
    _moment("changed_at", now=True),
    Column("changed_by", Uuid),
    CheckConstraint("session_hours BETWEEN 1 AND 8760", name="session_hours"),
    CheckConstraint("idle_minutes BETWEEN 5 AND 525600", name="idle_minutes"),
)

# The operator's book. Nothing in it is changed.
operation: Final = Table(
    "operation",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    _moment("at", now=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Index("ix_operation_tenant_id_at", "tenant_id", "at"),
    CheckConstraint(
        "kind IN ('SUSPEND', 'RESUME', 'EXPORT', 'IMPORT', 'MOVE', 'DELETE', 'RESTORE', 'PURGE', 'CREATE', 'BACK_UP', "
        "'CONFIRM_MOVE', 'RESTORE_BACKUP', 'TAKE_PLACE', 'RENAME', 'CHANGE_PLAN')", name="kind"),
)  # fmt: skip

# A company's way from one cell to another. One that has not ended is under way, or waits until the old copy may go.
move: Final = Table(
    "move",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("operator", Text, nullable=False),
    _moment("began_at", now=True),
    _moment("held_at"),
    _moment("moved_at"),
    _moment("ended_at"),
    Column("failure", Text),
    CheckConstraint("step IN ('COPYING', 'HELD', 'MOVED', 'CONFIRMED', 'UNDONE')", name="step"),
)
Index("uq_move_tenant_id", move.c.tenant_id, unique=True, postgresql_where=move.c.ended_at.is_(None))

# One that is being deleted: `slug` is the address it had, `status` what it comes back to where it is restored.
deletion: Final = Table(
    "deletion",
    metadata,
    Column("tenant_id", Uuid, ForeignKey(tenant.c.id), primary_key=True),
    Column("slug", Text, nullable=False), Column("status", Text, nullable=False), _moment("purged_at"),
    _moment("asked_at", now=True), Column("due_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("status IN ('ACTIVE', 'SUSPENDED')", name="status"),
)  # fmt: skip
Index("ix_deletion_due_at", deletion.c.due_at, postgresql_where=deletion.c.purged_at.is_(None))
