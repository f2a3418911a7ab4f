"""What members are told of leads."""

from collections.abc import Iterable
from typing import cast

from saas.core.notices import Mailing, Notice, Told
from saas.core.texts import later
from saas.core.work import Work
from saas.leads.events import LeadGiven
from saas.leads.model import Lead


def _given(_work: Work, event: object) -> Iterable[Told]:
    """Also by one who does not see it any more, now that it is another's; whether that one may, is asked of him."""
    given = cast(LeadGiven, event)
    about, params = given.lead.id, {"lead": given.lead.name}
    if given.by_id is None and given.lead.ripe_at is not None:
        yield Told(given.owner_id, about, later("A new lead for you, and a ripe one: %(lead)s."), params)
    elif given.by_id is None:
        yield Told(given.owner_id, about, later("A new lead for you: %(lead)s."), params)
    else:
        yield Told(given.owner_id, about, later("%(actor)s gave you the lead %(lead)s."), params)


NOTICES = [
    Notice(
        "leads.given", later("A lead is given to me"), LeadGiven, Lead, "/leads/%s", _given, mail=Mailing.AT_ONCE,
        push=True, urgent=True,
    )
]  # fmt: skip
