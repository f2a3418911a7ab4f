"""What is done with accounts."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from saas.accounts import policy
from saas.accounts.model import Account
from saas.core.errors import Invalid
from saas.core.fields import assign, money_into, text_or_none, written
from saas.core.work import Work
from saas.members.model import Member

TEXTS = ("industry", "country", "website", "phone", "external_id")
DEEPEST_HIERARCHY = 10
EARLIEST_YEAR = 1000


def create_account(work: Work, fields: Mapping[str, object]) -> Account:
    """Adds an account; `fields` are the columns by name and `revenue` as money. Its owner is the acting member."""
    account = work.add(Account(owner_id=work.who.member_id))
    _change(work, account, {"name": None, **fields})
    return account


def edit_account(work: Work, account_id: UUID, fields: Mapping[str, object], *, version: int | None = None) -> Account:
    account = work.lock(Account, account_id, field="id", version=version)
    _change(work, account, fields)
    return account


def delete_account(work: Work, account_id: UUID, *, version: int | None = None) -> Account:
    """Out of the lists; its contacts and deals stay and go on naming it."""
    account = work.lock(Account, account_id, field="id", version=version)
    work.require(policy.may_delete(work.who, account))
    work.remove(account)
    return account


def restore_account(work: Work, account_id: UUID) -> Account:
    account = work.lock(Account, account_id, field="id", deleted=True)
    work.require(policy.may_delete(work.who, account))
    account.deleted_at = None
    return account


def _change(work: Work, account: Account, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name in TEXTS:
        if name in given:
            given[name] = text_or_none(given[name])
    _check_numbers(work, given)
    if given.get("owner_id") is not None:
        work.get(Member, UUID(str(given["owner_id"])), field="ownerId")
    if "parent_id" in given:
        parent_id = given.pop("parent_id")
        account.belong_to(_line(work, UUID(str(parent_id))) if parent_id is not None else [])
    money_into(given, "revenue", default=work.tenant.currency)
    assign(account, given)


def _check_numbers(work: Work, given: Mapping[str, object]) -> None:
    size, year = given.get("size"), given.get("founded_year")
    if isinstance(size, int) and size < 0:
        raise Invalid("NEGATIVE", "This must not be below zero.", "size")
    if isinstance(year, int) and not EARLIEST_YEAR <= year <= work.clock.now().year:
        raise Invalid("BAD_YEAR", "This is not a year of the past.", "foundedYear")


def _line(work: Work, account_id: UUID) -> list[Account]:
    """The account and its ancestors, nearest first."""
    line = [work.get(Account, account_id, field="parentId")]
    while line[-1].parent_id is not None:
        above = work.first(select(Account).where(Account.id == line[-1].parent_id))
        if above is None:
            break
        line.append(above)
        if len(line) > DEEPEST_HIERARCHY:
            raise Invalid(
                "HIERARCHY_DEEP", "A hierarchy has at most %(most)s levels.", "parentId", most=DEEPEST_HIERARCHY
            )
    return line
