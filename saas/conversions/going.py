"""Where the parts of a lead go: the columns of a new record, and those that a matched one lacks."""

from collections.abc import Mapping

from saas.accounts.model import Account
from saas.accounts.reach import parse_website
from saas.contacts.model import Contact
from saas.core.work import Work
from saas.leads.domains import work_domain
from saas.leads.model import Lead


def account_fields(lead: Lead) -> dict[str, object]:
    """Who names no company is one himself."""
    domain = work_domain(lead.email)
    website = parse_website(domain) if domain else None
    return {"name": lead.company or lead.name, "country": lead.country, "website": website}


def contact_fields(lead: Lead, account: Account | None) -> dict[str, object]:
    home = account.id if account else None
    return {"name": lead.name, "email": lead.email, "phone": lead.phone, "title": lead.title, "account_id": home}


def missing(work: Work, record: Account | Contact, fields: Mapping[str, object]) -> dict[str, object]:
    """What the record does not have yet; nothing that it has is replaced, and what the role hides stays alone."""
    kind = type(record).__name__
    shown = {name: value for name, value in fields.items() if not work.rights.locks(kind, name.removesuffix("_id"))}
    return {name: value for name, value in shown.items() if value is not None and getattr(record, name) is None}


def deal_name(lead: Lead) -> str:
    return lead.company or lead.name
