"""Contacts: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.accounts.model import Account
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


class Contact(Model):
    """A person. The e-mail address is kept in lower case, the phone number as E.164 where it can be read as one."""

    __tablename__ = "contact"
    __table_args__ = (
        Index("ix_contact_account", "account_id", "name", "id", postgresql_where=LIVE),
        Index("ix_contact_name", "name", "id", postgresql_where=LIVE),
        Index("ix_contact_email", text("lower(email)"), postgresql_where=LIVE),
        Index("ix_contact_folded_name", text("ext.fold(name)"), postgresql_where=LIVE),
        searched("contact"),
        by_digits("contact"),
        by_initials("contact"),
        unique_live("contact", "external_id"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    title: Mapped[str | None]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    external_id: Mapped[str | None]
    search_text: Mapped[str] = folded("name", "email", "phone", "title")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    account: Mapped[Account | None] = relationship(lazy="raise")
    owner: Mapped[Member | None] = relationship(lazy="raise")


add_mapped_attribute(Account, "contacts", relationship(Contact, viewonly=True, lazy="raise"))
