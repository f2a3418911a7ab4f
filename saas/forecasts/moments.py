"""What a forecast is asked about: which period, and up to which moment it knows.

With a day `on` it knows what had happened before that day began; without one, everything that is known now. It is of
the first period that begins on that day or after it, or of the one that holds `starts_on`. Overdue deals are due in the
former; of periods that are asked for by name only in the one that is running, so that none of them counts twice.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from saas.core.errors import Invalid
from saas.core.work import Work
from saas.forecasts.periods import Period, Span, day_start, next_span, span_of

FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Moment:
    """`start` is the first moment that is not known any more; `now` that none is unknown: then records count as they
    stand, such as the day on which a deal closed; `rolls`, that overdue deals are due in the period.
    """

    on: date
    start: datetime
    span: Span
    now: bool
    rolls: bool


def read_moment(work: Work, period: Period, on: date | None, starts_on: date | None) -> Moment:
    """Refuses days beyond all calendars."""
    for day, field in ((on, "on"), (starts_on, "startsOn")):
        if day and not FIRST_YEAR <= day.year < LAST_YEAR:
            raise Invalid("BAD_DAY", "A forecast is made for a day between 1900 and 2199.", field)
    day = on or work.clock.today(work.tenant.time_zone)
    known_until = day if on else day + timedelta(days=1)
    first = work.tenant.fiscal_start
    span = span_of(period, starts_on, fiscal_start=first) if starts_on else next_span(period, day, fiscal_start=first)
    start = day_start(known_until, work.tenant.time_zone)
    return Moment(day, start, span, now=on is None, rolls=starts_on is None or day in span)
