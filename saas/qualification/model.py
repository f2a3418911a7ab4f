"""What a company goes by, and the goings through its leads after it was changed: tables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Json, Model, created, key, updated, version


class Qualification(Model):
    """One row, made by the first change; before that the rules are the usual ones and nothing is ripe.

    `rules` are `{"rules": […], "requires": […]}`, see `saas.qualification.rules`. Without a `ripe_score` no lead is
    told to be ripe. `least_activities` is how many calls, meetings and tasks must be done with it.
    """

    __tablename__ = "qualification"
    __table_args__ = (
        CheckConstraint("ripe_score BETWEEN 1 AND 100", name="ripe_score"),
        CheckConstraint("least_activities >= 0", name="least_activities"),
    )

    id: Mapped[UUID] = key()
    ripe_score: Mapped[int | None]
    least_activities: Mapped[int] = mapped_column(default=0)
    rules: Mapped[Json] = mapped_column(JSONB())
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()


class Weighing(Model):
    """All leads by what is said since a change; `last_id` is the lead up to which it has come. A later one overtakes
    it: then it ends where it is.
    """

    __tablename__ = "weighing"
    __table_args__ = (Index("ix_weighing_created", text("created_at DESC"), text("id DESC")),)

    id: Mapped[UUID] = key()
    total: Mapped[int]
    done: Mapped[int] = mapped_column(default=0)
    last_id: Mapped[UUID | None]
    finished_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
