"""What of a series there is: one open activity at a time, the next one made when it is over."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from saas.activities.kinds import ActivityStatus
from saas.activities.links import Around, said_records
from saas.activities.model import Activity
from saas.activities.people import attendees_of
from saas.activities.repeats import Repeat, read_repeat
from saas.activities.series import ActivitySeries
from saas.core.errors import Invalid
from saas.core.ids import new_id
from saas.core.work import Work

COPIED = (
    "kind", "subject", "body", "priority", "private", "owner_id", "author_id", "location", "direction",
    "remind_minutes", "series_id",
)  # fmt: skip


def begin(work: Work, activity: Activity, rule: str, zone: ZoneInfo) -> None:
    """A series whose first is this activity, on the wall clock of `zone`."""
    if activity.falls_at is None:
        raise Invalid("REPEAT_NEEDS_DATE", "Say first when it is due: what has no day cannot repeat.", "repeat")
    repeat = read_repeat(rule, activity.falls_at, zone)
    series = work.add(
        ActivitySeries(
            id=new_id(), rule=repeat.rule, time_zone=str(zone), starts_at=activity.falls_at,
            whole_days=activity.due_on is not None,
        )
    )  # fmt: skip
    work.flush()
    activity.series_id, activity.slot_at = series.id, activity.falls_at


def change(work: Work, activity: Activity, rule: str | None, zone: ZoneInfo) -> None:
    """Ends the series that it was of; a rule begins another one."""
    if activity.series_id is not None:
        end(work, activity)
        activity.series_id = activity.slot_at = None
    if rule is not None:
        begin(work, activity, rule, zone)


def end(work: Work, activity: Activity) -> None:
    series = _series(work, activity)
    if series.ended_at is None:
        series.ended_at, series.ended_by_id = work.clock.now(), work.who.member_id


def resume(work: Work, activity: Activity) -> None:
    series = _series(work, activity)
    series.ended_at = series.ended_by_id = None
    work.flush()


def make_next(work: Work, activity: Activity, zone: ZoneInfo) -> Activity | None:
    """The next of its series that is not over already; None where there is none, or where it is there."""
    if activity.series_id is None or activity.slot_at is None:
        return None
    series = _series(work, activity)
    if series.ended_at is not None or _next(work, activity) is not None:
        return None
    own = ZoneInfo(series.time_zone)
    now = work.clock.now()
    day = datetime.combine(now.astimezone(own).date(), time(), own)
    repeat = Repeat(series.rule, series.starts_at, own)
    slot_at = repeat.next_after(activity.slot_at, not_before=day if series.whole_days else now)
    if slot_at is None:
        return None
    made = Activity(
        id=new_id(), status=ActivityStatus.OPEN, slot_at=slot_at, created_at=now,
        **{name: getattr(activity, name) for name in COPIED}, **_times(activity, series, slot_at),
    )  # fmt: skip
    made.settle(zone, now)
    work.follow(work.add(made))
    work.flush()
    return made


def around(work: Work, activity: Activity) -> Around:
    """What the next one hangs on, and who takes part in it."""
    people = attendees_of(work, activity)
    return Around(said_records(work, activity), None, people or None)


def untouched_next(work: Work, activity: Activity) -> Activity | None:
    """The one that was made after this one, as long as it is as it was made."""
    made = _next(work, activity) if activity.series_id else None
    return made if made is not None and made.version == 1 and made.status == ActivityStatus.OPEN else None


def _series(work: Work, activity: Activity) -> ActivitySeries:
    if activity.series_id is None:
        raise Invalid("NO_SERIES", "This does not repeat.", "id")
    return work.lock(ActivitySeries, activity.series_id)


def _next(work: Work, activity: Activity) -> Activity | None:
    """Whether or not the acting member sees it: there is one open activity of a series, not one for each reader."""
    later = select(Activity).where(
        Activity.series_id == activity.series_id, Activity.slot_at > activity.slot_at, Activity.deleted_at.is_(None)
    )
    return work.first(later.order_by(Activity.slot_at.desc()).limit(1))


def _times(activity: Activity, series: ActivitySeries, slot_at: datetime) -> dict[str, object]:
    """Of the same length; an activity that was moved to a day, or to a moment, does not move the others."""
    if series.whole_days:
        return {"due_on": slot_at.astimezone(ZoneInfo(series.time_zone)).date()}
    if activity.starts_at is None:
        return {"due_at": slot_at}
    lasts = activity.ends_at - activity.starts_at if activity.ends_at else None
    return {"starts_at": slot_at, "ends_at": slot_at + lasts if lasts is not None else None}
