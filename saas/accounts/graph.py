"""Accounts in the graph."""

from datetime import datetime
from typing import Optional

import strawberry
from strawberry import UNSET

from saas.accounts import actions
from saas.accounts.model import Account
from saas.core.work import Work
from saas.graph.declare import (
    Connection,
    Money,
    MoneyInput,
    Node,
    changes,
    connection,
    key,
    key_or_none,
    money,
    mutation,
    node,
)
from saas.members.graph import MemberNode


@node(Account, one="account", many="accounts", order="name")
class AccountNode(Node):
    """A company that is sold to. `size` counts employees, `revenue` is a year's."""

    name: str
    industry: str | None
    size: int | None
    revenue: Money | None = money("revenue")
    country: str | None
    website: str | None
    phone: str | None
    founded_year: int | None
    external_id: str | None
    parent: Optional["AccountNode"]
    owner: MemberNode | None
    children: Connection["AccountNode"] = connection(order="name")
    version: int
    created_at: datetime
    updated_at: datetime


@strawberry.input
class CreateAccountInput:
    name: str
    industry: str | None = None
    size: int | None = None
    revenue: MoneyInput | None = None
    country: str | None = None
    website: str | None = None
    phone: str | None = None
    founded_year: int | None = None
    parent_id: strawberry.ID | None = None
    owner_id: strawberry.ID | None = None


@mutation(AccountNode)
def create_account(work: Work, input: CreateAccountInput) -> Account:
    """Adds an account; its owner is the acting member where none is named."""
    named = {name: value for name, value in changes(input).items() if value is not None}
    return actions.create_account(work, _read(named))


@strawberry.input
class UpdateAccountInput:
    id: strawberry.ID
    version: int | None = None
    name: str | None = UNSET
    industry: str | None = UNSET
    size: int | None = UNSET
    revenue: MoneyInput | None = UNSET
    country: str | None = UNSET
    website: str | None = UNSET
    phone: str | None = UNSET
    founded_year: int | None = UNSET
    parent_id: strawberry.ID | None = UNSET
    owner_id: strawberry.ID | None = UNSET


@mutation(AccountNode)
def update_account(work: Work, input: UpdateAccountInput) -> Account:
    """Changes the fields that are given."""
    return actions.edit_account(
        work, key(AccountNode, input.id), _read(changes(input, "id", "version")), version=input.version
    )


@strawberry.input
class AccountInput:
    id: strawberry.ID
    version: int | None = None


@mutation(AccountNode)
def delete_account(work: Work, input: AccountInput) -> Account:
    """Takes an account out of the lists; records that name it go on naming it."""
    return actions.delete_account(work, key(AccountNode, input.id), version=input.version)


@mutation(AccountNode)
def restore_account(work: Work, input: AccountInput) -> Account:
    """Takes a deletion back."""
    return actions.restore_account(work, key(AccountNode, input.id), version=input.version)


def _read(given: dict[str, object]) -> dict[str, object]:
    for name, cls in (("parent_id", AccountNode), ("owner_id", MemberNode)):
        if name in given:
            said = given[name]
            given[name] = key_or_none(cls, None if said is None else str(said))
    return given
