"""Activities, what they hang on and who takes part: tables and invariants."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.accounts.model import Account
from saas.activities.kinds import ActivityKind, ActivityStatus, CallDirection, CallOutcome, Priority
from saas.activities.reminders import ActivityReminder
from saas.activities.series import ActivitySeries
from saas.contacts.model import Contact
from saas.core.errors import Invalid
from saas.core.model import Model, created, deleted, folded, key, one_of, searched, updated, version
from saas.deals.model import Deal
from saas.leads.model import Lead
from saas.members.model import Member

LIVE = text("deleted_at IS NULL")
OPEN = text("status = 'OPEN' AND deleted_at IS NULL")
AWAITED = text("awaited_at IS NOT NULL")
MORNING = time(9)
PLACED = frozenset({ActivityKind.CALL, ActivityKind.MEETING})
RECORDS = ("deal", "account", "contact", "lead")


class Activity(Model):
    """`due_on` is a day wherever its reader is, `due_at` a moment; one of them at most. `falls_at` is its start, the
    moment it is due, or the first of its day in the owner's time zone. `at` is its place in a timeline: when it took
    place or was done, else when it falls, else when it was written. Its series made it for `slot_at`.
    """

    __tablename__ = "activity"
    __table_args__ = (
        one_of("kind", ActivityKind), one_of("status", ActivityStatus), one_of("priority", Priority),
        one_of("direction", CallDirection), one_of("outcome", CallOutcome),
        Index("ix_activity_owner_open", "owner_id", "falls_at", "id", postgresql_where=OPEN),
        Index("ix_activity_owner", "owner_id", "at", postgresql_where=LIVE),
        Index("ix_activity_author", "author_id", postgresql_where=LIVE),
        Index("ix_activity_falls", "falls_at", "id", postgresql_where=LIVE),
        Index("ix_activity_at", text("at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("uq_activity_slot", "series_id", "slot_at", unique=True, postgresql_where=LIVE),
        Index("ix_activity_follow_up", "follow_up_of_id", postgresql_where=text("follow_up_of_id IS NOT NULL")),
        searched("activity"),
        CheckConstraint("due_on IS NULL OR due_at IS NULL", name="one_due"),
        CheckConstraint("ends_at >= starts_at", name="ends_after_start"),
        CheckConstraint("(status = 'DONE') = (done_at IS NOT NULL)", name="done_has_time"),
        CheckConstraint("(series_id IS NULL) = (slot_at IS NULL)", name="series_has_slot"),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    kind: Mapped[ActivityKind]
    subject: Mapped[str]
    body: Mapped[str | None]
    status: Mapped[ActivityStatus] = mapped_column(default=ActivityStatus.OPEN)
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    private: Mapped[bool] = mapped_column(default=False)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    due_on: Mapped[date | None]
    due_at: Mapped[datetime | None]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    location: Mapped[str | None]
    direction: Mapped[CallDirection | None]
    outcome: Mapped[CallOutcome | None]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    falls_at: Mapped[datetime | None]
    at: Mapped[datetime]
    remind_minutes: Mapped[int | None]
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity_series.id"))
    slot_at: Mapped[datetime | None]
    follow_up_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("activity.id"))
    search_text: Mapped[str] = folded("subject", "body")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    owner: Mapped[Member | None] = relationship(foreign_keys=[owner_id], lazy="raise")
    author: Mapped[Member | None] = relationship(foreign_keys=[author_id], lazy="raise")
    done_by: Mapped[Member | None] = relationship(foreign_keys=[done_by_id], lazy="raise")
    series: Mapped[ActivitySeries | None] = relationship(lazy="raise")
    follow_up_of: Mapped["Activity | None"] = relationship(remote_side=[id], lazy="raise")
    links: Mapped[list["ActivityLink"]] = relationship(back_populates="activity", viewonly=True, lazy="raise")
    mentions: Mapped[list["ActivityMention"]] = relationship(back_populates="activity", viewonly=True, lazy="raise")
    attendees: Mapped[list["ActivityAttendee"]] = relationship(back_populates="activity", viewonly=True, lazy="raise")
    reminder: Mapped[ActivityReminder | None] = relationship(viewonly=True, uselist=False, lazy="raise")

    def complete(self, by_id: UUID | None, at: datetime) -> None:
        self._must_be(ActivityStatus.OPEN)
        self.status, self.done_at, self.done_by_id = ActivityStatus.DONE, at, by_id

    def cancel(self) -> None:
        self._must_be(ActivityStatus.OPEN)
        self.status = ActivityStatus.CANCELLED

    def reopen(self) -> None:
        """Takes its being done, or cancelled, back. A note is nothing that could be open."""
        if self.kind == ActivityKind.NOTE:
            raise Invalid("NOTE_NOT_OPEN", "A note is written, not done.", "id")
        self.status, self.done_at, self.done_by_id = ActivityStatus.OPEN, None, None

    def settle(self, zone: ZoneInfo, written_at: datetime) -> None:
        """Says anew when it falls and where it stands in a timeline; its day begins in `zone`."""
        day = datetime.combine(self.due_on, time(), zone) if self.due_on else None
        falls_at = self.starts_at or self.due_at or day
        took_place = self.starts_at if self.kind in PLACED else None
        place = took_place or self.done_at or falls_at or written_at
        if (falls_at, place) != (self.falls_at, self.at):
            self.falls_at, self.at = falls_at, place

    def remind_at(self, zone: ZoneInfo) -> datetime | None:
        """So many minutes before it falls; of a day without a time, before nine in the morning in `zone`."""
        if self.status != ActivityStatus.OPEN or self.remind_minutes is None or self.falls_at is None:
            return None
        falls_at = datetime.combine(self.due_on, MORNING, zone) if self.due_on else self.falls_at
        return falls_at - timedelta(minutes=self.remind_minutes)

    def _must_be(self, status: ActivityStatus) -> None:
        if self.status != status:
            raise Invalid("ACTIVITY_CLOSED", "This is done or cancelled: reopen it first.", "id")


class ActivityLink(Model):
    """One record that an activity hangs on; `derived` follows from others: a deal's account and contact, an attendee.

    Who sees the record sees the activity where the link `opens` it: a deal's or lead's is opened by these alone. While
    the activity is open, `awaited_at` is when it falls, far away where it has none; a record's next one is found by it.
    """

    __tablename__ = "activity_link"
    __table_args__ = (
        *(Index(f"uq_activity_link_{n}", f"{n}_id", "activity_id", unique=True) for n in RECORDS),
        Index("ix_activity_link_activity", "activity_id"),
        *(Index(f"ix_activity_link_{n}_next", f"{n}_id", "awaited_at", postgresql_where=AWAITED) for n in RECORDS),
        CheckConstraint("num_nonnulls(deal_id, account_id, contact_id, lead_id) = 1", name="one_record"),
    )

    id: Mapped[UUID] = key()
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activity.id"))
    deal_id: Mapped[UUID | None] = mapped_column(ForeignKey("deal.id"))
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("lead.id"))
    derived: Mapped[bool] = mapped_column(default=False)
    opens: Mapped[bool] = mapped_column(default=True)
    awaited_at: Mapped[datetime | None]

    activity: Mapped[Activity] = relationship(back_populates="links", lazy="raise")
    deal: Mapped[Deal | None] = relationship(lazy="raise")
    account: Mapped[Account | None] = relationship(lazy="raise")
    contact: Mapped[Contact | None] = relationship(lazy="raise")
    lead: Mapped[Lead | None] = relationship(lazy="raise")


class ActivityMention(Model):
    """A member who is named in an activity's text."""

    __tablename__ = "activity_mention"
    __table_args__ = (
        Index("uq_activity_mention_member", "member_id", "activity_id", unique=True),
        Index("ix_activity_mention_activity", "activity_id"),
    )

    id: Mapped[UUID] = key()
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activity.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"))

    activity: Mapped[Activity] = relationship(back_populates="mentions", lazy="raise")
    member: Mapped[Member] = relationship(lazy="raise")


class ActivityAttendee(Model):
    """Who is to be at a meeting, or on a call: a member or a contact."""

    __tablename__ = "activity_attendee"
    __table_args__ = (
        Index("uq_activity_attendee_member", "member_id", "activity_id", unique=True),
        Index("uq_activity_attendee_contact", "contact_id", "activity_id", unique=True),
        Index("ix_activity_attendee_activity", "activity_id"),
        CheckConstraint("num_nonnulls(member_id, contact_id) = 1", name="one_person"),
    )

    id: Mapped[UUID] = key()
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activity.id"))
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))

    activity: Mapped[Activity] = relationship(back_populates="attendees", lazy="raise")
    member: Mapped[Member | None] = relationship(lazy="raise")
    contact: Mapped[Contact | None] = relationship(lazy="raise")


for _model in (Deal, Lead):
    add_mapped_attribute(_model, "activity_links", relationship(ActivityLink, viewonly=True, lazy="raise"))
