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
    length, running = months_of(period), begun(period, on, fiscal_start=fiscal_start)
    start = running if running == on else add_months(running, length)
    return Span(start, add_months(start, length) - timedelta(days=1))


def day_start(on: date, time_zone: str) -> datetime:
    """The first moment of a day where the company is: what happened before it is known on that day."""
    return datetime.combine(on, time(), ZoneInfo(time_zone))


def add_months(first: date, months: int) -> date:
    total = first.year * MONTHS + first.month - 1 + months
    return date(total // MONTHS, total % MONTHS + 1, 1)
