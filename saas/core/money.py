"""An amount with its currency; amounts of two currencies are never added."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Protocol

from babel.core import get_global

from saas.core.errors import Invalid

_CENT = Decimal("0.01")
_LIMIT = Decimal(10) ** 16


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """`currency` is an ISO 4217 code; `amount` has two places."""

    amount: Decimal
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")
        return Money(self.amount + other.amount, self.currency)

    def times(self, factor: Decimal | int) -> "Money":
        """Rounded half up to the cent."""
        return Money((self.amount * factor).quantize(_CENT, ROUND_HALF_UP), self.currency)


def read_amount(text: str | Decimal, *, field: str | None = None) -> Decimal:
    """Refuses what is no number, is not finite or does not fit the column."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise Invalid("BAD_AMOUNT", "%(value)s is not an amount.", field, value=str(text)[:40]) from None
    if not amount.is_finite() or abs(amount) >= _LIMIT:
        raise Invalid("BAD_AMOUNT", "%(value)s is not an amount.", field, value=str(text)[:40])
    return amount.quantize(_CENT, ROUND_HALF_UP)


def read_currency(text: str, *, field: str | None = None) -> str:
    """Refuses what is no code of ISO 4217."""
    if text not in get_global("all_currencies"):
        raise Invalid("BAD_CURRENCY", "%(value)s is not a currency code.", field, value=text[:40])
    return text


class Priced(Protocol):
    """An amount as somebody says it; without a currency the company's is meant."""

    @property
    def amount(self) -> Decimal: ...

    @property
    def currency(self) -> str | None: ...


def read_money(said: Priced | None, *, field: str, default: str) -> Money | None:
    """An amount not below zero; `default` is the currency where it says none."""
    if said is None:
        return None
    amount = read_amount(said.amount, field=field)
    if amount < 0:
        raise Invalid("NEGATIVE", "This must not be below zero.", field)
    return Money(amount, read_currency(said.currency or default, field=field))
