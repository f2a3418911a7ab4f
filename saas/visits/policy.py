"""Who may see visits: whoever sees the lead. Those of a visitor who is none yet are shown to nobody."""

from typing import cast

from sqlalchemy import ColumnElement, and_

from saas.core.policy import Seen, through
from saas.core.principal import Who
from saas.leads.model import Lead
from saas.visits.model import PageView, Visit

_seen_with_lead = through("lead_id", Lead)


def _of_leads(who: Who, seen: Seen) -> ColumnElement[bool]:
    return and_(cast("type[Visit]", seen).lead_id.is_not(None), _seen_with_lead(who, seen))


VISIBLE = {Visit: _of_leads, PageView: through("visit_id", Visit)}

MIRRORS = {
    "Lead.presence": "Lead.visits",
    "Visit.landingPage": "Lead.landingPage",
    "Visit.referrer": "Lead.referrer",
    "Visit.source": "Lead.source",
}
