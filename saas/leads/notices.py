"""What members are told of leads."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy import select

from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.leads.events import LeadGiven
from saas.leads.model import Lead


def _given(work: Work, event: object) -> Iterable[Told]:
    """Also by one who does not see it any more, now that it is another's; whether that one may, is asked of him."""
    given = cast(LeadGiven, event)
    name = work.first(select(Lead.name).where(Lead.id == given.lead_id))
    if name is None:
        return
    if given.by_id is None:
        yield Told(given.owner_id, given.lead_id, later("A new lead for you: %(lead)s."), {"lead": name})
    else:
        yield Told(given.owner_id, given.lead_id, later("%(actor)s gave you the lead %(lead)s."), {"lead": name})


NOTICES = [
    Notice("leads.given", later("A lead is given to me"), LeadGiven, Lead, "/leads/%s", _given, mail=Mailing.AT_ONCE)
]
