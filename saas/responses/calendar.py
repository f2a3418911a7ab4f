"""The company's working time in SQL: so that a statement knows how long those have waited who wait still."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, CTE, ColumnElement, Double, SQLColumnExpression, cast, func, literal, select

from saas.company.queries import read_working_time
from saas.core.work import Work


@dataclass(frozen=True, slots=True)
class Calendar:
    """One row: where each stretch of working time opens, how long it is, and how much came before it, in seconds."""

    row: CTE

    def worked(self, moment: SQLColumnExpression[datetime]) -> ColumnElement[float]:
        """The seconds of working time from the calendar's first day until a moment; found by halving."""
        at, row = cast(func.extract("epoch", moment), Double), self.row.c
        stretch = func.width_bucket(at, row.opens)
        return row.before[stretch] + func.least(at - row.opens[stretch], row.lasts[stretch])


def read_calendar(work: Work, since: date) -> Calendar:
    """From a day until now. Two statements."""
    zone = ZoneInfo(work.tenant.time_zone)
    spans = read_working_time(work).spans(since, work.clock.now().astimezone(zone).date(), zone)
    # The first stretch is empty, and before every moment: so none is without one.
    stretches = [
        (0.0, 0.0),
        *((opens.timestamp(), max((closes - opens).total_seconds(), 0)) for opens, closes in spans),
    ]
    opens, lasts = ([float(one) for one in side] for side in zip(*stretches, strict=True))
    before = [0.0, *accumulate(lasts)][:-1]
    columns = {"opens": opens, "lasts": lasts, "before": before}
    listed = (cast(literal(one, ARRAY(Double)), ARRAY(Double)).label(name) for name, one in columns.items())
    return Calendar(select(*listed).cte("calendar"))
