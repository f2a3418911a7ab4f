"""Handovers: the table."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Model, created, key, one_of, updated, version
from saas.members.model import Member


class HandoverStatus(StrEnum):
    """STOPPED: who had begun it may not do it any more; what is left can be handed over anew."""

    RUNNING = "RUNNING"
    DONE = "DONE"
    STOPPED = "STOPPED"


class Handover(Model):
    """`total` is how many records there were when it began, `moved` how many have gone over."""

    __tablename__ = "handover"
    __table_args__ = (one_of("status", HandoverStatus),)

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    successor_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    past: Mapped[bool]
    status: Mapped[HandoverStatus]
    total: Mapped[int]
    moved: Mapped[int]
    started_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    ended_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    member: Mapped[Member] = relationship(foreign_keys=[member_id], lazy="raise")
    successor: Mapped[Member] = relationship(foreign_keys=[successor_id], lazy="raise")
    started_by: Mapped[Member | None] = relationship(foreign_keys=[started_by_id], lazy="raise")

    def end(self, status: HandoverStatus, at: datetime) -> None:
        self.status, self.ended_at = status, at
