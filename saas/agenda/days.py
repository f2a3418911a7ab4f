"""A person's day: what is overdue, what is for today and what comes next, where that person is.

What is due on a day is overdue when the day is over where the reader is, a moment when it has passed, a meeting when
it has ended.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_

from saas.activities.kinds import ActivityStatus
from saas.activities.model import Activity


class DayPart(StrEnum):
    """UNDATED is open and without a day or a time."""

    OVERDUE = "OVERDUE"
    TODAY = "TODAY"
    NEXT = "NEXT"
    UNDATED = "UNDATED"


@dataclass(frozen=True, slots=True)
class Today:
    """A moment, and the day that it is in a time zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def on(self) -> date:
        return self.now.astimezone(self.zone).date()

    def begins(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone)

    @property
    def tomorrow(self) -> datetime:
        return self.begins(self.on + timedelta(days=1))

    def part(self, part: DayPart) -> ColumnElement[bool]:
        """The open activities of a part of this day."""
        return and_(Activity.status == ActivityStatus.OPEN, self._within(part))

    def done(self) -> ColumnElement[bool]:
        return and_(Activity.done_at >= self.begins(self.on), Activity.done_at < self.tomorrow)

    def _within(self, part: DayPart) -> ColumnElement[bool]:
        dated, timed = Activity.due_on, Activity.due_on.is_(None)
        over = func.coalesce(Activity.due_at, Activity.ends_at, Activity.starts_at)
        match part:
            case DayPart.OVERDUE:
                return or_(dated < self.on, and_(timed, over < self.now))
            case DayPart.TODAY:
                return or_(dated == self.on, and_(timed, over >= self.now, Activity.falls_at < self.tomorrow))
            case DayPart.NEXT:
                return or_(dated > self.on, and_(timed, Activity.falls_at >= self.tomorrow))
            case DayPart.UNDATED:
                return Activity.falls_at.is_(None)
