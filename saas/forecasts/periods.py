"""The calendar of forecasts: months, and quarters of a fiscal year that begins with a month of the company's own."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MONTHS = 12


class Period(StrEnum):
    """How long a forecast reaches."""

    MONTH = "MONTH"
    QUARTER = "QUARTER"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days, both ends included."""

    starts_on: date
    ends_on: date

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def months_of(period: Period) -> int:
    return 1 if period == Period.MONTH else 3


def begun(period: Period, on: date, *, fiscal_start: int = 1) -> date:
    """The first day of the month or quarter that `on` is in; the first quarter begins with the month `fiscal_start`."""
    return add_months(on.replace(day=1), -((on.month - fiscal_start) % months_of(period)))


def next_span(period: Period, on: date, *, fiscal_start: int = 1) -> Span:
    """The first month or quarter that begins on `on` or after it."""
    span = span_of(period, on, fiscal_start=fiscal_start)
    return span if span.starts_on == on else span_of(period, _next(span), fiscal_start=fiscal_start)


def span_of(period: Period, day: date, *, fiscal_start: int = 1) -> Span:
    """The month or quarter that holds the day."""
    start = begun(period, day, fiscal_start=fiscal_start)
    return Span(start, add_months(start, months_of(period)) - timedelta(days=1))


def spans_before(period: Period, day: date, count: int, *, fiscal_start: int = 1) -> list[Span]:
    """The last `count` months or quarters that were over on the day, the earliest first."""
    spans = [span_of(period, day, fiscal_start=fiscal_start)]
    while len(spans) <= count:
        spans.append(span_of(period, spans[-1].starts_on - timedelta(days=1), fiscal_start=fiscal_start))
    return spans[:0:-1]


def day_start(on: date, time_zone: str) -> datetime:
    """The first moment of a day where the company is: what happened before it is known on that day."""
    return datetime.combine(on, time(), ZoneInfo(time_zone))


def _next(span: Span) -> date:
    return span.ends_on + timedelta(days=1)


def add_months(first: date, months: int) -> date:
    total = first.year * MONTHS + first.month - 1 + months
    return date(total // MONTHS, total % MONTHS + 1, 1)
