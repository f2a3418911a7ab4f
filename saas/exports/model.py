"""An export: the table and its words."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.members.model import Member


class ExportFormat(StrEnum):
    CSV = "CSV"
    XLSX = "XLSX"


class ExportStatus(StrEnum):
    """GONE: the file was deleted, by its member or after a week."""

    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    FAILED = "FAILED"
    GONE = "GONE"


class Export(Model):
    """`asked` is the list as its member saw it: `{"filter": …, "search": …, "orderBy": …, "columns": [{path, label}]}`.

    `content` is the file, of `size` bytes; `done` of `total` tells how far it is written, in rows; `failure` is a code.
    """

    __tablename__ = "export"
    __table_args__ = (one_of("format", ExportFormat), one_of("status", ExportStatus))

    id: Mapped[UUID] = key()
    object: Mapped[str]
    name: Mapped[str]
    format: Mapped[ExportFormat]
    status: Mapped[ExportStatus]
    asked: Mapped[Json]
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    size: Mapped[int | None]
    content: Mapped[bytes | None] = mapped_column(deferred=True, info={"untold": True})
    failure: Mapped[str | None]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    finished_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
