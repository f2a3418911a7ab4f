"""A period until today, beside the one before it until the same day of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from saas.forecasts.periods import MONTHS, Period, Span, begun, months_of
from saas.reports.totals import Total


class Deed(StrEnum):
    """What is counted of a day."""

    WON = "WON"
    LOST = "LOST"
    OPENED = "OPENED"
    ACTIVITY = "ACTIVITY"


@dataclass(frozen=True, slots=True)
class Day:
    """`won` is of all days of the period up to this one."""

    on: date
    won: Total


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a period that are compared, and what came in them; `done` counts activities."""

    span: Span
    won: Total
    lost: Total
    opened: Total
    done: int
    days: tuple[Day, ...] = field(default=())


def compared(period: Period, on: date, *, fiscal_start: int = 1) -> tuple[Span, Span]:
    """The period of the day `on` until that day, and the one before until the same day, or its last one.

    The 31st of March stands beside the 28th of February; of a quarter it is the same day of its same month.
    """
    length, start = months_of(period), begun(period, on, fiscal_start=fiscal_start)
    return Span(start, on), Span(_back(start, length), _back(on, length))


def stretch(span: Span, found: Mapping[tuple[Deed, date], Total], nothing: Total) -> Stretch:
    """Adds up what was found of each day; `nothing` is the total of a day without a deal."""

    def days_of(deed: Deed) -> Iterable[Total]:
        return (total for (kind, on), total in found.items() if kind == deed and on in span)

    sums = {deed: sum(days_of(deed), nothing) for deed in Deed}
    days = _grow([(on, found.get((Deed.WON, on), nothing)) for on in _days(span)], nothing)
    return Stretch(span, sums[Deed.WON], sums[Deed.LOST], sums[Deed.OPENED], sums[Deed.ACTIVITY].deals, days)


def _grow(days: Sequence[tuple[date, Total]], nothing: Total) -> tuple[Day, ...]:
    grown, so_far = list[Day](), nothing
    for on, won in days:
        so_far += won
        grown.append(Day(on, replace(so_far)))
    return tuple(grown)


def _days(span: Span) -> list[date]:
    return [span.starts_on + timedelta(days=far) for far in range((span.ends_on - span.starts_on).days + 1)]


def _back(on: date, months: int) -> date:
    total = on.year * MONTHS + on.month - 1 - months
    first = date(total // MONTHS, total % MONTHS + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(on.day, last.day))
