"""What a lead's history tells, and who hears of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import insert

from saas.core.work import Work
from saas.leads.events import LeadGiven, LeadMoved, LeadReceived
from saas.leads.model import Lead, LeadEvent
from saas.leads.words import LeadEventKind, LeadStatus
from saas.members.events import RecordsGiven


@contextmanager
def standing(work: Work, lead: Lead) -> Iterator[None]:
    """Tells the change of status that happens inside, and how long the lead had stood where it was."""
    before, since = LeadStatus(lead.status), lead.status_entered_at
    yield
    tell(
        work, lead, LeadEventKind.STATUS, from_status=before, to_status=lead.status,
        seconds=int((lead.status_entered_at - since).total_seconds()),
        unfit_reason=lead.unfit_reason, unfit_remark=lead.unfit_remark,
    )  # fmt: skip
    work.emit(LeadMoved(lead.id, before, LeadStatus(lead.status)))


def tell(work: Work, lead: Lead, kind: LeadEventKind, /, **facts: object) -> None:
    work.add(LeadEvent(lead_id=lead.id, kind=kind, at=work.clock.now(), by_id=work.who.member_id, **facts))


def announce_received(work: Work, leads: Sequence[Lead]) -> None:
    """That they are there, and were not before; they are yet to be written. Not of those that were answered elsewhere,
    for which no clock begins.
    """
    work.emit_all([LeadReceived(lead) for lead in leads])


def announce(work: Work, lead: Lead) -> None:
    """That it is somebody's; not of an import, which tells of the past."""
    if lead.owner_id is not None and work.origin is None:
        work.emit(LeadGiven(lead, lead.owner_id, work.who.member_id))


def announce_all(work: Work, leads: Sequence[Lead]) -> None:
    """Of new ones that are written: those that are somebody's."""
    given = [LeadGiven(lead, lead.owner_id, work.who.member_id) for lead in leads if lead.owner_id is not None]
    work.emit_all(given)


def tell_given(work: Work, event: RecordsGiven) -> None:
    """Of a member who leaves his leads to another one."""
    if event.model is not Lead:
        return
    facts = {
        "kind": LeadEventKind.OWNER, "at": work.clock.now(), "by_id": work.who.member_id,
        "from_owner_id": event.from_id, "to_owner_id": event.to_id,
    }  # fmt: skip
    work.bulk(insert(LeadEvent), [{"lead_id": id_, **facts} for id_ in event.ids])
