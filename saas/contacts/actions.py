"""What is done with contacts."""

from collections.abc import Mapping
from uuid import UUID

from saas.accounts.actions import region_of
from saas.accounts.model import Account
from saas.accounts.reach import read_phone
from saas.contacts.model import Contact
from saas.core.fields import assign, text_or_none, written
from saas.core.rights import Verb
from saas.core.work import Work
from saas.members.actions import get_owner, read_email

TEXTS = {"phone": "phone", "title": "title", "external_id": "externalId"}


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
    contact = work.lock(Contact, contact_id, field="id", version=version, to=Verb.DELETE)
    work.remove(contact)
    return contact


def restore_contact(work: Work, contact_id: UUID, *, version: int | None = None) -> Contact:
    contact = work.lock(Contact, contact_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    contact.deleted_at = None
    return contact


def _change(work: Work, contact: Contact, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name, field in TEXTS.items():
        if name in given:
            given[name] = text_or_none(given[name], field)
    if "email" in given:
        email = text_or_none(given["email"], "email")
        given["email"] = read_email(email) if email else None
    if given.get("account_id") is not None:
        work.get(Account, UUID(str(given["account_id"])), field="accountId")
    if work.origin is None and isinstance(phone := given.get("phone"), str):
        given["phone"] = read_phone(phone, _region(work, given.get("account_id", contact.account_id)))
    if "owner_id" in given and given["owner_id"] != contact.owner_id:
        work.permit(contact, Verb.SHARE, field="ownerId")
        get_owner(work, given["owner_id"])
    assign(contact, given)


def _region(work: Work, account_id: object) -> str | None:
    account = work.find(Account, UUID(str(account_id)), deleted=True) if account_id else None
    return region_of(work, account.country if account else None)
