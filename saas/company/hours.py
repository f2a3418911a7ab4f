"""The hours of a week in which a company works, by days of ISO 8601: 1 is Monday, 7 is Sunday."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import cast

from babel.core import Locale, UnknownLocaleError

from saas.accounts.countries import country_of_zone
from saas.core.customs import SUNDAY, read_weekday
from saas.core.errors import Invalid
from saas.core.model import Json

WEEK = 7
SATURDAY = 6
OPENS, CLOSES = "09:00", "18:00"
MIDNIGHT = "24:00"
MOST_OF_A_DAY = 4
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of a day, from one time `HH:MM` until before another; a day may end at `24:00`."""

    weekday: int
    opens: str
    closes: str


Week = tuple[Hours, ...]


def usual_week(time_zone: str) -> Week:
    """From nine to six, on the days on which the country of this time zone does not rest."""
    rest = rest_days(time_zone)
    return tuple(Hours(day, OPENS, CLOSES) for day in range(1, WEEK + 1) if day not in rest)


@lru_cache(1_000)
def rest_days(time_zone: str) -> frozenset[int]:
    """The weekend of a time zone's country; Saturday and Sunday where the country is unknown."""
    try:
        locale = Locale.parse(f"und_{country_of_zone(time_zone) or 'US'}")
    except UnknownLocaleError:
        return frozenset({SATURDAY, SUNDAY})
    first, last = locale.weekend_start, locale.weekend_end
    return frozenset((first + step) % WEEK + 1 for step in range((last - first) % WEEK + 1))


def read_week(said: Iterable[Hours]) -> Week:
    """In order; refuses what is no time, what overlaps, and a week in which nobody works."""
    week = tuple(sorted((_read(one) for one in said), key=lambda one: (one.weekday, one.opens)))
    if not week:
        raise Invalid("NO_HOURS", "A week needs at least one day on which the company works.", "hours")
    for before, after in pairwise(week):
        if before.weekday == after.weekday and after.opens < before.closes:
            raise Invalid("HOURS_OVERLAP", "Two stretches of one day overlap.", "hours")
    if any(sum(one.weekday == day for one in week) > MOST_OF_A_DAY for day in range(1, WEEK + 1)):
        raise Invalid("TOO_MANY_HOURS", "A day has at most %(most)s stretches.", "hours", most=MOST_OF_A_DAY)
    return week


def read_clock(said: str, field: str) -> str:
    if _CLOCK.fullmatch(said) is None:
        raise Invalid("BAD_TIME", "%(value)s is not a time of the day, such as 08:30.", field, value=said[:20])
    return said


def kept(week: Week) -> Json:
    """As the table keeps it: `{"7": [["09:00", "18:00"]]}`."""
    days: dict[str, object] = {}
    for one in week:
        cast("list[list[str]]", days.setdefault(str(one.weekday), [])).append([one.opens, one.closes])
    return days


def week_of(days: Mapping[str, object]) -> Week:
    """The same, read back."""
    return tuple(
        Hours(int(day), opens, closes)
        for day, stretches in sorted(days.items())
        for opens, closes in cast("list[tuple[str, str]]", stretches)
    )


def _read(one: Hours) -> Hours:
    read_weekday(one.weekday, "hours")
    opens = read_clock(one.opens, "hours")
    closes = one.closes if one.closes == MIDNIGHT else read_clock(one.closes, "hours")
    if closes <= opens:
        raise Invalid("HOURS_BACKWARDS", "A working day must end after it begins.", "hours")
    return Hours(one.weekday, opens, closes)
