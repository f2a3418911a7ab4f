"""Visits and the pages seen in them: tables and invariants."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.core.model import Model, key, one_of
from saas.leads.model import Lead
from saas.sources.model import Source
from saas.visits.intents import LONG_SECONDS, VisitIntent

HERE = timedelta(seconds=40)
"""So long after the last word of a page somebody is taken to look at it. One comes each 15 seconds: two may be lost."""
QUIET = timedelta(minutes=30)
_EARLY = 60  # seconds: a visitor's clock, and the way of a word, are never exact


class Visit(Model):
    """`visitor` is the digest of his id, `mark` that of his id with the visit's: who does not know them cannot tell of
    it. `view` is the page that is looked at. Where the visitor is a lead, `watched_until` is when a job looks whether
    he has gone. The audit tells nothing of visits: they are no deed of a member.
    """

    __tablename__ = "visit"
    __table_args__ = (
        Index("uq_visit_mark", "mark", unique=True),
        Index("ix_visit_visitor", "visitor", "started_at"),
        Index("ix_visit_lead", "lead_id", text("started_at DESC"), text("id DESC"),
              postgresql_where=text("lead_id IS NOT NULL")),
        Index("ix_visit_here", "lead_id", text("started_at DESC"), text("id DESC"),
              postgresql_where=text("lead_id IS NOT NULL AND left_at IS NULL")),
        Index("ix_visit_source", "source_id"),
        Index("ix_visit_started", "started_at"),
        CheckConstraint("ordinal > 0 AND page_count >= 0 AND seconds >= 0", name="counts"),
        {"info": {"untold": True}},
    )  # fmt: skip

    id: Mapped[UUID] = key()
    source_id: Mapped[UUID] = mapped_column(ForeignKey("source.id"))
    visitor: Mapped[str]
    mark: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("lead.id"))
    ordinal: Mapped[int]
    started_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    landing_page: Mapped[str | None]
    referrer: Mapped[str | None]
    view: Mapped[str]
    path: Mapped[str]
    title: Mapped[str | None]
    page_count: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[int] = mapped_column(default=0)
    intents: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    watched_until: Mapped[datetime | None]

    source: Mapped[Source] = relationship(lazy="raise")
    lead: Mapped[Lead | None] = relationship(lazy="raise")
    page_views: Mapped[list["PageView"]] = relationship(back_populates="visit", viewonly=True, lazy="raise")

    def is_here(self, now: datetime) -> bool:
        return self.left_at is None and now < self.last_seen_at + HERE

    def look_at(self, page: "PageView", now: datetime) -> None:
        """At another page, or at the same one still."""
        self.view, self.path, self.title = page.mark, page.path, page.title
        self.last_seen_at, self.left_at = now, None

    def leave(self, at: datetime) -> None:
        self.left_at = max(at, self.started_at)

    def spend(self, page: "PageView", seconds: int, now: datetime) -> None:
        """So many on this page by now; no more than have passed."""
        passed = int((now - page.viewed_at).total_seconds()) + _EARLY
        more = min(seconds, passed) - page.seconds
        if more > 0:
            page.seconds += more
            self.seconds += more
        if self.seconds >= LONG_SECONDS:
            self.note(VisitIntent.LONG)

    def note(self, intent: VisitIntent | None) -> None:
        if intent is not None and intent not in self.intents:
            self.intents = [*self.intents, intent.value]


class PageView(Model):
    """A page that was looked at; `mark` is what its browser calls this look at it."""

    __tablename__ = "page_view"
    __table_args__ = (
        one_of("intent", VisitIntent),
        Index("uq_page_view_mark", "visit_id", "mark", unique=True),
        Index("ix_page_view_visit", "visit_id", "viewed_at", "id"),
        CheckConstraint("seconds >= 0", name="seconds"),
        {"info": {"untold": True}},
    )

    id: Mapped[UUID] = key()
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"))
    mark: Mapped[str]
    path: Mapped[str]
    title: Mapped[str | None]
    intent: Mapped[VisitIntent | None]
    viewed_at: Mapped[datetime]
    seconds: Mapped[int] = mapped_column(default=0)

    visit: Mapped[Visit] = relationship(back_populates="page_views", lazy="raise")


add_mapped_attribute(Lead, "visits", relationship(Visit, viewonly=True, lazy="raise"))
