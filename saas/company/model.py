"""The company's own tables: its hours, its logos, its holidays."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Json, Model, created, deleted, key, unique_live, updated, version


class Company(Model):
    """One row, made by the first change. Its version rises with every change of what the company says of itself.

    `hours` are by day of the week, see `saas.company.hours`; none where the usual ones of its country hold.
    `escalate_after` are working minutes that a lead may wait before a manager is told; none: nobody is.
    """

    __tablename__ = "company"

    id: Mapped[UUID] = key()
    hours: Mapped[Json | None] = mapped_column(JSONB(none_as_null=True))
    escalate_after: Mapped[int | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()


class Logo(Model):
    """A picture that we have drawn anew from what was given, as WebP; which one is shown, the directory says."""

    __tablename__ = "logo"
    __table_args__ = (UniqueConstraint("digest"),)

    id: Mapped[UUID] = key()
    digest: Mapped[str]
    picture: Mapped[bytes] = mapped_column(LargeBinary, deferred=True, info={"untold": True})
    created_at: Mapped[datetime] = created()


class Holiday(Model):
    """`yearly` comes on the same day of each year; `half_until` is the time `HH:MM` until which people work."""

    __tablename__ = "holiday"
    __table_args__ = (
        unique_live("holiday", "falls_on", "name"),
        CheckConstraint("half_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'", name="half_until"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    falls_on: Mapped[date]
    yearly: Mapped[bool]
    half_until: Mapped[str | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()
