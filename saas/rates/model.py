"""Exchange rates: the table."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Numeric, text
from sqlalchemy.orm import Mapped, mapped_column

from saas.core.errors import Invalid
from saas.core.model import Model, created, deleted, key, updated, version

LIVE = text("deleted_at IS NULL")
PLACES = 8
LARGEST = Decimal(10) ** 10


class ExchangeRate(Model):
    """One unit of `currency` is worth `rate` units of `against`, which was the company's currency when it was said."""

    __tablename__ = "exchange_rate"
    __table_args__ = (
        Index(
            "uq_exchange_rate_day", "against", "currency", text("starts_on DESC"), unique=True, postgresql_where=LIVE
        ),
        Index("ix_exchange_rate_latest", text("starts_on DESC"), "currency", "id", postgresql_where=LIVE),
        CheckConstraint("rate > 0", name="rate_positive"),
        CheckConstraint("currency <> against", name="two_currencies"),
    )

    id: Mapped[UUID] = key()
    currency: Mapped[str]
    against: Mapped[str]
    starts_on: Mapped[date]
    rate: Mapped[Decimal] = mapped_column(Numeric(20, PLACES))
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()


def read_rate(said: Decimal, *, field: str | None = "rate") -> Decimal:
    """With eight places; refuses what is not above zero, also when it is rounded."""
    if said.is_finite() and 0 < said < LARGEST:
        rounded = said.quantize(Decimal(1).scaleb(-PLACES))
        if rounded > 0:
            return rounded
    raise Invalid("BAD_RATE", "A rate is a number above zero.", field)
