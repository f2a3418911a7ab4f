"""Exchange rates in the graph."""

from datetime import date, datetime
from decimal import Decimal

import strawberry
from strawberry import UNSET

from saas.core.work import Work
from saas.graph.declare import Node, changes, key, mutation, node
from saas.rates import actions
from saas.rates.model import ExchangeRate


@node(ExchangeRate, one="exchangeRate", many="exchange_rates", order="-starts_on,currency")
class ExchangeRateNode(Node):
    """From the day `startsOn` on, until a later rate, one of `currency` is worth `rate` of the currency `against`."""

    currency: str
    against: str
    starts_on: date
    rate: Decimal
    version: int
    created_at: datetime
    updated_at: datetime


@strawberry.input
class CreateExchangeRateInput:
    currency: str
    starts_on: date
    rate: Decimal


@mutation(ExchangeRateNode)
def create_exchange_rate(work: Work, input: CreateExchangeRateInput) -> ExchangeRate:
    """Says what one of a currency is worth in the company's from a day on; a rate of the same day is changed."""
    return actions.set_rate(work, actions.Quote(input.currency, input.starts_on, input.rate))


@strawberry.input
class UpdateExchangeRateInput:
    id: strawberry.ID
    version: int | None = None
    starts_on: date | None = UNSET
    rate: Decimal | None = UNSET


@mutation(ExchangeRateNode)
def update_exchange_rate(work: Work, input: UpdateExchangeRateInput) -> ExchangeRate:
    """Changes the fields that are given; sums follow at once."""
    given = changes(input, "id", "version")
    return actions.edit_rate(work, key(ExchangeRateNode, input.id), given, version=input.version)


@strawberry.input
class ExchangeRateInput:
    id: strawberry.ID
    version: int | None = None


@mutation(ExchangeRateNode)
def delete_exchange_rate(work: Work, input: ExchangeRateInput) -> ExchangeRate:
    """Takes a rate away: the one before it is in force again."""
    return actions.delete_rate(work, key(ExchangeRateNode, input.id), version=input.version)


@mutation(ExchangeRateNode)
def restore_exchange_rate(work: Work, input: ExchangeRateInput) -> ExchangeRate:
    """Takes a deletion back."""
    return actions.restore_rate(work, key(ExchangeRateNode, input.id), version=input.version)
