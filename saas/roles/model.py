"""A company's own role: the table, and what its rules may say."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Json, Model, created, deleted, key, one_of, updated, version
from saas.core.rights import Role

LIVE = text("deleted_at IS NULL")


class CustomRole(Model):
    """A role as the company wants it; `rules` are what differs from the ready-made role `base`, such as this.

    `{"grants": {"Deal": {"READ": "TEAM"}}, "fields": {"Deal": {"amount": "HIDDEN"}}, "powers": {"imports:run": true}}`
    """

    __tablename__ = "custom_role"
    __table_args__ = (
        one_of("base", Role),
        Index("uq_custom_role_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    about: Mapped[str | None]
    base: Mapped[Role]
    rules: Mapped[Json] = mapped_column(default=dict, server_default=text("'{}'"))
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()
