"""Invitations: the table, and when one is good."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.errors import Invalid
from saas.core.model import Model, created, key, updated, version
from saas.members.model import Member

LIFE: Final = timedelta(days=7)


class Invitation(Model):
    """`email` is where it went: it proves that address and no later one of the member."""

    __tablename__ = "invitation"

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    email: Mapped[str]
    hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True, info={"untold": True})
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    invited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    member: Mapped[Member] = relationship(foreign_keys=[member_id], lazy="raise")
    invited_by: Mapped[Member | None] = relationship(foreign_keys=[invited_by_id], lazy="raise")

    def is_open(self, now: datetime) -> bool:
        return self.accepted_at is None and self.revoked_at is None and now < self.expires_at

    def revoke(self, at: datetime) -> None:
        """Again changes nothing; what was accepted is too late."""
        if self.accepted_at is not None:
            raise Invalid("INVITATION_USED", "This invitation has been accepted already.", "id")
        if self.revoked_at is None:
            self.revoked_at = at

    def check(self, now: datetime) -> None:
        """Says why it is not good, and what to do then."""
        if self.revoked_at is not None:
            raise revoked()
        if self.accepted_at is not None:
            raise Invalid("INVITATION_USED", "This invitation was used already. Sign in, or ask for a new invitation.")
        if now >= self.expires_at:
            raise Invalid("INVITATION_EXPIRED", "This invitation has expired. Ask for a new one.")


def revoked() -> Invalid:
    return Invalid("INVITATION_REVOKED", "This invitation was taken back. Ask for a new one if that is a mistake.")
