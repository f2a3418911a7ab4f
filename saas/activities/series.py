"""Series: what repeats, and how long."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Model, created, key, updated, version
from saas.members.model import Member


class ActivitySeries(Model):
    """A repeat: a rule of RFC 5545 on the wall clock of `time_zone`, from `starts_at`; `whole_days` have no time."""

    __tablename__ = "activity_series"

    id: Mapped[UUID] = key()
    rule: Mapped[str]
    time_zone: Mapped[str]
    starts_at: Mapped[datetime]
    whole_days: Mapped[bool]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    ended_by: Mapped[Member | None] = relationship(lazy="raise")
