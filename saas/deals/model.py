"""Deals, their lines and their history: tables and invariants."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, add_mapped_attribute, mapped_column, relationship

from saas.accounts.model import Account
from saas.contacts.model import Contact
from saas.core.errors import Invalid
from saas.core.model import LIVE, Model, created, deleted, folded, key, one_of, searched, unique_live, updated, version
from saas.deals.spans import whole_seconds
from saas.losses.model import LossReason
from saas.members.model import Member
from saas.pipelines.model import Pipeline, Stage, StageKind
from saas.products.model import Product


class DealStatus(StrEnum):
    """The kind of the stage that a deal stands in."""

    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class DealEventKind(StrEnum):
    """What an event of a deal's history tells."""

    CREATED = "CREATED"
    STAGE = "STAGE"
    AMOUNT = "AMOUNT"
    CLOSE_DATE = "CLOSE_DATE"
    OWNER = "OWNER"
    LOSS_REASON = "LOSS_REASON"


class Deal(Model):
    """One opportunity. `amount` is what it is worth (estimated from list prices where `amount_estimated`);
    `realized_amount` is what it brought: the closing value of a won deal, 0 of a lost one, nothing while open.
    """

    __tablename__ = "deal"
    __table_args__ = (
        one_of("status", DealStatus),
        Index("ix_deal_stage", "stage_id", "expected_close_on", "id", postgresql_where=LIVE),
        Index("ix_deal_closed", text("closed_on DESC NULLS LAST"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_deal_account", "account_id", text("created_at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_deal_owner", "owner_id", "stage_id", postgresql_where=LIVE),
        Index("ix_deal_created", text("created_at DESC"), text("id DESC"), postgresql_where=LIVE),
        Index("ix_deal_contact", "contact_id", postgresql_where=LIVE),
        Index(
            "ix_deal_loss_reason", "loss_reason_id", "closed_on", postgresql_where=text("loss_reason_id IS NOT NULL")
        ),
        Index("ix_deal_folded_name", text("ext.fold(name)"), postgresql_where=LIVE),
        searched("deal"),
        unique_live("deal", "external_id"),
        CheckConstraint("(status = 'OPEN') = (closed_on IS NULL)", name="closed_has_date"),
        CheckConstraint("(amount IS NULL) OR (currency IS NOT NULL)", name="amount_has_currency"),
        CheckConstraint("amount >= 0 AND realized_amount >= 0", name="amounts_not_negative"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    pipeline_id: Mapped[UUID] = mapped_column(ForeignKey("pipeline.id"), index=True)
    stage_id: Mapped[UUID] = mapped_column(ForeignKey("stage.id"))
    status: Mapped[DealStatus]
    stage_entered_at: Mapped[datetime]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))
    amount: Mapped[Decimal | None]
    realized_amount: Mapped[Decimal | None]
    currency: Mapped[str | None]
    amount_estimated: Mapped[bool]
    opened_at: Mapped[datetime]
    expected_close_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    loss_reason_id: Mapped[UUID | None] = mapped_column(ForeignKey("loss_reason.id"))
    loss_remark: Mapped[str | None]
    external_id: Mapped[str | None]
    search_text: Mapped[str] = folded("name", "external_id")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    pipeline: Mapped[Pipeline] = relationship(lazy="raise")
    stage: Mapped[Stage] = relationship(lazy="raise")
    owner: Mapped[Member | None] = relationship(lazy="raise")
    account: Mapped[Account | None] = relationship(lazy="raise")
    contact: Mapped[Contact | None] = relationship(lazy="raise")
    loss_reason: Mapped[LossReason | None] = relationship(lazy="raise")
    products: Mapped[list["DealProduct"]] = relationship(back_populates="deal", viewonly=True, lazy="raise")
    history: Mapped[list["DealEvent"]] = relationship(back_populates="deal", viewonly=True, lazy="raise")

    def enter(self, stage: Stage, at: datetime, on: date) -> int:
        """Stands the deal in `stage` from `at`; a closing stage closes it on the day `on`.

        Returns the whole seconds that it had stood in the stage before. A closed deal is refused: reopen it first.
        """
        if self.status != DealStatus.OPEN:
            raise Invalid("DEAL_CLOSED", "This deal is closed. Reopen it before you move it.", "dealId")
        return self._stand(stage, at, on)

    def reopen(self, stage: Stage, at: datetime) -> int:
        """Takes a closed deal back into an open `stage`; what it had realized is forgotten, its amount stays."""
        if self.status == DealStatus.OPEN:
            raise Invalid("DEAL_OPEN", "This deal is open already.", "dealId")
        if stage.kind != StageKind.OPEN:
            raise Invalid("STAGE_NOT_OPEN", "A deal is reopened into an open stage.", "stageId")
        return self._stand(stage, at, at.date())

    def _stand(self, stage: Stage, at: datetime, on: date) -> int:
        if stage.pipeline_id != self.pipeline_id:
            raise Invalid("FOREIGN_STAGE", "The stage belongs to another pipeline.", "stageId")
        at = max(at, self.stage_entered_at)  # two servers' clocks are never the same
        seconds = whole_seconds(self.stage_entered_at, at)
        self.stage_id, self.stage_entered_at = stage.id, at
        self.status = DealStatus(stage.kind)
        self.closed_on = on if self.status != DealStatus.OPEN else None
        self.loss_reason_id = self.loss_remark = None
        self.realized_amount = {StageKind.OPEN: None, StageKind.WON: self.amount, StageKind.LOST: Decimal(0)}[
            StageKind(stage.kind)
        ]
        return seconds


class DealProduct(Model):
    """A line of a deal: so many of a product at a price for one."""

    __tablename__ = "deal_product"
    __table_args__ = (
        Index("ix_deal_product_order", "deal_id", "position", "id", postgresql_where=LIVE),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("unit_price >= 0", name="unit_price_not_negative"),
    )

    id: Mapped[UUID] = key()
    deal_id: Mapped[UUID] = mapped_column(ForeignKey("deal.id"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("product.id"), index=True)
    quantity: Mapped[Decimal]
    unit_price: Mapped[Decimal]
    currency: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()

    deal: Mapped[Deal] = relationship(back_populates="products", lazy="raise")
    product: Mapped[Product] = relationship(lazy="raise")


class DealEvent(Model):
    """One line of a deal's history. `seconds` is the time spent in `from_stage`; amounts are in `currency`."""

    __tablename__ = "deal_event"
    __table_args__ = (
        one_of("kind", DealEventKind),
        Index("ix_deal_event_deal", "deal_id", "at", "id"),
        Index("ix_deal_event_kind", "kind", "at"),
        Index("ix_deal_event_loss_reason", "loss_reason_id", postgresql_where=text("loss_reason_id IS NOT NULL")),
        {"info": {"append_only": True}},
    )

    id: Mapped[UUID] = key()
    deal_id: Mapped[UUID] = mapped_column(ForeignKey("deal.id"))
    kind: Mapped[DealEventKind]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    from_stage_id: Mapped[UUID | None] = mapped_column(ForeignKey("stage.id"))
    to_stage_id: Mapped[UUID | None] = mapped_column(ForeignKey("stage.id"))
    seconds: Mapped[int | None]
    from_amount: Mapped[Decimal | None]
    to_amount: Mapped[Decimal | None]
    currency: Mapped[str | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    from_owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    to_owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"))
    loss_reason_id: Mapped[UUID | None] = mapped_column(ForeignKey("loss_reason.id"))
    loss_remark: Mapped[str | None]

    deal: Mapped[Deal] = relationship(back_populates="history", lazy="raise")
    by: Mapped[Member | None] = relationship(foreign_keys=[by_id], lazy="raise")
    from_stage: Mapped[Stage | None] = relationship(foreign_keys=[from_stage_id], lazy="raise")
    to_stage: Mapped[Stage | None] = relationship(foreign_keys=[to_stage_id], lazy="raise")
    from_owner: Mapped[Member | None] = relationship(foreign_keys=[from_owner_id], lazy="raise")
    to_owner: Mapped[Member | None] = relationship(foreign_keys=[to_owner_id], lazy="raise")
    loss_reason: Mapped[LossReason | None] = relationship(lazy="raise")


add_mapped_attribute(Account, "deals", relationship(Deal, viewonly=True, lazy="raise"))
add_mapped_attribute(Stage, "deals", relationship(Deal, viewonly=True, lazy="raise"))
add_mapped_attribute(LossReason, "deals", relationship(Deal, viewonly=True, lazy="raise"))
