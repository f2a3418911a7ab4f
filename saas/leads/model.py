"""Leads, what they answered, what speaks for them and their history: tables and invariants."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.core.errors import Invalid
from saas.core.model import LIVE, Model, by_digits, created, deleted, folded, key, one_of, searched, updated, version
from saas.leads.words import OPEN, Channel, LeadEventKind, LeadStatus, Merit, UnfitReason
from saas.members.model import Member
from saas.products.model import Product
from saas.sources.model import Source


class Lead(Model):
    """Somebody who showed interest. The e-mail address is kept in lower case, the phone number as E.164 where it can be
    read as one, the language as a code of ISO 639. `received_at` is when the interest came, which may be long before
    the row; `score` is from 0 to 100, by its merits: see `saas.qualification`. It is ripe since `ripe_at`.
    """

    __tablename__ = "lead"
    __table_args__ = (
        one_of("status", LeadStatus), one_of("channel", Channel), one_of("unfit_reason", UnfitReason),
        Index("ix_lead_received", text("received_at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_lead_owner", "owner_id", "status", postgresql_where=LIVE),
        Index("ix_lead_status", "status", text("received_at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_lead_source", "source_id", text("received_at DESC"), postgresql_where=LIVE),
        Index("ix_lead_product", "product_id", postgresql_where=text("product_id IS NOT NULL")),
        Index("ix_lead_ripe", text("ripe_at DESC"), text("id DESC"),
              postgresql_where=text("ripe_at IS NOT NULL AND deleted_at IS NULL")),
        Index("ix_lead_email", text("lower(email)"), postgresql_where=LIVE),
        Index("ix_lead_folded_name", text("ext.fold(name)"), postgresql_where=LIVE),
        searched("lead"), by_digits("lead"),
        CheckConstraint("(status = 'UNFIT') = (unfit_reason IS NOT NULL)", name="unfit_has_reason"),
        CheckConstraint("score BETWEEN 0 AND 100", name="score"),
    )  # fmt: skip

    id: Mapped[UUID] = key()
    name: Mapped[str]
    company: Mapped[str | None]
    title: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    message: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    status: Mapped[LeadStatus] = mapped_column(default=LeadStatus.NEW)
    status_entered_at: Mapped[datetime]
    received_at: Mapped[datetime]
    unfit_reason: Mapped[UnfitReason | None]
    unfit_remark: Mapped[str | None]
    score: Mapped[int] = mapped_column(default=0, info={"untold": True})
    ripe_at: Mapped[datetime | None] = mapped_column(info={"untold": True})
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"))
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("product.id"))
    channel: Mapped[Channel | None]
    utm_source: Mapped[str | None]
    utm_medium: Mapped[str | None]
    utm_campaign: Mapped[str | None]
    utm_term: Mapped[str | None]
    utm_content: Mapped[str | None]
    click_id: Mapped[str | None]
    landing_page: Mapped[str | None]
    referrer: Mapped[str | None]
    search_text: Mapped[str] = folded("name", "company", "email", "phone")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    owner: Mapped[Member | None] = relationship(lazy="raise")
    source: Mapped[Source | None] = relationship(lazy="raise")
    product: Mapped[Product | None] = relationship(lazy="raise")
    answers: Mapped[list["LeadAnswer"]] = relationship(back_populates="lead", viewonly=True, lazy="raise")
    merits: Mapped[list["LeadMerit"]] = relationship(back_populates="lead", viewonly=True, lazy="raise")
    history: Mapped[list["LeadEvent"]] = relationship(back_populates="lead", viewonly=True, lazy="raise")

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def enter(self, status: LeadStatus, at: datetime) -> None:
        """From one open status to another."""
        self.must_be_open()
        if status not in OPEN:
            message = "A lead is converted, or told to be unfit, by an act of its own."
            raise Invalid("STATUS_NOT_OPEN", message, "status")
        self._stand(status, at)

    def disqualify(self, reason: UnfitReason, remark: str | None, at: datetime) -> None:
        self.must_be_open()
        self._stand(LeadStatus.UNFIT, at)
        self.unfit_reason, self.unfit_remark = reason, remark

    def reopen(self, at: datetime) -> None:
        """Takes an unfit lead back to work; why it was unfit stays told by its history."""
        if self.status == LeadStatus.CONVERTED:
            raise Invalid("LEAD_CONVERTED", "This lead is converted: take its conversion back instead.", "id")
        if self.status in OPEN:
            raise Invalid("LEAD_OPEN", "This lead is open already.", "id")
        self._stand(LeadStatus.WORKING, at)

    def convert(self, at: datetime) -> None:
        self.must_be_open()
        self._stand(LeadStatus.CONVERTED, at)

    def unconvert(self, status: LeadStatus, at: datetime) -> None:
        """Back to the status that it had before its conversion."""
        self._stand(status, at)

    def must_be_open(self) -> None:
        if self.status == LeadStatus.UNFIT:
            raise Invalid("LEAD_UNFIT", "This lead was found unfit: reopen it first.", "id")
        if self.status == LeadStatus.CONVERTED:
            raise Invalid("LEAD_CONVERTED", "This lead is converted: take its conversion back instead.", "id")

    def _stand(self, status: LeadStatus, at: datetime) -> None:
        self.status, self.status_entered_at = status, max(at, self.status_entered_at)
        self.unfit_reason = self.unfit_remark = None


class LeadAnswer(Model):
    """What somebody answered to one question of a form, in the form's own words."""

    __tablename__ = "lead_answer"
    __table_args__ = (
        Index("ix_lead_answer_lead", "lead_id", "position", "id"),
        Index("ix_lead_answer_said", text("ext.fold(question)"), text("ext.fold(left(answer, 200))")),
    )

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    question: Mapped[str]
    answer: Mapped[str]
    position: Mapped[int]

    lead: Mapped[Lead] = relationship(back_populates="answers", lazy="raise")


class LeadMerit(Model):
    """Why the score is what it is: so many points for this, by the rule of this key. Where that is null, the key is the
    merit's own word. It follows from the lead and the rules: the audit tells those.
    """

    __tablename__ = "lead_merit"
    __table_args__ = (
        one_of("merit", Merit),
        Index("uq_lead_merit_rule", "lead_id", text("coalesce(rule, merit)"), unique=True),
        {"info": {"untold": True}},
    )

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    merit: Mapped[Merit]
    points: Mapped[int]
    rule: Mapped[str | None]

    lead: Mapped[Lead] = relationship(back_populates="merits", lazy="raise")


class LeadEvent(Model):
    """One line of a lead's history. `seconds` is the time that it stood in `from_status`."""

    __tablename__ = "lead_event"
    __table_args__ = (
        one_of("kind", LeadEventKind),
        Index("ix_lead_event_lead", "lead_id", "at", "id"),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    kind: Mapped[LeadEventKind]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    from_status: Mapped[LeadStatus | None]
    to_status: Mapped[LeadStatus | None]
    seconds: Mapped[int | None]
    from_owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    to_owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    unfit_reason: Mapped[UnfitReason | None]
    unfit_remark: Mapped[str | None]

    lead: Mapped[Lead] = relationship(back_populates="history", lazy="raise")
    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
    from_owner: Mapped[Member | None] = relationship(foreign_keys=[from_owner_id], lazy="raise")
    to_owner: Mapped[Member | None] = relationship(foreign_keys=[to_owner_id], lazy="raise")


add_mapped_attribute(Source, "leads", relationship(Lead, viewonly=True, lazy="raise"))
