"""What the rules of assignment look at."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from saas.assignment.deciding import Facts, State
from saas.assignment.model import AssignmentRule, AssignmentSeat
from saas.company.queries import read_working_time
from saas.core.work import Work
from saas.leads.model import Lead, LeadAnswer
from saas.leads.words import OPEN
from saas.members.model import Member, MemberStatus


def list_rules(work: Work) -> list[AssignmentRule]:
    """Those that count, in their order."""
    active = select(AssignmentRule).where(AssignmentRule.active.is_(True), work.visible(AssignmentRule))
    return work.all(active.order_by(AssignmentRule.position, AssignmentRule.id))


def list_seats(work: Work, rule_id: UUID, *, hold: bool) -> list[AssignmentSeat]:
    """In their order; held, they are what they are after whoever decided before."""
    seats = select(AssignmentSeat).where(AssignmentSeat.rule_id == rule_id)
    in_order = seats.order_by(AssignmentSeat.position, AssignmentSeat.id)
    if not hold:
        return work.all(in_order)
    one_by_one = seats.order_by(AssignmentSeat.id).with_for_update().execution_options(populate_existing=True)
    return sorted(work.all(one_by_one), key=lambda seat: (seat.position, seat.id))


def read_facts(work: Work, lead_id: UUID) -> Facts:
    """Of one that the acting member sees."""
    return facts_of(work, work.get(Lead, lead_id, field="leadId"))


def facts_of(work: Work, lead: Lead) -> Facts:
    said = select(LeadAnswer.question, LeadAnswer.answer).where(LeadAnswer.lead_id == lead.id)
    answers = tuple((str(question), str(answer)) for question, answer in work.rows(said))
    return Facts(lead.source_id, lead.product_id, lead.country, lead.language, answers)


def read_states(work: Work, member_ids: Sequence[UUID], *, hours: bool = False) -> dict[UUID, State]:
    """Of all leads, whoever sees them: it is the product that counts. His hours are the company's on his own clock;
    unless `hours` are asked for, he is at work.
    """
    opened = (
        select(func.count())
        .where(Lead.owner_id == Member.id, Lead.status.in_(OPEN), Lead.deleted_at.is_(None))
        .correlate(Member)
        .scalar_subquery()
    )
    rows = work.rows(select(Member.id, Member.status, Member.time_zone, opened).where(Member.id.in_(member_ids)))
    time, now = read_working_time(work) if hours else None, work.clock.now()
    found = {
        cast(UUID, id_): State(
            status != MemberStatus.DISABLED, time is None or time.works_at(now, ZoneInfo(str(zone))), int(str(count))
        )
        for id_, status, zone, count in rows
    }
    return {one: found.get(one, State(works_here=False, at_work=False, open_leads=0)) for one in member_ids}
