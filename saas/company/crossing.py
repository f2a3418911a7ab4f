"""Rates against another currency, out of those against the company's: what must be known before its currency changes.

one C in the new currency = (one C in the old) / (one of the new in the old), on each day on which either changed
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from saas.core.errors import Invalid
from saas.rates.model import read_rate

Days = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class Crossed:
    """One of `currency` is worth `rate` of the new currency from this day on."""

    currency: str
    starts_on: date
    rate: Decimal


def cross(old: str, new: str, known: Mapping[str, Days]) -> list[Crossed]:
    """`known` are the rates against the old currency, by currency and day; nothing follows where the new has none."""
    base = known.get(new, {})
    others = {currency: days for currency, days in known.items() if currency != new}
    others[old] = dict.fromkeys(base, Decimal(1))
    return [one for currency, days in sorted(others.items()) for one in _cross_one(currency, days, base)]


def in_force(days: Days, on: date) -> Decimal | None:
    """The rate of the latest day that is not after this one."""
    sorted_days = sorted(days)
    at = bisect_right(sorted_days, on)
    return days[sorted_days[at - 1]] if at else None


def lacking(used: Iterable[str], days: Mapping[str, Days], on: date) -> list[str]:
    """Which of the currencies have no rate on this day."""
    return sorted(currency for currency in used if in_force(days.get(currency, {}), on) is None)


def _cross_one(currency: str, days: Days, base: Days) -> Iterator[Crossed]:
    rate, per = None, None
    for on in sorted({*days, *base}):
        rate, per = days.get(on, rate), base.get(on, per)
        if rate is None or per is None:
            continue
        try:
            yield Crossed(currency, on, read_rate(rate / per))
        except Invalid:  # far below what eight places can say: as if there were none
            continue
