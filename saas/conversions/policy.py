"""Who may see conversions: who sees the lead."""

from saas.conversions.model import LeadConversion
from saas.core.policy import through
from saas.leads.model import Lead

VISIBLE = {LeadConversion: through("lead_id", Lead)}

MIRRORS = {"LeadConversion.account": ("Deal.account", "Contact.account"), "LeadConversion.contact": "Deal.contact"}
