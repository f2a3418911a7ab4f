"""Dates as people write them: the order of day and month is decided once per column, from the data.

The rule: a first number above 12 says day first, a second one above 12 says month first, and the more frequent
evidence wins; a column without any takes the order of the file's other date columns, else the company's habit.
ISO dates, dates with the month's name and a spreadsheet's day numbers need no such decision.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cache

from babel import Locale

from saas.core.folding import fold

_NUMERIC = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})")
_WORDED = re.compile(r"(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.\-/]+([^\W\d_]+)\.?,?[\s.\-/]+(\d{4}|\d{2})")
_WORDED_US = re.compile(r"(?:[^\W\d_]+,\s+)?([^\W\d_]+)\.?[\s\-]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK = re.compile(r"[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
_YEARS = range(1900, 2101)
_MONTHS = 12
_CENTURY = 100
_PIVOT = 70


class Order(StrEnum):
    DAY_FIRST = "DAY_FIRST"
    MONTH_FIRST = "MONTH_FIRST"


@dataclass(frozen=True, slots=True)
class Decision:
    """`order` None: the column says nothing about it. `needed`: it holds dates that depend on the order."""

    order: Order | None
    needed: bool


def decide(values: Iterable[str]) -> Decision:
    day = month = either = 0
    for value in values:
        match = _NUMERIC.fullmatch(_split(value)[0])
        if match is None or len(match[1]) == len("2017"):
            continue
        first, second = int(match[1]), int(match[2])
        day += first > _MONTHS >= second
        month += second > _MONTHS >= first
        either += first != second
    if day == month:
        return Decision(None, needed=bool(either))
    return Decision(Order.DAY_FIRST if day > month else Order.MONTH_FIRST, needed=True)


def parse_date(value: str, order: Order) -> date | None:
    text = _split(_digits(value))[0]
    return _numeric(text, order) or _worded(text) or _serial(text)


def parse_moment(value: str, order: Order, zone: tzinfo = UTC) -> datetime | None:
    """A date with its time of day where it says one, else its midnight; in `zone` unless it names its offset."""
    day = parse_date(value, order)
    if day is None:
        return None
    match = _CLOCK.search(_digits(value))
    if match is None:
        return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    try:
        moment = _at(day, match, zone)
    except ValueError:
        return None
    return moment.astimezone(UTC)


def _split(value: str) -> tuple[str, str]:
    text = value.strip()
    match = _CLOCK.search(text)
    return (text, "") if match is None else (text[: match.start()], match[0])


def _at(day: date, clock: re.Match[str], local: tzinfo) -> datetime:
    hour, *rest = (int(part.split(".")[0]) for part in clock[1].split(":"))
    half = (clock[2] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = clock[3]
    offset = local if zone is None else datetime.strptime(zone.replace("UTC", "Z"), "%z").tzinfo
    minute, second = (*rest, 0)[:2]
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=offset)


def _numeric(text: str, order: Order) -> date | None:
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) == len("2017"):
        return _day(int(first), int(second), int(third))
    if len(third) == 3:  # noqa: PLR2004  no year has three digits
        return None
    day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
    return _day(_year(third), int(month), int(day))


def _worded(text: str) -> date | None:
    match = _WORDED.fullmatch(text)
    if match is not None:
        return _day(_year(match[3]), _months().get(fold(match[2])), int(match[1]))
    match = _WORDED_US.fullmatch(text)
    if match is not None:
        return _day(int(match[3]), _months().get(fold(match[1])), int(match[2]))
    return None


def _serial(text: str) -> date | None:
    match = _SERIAL.fullmatch(text)
    return _EPOCH + timedelta(days=int(match[1])) if match is not None and int(match[1]) in _SERIALS else None


def _year(text: str) -> int:
    year = int(text)
    return year if year >= _CENTURY else year + (2000 if year < _PIVOT else 1900)


def _day(year: int, month: int | None, day: int) -> date | None:
    if month is None or year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Names of the months and their short forms in our languages, also with the Hebrew "in" before them."""
    names: dict[str, int] = {"sept": 9}
    for locale in ("en", "he", "ar"):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(locale).months[context][width].items():
                    names[fold(name.rstrip("."))] = number
                    names[fold(f"ב{name}")] = number
    return names


def _digits(value: str) -> str:
    """Eastern digits as ASCII ones."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in value)
