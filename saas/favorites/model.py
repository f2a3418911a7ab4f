"""Favorites: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Model, created, key, updated, version


class Favorite(Model):
    """A record at a member's hand: `about_type` is the name of its class, `position` counts from 0."""

    __tablename__ = "favorite"
    __table_args__ = (UniqueConstraint("member_id", "about_id"),)

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    about_type: Mapped[str]
    about_id: Mapped[UUID]
    position: Mapped[int]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
