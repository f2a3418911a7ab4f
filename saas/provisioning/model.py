"""What a company's directory has told of members and teams."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.members.model import MemberStatus


class ProvisionedMember(Model):
    """A member whom the directory knows. `said` is its own account of him, in SCIM's words; a member whom it has
    deleted has left, and is found by it no more. `resumes` is the status to which one comes back who was shut out.
    """

    __tablename__ = "provisioned_member"
    __table_args__ = (
        one_of("resumes", MemberStatus),
        Index(
            "uq_provisioned_member_user_name", text("lower(user_name)"), unique=True,
            postgresql_where=text("left_at IS NULL"),
        ),
        Index("ix_provisioned_member_external_id", "external_id"),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), unique=True)
    user_name: Mapped[str]
    external_id: Mapped[str | None]
    said: Mapped[Json]
    resumes: Mapped[MemberStatus | None]
    left_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()


class ProvisionedTeam(Model):
    """A team that the directory knows by an id of its own."""

    __tablename__ = "provisioned_team"
    __table_args__ = (Index("ix_provisioned_team_external_id", "external_id"),)

    id: Mapped[UUID] = key()
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), unique=True)
    external_id: Mapped[str | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
