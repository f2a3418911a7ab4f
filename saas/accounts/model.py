"""Accounts: the table and its invariants."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.errors import Invalid
from saas.core.model import (
    Model,
    by_digits,
    by_initials,
    created,
    deleted,
    folded,
    key,
    searched,
    unique_live,
    updated,
    version,
)
from saas.members.model import Member

LIVE = text("deleted_at IS NULL")


class Account(Model):
    """A company. `size` counts employees; `revenue` is a year's, in `currency` (ISO 4217)."""

    __tablename__ = "account"
    __table_args__ = (
        Index("ix_account_name", "name", "id", postgresql_where=LIVE),
        Index("ix_account_folded_name", text("ext.fold(name)"), postgresql_where=LIVE),
        searched("account"),
        by_digits("account"),
        by_initials("account"),
        unique_live("account", "external_id"),
        CheckConstraint("parent_id <> id", name="not_own_parent"),
        CheckConstraint("size >= 0", name="size_not_negative"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    industry: Mapped[str | None]
    size: Mapped[int | None]
    revenue: Mapped[Decimal | None]
    currency: Mapped[str | None]
    country: Mapped[str | None]
    website: Mapped[str | None]
    phone: Mapped[str | None]
    founded_year: Mapped[int | None]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    external_id: Mapped[str | None]
    search_text: Mapped[str] = folded("name", "website", "phone")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    parent: Mapped["Account | None"] = relationship(remote_side=[id], back_populates="children", lazy="raise")
    children: Mapped[list["Account"]] = relationship(back_populates="parent", viewonly=True, lazy="raise")
    owner: Mapped[Member | None] = relationship(lazy="raise")

    def belong_to(self, line: "list[Account]") -> None:
        """Puts the account under the first of `line`, which goes on with that one's ancestors, nearest first."""
        if any(ancestor.id == self.id for ancestor in line):
            raise Invalid("HIERARCHY_CIRCLE", "An account cannot belong to itself or to one below it.", "parentId")
        self.parent_id = line[0].id if line else None
