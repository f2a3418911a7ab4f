"""How an activity repeats: rules of RFC 5545, as much of them as a calendar's dialog says.

The rule runs on the wall clock of a time zone, so that ten o'clock stays ten o'clock. A time that a clock change leaves
out is taken as much later as the clock was moved; one that comes twice is the first of the two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import dropwhile, islice, takewhile
from typing import cast
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from saas.core.errors import Invalid

FIELD = "repeat"
LONGEST = 200
MOST_TIMES = 1000
WIDEST = 1000
#: A rule that has no next time within this is over, or never had one: the 29th of February comes within eight years.
HORIZON = timedelta(days=366 * 9)
_DAYS = r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)"
_ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
#: What a frequency may be narrowed by: no more, for a rule that never fits is looked for until the year 9999.
_WITH = {
    "DAILY": frozenset(),
    "WEEKLY": frozenset({"BYDAY"}),
    "MONTHLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH"}),
}
_PARTS = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,3}",
    "COUNT": r"[1-9]\d{0,8}",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "BYDAY": rf"{_DAYS}(?:,{_DAYS}){{0,9}}",
    "BYMONTHDAY": r"-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}",
    "BYMONTH": r"(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2])){0,11}",
    "BYSETPOS": r"-?[1-5]",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule counted from `starts_at`, on the wall clock of `zone`."""

    rule: str
    starts_at: datetime
    zone: ZoneInfo

    def next_after(self, slot_at: datetime, *, not_before: datetime) -> datetime | None:
        """The first time after `slot_at` that is not before the other: missed ones are let go. None when it is over."""
        last = _wall(max(slot_at, not_before - timedelta(microseconds=1)), self.zone)
        found = next((wall for wall in self._walls(last) if wall > last), None)
        return _instant(found, self.zone) if found else None

    def upcoming(self, since: datetime, until: datetime, most: int) -> list[datetime]:
        """At most so many times from `since` on and before `until`."""
        first, end = _wall(since, self.zone), _wall(until, self.zone)
        within = takewhile(lambda wall: wall < end, dropwhile(lambda wall: wall < first, self._walls(first)))
        return [_instant(wall, self.zone) for wall in islice(within, most)]

    def _walls(self, since: datetime) -> Iterator[datetime]:
        """Every time of the rule, and none beyond the horizon, so that no rule runs for ever."""
        given = _parts(self.rule)
        starts = _wall(self.starts_at, self.zone)
        until = max(since, starts) + HORIZON
        if "UNTIL" in given:
            until = min(until, _end(given.pop("UNTIL")))
        count = int(given.pop("COUNT", MOST_TIMES * WIDEST))
        rule = rrulestr(";".join("=".join(part) for part in given.items()), dtstart=starts)
        return islice(cast("rrule", rule).replace(until=until), count)


def read_repeat(said: str, starts_at: datetime, zone: ZoneInfo) -> Repeat:
    """Refuses what is no rule, what repeats within a day or too often, and what never comes."""
    rule = said.strip().upper().removeprefix("RRULE:")
    given = _parts(rule) if len(rule) <= LONGEST else {}
    if not _fits(given) or len(given) <= rule.count(";"):
        raise Invalid("BAD_REPEAT", "%(value)s is not a rule of repeating.", FIELD, value=said[:60])
    if int(given.get("COUNT", 1)) > MOST_TIMES or int(given.get("INTERVAL", 1)) > WIDEST:
        raise Invalid("REPEAT_TOO_OFTEN", "Something repeats at most %(most)s times.", FIELD, most=MOST_TIMES)
    repeat = Repeat(rule, starts_at, zone)
    try:
        comes = repeat.next_after(starts_at, not_before=starts_at)
    except ValueError:
        raise Invalid("BAD_REPEAT", "%(value)s is not a rule of repeating.", FIELD, value=said[:60]) from None
    if comes is None:
        raise Invalid("REPEAT_NEVER", "This rule never comes round again.", FIELD)
    return repeat


def _fits(given: dict[str, str]) -> bool:
    known = all(name in _PARTS and re.fullmatch(_PARTS[name], value) for name, value in given.items())
    if not known or "FREQ" not in given or {"COUNT", "UNTIL"} <= set(given) or {"BYDAY", "BYMONTHDAY"} <= set(given):
        return False
    frequency = given["FREQ"]
    counted = re.search(r"\d", given.get("BYDAY", "")) is not None
    return set(given) <= _ALWAYS | _WITH[frequency] and not (frequency == "WEEKLY" and counted)


def _parts(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in rule.split(";"))}


def _end(said: str) -> datetime:
    """On the wall clock, as the rest is; a day on which it ends belongs to it."""
    return datetime.fromisoformat(said.removesuffix("Z") if "T" in said else f"{said}T235959")


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """By the offset that was valid before a gap, which puts a time inside of it behind it."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
