"""The rate in force, as SQL: the one place that says how an amount becomes the company's currency.

    converted = amount * rate of the latest day that is not after the day asked for; null where there is none

Own currency is 1 to 1. A sum is converted heap by heap of one currency and one day, and rounded to the cent at its end.
"""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Numeric, and_, case, func, literal, select
from sqlalchemy.orm import aliased

from saas.rates.model import ExchangeRate

Said = ColumnElement[str]
Day = ColumnElement[date]


def rate_in_force(currency: Said, on: Day, into: Said, outside: FromClause) -> ColumnElement[Decimal]:
    """What one of `currency` is worth in `into` on a day; `outside` is what the columns given are read from."""
    rate = aliased(ExchangeRate)
    fit = _fit(rate, currency, on, into)
    found = select(rate.rate).where(fit).order_by(rate.starts_on.desc()).limit(1).correlate(outside).scalar_subquery()
    return case((currency == into, literal(Decimal(1))), else_=found)


def exchanged(amount: ColumnElement[Decimal], rate: ColumnElement[Decimal]) -> ColumnElement[Decimal]:
    """To the cent; null where there is no rate."""
    return func.round(amount * rate, 2, type_=Numeric(18, 2))


def key_in_force(currency: Said, on: Day, into: Said, outside: FromClause) -> ColumnElement[UUID]:
    """Which rate that is; none for `into` itself."""
    rate = aliased(ExchangeRate)
    fit = _fit(rate, currency, on, into)
    return select(rate.id).where(fit).order_by(rate.starts_on.desc()).limit(1).correlate(outside).scalar_subquery()


def _fit(rate: type[ExchangeRate], currency: Said, on: Day, into: Said) -> ColumnElement[bool]:
    alike = and_(rate.currency == currency, rate.against == into)
    return and_(alike, rate.starts_on <= on, rate.deleted_at.is_(None))
