"""When a lead that nobody tries to answer is told of, and to whom.

Where the company, or the source, sets after how many working minutes, every lead has a job in the queue for that
moment, put there by the transaction that takes it in. The job looks at everything anew.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from saas.company.queries import find_company, read_working_time
from saas.core.rights import Role
from saas.core.work import Work
from saas.leads.model import Lead
from saas.members.model import Member, MemberStatus, Team
from saas.sources.model import Source

JOB = "responses.escalate_lead"


def expect(work: Work, leads: Sequence[Lead]) -> None:
    """Has each looked at when its time is over; not at all where nothing is set."""
    of_source = dict[UUID | None, int | None]()
    for lead in leads:
        if lead.source_id not in of_source:
            of_source[lead.source_id] = minutes_of(work, lead)
        minutes = of_source[lead.source_id]
        due = None if minutes is None else _moment(work, lead.received_at, minutes)
        if due is not None:
            work.enqueue(JOB, {"lead_id": str(lead.id)}, run_at=max(due, work.clock.now()))


def minutes_of(work: Work, lead: Lead) -> int | None:
    """What its source says, where it says something, or else the company; None is never."""
    own = None
    if lead.source_id is not None:
        own = work.first(select(Source.escalate_after).where(Source.id == lead.source_id))
    if own is None:
        company = find_company(work)
        own = None if company is None else company.escalate_after
    return own or None


def managers_of(work: Work, lead: Lead) -> tuple[UUID, ...]:
    """The nearest manager above its owner; where there is none, whoever administers the company."""
    nearest = next(_above(work, lead.owner_id), None)
    if nearest is not None:
        return (nearest,)
    active = Member.status == MemberStatus.ACTIVE, work.visible(Member)
    administers = Member.role.in_([Role.OWNER, Role.ADMIN])
    return tuple(work.all(select(Member.id).where(administers, *active).order_by(Member.id)))


def _above(work: Work, owner_id: UUID | None) -> Iterator[UUID]:
    owner = None if owner_id is None else work.find(Member, owner_id, deleted=True)
    team_id = None if owner is None else owner.team_id
    while team_id is not None and (team := work.find(Team, team_id)) is not None:
        manager = None if team.manager_id in {None, owner_id} else work.find(Member, team.manager_id)
        if manager is not None and manager.status == MemberStatus.ACTIVE:
            yield manager.id
        team_id = team.parent_id


def _moment(work: Work, since: datetime, minutes: int) -> datetime | None:
    return read_working_time(work).later(since, minutes * 60, ZoneInfo(work.tenant.time_zone))
