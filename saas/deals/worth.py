"""What a deal is worth in the company's currency: open at today's rate, closed at its closing day's."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, func, inspect

from saas.deals.model import Deal
from saas.graph.declare import CURRENCY, TODAY, Conversion
from saas.rates.force import exchanged, key_in_force, rate_in_force


def day(deal: type[Deal]) -> ColumnElement[date]:
    """The day whose rate counts."""
    return func.coalesce(deal.closed_on, TODAY)


def converted_amount(deal: type[Deal]) -> ColumnElement[Decimal]:
    rate = rate_in_force(deal.currency, day(deal), CURRENCY, inspect(deal).selectable)  # type: ignore[arg-type]  # null gives null
    return exchanged(deal.amount, rate)  # type: ignore[arg-type]  # the same


def rate_key(deal: type[Deal]) -> ColumnElement[UUID]:
    """The rate that it is converted at; none in the company's own currency."""
    return key_in_force(deal.currency, day(deal), CURRENCY, inspect(deal).selectable)  # type: ignore[arg-type]  # the same


CONVERSION = Conversion(day, rate_in_force)
