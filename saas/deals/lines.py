"""The lines of a deal: their prices and their sum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast
from uuid import UUID

from saas.core.errors import Invalid
from saas.core.money import Money
from saas.products.model import Product

TOO_MANY = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Line:
    """So many of a product; its list price where `unit_price` says none."""

    product_id: UUID
    quantity: Decimal = Decimal(1)
    unit_price: Money | None = None


def priced(lines: Iterable[Line], products: Mapping[UUID, Product], currency: str) -> list[Line]:
    """Each line with a price: its own or the list price; a product without one costs 0 in this `currency`."""
    found: list[Line] = []
    for line in lines:
        if not Decimal(0) < line.quantity < TOO_MANY:
            raise Invalid("BAD_QUANTITY", "A quantity is a number above zero.", "quantity")
        product = products[line.product_id]
        listed = Money(product.price or Decimal(0), product.currency or currency)
        found.append(Line(line.product_id, line.quantity, line.unit_price or listed))
    return found


def sum_of(lines: Sequence[Line]) -> Money | None:
    """Of lines in one currency; lines in several have no sum."""
    prices = [cast(Money, line.unit_price).times(line.quantity) for line in lines]
    if not prices or len({price.currency for price in prices}) > 1:
        return None
    return Money(sum((price.amount for price in prices), Decimal(0)), prices[0].currency)
