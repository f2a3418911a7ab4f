"""Devices that members are told on: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.model import Model, created, key, updated


class PushDevice(Model):
    """A browser that has subscribed. Whoever knows `endpoint` has the browser, or had it; only we can send there, for
    the push service asks for our key. `failures` are those since it last took something; nothing is sent before
    `next_at`. `begun_at` is when somebody began to send, which is his alone for a while. It is removed when the session
    `session_id` in which it subscribed is ended.
    """

    __tablename__ = "push_device"
    __table_args__ = (UniqueConstraint("endpoint"),)

    id: Mapped[UUID] = key()
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    name: Mapped[str]
    endpoint: Mapped[str] = mapped_column(info={"untold": True})
    public_key: Mapped[str] = mapped_column(info={"untold": True})
    secret: Mapped[str] = mapped_column(info={"untold": True})
    session_id: Mapped[UUID | None] = mapped_column(info={"untold": True})
    begun_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    used_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    next_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    failures: Mapped[int] = mapped_column(info={"untold": True})
    problem: Mapped[str | None] = mapped_column(info={"untold": True})
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    @property
    def busy_at(self) -> datetime | None:
        """When somebody last began to send to it, or did."""
        return max(filter(None, (self.begun_at, self.used_at)), default=None)

    def take(self, at: datetime) -> None:
        self.next_at = None if self.failures else self.next_at
        self.used_at, self.failures, self.problem = at, 0, None

    def fail(self, problem: str, at: datetime, *, next_at: datetime | None = None) -> None:
        self.failures, self.problem, self.begun_at, self.next_at = self.failures + 1, problem, at, next_at
