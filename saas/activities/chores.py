"""Tasks that the product itself writes down, many at once: each for the owner of a lead, on his own calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from saas.activities.events import ActivitySettled
from saas.activities.kinds import ActivityKind, ActivityStatus, Priority
from saas.activities.links import FAR
from saas.activities.model import Activity, ActivityLink
from saas.core.fields import legible
from saas.core.ids import new_id
from saas.core.work import Work
from saas.leads.model import Lead
from saas.members.model import Member

LONGEST_SUBJECT = 300


@dataclass(frozen=True, slots=True)
class Chore:
    """It is for today."""

    lead: Lead
    owner: Member
    subject: str


def give_chores(work: Work, chores: Sequence[Chore]) -> None:
    """Yet to be written, along with the leads. Whose they are is told of the lead, and of nothing else."""
    for chore in chores:
        activity = work.add(_task(work, chore))
        awaited_at = activity.falls_at or FAR
        link = ActivityLink(activity_id=activity.id, lead_id=chore.lead.id, derived=False, opens=True)
        link.awaited_at = awaited_at
        work.add(link)
        work.emit(ActivitySettled(activity))


def _task(work: Work, chore: Chore) -> Activity:
    zone, now = chore.owner.time_zone, work.clock.now()
    activity = Activity(
        id=new_id(), kind=ActivityKind.TASK, status=ActivityStatus.OPEN, author_id=work.who.member_id, created_at=now,
        subject=legible(chore.subject, "subject")[:LONGEST_SUBJECT], owner_id=chore.owner.id,
        due_on=work.clock.today(zone), priority=Priority.HIGH,
    )  # fmt: skip
    activity.settle(ZoneInfo(zone), now)
    return activity
