"""Reminders: when the owner of an activity is to be told, and whether he was."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Model, key

UNTOLD = text("told_at IS NULL")


class ActivityReminder(Model):
    """At most one of an activity, of its own so that telling it makes nobody's edit a stale one."""

    __tablename__ = "activity_reminder"
    __table_args__ = (Index("ix_activity_reminder_untold", "at", postgresql_where=UNTOLD),)

    id: Mapped[UUID] = key()
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activity.id"), unique=True)
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]
