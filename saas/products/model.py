"""Products: the price list's table."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from saas.core.model import Model, created, deleted, folded, key, searched, unique_live, updated, version

LIVE = text("deleted_at IS NULL")


class Product(Model):
    """A thing for sale. `price` is the list price of one, in `currency` (ISO 4217)."""

    __tablename__ = "product"
    __table_args__ = (
        Index("uq_product_name", text("ext.fold(name)"), unique=True, postgresql_where=LIVE),
        unique_live("product", "code"),
        searched("product"),
        CheckConstraint("price >= 0", name="price_not_negative"),
    )

    id: Mapped[UUID] = key()
    name: Mapped[str]
    code: Mapped[str | None]
    family: Mapped[str | None]
    price: Mapped[Decimal | None]
    currency: Mapped[str | None]
    active: Mapped[bool]
    search_text: Mapped[str] = folded("name", "code", "family")
    version: Mapped[int] = version()
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = updated()
    deleted_at: Mapped[datetime | None] = deleted()
