"""A saved view and whose first page it is: the tables and their words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Json, Model, created, deleted, key, one_of, updated, version
from saas.members.model import Member, Team


class Audience(StrEnum):
    """Who is offered a view: its owner, a team, the whole company."""

    PRIVATE = "PRIVATE"
    TEAM = "TEAM"
    COMPANY = "COMPANY"


class SavedView(Model):
    """Of the list of `object`, a class's name. `asked` is `{"filter": …, "search": …, "orderBy": …, "columns": […]}`.

    Its columns are names that the client gave; where such a name is a field, hiding the field takes it away.
    """

    __tablename__ = "saved_view"
    __table_args__ = (
        one_of("audience", Audience),
        CheckConstraint("(audience = 'TEAM') = (team_id IS NOT NULL)", name="with_team"),
    )

    id: Mapped[UUID] = key()
    object: Mapped[str]
    name: Mapped[str]
    audience: Mapped[Audience]
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    asked: Mapped[Json]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    team: Mapped[Team | None] = relationship(foreign_keys=[team_id], lazy="raise")
    owner: Mapped[Member | None] = relationship(foreign_keys=[owner_id], lazy="raise")


class DefaultView(Model):
    """The view with which a member's list of `object` opens; none where he went back to the list as it is."""

    __tablename__ = "default_view"
    __table_args__ = (Index("uq_default_view_object", "member_id", "object", unique=True),)

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    object: Mapped[str]
    view_id: Mapped[UUID | None] = mapped_column(ForeignKey("saved_view.id"), index=True)
    version: Mapped[int] = version()

    view: Mapped[SavedView | None] = relationship(lazy="raise")
