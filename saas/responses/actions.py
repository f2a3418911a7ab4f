"""What the response clock hears and tells. Nothing of it is ever changed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, or_, select

from saas.activities.events import ActivitySettled
from saas.activities.kinds import ActivityStatus
from saas.activities.model import Activity, ActivityLink
from saas.core.errors import Invalid
from saas.core.events import Hearing
from saas.core.work import Work
from saas.leads.events import LeadGiven, LeadReceived
from saas.leads.model import Lead
from saas.responses.escalation import expect, managers_of, minutes_of
from saas.responses.events import LeadEscalated, ResponseTold
from saas.responses.model import ResponseChannel, ResponseEvent, ResponseKind
from saas.responses.queries import working_seconds, working_waits
from saas.responses.standing import TALKS, TRIED, counts, reached


def see_lead(work: Work, lead_id: UUID) -> Lead:
    """That its owner has looked at it; of others, and again, nothing is told."""
    lead = work.get(Lead, lead_id, field="id")
    if lead.owner_id is None or lead.owner_id != work.who.member_id:
        return lead
    work.lock(Lead, lead_id, to=None)
    there = ResponseEvent.lead_id == lead_id, ResponseEvent.kind == ResponseKind.SEEN
    if work.first(select(ResponseEvent.id).where(*there)) is None:
        _tell(work, lead, ResponseKind.SEEN, work.clock.now())
        _be_heard(work, [lead])
    return lead


def log_response(
    work: Work, lead_id: UUID, channel: ResponseChannel, kind: ResponseKind, *, at: datetime | None = None
) -> Lead:
    """By mail or chat: an attempt, a contact, or that a machine answered. Calls and meetings are activities."""
    lead, now = work.lock(Lead, lead_id, field="id"), work.clock.now()
    if channel not in {ResponseChannel.MAIL, ResponseChannel.CHAT}:
        raise Invalid("LOG_ACTIVITY", "Log a call or a meeting as an activity of the lead.", "channel")
    if kind not in {ResponseKind.AUTOMATIC, ResponseKind.ATTEMPTED, ResponseKind.CONTACTED}:
        raise Invalid("NO_RESPONSE", "A response is automatic, an attempt or a contact.", "kind")
    if at is not None and not lead.received_at <= at <= now:
        message = "A response comes after the lead and not in the future."
        raise Invalid("BAD_RESPONSE_TIME", message, "at")
    _tell(work, lead, kind, at or now, channel=channel)
    _be_heard(work, [lead])
    return lead


def escalate_lead(work: Work, lead_id: UUID) -> None:
    """Tells a manager, once, that nobody has tried to answer; not before the time that is set now is over."""
    lead = work.lock(Lead, lead_id, field="id", deleted=True, to=None)
    minutes = minutes_of(work, lead) if lead.is_open and lead.deleted_at is None else None
    if minutes is None or _is_settled(work, lead):
        return
    now = work.clock.now()
    if working_seconds(work, lead.received_at, now) < minutes * 60:
        expect(work, [lead])
        return
    told = managers_of(work, lead)
    _tell(work, lead, ResponseKind.ESCALATED, now, by_id=told[0] if len(told) == 1 else None)
    _be_heard(work, [lead])
    work.emit(LeadEscalated(lead.id, told, minutes))


def begin(work: Work, events: Sequence[LeadReceived]) -> None:
    """The leads are yet to be written, and this along with them."""
    leads = [event.lead for event in events]
    for lead in leads:
        work.add(_event(work, lead, ResponseKind.RECEIVED, lead.received_at, wall_seconds=0, business_seconds=0))
    expect(work, leads)


def note_owners(work: Work, events: Sequence[LeadGiven]) -> None:
    now = work.clock.now()
    waits = working_waits(work, [event.lead.received_at for event in events], now)
    for event, business in zip(events, waits, strict=True):
        wall = int((now - event.lead.received_at).total_seconds())
        told = {"by_id": event.owner_id, "wall_seconds": wall, "business_seconds": business}
        work.add(_event(work, event.lead, ResponseKind.ASSIGNED, now, **told))
    work.flush()


def note_activity(work: Work, event: ActivitySettled) -> None:
    """A call or meeting with a lead took place; told once, and once more where it turns out to have reached him."""
    activity = event.activity
    if activity.kind not in TALKS or activity.status != ActivityStatus.DONE or activity.deleted_at is not None:
        return
    hanging = select(Lead).join(ActivityLink, ActivityLink.lead_id == Lead.id)
    leads = work.all(hanging.where(ActivityLink.activity_id == activity.id).order_by(Lead.id))
    if not leads:
        return
    kind = ResponseKind.CONTACTED if reached(activity) else ResponseKind.ATTEMPTED
    there = ResponseEvent.activity_id == activity.id, ResponseEvent.kind == kind
    told = set(work.all(select(ResponseEvent.lead_id).where(*there)))
    new = [lead for lead in leads if lead.id not in told]
    for lead in new:
        facts = {"channel": ResponseChannel(activity.kind), "activity_id": activity.id, "by_id": _by(activity)}
        _tell(work, lead, kind, max(activity.at, lead.received_at), **facts)
    _be_heard(work, new)


LISTENS = {LeadReceived: [Hearing(begin)], LeadGiven: [Hearing(note_owners)], ActivitySettled: [note_activity]}


def _is_settled(work: Work, lead: Lead) -> bool:
    """Somebody has tried, or it was escalated before."""
    tried = and_(ResponseEvent.kind.in_(TRIED), counts(ResponseEvent))
    there = select(ResponseEvent.id).where(
        ResponseEvent.lead_id == lead.id, or_(ResponseEvent.kind == ResponseKind.ESCALATED, tried)
    )
    return work.first(there.limit(1)) is not None


def _tell(work: Work, lead: Lead, kind: ResponseKind, at: datetime, /, **facts: object) -> None:
    wall = int((at - lead.received_at).total_seconds())
    business = working_seconds(work, lead.received_at, at) if wall else 0
    work.add(_event(work, lead, kind, at, wall_seconds=wall, business_seconds=business, **facts))


def _be_heard(work: Work, leads: Sequence[Lead]) -> None:
    work.flush()
    work.emit_all([ResponseTold(lead.id) for lead in leads])


def _event(work: Work, lead: Lead, kind: ResponseKind, at: datetime, /, **facts: object) -> ResponseEvent:
    return ResponseEvent(**{"lead_id": lead.id, "kind": kind, "at": at, "by_id": work.who.member_id, **facts})


def _by(activity: Activity) -> UUID | None:
    return activity.done_by_id or activity.owner_id
