"""Recents: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Model, key


class Opening(Model):
    """When a member last opened a record; `about_type` is the name of its class."""

    __tablename__ = "opening"
    __table_args__ = (
        Index("uq_opening_about", "member_id", "about_id", unique=True),
        Index("ix_opening_last", "member_id", text("opened_at DESC")),
        {"info": {"untold": True}},
    )

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    about_type: Mapped[str]
    about_id: Mapped[UUID]
    opened_at: Mapped[datetime]
