"""Reminding the owners of activities, at their time, once.

Every reminder has a job in the queue for its moment, put there by the transaction that asked for it. Whichever job runs
tells all reminders whose time has come, so that one that was lost is made good by the next.
"""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from saas.activities.events import ActivityDue
from saas.activities.kinds import ActivityStatus
from saas.activities.model import Activity
from saas.activities.reminders import ActivityReminder
from saas.core.work import Work

JOB = "activities.remind_members"
AT_ONCE = 200
#: A reminder that would have come longer ago than this is none: nobody asked for it then.
LATE = timedelta(hours=1)


def remind_later(work: Work, activity: Activity, zone: ZoneInfo) -> None:
    """Keeps the activity's reminder to what it says now; one for another moment is told again."""
    at = activity.remind_at(zone) if activity.deleted_at is None else None
    there = work.first(select(ActivityReminder).where(ActivityReminder.activity_id == activity.id))
    if at is None or at < work.clock.now() - LATE:
        if there is not None and there.told_at is None:
            work.remove(there)
        return
    if there is None:
        work.add(ActivityReminder(activity_id=activity.id, at=at))
    elif there.at != at:
        there.at, there.told_at = at, None
    else:
        return
    work.enqueue(JOB, {"activity_id": str(activity.id)}, run_at=at)


def remind_members(work: Work, activity_id: UUID) -> int:
    """Tells what is due by now, at most so many at once, oldest first; how many. `activity_id` is whose job this is.

    Two workers share the work: what one holds the other passes over. A reminder is marked in the transaction that tells
    it.
    """
    work.get(Activity, activity_id, deleted=True)
    due = (
        select(ActivityReminder)
        .join(Activity, Activity.id == ActivityReminder.activity_id)
        .where(
            ActivityReminder.told_at.is_(None), ActivityReminder.at <= work.clock.now(), work.visible(Activity),
            Activity.status == ActivityStatus.OPEN,
        )
        .order_by(ActivityReminder.at, ActivityReminder.id)
        .limit(AT_ONCE)
        .with_for_update(of=ActivityReminder, skip_locked=True)
    )  # fmt: skip
    found = work.all(due)
    for reminder in found:
        _tell(work, reminder)
    if len(found) == AT_ONCE:
        work.enqueue(JOB, {"activity_id": str(activity_id)})
    return len(found)


def _tell(work: Work, reminder: ActivityReminder) -> None:
    reminder.told_at = work.clock.now()
    activity = work.get(Activity, reminder.activity_id)
    if activity.owner_id is not None:
        work.emit(ActivityDue(activity.id, activity.owner_id))
