"""The calendar of forecasts: months and quarters of the fiscal year, which is the calendar year."""

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


def next_span(period: Period, on: date) -> Span:
    """The first month or quarter that begins on `on` or after it."""
    length = 1 if period == Period.MONTH else 3
    begun = on.replace(day=1, month=on.month - (on.month - 1) % length)
    start = begun if begun == on else _add_months(begun, length)
    return Span(start, _add_months(start, length) - timedelta(days=1))


def day_start(on: date, time_zone: str) -> datetime:
    """The first moment of a day where the company is: what happened before it is known on that day."""
    return datetime.combine(on, time(), ZoneInfo(time_zone))


def _add_months(first: date, months: int) -> date:
    total = first.year * MONTHS + first.month - 1 + months
    return date(total // MONTHS, total % MONTHS + 1, 1)
