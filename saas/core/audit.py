"""The tables that the unit of work keeps for itself: audit entries, receipts of mutations, effects."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Json, Model, created, key, one_of, updated, version


class AuditAction(StrEnum):
    CREATE = "CREATE"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


class AuditEntry(Model):
    """One change of one row: who, when, in which request, and the changed fields before and after.

    `origin_id` names what the change was part of (an import's run); `entity` is the table's name.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        one_of("action", AuditAction),
        Index("ix_audit_entry_entity_entity_id_at", "entity", "entity_id", "at"),
        Index("ix_audit_entry_origin_id", "origin_id", postgresql_where=text("origin_id IS NOT NULL")),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    at: Mapped[datetime]
    member_id: Mapped[UUID | None]
    request_id: Mapped[str]
    origin_id: Mapped[UUID | None]
    action: Mapped[AuditAction]
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    before: Mapped[Json | None]
    after: Mapped[Json | None]


class MutationReceipt(Model):
    """The first answer to a mutation that its sender named, so that a repeat gets the same one."""

    __tablename__ = "mutation_receipt"
    __table_args__ = (
        UniqueConstraint("member_id", "mutation", "key", postgresql_nulls_not_distinct=True),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    at: Mapped[datetime]
    member_id: Mapped[UUID | None]
    mutation: Mapped[str]
    key: Mapped[str]
    fingerprint: Mapped[str]
    answer: Mapped[Json]


class EffectStatus(StrEnum):
    PLANNED = "PLANNED"
    CLAIMED = "CLAIMED"
    DONE = "DONE"
    FAILED = "FAILED"
    PARKED = "PARKED"


class Effect(Model):
    """Something that happens outside the database, under a key that the other side can recognise."""

    __tablename__ = "effect"
    __table_args__ = (one_of("status", EffectStatus), UniqueConstraint("kind", "key"))

    id: Mapped[UUID] = key()
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    kind: Mapped[str]
    key: Mapped[str]
    payload: Mapped[Json]
    status: Mapped[EffectStatus] = mapped_column(default=EffectStatus.PLANNED)
    claims: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    outcome: Mapped[Json | None]
