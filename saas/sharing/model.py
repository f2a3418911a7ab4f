"""A share: who else may see a record, or edit it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Model, created, key, one_of
from saas.members.model import Member, Team


class ShareLevel(StrEnum):
    """EDIT lets read too."""

    READ = "READ"
    EDIT = "EDIT"


class Share(Model):
    """Of the record `record_id` of the object `object`, a governed class's name, with one member or one team."""

    __tablename__ = "share"
    __table_args__ = (
        one_of("level", ShareLevel),
        CheckConstraint("(member_id IS NULL) <> (team_id IS NULL)", name="with_one"),
        Index("uq_share_member_id", "object", "record_id", "member_id", unique=True,
              postgresql_where=text("member_id IS NOT NULL")),
        Index("uq_share_team_id", "object", "record_id", "team_id", unique=True,
              postgresql_where=text("team_id IS NOT NULL")),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    object: Mapped[str]
    record_id: Mapped[UUID]
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    level: Mapped[ShareLevel]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    created_at: Mapped[datetime] = created()

    member: Mapped[Member | None] = relationship(foreign_keys=[member_id], lazy="raise")
    team: Mapped[Team | None] = relationship(foreign_keys=[team_id], lazy="raise")
    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
