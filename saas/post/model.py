"""Mails: the table, and what may become of one."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.errors import Conflict
from saas.core.model import Json, Model, created, key, one_of, updated, version

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 4, 10, 30, 60, 180, 360, 720, 1440))
"""How long after each try that failed the next one comes: two days in all."""


class MailStatus(StrEnum):
    """WAITING goes out next; KEPT is only shown, for there is no mail server; of UNCERTAIN nobody knows whether it
    went out before the worker or the server died.
    """

    WAITING = "WAITING"
    SENT = "SENT"
    KEPT = "KEPT"
    FAILED = "FAILED"
    UNCERTAIN = "UNCERTAIN"


class Mail(Model):
    """One letter to one person. `content` is what it says; it may hold a secret link, so the trail does not tell it,
    and it is forgotten once it is sent. `round` counts how often a person had it sent anew.
    """

    __tablename__ = "mail"
    __table_args__ = (
        one_of("status", MailStatus),
        UniqueConstraint("key"),
        Index("ix_mail_created", "created_at", "id"),
    )

    id: Mapped[UUID] = key()
    kind: Mapped[str]
    key: Mapped[str | None]
    to_name: Mapped[str]
    to_email: Mapped[str]
    locale: Mapped[str]
    subject: Mapped[str]
    content: Mapped[Json | None] = mapped_column(info={"untold": True})
    status: Mapped[MailStatus]
    reason: Mapped[str | None]
    round: Mapped[int]
    tries: Mapped[int]
    next_try_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    def go_out(self, at: datetime) -> None:
        self.status, self.sent_at, self.next_try_at, self.reason, self.content = MailStatus.SENT, at, None, None, None

    def fail(self, reason: str) -> None:
        self.status, self.reason, self.next_try_at = MailStatus.FAILED, reason, None

    def doubt(self, reason: str) -> None:
        self.status, self.reason, self.next_try_at = MailStatus.UNCERTAIN, reason, None

    def wait(self, reason: str, at: datetime) -> None:
        """For the next try; fails where there were enough of them."""
        self.tries += 1
        if self.tries > len(WAITS):
            self.fail(reason)
        else:
            self.reason, self.next_try_at = reason, at + WAITS[self.tries - 1]

    def begin_anew(self) -> None:
        """A person wants it sent once more; one that is on its way, or went out, is not."""
        if self.status in {MailStatus.WAITING, MailStatus.SENT} or self.content is None:
            raise Conflict("MAIL_STATE", "This mail is on its way or has been sent already.", "id")
        self.status, self.reason, self.tries, self.round = MailStatus.WAITING, None, 0, self.round + 1
