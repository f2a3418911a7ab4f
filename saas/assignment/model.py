"""Rules, their pools and what they decided: tables."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.core.model import LIVE, Json, Model, created, deleted, key, one_of, updated, version
from saas.leads.model import Lead
from saas.members.model import Member
from saas.products.model import Product
from saas.sources.model import Source


class Strategy(StrEnum):
    """To the first who is free, to each in turn, or to who has the fewest open leads."""

    FIXED = "FIXED"
    ROUND_ROBIN = "ROUND_ROBIN"
    LEAST_BUSY = "LEAST_BUSY"


class AssignmentRule(Model):
    """It fits a lead of which everything that it names is true; one that names nothing fits every lead. `country` is in
    English, `language` a code of ISO 639, `question` and `answer` are compared without case and accents.
    """

    __tablename__ = "assignment_rule"
    __table_args__ = (
        one_of("strategy", Strategy),
        Index("ix_assignment_rule_order", "position", "id", postgresql_where=LIVE),
        CheckConstraint("(question IS NULL) = (answer IS NULL)", name="question_has_answer"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    position: Mapped[int]
    active: Mapped[bool]
    strategy: Mapped[Strategy]
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"), index=True)
    product_id: Mapped[UUID | None] = mapped_column(ForeignKey("product.id"), index=True)
    country: Mapped[str | None]
    language: Mapped[str | None]
    question: Mapped[str | None]
    answer: Mapped[str | None]
    working_hours: Mapped[bool]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    source: Mapped[Source | None] = relationship(lazy="raise")
    product: Mapped[Product | None] = relationship(lazy="raise")
    pool: Mapped[list["AssignmentSeat"]] = relationship(back_populates="rule", viewonly=True, lazy="raise")


class AssignmentSeat(Model):
    """A member in the pool of a rule. `capacity` is how many open leads he has at most. `turns` counts what he got by
    this rule; a new one begins with the fewest, so that he does not get all until he has caught up.
    """

    __tablename__ = "assignment_seat"
    __table_args__ = (
        Index("uq_assignment_seat_member", "rule_id", "member_id", unique=True),
        Index("ix_assignment_seat_order", "rule_id", "position", "id"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
    )

    id: Mapped[UUID] = key()
    rule_id: Mapped[UUID] = mapped_column(ForeignKey("assignment_rule.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    position: Mapped[int]
    capacity: Mapped[int | None]
    turns: Mapped[int] = mapped_column(BigInteger, default=0)
    version: Mapped[int] = version()

    rule: Mapped[AssignmentRule] = relationship(back_populates="pool", lazy="raise")
    member: Mapped[Member] = relationship(lazy="raise")


class AssignmentDecision(Model):
    """To whom a lead went, by which rule, and the `steps` on the way there: see `saas.assignment.deciding`. Without a
    rule it went to the owner of its source, or to nobody.
    """

    __tablename__ = "assignment_decision"
    __table_args__ = (
        Index("ix_assignment_decision_lead", "lead_id", "at", "id"),
        Index("ix_assignment_decision_rule", "rule_id", text("at DESC"), postgresql_where=text("rule_id IS NOT NULL")),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    rule_id: Mapped[UUID | None] = mapped_column(ForeignKey("assignment_rule.id"))
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    at: Mapped[datetime]
    steps: Mapped[Json] = mapped_column(JSONB())

    lead: Mapped[Lead] = relationship(lazy="raise")
    rule: Mapped[AssignmentRule | None] = relationship(lazy="raise")
    member: Mapped[Member | None] = relationship(lazy="raise")


add_mapped_attribute(Lead, "assignment_decisions", relationship(AssignmentDecision, viewonly=True, lazy="raise"))
