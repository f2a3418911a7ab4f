"""How a conversion is taken apart."""

from typing import cast
from uuid import UUID

from sqlalchemy import Select, select

from saas.accounts.model import Account
from saas.activities.along import let_go
from saas.activities.model import ActivityLink
from saas.consents.actions import take_back
from saas.contacts.model import Contact
from saas.conversions.model import LeadConversion
from saas.conversions.traces import Part, read_part, read_traces
from saas.core.work import Work
from saas.deals.model import Deal
from saas.files.moving import move_files

Record = Account | Contact | Deal


def take_apart(work: Work, conversion: LeadConversion) -> None:
    """In the other order than it was put together: the deal names the person, and he the company."""
    traces = read_traces(conversion.traces)
    if traces.to is not None:
        kind, key = traces.to
        let_go(work, traces.activities, (kind.lower(), key))
        move_files(work, traces.to, ("Lead", conversion.lead_id), traces.files)
    take_back(work, list(traces.consents))
    work.flush()
    parts: tuple[tuple[str, type[Record], UUID | None, bool], ...] = (
        ("deal", Deal, conversion.deal_id, conversion.deal_made),
        ("contact", Contact, conversion.contact_id, conversion.contact_made),
        ("account", Account, conversion.account_id, conversion.account_made),
    )
    for name, model, key_, made in parts:
        record = cast("Record | None", work.find(model, key_)) if key_ is not None else None
        if record is None:
            continue
        part = read_part(conversion.traces, name)
        if made:
            _unmake(work, record, part)
        else:
            _empty(work, record, part)
        work.flush()


def _unmake(work: Work, record: Record, part: Part) -> None:
    """A record that somebody has changed, or hung something on, since then is somebody's: it stays."""
    if record.version == part.version and not _is_used(work, record):
        work.remove(work.follow(record))


def _empty(work: Work, record: Record, part: Part) -> None:
    for name, value in part.filled.items():
        if str(getattr(record, name)) == value:
            setattr(work.follow(record), name, None)


def _is_used(work: Work, record: Record) -> bool:
    return any(work.first(one.limit(1)) is not None for one in _users(record))


def _users(record: Record) -> list[Select[UUID]]:
    name = f"{record.__tablename__}_id"
    hanging = select(ActivityLink.id).where(getattr(ActivityLink, name) == record.id)
    if isinstance(record, Deal):
        return [hanging]
    of_deals = select(Deal.id).where(getattr(Deal, name) == record.id, Deal.deleted_at.is_(None))
    if isinstance(record, Contact):
        return [hanging, of_deals]
    people = select(Contact.id).where(Contact.account_id == record.id, Contact.deleted_at.is_(None))
    below = select(Account.id).where(Account.parent_id == record.id, Account.deleted_at.is_(None))
    return [hanging, of_deals, people, below]
