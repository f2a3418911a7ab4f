"""Who sees an entry of a timeline: whoever sees what it tells."""

from typing import cast

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased

from saas.accounts.model import Account
from saas.activities.model import Activity
from saas.activities.sight import reaches
from saas.contacts.model import Contact
from saas.core.policy import Seen, visible
from saas.core.principal import Who
from saas.deals.model import Deal
from saas.files.model import Attachment
from saas.leads.model import Lead
from saas.timeline.model import TimelineEntry, TimelineKind


def _entries(who: Who, seen: Seen) -> ColumnElement[bool]:
    entry, file = cast("type[TimelineEntry]", seen), aliased(Attachment)
    of_a_record = ((TimelineKind.ACCOUNT_CREATED, entry.account_id, Account),
                   (TimelineKind.CONTACT_CREATED, entry.contact_id, Contact))  # fmt: skip
    return and_(
        or_(entry.activity_id.is_(None), reaches(who, entry.activity_id, Activity)),
        or_(entry.deal_event_id.is_(None), reaches(who, entry.deal_id, Deal)),
        or_(entry.lead_event_id.is_(None), reaches(who, entry.lead_id, Lead)),
        or_(entry.attachment_id.is_(None), exists().where(file.id == entry.attachment_id, visible(who, file))),
        *(or_(entry.kind != kind.value, reaches(who, key, model)) for kind, key, model in of_a_record),
    )


VISIBLE = {TimelineEntry: _entries}
