"""Who may see consents: who sees the lead or contact whose they are."""

from typing import cast

from sqlalchemy import ColumnElement, exists, or_
from sqlalchemy.orm import aliased

from saas.consents.model import Consent
from saas.contacts.model import Contact
from saas.core.policy import Seen, visible
from saas.core.principal import Who
from saas.leads.model import Lead


def _theirs(who: Who, seen: Seen) -> ColumnElement[bool]:
    consent, lead, contact = cast("type[Consent]", seen), aliased(Lead), aliased(Contact)
    return or_(
        exists().where(lead.id == consent.lead_id, visible(who, lead)).correlate(consent),
        exists().where(contact.id == consent.contact_id, visible(who, contact)).correlate(consent),
    )


VISIBLE = {Consent: _theirs}
