"""Contacts in the graph."""

from datetime import datetime

import strawberry
from strawberry import UNSET

from saas.accounts.graph import AccountNode
from saas.contacts import actions
from saas.contacts.model import Contact
from saas.core.work import Work
from saas.graph.declare import Connection, Node, changes, connection, edge, key, key_or_none, mutation, node
from saas.members.graph import MemberNode


@node(Contact, one="contact", many="contacts", order="name", search_through=("account",))
class ContactNode(Node):
    """A person whom the company knows."""

    name: str
    email: str | None
    phone: str | None
    title: str | None
    external_id: str | None
    account: AccountNode | None
    owner: MemberNode | None
    version: int
    created_at: datetime
    updated_at: datetime


contacts: Connection[ContactNode] = connection(order="name")
edge(AccountNode, "contacts", contacts)


@strawberry.input
class CreateContactInput:
    name: str
    email: str | None = None
    phone: str | None = None
    title: str | None = None
    account_id: strawberry.ID | None = None
    owner_id: strawberry.ID | None = None


@mutation(ContactNode)
def create_contact(work: Work, input: CreateContactInput) -> Contact:
    """Adds a person; the owner is the acting member where none is named."""
    named = {name: value for name, value in changes(input).items() if value is not None}
    return actions.create_contact(work, _read(named))


@strawberry.input
class UpdateContactInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    email: str | None = UNSET
    phone: str | None = UNSET
    title: str | None = UNSET
    account_id: strawberry.ID | None = UNSET
    owner_id: strawberry.ID | None = UNSET


@mutation(ContactNode)
def update_contact(work: Work, input: UpdateContactInput) -> Contact:
    """Changes the fields that are given."""
    return actions.edit_contact(
        work, key(ContactNode, input.id), _read(changes(input, "id", "version")), version=input.version
    )


@strawberry.input
class ContactInput:
    id: strawberry.ID
    version: int | None = None


@mutation(ContactNode)
def delete_contact(work: Work, input: ContactInput) -> Contact:
    """Takes a person out of the lists."""
    return actions.delete_contact(work, key(ContactNode, input.id), version=input.version)


@mutation(ContactNode)
def restore_contact(work: Work, input: ContactInput) -> Contact:
    """Takes a deletion back."""
    return actions.restore_contact(work, key(ContactNode, input.id), version=input.version)


def _read(given: dict[str, object]) -> dict[str, object]:
    for name, cls in (("account_id", AccountNode), ("owner_id", MemberNode)):
        if name in given:
            said = given[name]
            given[name] = key_or_none(cls, None if said is None else str(said))
    return given
