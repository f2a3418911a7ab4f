"""A batch and what became of each of its records: the tables and their words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.members.model import Member


class BatchStatus(StrEnum):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    UNDOING = "UNDOING"
    UNDONE = "UNDONE"


class BatchOutcome(StrEnum):
    """KEPT: it was not taken back, for somebody has changed it since."""

    WAITING = "WAITING"
    CHANGED = "CHANGED"
    REFUSED = "REFUSED"
    UNDONE = "UNDONE"
    KEPT = "KEPT"


class Batch(Model):
    """`change` are fields of the object's update by their names in the graph; null: the records are deleted.

    `asked` is the list whose records are changed: `{"filter": …, "search": …}`.
    """

    __tablename__ = "batch"
    __table_args__ = (one_of("status", BatchStatus),)

    id: Mapped[UUID] = key()
    object: Mapped[str]
    change: Mapped[Json | None]
    asked: Mapped[Json]
    status: Mapped[BatchStatus]
    total: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    kept: Mapped[int] = mapped_column(default=0)
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    finished_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
    items: Mapped[list["BatchItem"]] = relationship(back_populates="batch", viewonly=True, lazy="raise")


class BatchItem(Model):
    """`before` are the changed fields as they were, as an input says them. The versions are the record's, before the
    change and right after it; without the latter it cannot be taken back. `code` says why it was refused.
    """

    __tablename__ = "batch_item"
    __table_args__ = (
        one_of("outcome", BatchOutcome),
        Index("uq_batch_item_record_id", "batch_id", "record_id", unique=True),
    )

    id: Mapped[UUID] = key()
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("batch.id"))
    record_id: Mapped[UUID]
    outcome: Mapped[BatchOutcome]
    code: Mapped[str | None]
    before: Mapped[Json]
    version_before: Mapped[int]
    version_after: Mapped[int | None]

    batch: Mapped[Batch] = relationship(back_populates="items", lazy="raise")
