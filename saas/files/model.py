"""Attachments and the files behind them: tables."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, foreign, mapped_column, relationship

from saas.accounts.model import Account
from saas.activities.model import Activity
from saas.contacts.model import Contact
from saas.core.errors import Conflict
from saas.core.model import Model, created, deleted, folded, key, one_of, searched, updated, version
from saas.deals.model import Deal
from saas.leads.model import Lead
from saas.members.model import Member

LIVE = text("deleted_at IS NULL")


class PreviewStatus(StrEnum):
    """NONE can be made of this kind; WAITING is for a worker; of a FAILED one the content is broken or too large."""

    NONE = "NONE"
    WAITING = "WAITING"
    READY = "READY"
    FAILED = "FAILED"


class StoredFile(Model):
    """Content under its digest. `gone_at`: nobody needed it any more, and it was taken out of the store."""

    __tablename__ = "stored_file"
    __table_args__ = (
        one_of("preview", PreviewStatus), UniqueConstraint("digest"), CheckConstraint("size >= 0", name="size"),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    digest: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]
    preview: Mapped[PreviewStatus]
    gone_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()


class Attachment(Model):
    """A file on a record: `about_type` is the name of its class. `kind` is one of `saas.files.kinds`, by content."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_about", "about_id", text("created_at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_attachment_file", "file_id"),
        searched("attachment"),
    )

    id: Mapped[UUID] = key()
    about_type: Mapped[str]
    about_id: Mapped[UUID]
    file_id: Mapped[UUID] = mapped_column(ForeignKey("stored_file.id"))
    name: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    added_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    search_text: Mapped[str] = folded("name")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    file: Mapped[StoredFile] = relationship(lazy="raise")
    added_by: Mapped[Member | None] = relationship(lazy="raise")

    def come_back(self, file: StoredFile) -> None:
        """Takes its deletion back, as long as the content is there."""
        if file.gone_at is not None:
            raise Conflict("FILE_GONE", "This file was deleted too long ago to be brought back.", "id")
        self.deleted_at = None


for _model in (Account, Contact, Deal, Lead, Activity):
    add_mapped_attribute(
        _model,
        "attachments",
        relationship(
            Attachment,
            primaryjoin=foreign(Attachment.about_id) == _model.id,
            viewonly=True,
            lazy="raise",
        ),
    )
