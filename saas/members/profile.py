"""What a member says of himself: his language, and how he counts time."""

from typing import cast
from zoneinfo import available_timezones

from saas.core.errors import Invalid
from saas.core.texts import LOCALES


def read_locale(said: str) -> str:
    if said not in LOCALES:
        raise Invalid("BAD_LOCALE", "%(value)s is none of the languages: en, he, ar.", "locale", value=said[:20])
    return said


def read_week_start(said: object) -> int | None:
    """None is the company's own."""
    if said is None or said in range(1, 8):
        return cast("int | None", said)
    raise Invalid("WEEKDAY", "A day of the week is a number from 1 (Monday) to 7 (Sunday).", "weekStart")


def read_time_zone(said: str) -> str:
    if said not in available_timezones():
        raise Invalid(
            "BAD_TIME_ZONE", "%(value)s is not a time zone, such as Asia/Jerusalem.", "timeZone", value=said[:60]
        )
    return said
