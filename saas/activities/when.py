"""When an activity is: what may be said of which kind, and within which bounds."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from saas.activities.kinds import ActivityKind
from saas.activities.model import Activity
from saas.core.errors import Invalid

EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
#: Nothing lasts longer, so that what goes on in a week is found by when it starts.
LONGEST = timedelta(days=14)
EARLIEST_REMINDER = 4 * 7 * 24 * 60

_TALKS = frozenset({ActivityKind.CALL, ActivityKind.MEETING})
_CHORES = frozenset({ActivityKind.TASK, ActivityKind.CALL})
_DOINGS = _TALKS | _CHORES
FITS: Mapping[str, tuple[str, frozenset[ActivityKind]]] = {
    "due_on": ("dueOn", _CHORES), "due_at": ("dueAt", _CHORES), "starts_at": ("startsAt", _TALKS),
    "ends_at": ("endsAt", _TALKS), "location": ("location", _TALKS), "direction": ("direction", _TALKS - {
    ActivityKind.MEETING}), "outcome": ("outcome", _TALKS - {ActivityKind.MEETING}),
    "remind_minutes": ("remindMinutes", _DOINGS), "repeat": ("repeat", _DOINGS),
}  # fmt: skip


def on_the_clock(given: Mapping[str, object], zone: ZoneInfo) -> dict[str, object]:
    """A moment without an offset is one of the wall clock in `zone`; one that comes twice is the first of the two.

    One that a clock change leaves out is refused: nobody meets at half past two where two is followed by half past
    three.
    """
    return {
        name: _instant(name, said, zone) if isinstance(said, datetime) and said.tzinfo is None else said
        for name, said in given.items()
    }


def _instant(name: str, wall: datetime, zone: ZoneInfo) -> datetime:
    at = wall.replace(tzinfo=zone).astimezone(UTC)
    shown = at.astimezone(zone).replace(tzinfo=None)
    if shown != wall:
        raise Invalid(
            "NO_SUCH_TIME", "The clocks skip this time on that day: take %(time)s, or another.", FITS[name][0],
            time=f"{shown:%H:%M}",
        )  # fmt: skip
    return at


def check_fields(kind: ActivityKind, given: Mapping[str, object]) -> None:
    """Refuses what an activity of this kind does not have, and what lies outside of all calendars."""
    for name, (field, kinds) in FITS.items():
        said = given.get(name)
        if said is not None and kind not in kinds:
            raise Invalid("NOT_OF_THIS_KIND", "An activity of this kind does not have this.", field)
        if isinstance(said, datetime) and not EARLIEST <= said <= LATEST:
            raise Invalid("BAD_TIME", "This is too far away.", field)
    day = given.get("due_on")
    if day is not None and not EARLIEST.date() <= cast(datetime, day) <= LATEST.date():
        raise Invalid("BAD_TIME", "This is too far away.", "dueOn")
    minutes = given.get("remind_minutes")
    if isinstance(minutes, int) and not 0 <= minutes <= EARLIEST_REMINDER:
        raise Invalid(
            "BAD_REMINDER", "A reminder comes at most %(most)s minutes before.", "remindMinutes", most=EARLIEST_REMINDER
        )


def check_times(activity: Activity) -> None:
    """What its times must be together."""
    if activity.due_on and activity.due_at:
        raise Invalid("TWO_DUES", "It is due on a day or at a moment, not both.", "dueAt")
    if activity.kind == ActivityKind.MEETING and activity.starts_at is None:
        raise Invalid("REQUIRED", "This must not be empty.", "startsAt")
    if activity.ends_at is None:
        return
    if activity.starts_at is None or activity.ends_at < activity.starts_at:
        raise Invalid("ENDS_BEFORE_START", "It cannot end before it starts.", "endsAt")
    if activity.ends_at - activity.starts_at > LONGEST:
        raise Invalid("LASTS_TOO_LONG", "It lasts at most %(most)s days.", "endsAt", most=LONGEST.days)


def moved(activity: Activity, given: Mapping[str, object]) -> dict[str, object]:
    """The columns of a new time, in place of the one before; what has an end keeps its length."""
    said = {name: value for name, value in given.items() if value is not None}
    if len(set(said) - {"ends_at"}) != 1:
        raise Invalid("ONE_TIME", "Say one new time.", "startsAt")
    if "due_on" in said or "due_at" in said:
        return {"due_on": said.get("due_on"), "due_at": said.get("due_at")}
    starts_at = cast(datetime, said["starts_at"])
    if "ends_at" not in said and activity.starts_at and activity.ends_at:
        said["ends_at"] = starts_at + (activity.ends_at - activity.starts_at)
    return {"due_on": None, "due_at": None, **said}
