"""Conversions: the table."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.core.model import Json, Model, created, key, one_of, updated, version
from saas.deals.model import Deal
from saas.leads.model import Lead
from saas.leads.words import LeadStatus
from saas.members.model import Member


class LeadConversion(Model):
    """What became of a lead. `status_before` is where the lead stood; `traces` are what taking it back needs: see
    `saas.conversions.traces`.
    """

    __tablename__ = "lead_conversion"
    __table_args__ = (
        one_of("status_before", LeadStatus),
        Index("uq_lead_conversion_lead", "lead_id", unique=True, postgresql_where=text("undone_at IS NULL")),
        Index("ix_lead_conversion_lead", "lead_id", "at"),
    )

    id: Mapped[UUID] = key()
    lead_id: Mapped[UUID] = mapped_column(ForeignKey("lead.id"))
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"), index=True)
    deal_id: Mapped[UUID | None] = mapped_column(ForeignKey("deal.id"), index=True)
    account_made: Mapped[bool]
    contact_made: Mapped[bool]
    deal_made: Mapped[bool]
    status_before: Mapped[LeadStatus]
    traces: Mapped[Json] = mapped_column(JSONB())
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()

    lead: Mapped[Lead] = relationship(lazy="raise")
    account: Mapped[Account | None] = relationship(lazy="raise")
    contact: Mapped[Contact | None] = relationship(lazy="raise")
    deal: Mapped[Deal | None] = relationship(lazy="raise")
    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
    undone_by: Mapped[Member | None] = relationship(foreign_keys=[undone_by_id], lazy="raise")


for _model in (Lead, Account, Contact, Deal):
    add_mapped_attribute(_model, "conversions", relationship(LeadConversion, viewonly=True, lazy="raise"))
