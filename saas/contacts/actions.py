"""What is done with contacts."""

from collections.abc import Mapping
from uuid import UUID

from saas.accounts.model import Account
from saas.contacts import policy
from saas.contacts.model import Contact
from saas.core.fields import assign, text_or_none, written
from saas.core.work import Work
from saas.members.actions import read_email
from saas.members.model import Member

TEXTS = ("phone", "title", "external_id")


def create_contact(work: Work, fields: Mapping[str, object]) -> Contact:
    """Adds a person; `fields` are the columns by name. The owner is the acting member."""
    contact = work.add(Contact(owner_id=work.who.member_id))
    _change(work, contact, {"name": None, **fields})
    return contact


def edit_contact(work: Work, contact_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Contact:
    contact = work.lock(Contact, contact_id, field="id", version=version)
    _change(work, contact, fields)
    return contact


def delete_contact(work: Work, contact_id: UUID, *, version: int | None = None) -> Contact:
    contact = work.lock(Contact, contact_id, field="id", version=version)
    work.require(policy.may_delete(work.who, contact))
    work.remove(contact)
    return contact


def restore_contact(work: Work, contact_id: UUID) -> Contact:
    contact = work.lock(Contact, contact_id, field="id", deleted=True)
    work.require(policy.may_delete(work.who, contact))
    contact.deleted_at = None
    return contact


def _change(work: Work, contact: Contact, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name in TEXTS:
        if name in given:
            given[name] = text_or_none(given[name])
    if "email" in given:
        email = text_or_none(given["email"])
        given["email"] = read_email(email) if email else None
    if given.get("account_id") is not None:
        work.get(Account, UUID(str(given["account_id"])), field="accountId")
    if given.get("owner_id") is not None:
        work.get(Member, UUID(str(given["owner_id"])), field="ownerId")
    assign(contact, given)
