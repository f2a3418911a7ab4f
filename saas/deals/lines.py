"""The lines of a deal: their prices and their sum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast
from uuid import UUID

from saas.core.errors import Invalid
from saas.core.money import Money, read_amount
from saas.products.model import Product

TOO_MANY = Decimal(10) ** 12
PLACES = -2


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
        _check_quantity(line.quantity)
        product = products[line.product_id]
        listed = Money(product.price or Decimal(0), product.currency or currency)
        found.append(Line(line.product_id, line.quantity, line.unit_price or listed))
    return found


def _check_quantity(quantity: Decimal) -> None:
    if not quantity.is_finite() or not 0 < quantity < TOO_MANY:
        raise Invalid("BAD_QUANTITY", "A quantity is a number above zero.", "quantity")
    exponent = quantity.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < PLACES:
        raise Invalid("BAD_QUANTITY", "A quantity has at most two places after the point.", "quantity")


def sum_of(lines: Sequence[Line]) -> Money | None:
    """Of lines in one currency; lines in several have no sum. Each is rounded to the cent."""
    currencies = {cast(Money, line.unit_price).currency for line in lines}
    if len(currencies) != 1:
        return None
    prices = [read_amount(cast(Money, line.unit_price).amount * line.quantity, field="products") for line in lines]
    return Money(read_amount(sum(prices, Decimal(0)), field="products"), currencies.pop())
