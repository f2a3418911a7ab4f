"""When a company works: its week without its holidays. The one truth for proposals and calendars."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from saas.company.hours import MIDNIGHT, Week

LONGEST = 3660
"""So many days are looked through at most: a company that rests on each of them counts all days."""

YEAR = 366


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday on a day; `half_until` is the time until which people work on it."""

    on: date
    name: str
    half_until: str | None


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday as it was said: of one day, or of the same day of each year, then also of the years before."""

    name: str
    falls_on: date
    yearly: bool
    half_until: str | None

    def in_year(self, year: int) -> date | None:
        """The 29th of February comes on the 28th where there is none."""
        if not self.yearly:
            return self.falls_on if self.falls_on.year == year else None
        try:
            return self.falls_on.replace(year=year)
        except ValueError:
            return date(year, 2, 28)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """`said` tells whether the hours are the company's own, or the usual ones of its country."""

    week: Week
    feasts: tuple[Feast, ...] = ()
    said: bool = False

    def rests(self, on: date) -> bool:
        """Whether nobody works on the whole of a day: half a holiday is a working day."""
        if all(one.weekday != on.isoweekday() for one in self.week):
            return True
        return any(feast.half_until is None and feast.in_year(on.year) == on for feast in self.feasts)

    def days_off(self, since: date, until: date) -> list[DayOff]:
        """The holidays from one day to the other, both included, in order."""
        found = [
            DayOff(on, feast.name, feast.half_until)
            for year in range(since.year, until.year + 1)
            for feast in self.feasts
            if (on := feast.in_year(year)) is not None and since <= on <= until
        ]
        return sorted(found, key=lambda one: (one.on, one.half_until is not None, one.name))

    def after(self, day: date, count: int) -> date:
        """The day that is `count` working days later."""
        for step in range(1, LONGEST):
            if count <= 0:
                return day + timedelta(days=step - 1)
            count -= not self.rests(day + timedelta(days=step))
        return day + timedelta(days=LONGEST)

    def stretches(self, since: date, until: date) -> Iterator[tuple[date, str, str]]:
        """The hours of each day, as `HH:MM`, in order; half a holiday ends them early."""
        ends = dict[date, str]()
        for off in self.days_off(since, until):
            ends[off.on] = min(ends.get(off.on, MIDNIGHT), off.half_until or "")
        for step in range((until - since).days + 1):
            day = since + timedelta(days=step)
            for one in self.week:
                closes = min(one.closes, ends.get(day, MIDNIGHT))
                if one.weekday == day.isoweekday() and one.opens < closes:
                    yield day, one.opens, closes

    def spans(self, since: date, until: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """The same as moments, by the wall clock of `zone`; of the first `LONGEST` days."""
        for day, opens, closes in self.stretches(since, min(until, since + timedelta(days=LONGEST))):
            yield _moment(day, opens, zone), _moment(day, closes, zone)

    def seconds(self, since: datetime, until: datetime, zone: ZoneInfo) -> int:
        """The whole seconds of working time between two moments, by the wall clock of `zone`, whatever it skips."""
        first, last = since.astimezone(zone).date(), until.astimezone(zone).date()
        total = timedelta()
        for opens, closes in self.spans(first, last, zone):
            begins, ends = max(since.astimezone(UTC), opens), min(until.astimezone(UTC), closes)
            total += max(ends - begins, timedelta())
        return int(total.total_seconds())

    def later(self, since: datetime, seconds: int, zone: ZoneInfo) -> datetime | None:
        """When so many seconds of working time are over; None where that takes longer than a year."""
        left, first = timedelta(seconds=seconds), since.astimezone(zone).date()
        for day, opens, closes in self.stretches(first, first + timedelta(days=YEAR)):
            begins, ends = max(since.astimezone(UTC), _moment(day, opens, zone)), _moment(day, closes, zone)
            if ends - begins >= left:
                return begins + left
            left -= max(ends - begins, timedelta())
        return None

    def works_at(self, at: datetime, zone: ZoneInfo) -> bool:
        """Whether it is working time at a moment."""
        local = at.astimezone(zone)
        clock = f"{local:%H:%M}"
        return any(opens <= clock < closes for _, opens, closes in self.stretches(local.date(), local.date()))


def _moment(day: date, clock: str, zone: ZoneInfo) -> datetime:
    if clock == MIDNIGHT:
        return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    return datetime.combine(day, time.fromisoformat(clock), zone).astimezone(UTC)


def feasts_of(rows: Iterable[tuple[str, date, bool, str | None]]) -> tuple[Feast, ...]:
    return tuple(Feast(*row) for row in rows)
