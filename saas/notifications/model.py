"""Notifications, and what each member wants to hear of and when: tables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.core.notices import Mailing
from saas.members.model import Member

UNREAD = text("read_at IS NULL")
UNMAILED = text("mail_due_at IS NOT NULL AND mailed_at IS NULL")


class Notification(Model):
    """One thing told to one member; `texts` says it in each language. One that is not to be shown is read from the
    start. It is mailed from `mail_due_at` on, unless it was read before.
    """

    __tablename__ = "notification"
    __table_args__ = (
        one_of("mailing", Mailing),
        Index("ix_notification_member", "member_id", text("at DESC"), text("id DESC")),
        Index("ix_notification_unread", "member_id", postgresql_where=UNREAD),
        Index("ix_notification_unmailed", "member_id", "mail_due_at", postgresql_where=UNMAILED),
    )

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    kind: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    about_type: Mapped[str]
    about_id: Mapped[UUID]
    texts: Mapped[Json] = mapped_column(info={"untold": True})
    shown: Mapped[bool]
    read_at: Mapped[datetime | None]
    mailing: Mapped[Mailing]
    mail_due_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]

    actor: Mapped[Member | None] = relationship(foreign_keys=[actor_id], lazy="raise")


class NotificationChoice(Model):
    """How a member wants to hear of one kind, where it is not as the kind has it by itself; of `push` he may have said
    nothing.
    """

    __tablename__ = "notification_choice"
    __table_args__ = (one_of("mailing", Mailing), UniqueConstraint("member_id", "kind"))

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    kind: Mapped[str]
    shown: Mapped[bool]
    mailing: Mapped[Mailing]
    push: Mapped[bool | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()


class NotificationPush(Model):
    """That a notification waits to be told on a device, from `due_at` on."""

    __tablename__ = "notification_push"
    __table_args__ = (
        UniqueConstraint("device_id", "notification_id"),
        Index("ix_notification_push_due", "device_id", "due_at"),
        {"info": {"untold": True}},
    )

    id: Mapped[UUID] = key()
    device_id: Mapped[UUID] = mapped_column(ForeignKey("push_device.id"))
    notification_id: Mapped[UUID] = mapped_column(ForeignKey("notification.id"), index=True)
    due_at: Mapped[datetime]


class NotificationHours(Model):
    """When a member wants mails, `HH:MM` in his own time zone; none come from `quiet_from` to `quiet_until`."""

    __tablename__ = "notification_hours"
    __table_args__ = (
        UniqueConstraint("member_id"),
        CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", name="quiet_has_both"),
    )

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))
    digest_at: Mapped[str]
    quiet_from: Mapped[str | None]
    quiet_until: Mapped[str | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
