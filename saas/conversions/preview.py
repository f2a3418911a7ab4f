"""What a conversion would do, told before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from saas.accounts.model import Account
from saas.activities.model import Activity, ActivityLink
from saas.consents.model import Consent
from saas.contacts.model import Contact
from saas.conversions.going import account_fields, contact_fields, deal_name, missing
from saas.conversions.matching import Matches
from saas.conversions.queries import find_matches
from saas.core.fields import camel
from saas.core.work import Work
from saas.files.moving import count_files
from saas.leads.model import Lead


@dataclass(frozen=True, slots=True)
class Preview:
    """`fills` are the fields, by the names of the graph, that a matched record lacks and would get."""

    matches: Matches
    fills: Mapping[UUID, list[str]]
    contact_name: str
    account_name: str
    deal_name: str
    activities: int
    files: int
    consents: int


def preview_conversion(work: Work, lead_id: UUID) -> Preview:
    lead = work.get(Lead, lead_id, field="leadId")
    lead.must_be_open()
    matches = find_matches(work, lead)
    account = work.find(Account, matches.account_id) if matches.account_id else None
    fills = {one.id: _fills(work, Account, one.id, account_fields(lead)) for one in matches.accounts}
    fills |= {one.id: _fills(work, Contact, one.id, contact_fields(lead, account)) for one in matches.contacts}
    return Preview(
        matches, fills, lead.name, lead.company or lead.name, deal_name(lead), _activities(work, lead),
        count_files(work, ("Lead", lead.id)), _consents(work, lead),
    )  # fmt: skip


def _fills(work: Work, model: type[Account] | type[Contact], key: UUID, fields: Mapping[str, object]) -> list[str]:
    record = work.find(model, key)
    return [] if record is None else [camel(name.split("_")) for name in missing(work, record, fields)]


def _activities(work: Work, lead: Lead) -> int:
    """Of those that the member sees."""
    hanging = select(ActivityLink.activity_id).where(ActivityLink.lead_id == lead.id)
    return work.all(select(func.count(Activity.id)).where(Activity.id.in_(hanging), work.visible(Activity)))[0]


def _consents(work: Work, lead: Lead) -> int:
    return work.all(select(func.count(Consent.id)).where(Consent.lead_id == lead.id))[0]
