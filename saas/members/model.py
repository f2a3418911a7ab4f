"""Members and teams: the tables, their words and their invariants."""

from datetime import datetime
from enum import StrEnum
from typing import cast
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.errors import Invalid
from saas.core.model import Model, created, deleted, folded, key, one_of, searched, updated, version
from saas.core.rights import Role
from saas.roles.model import CustomRole

LIVE = text("deleted_at IS NULL")


class MemberStatus(StrEnum):
    """Whether a member may sign in: only ACTIVE ones may."""

    ACTIVE = "ACTIVE"
    INVITED = "INVITED"
    PLACEHOLDER = "PLACEHOLDER"
    DISABLED = "DISABLED"


def _alone(context: DefaultExecutionContext) -> list[UUID]:
    return [cast(UUID, context.get_current_parameters()["id"])]  # type: ignore[no-untyped-call]  # SQLAlchemy's


class Team(Model):
    """A group of members under one manager, seated in an office, perhaps part of a larger team.

    `lineage` is the team and all above it; the actions keep it, so that one look tells who is below whom.
    """

    __tablename__ = "team"
    __table_args__ = (Index("uq_team_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),)

    id: Mapped[UUID] = key()
    name: Mapped[str]
    office: Mapped[str | None]
    manager_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("member.id", use_alter=True, name="fk_team_manager_id_member"), index=True
    )
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    lineage: Mapped[list[UUID]] = mapped_column(
        ARRAY(Uuid()), default=_alone, server_default=text("'{}'"), info={"untold": True}
    )
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    manager: Mapped["Member | None"] = relationship(foreign_keys=[manager_id], post_update=False, lazy="raise")
    parent: Mapped["Team | None"] = relationship(
        foreign_keys=[parent_id], remote_side="Team.id", back_populates="teams", lazy="raise"
    )
    teams: Mapped[list["Team"]] = relationship(
        foreign_keys="Team.parent_id", back_populates="parent", viewonly=True, lazy="raise"
    )
    members: Mapped[list["Member"]] = relationship(
        foreign_keys="Member.team_id", back_populates="team", viewonly=True, lazy="raise"
    )


class Member(Model):
    """One person in one company. The e-mail address is unique among the living, whatever its case.

    A role of the company's own stands on a ready-made one, and that is then the member's `role`. Sessions and tokens
    from before `access_ended_at` are void.
    """

    __tablename__ = "member"
    __table_args__ = (
        one_of("role", Role),
        one_of("status", MemberStatus),
        CheckConstraint("week_start BETWEEN 1 AND 7", name="week_start"),
        Index("uq_member_email", text("lower(email)"), unique=True, postgresql_where=LIVE),
        searched("member"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    email: Mapped[str]
    role: Mapped[Role]
    status: Mapped[MemberStatus]
    locale: Mapped[str]
    time_zone: Mapped[str]
    week_start: Mapped[int | None]
    custom_role_id: Mapped[UUID | None] = mapped_column(ForeignKey("custom_role.id"), index=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    access_ended_at: Mapped[datetime | None]
    search_text: Mapped[str] = folded("name", "email")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    team: Mapped[Team | None] = relationship(foreign_keys=[team_id], back_populates="members", lazy="raise")
    custom_role: Mapped[CustomRole | None] = relationship(foreign_keys=[custom_role_id], lazy="raise")

    def disable(self) -> None:
        """Ends a member's access. An owner is disabled only by giving the ownership away first."""
        if self.role == Role.OWNER:
            raise Invalid("LAST_OWNER", "The owner cannot be disabled: make somebody else owner first.", "id")
        self.status = MemberStatus.DISABLED
