"""Mailboxes: the table."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from saas.core.model import Model, created, key, updated
from saas.sources.model import Source

EVERY = timedelta(minutes=1)
NEARLY = timedelta(seconds=30)


class Mailbox(Model):
    """Where a source's messages lie. Its password is the source's access token.

    `last_uid` is the last one that was read of those that the folder numbers under `uid_validity`; what came before
    `begun_at` is none of ours. Where the last look failed, `problem` says in the company's language why.
    """

    __tablename__ = "mailbox"
    __table_args__ = (
        CheckConstraint("port BETWEEN 1 AND 65535", name="port"),
        CheckConstraint("(uid_validity IS NULL) = (last_uid IS NULL)", name="whole_position"),
        CheckConstraint("(problem_code IS NULL) = (problem IS NULL)", name="whole_problem"),
    )

    id: Mapped[UUID] = key()
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"), unique=True)
    host: Mapped[str]
    port: Mapped[int]
    username: Mapped[str]
    folder: Mapped[str]
    begun_at: Mapped[datetime]
    uid_validity: Mapped[int | None] = mapped_column(BigInteger, info={"untold": True})
    last_uid: Mapped[int | None] = mapped_column(BigInteger, info={"untold": True})
    next_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    checked_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    problem_code: Mapped[str | None]
    problem: Mapped[str | None]
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    source: Mapped[Source] = relationship(lazy="raise")

    def is_due(self, now: datetime) -> bool:
        """A look that was asked for twice is had once: the clocks of servers are nearly the same."""
        return self.next_at is None or now >= self.next_at - NEARLY

    def begin_again(self, now: datetime) -> None:
        """In another folder, or for somebody else: what lies there already is none of ours."""
        self.begun_at, self.uid_validity, self.last_uid = now, None, None

    def look_next(self, at: datetime) -> None:
        self.next_at = at

    def read_up_to(self, uid_validity: int, uid: int) -> None:
        self.uid_validity, self.last_uid = uid_validity, uid

    def checked(self, now: datetime, problem: tuple[str, str] | None) -> None:
        self.checked_at = now
        self.problem_code, self.problem = problem or (None, None)
