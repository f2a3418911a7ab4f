"""What is done with exchange rates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import Select, select

from saas.core.errors import Conflict, Invalid
from saas.core.fields import assign
from saas.core.ids import new_id
from saas.core.money import read_currency
from saas.core.rights import Verb
from saas.core.work import Work
from saas.rates.model import ExchangeRate, read_rate

FIRST_YEAR = 1970
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Quote:
    """One of `currency` is worth `rate` in the company's currency from this day on."""

    currency: str
    starts_on: date
    rate: Decimal


def set_rate(work: Work, quote: Quote) -> ExchangeRate:
    """Adds a rate; one of the same day and currency gets the new value."""
    work.require(work.rights.may(ExchangeRate.__name__, Verb.CREATE))
    checked = check_quote(work, quote)
    known = work.first(_same_day(work, checked))
    if known is not None:
        work.lock(ExchangeRate, known.id)
        assign(known, {"rate": checked.rate})
        return known
    return _add(work, checked)


def set_rates(work: Work, quotes: Iterable[Quote]) -> int:
    """Many at once; those that are known already stay. Answers how many were added or changed."""
    work.require(work.rights.may(ExchangeRate.__name__, Verb.CREATE))
    changed = 0
    known = rates_by_day(work)
    for quote in (check_quote(work, quote) for quote in quotes):
        found = known.get((quote.currency, quote.starts_on))
        if found is None:
            known[quote.currency, quote.starts_on] = _add(work, quote)
        elif found.rate != quote.rate:
            assign(found, {"rate": quote.rate})
        else:
            continue
        changed += 1
    return changed


def edit_rate(work: Work, rate_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> ExchangeRate:
    """`fields` are `starts_on` and `rate`; the currency of a rate never changes."""
    rate = work.lock(ExchangeRate, rate_id, field="id", version=version)
    starts_on, value = fields.get("starts_on") or rate.starts_on, fields.get("rate") or rate.rate
    wanted = Quote(rate.currency, cast(date, starts_on), cast(Decimal, value))
    checked = _checked(work, wanted, own=rate.against)
    other = work.first(_same_day(work, checked, against=rate.against))
    if other is not None and other.id != rate.id:
        raise Conflict("RATE_TWICE", "There is a rate of this currency for this day already.", "startsOn")
    assign(rate, {"starts_on": checked.starts_on, "rate": checked.rate})
    return rate


def delete_rate(work: Work, rate_id: UUID, *, version: int | None = None) -> ExchangeRate:
    rate = work.lock(ExchangeRate, rate_id, field="id", version=version, to=Verb.DELETE)
    work.remove(rate)
    return rate


def restore_rate(work: Work, rate_id: UUID, *, version: int | None = None) -> ExchangeRate:
    """Takes a deletion back, if the day has got no other rate in the meantime."""
    rate = work.lock(ExchangeRate, rate_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    same = Quote(rate.currency, rate.starts_on, rate.rate)
    if rate.deleted_at is not None and work.first(_same_day(work, same, against=rate.against)) is not None:
        raise Conflict("RATE_TWICE", "There is a rate of this currency for this day already.", "id")
    rate.deleted_at = None
    return rate


def check_quote(work: Work, quote: Quote) -> Quote:
    """Refuses a currency, a day or a rate that cannot be."""
    return _checked(work, quote, own=work.tenant.currency)


def rates_by_day(work: Work) -> dict[tuple[str, date], ExchangeRate]:
    """Those against the company's currency."""
    mine = ExchangeRate.against == work.tenant.currency
    statement = select(ExchangeRate).where(mine, ExchangeRate.deleted_at.is_(None), work.visible(ExchangeRate))
    return {(rate.currency, rate.starts_on): rate for rate in work.all(statement)}


def _checked(work: Work, quote: Quote, *, own: str) -> Quote:
    currency = read_currency(quote.currency, field="currency")
    if currency == own:
        raise Invalid("OWN_CURRENCY", "%(value)s is the company's own currency: it needs no rate.", "currency",
                      value=own)  # fmt: skip
    latest = work.clock.today(work.tenant.time_zone) + AHEAD
    if not quote.starts_on.year >= FIRST_YEAR or quote.starts_on > latest:
        raise Invalid("BAD_DAY", "A rate is of a day since 1970, at most a year ahead.", "startsOn")
    return Quote(currency, quote.starts_on, read_rate(quote.rate))


def _add(work: Work, quote: Quote) -> ExchangeRate:
    made = ExchangeRate(
        id=new_id(), currency=quote.currency, against=work.tenant.currency, starts_on=quote.starts_on, rate=quote.rate
    )  # fmt: skip
    return work.add(made)


def _same_day(work: Work, quote: Quote, *, against: str | None = None) -> Select[ExchangeRate]:
    alike = (
        ExchangeRate.currency == quote.currency, ExchangeRate.against == (against or work.tenant.currency),
        ExchangeRate.starts_on == quote.starts_on, ExchangeRate.deleted_at.is_(None),
    )  # fmt: skip
    return select(ExchangeRate).where(*alike, work.visible(ExchangeRate))
