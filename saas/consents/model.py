"""Consents: the table."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.contacts.model import Contact
from saas.core.model import Model, key, one_of
from saas.leads.model import Lead
from saas.members.model import Member
from saas.sources.model import Source


class ConsentKind(StrEnum):
    GRANTED = "GRANTED"
    WITHDRAWN = "WITHDRAWN"


class Consent(Model):
    """`words` are those that were shown, `evidence` from where it came: an address, a browser. `of_id` is the line of a
    lead that went along to a contact.
    """

    __tablename__ = "consent"
    __table_args__ = (
        one_of("kind", ConsentKind),
        Index("ix_consent_lead", "lead_id", "at"),
        Index("ix_consent_contact", "contact_id", "at"),
        CheckConstraint("num_nonnulls(lead_id, contact_id) = 1", name="one_person"),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    kind: Mapped[ConsentKind]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("lead.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("source.id"))
    of_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    words: Mapped[str]
    evidence: Mapped[str | None]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))

    source: Mapped[Source | None] = relationship(lazy="raise")
    by: Mapped[Member | None] = relationship(lazy="raise")


for _model in (Lead, Contact):
    add_mapped_attribute(_model, "consents", relationship(Consent, viewonly=True, lazy="raise"))
