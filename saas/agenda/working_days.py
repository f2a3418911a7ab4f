"""Working days of a company: the days of the week that its country rests on are left out."""

from datetime import date, timedelta

from babel.core import Locale, UnknownLocaleError

from saas.accounts.countries import country_of_zone

WEEK = 7
SATURDAY, SUNDAY = 5, 6


def rest_days(time_zone: str) -> frozenset[int]:
    """The weekend of a time zone's country, Monday is 0; Saturday and Sunday where the country is unknown."""
    try:
        locale = Locale.parse(f"und_{country_of_zone(time_zone) or 'US'}")
    except UnknownLocaleError:
        return frozenset({SATURDAY, SUNDAY})
    first, last = locale.weekend_start, locale.weekend_end
    return frozenset((first + step) % WEEK for step in range((last - first) % WEEK + 1))


def after_working_days(day: date, count: int, rest: frozenset[int]) -> date:
    """The day that is `count` working days later; where every day is one of rest, they all count."""
    resting = rest if len(rest) < WEEK else frozenset[int]()
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() not in resting
    return day
