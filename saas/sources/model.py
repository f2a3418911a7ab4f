"""Sources: the table."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import LIVE, Json, Model, created, deleted, key, one_of, updated, version
from saas.members.model import Member


class SourceKind(StrEnum):
    """How leads come in: through whose door, or by hand."""

    WEB_FORM = "WEB_FORM"
    GOOGLE = "GOOGLE"
    FACEBOOK = "FACEBOOK"
    LINKEDIN = "LINKEDIN"
    WORKSPACE = "WORKSPACE"
    EMAIL = "EMAIL"
    CHAT = "CHAT"
    CALL = "CALL"
    IMPORT = "IMPORT"
    API = "API"
    HAND = "HAND"


class Source(Model):
    """`key` names it in public addresses and is no secret; the `seal` marks the puzzles that its form gives out.

    `mapping` is from a provider's field names to ours; a field that it does not name is an answer. One that is not
    `active` takes nothing in.
    """

    __tablename__ = "source"
    __table_args__ = (
        one_of("kind", SourceKind),
        Index("uq_source_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        Index("uq_source_key", "key", unique=True),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    kind: Mapped[SourceKind]
    active: Mapped[bool]
    key: Mapped[str]
    secret_digest: Mapped[str | None] = mapped_column(info={"untold": True})
    seal: Mapped[str] = mapped_column(info={"untold": True})
    mapping: Mapped[Json] = mapped_column(JSONB())
    consent_text: Mapped[str | None]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    owner: Mapped[Member | None] = relationship(lazy="raise")
