"""Who may see the response clock of a lead: whoever sees the lead."""

from saas.core.policy import through
from saas.leads.model import Lead
from saas.responses.model import ResponseEvent

VISIBLE = {ResponseEvent: through("lead_id", Lead)}

MIRRORS = {"ResponseEvent.by": "Lead.owner"}
