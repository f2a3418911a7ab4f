"""The reasons for which deals are lost: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from saas.core.model import LIVE, Model, created, deleted, key, updated, version


class LossReason(Model):
    """`position` counts from 0 through the whole list, the retired ones too, which are not `active`."""

    __tablename__ = "loss_reason"
    __table_args__ = (
        Index("uq_loss_reason_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        Index("ix_loss_reason_order", "position", "id"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    position: Mapped[int]
    active: Mapped[bool]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()
