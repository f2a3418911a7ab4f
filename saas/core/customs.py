"""How a person or a company speaks and counts time: language, time zone and days of the week, read and refused."""

from typing import Final
from zoneinfo import available_timezones

from saas.core.errors import Invalid
from saas.core.texts import LOCALES

MONDAY: Final = 1
SUNDAY: Final = 7


def read_locale(said: str) -> str:
    if said not in LOCALES:
        raise Invalid("BAD_LOCALE", "%(value)s is none of the languages: en, he, ar.", "locale", value=said[:20])
    return said


def read_time_zone(said: str) -> str:
    """By its name in the database of time zones."""
    zone = said.strip()
    if zone not in available_timezones():
        raise Invalid(
            "BAD_TIME_ZONE", "%(value)s is not a time zone, such as Asia/Jerusalem.", "timeZone", value=said[:60]
        )
    return zone


def read_weekday(said: int, field: str) -> int:
    """Of ISO 8601: 1 is Monday, 7 is Sunday."""
    if not MONDAY <= said <= SUNDAY:
        raise Invalid("BAD_WEEKDAY", "A day of the week is a number from 1, Monday, to 7, Sunday.", field)
    return said
