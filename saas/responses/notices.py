"""What members are told of the response clock."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy import select

from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.leads.model import Lead
from saas.responses.events import LeadEscalated


def _escalated(work: Work, event: object) -> Iterable[Told]:
    escalated = cast(LeadEscalated, event)
    name = work.first(select(Lead.name).where(Lead.id == escalated.lead_id))
    says = later("Nobody has tried to answer %(lead)s. Working minutes since it came in: %(minutes)s.")
    for member_id in escalated.member_ids if name is not None else ():
        yield Told(member_id, escalated.lead_id, says, {"lead": name, "minutes": escalated.minutes})


NOTICES = [
    Notice(
        "responses.escalated", later("Nobody answers a lead of my team"), LeadEscalated, Lead, "/leads/%s", _escalated,
        mail=Mailing.AT_ONCE, own=True, push=True, urgent=True,
    )
]  # fmt: skip
