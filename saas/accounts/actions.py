"""What is done with accounts."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from saas.accounts.countries import country_code, country_name, home_country
from saas.accounts.model import Account
from saas.accounts.reach import read_phone, read_website
from saas.core.errors import Invalid
from saas.core.fields import assign, money_into, text_or_none, written
from saas.core.rights import Verb
from saas.core.work import Work
from saas.members.actions import get_owner

TEXTS = {
    "industry": "industry", "country": "country", "website": "website", "phone": "phone", "external_id": "externalId",
}  # fmt: skip
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
    account = work.lock(Account, account_id, field="id", version=version, to=Verb.DELETE)
    work.remove(account)
    return account


def restore_account(work: Work, account_id: UUID, *, version: int | None = None) -> Account:
    """Back into the lists, under the parent that it had, deleted or not."""
    account = work.lock(Account, account_id, field="id", version=version, deleted=True, to=Verb.DELETE)
    account.deleted_at = None
    return account


def region_of(work: Work, country: str | None) -> str | None:
    """Where a telephone number without its country's code is from: the country, else the company's own."""
    known = country_code(country) if country else None
    return known or home_country(work.tenant.time_zone, work.tenant.locale)


def _change(work: Work, account: Account, fields: Mapping[str, object]) -> None:
    given = dict(fields)
    if "name" in given:
        given["name"] = written(given["name"], "name")
    for name, field in TEXTS.items():
        if name in given:
            given[name] = text_or_none(given[name], field)
    if work.origin is None:
        _clean(work, account, given)
    _check_numbers(work, given)
    if "owner_id" in given and given["owner_id"] != account.owner_id:
        work.permit(account, Verb.SHARE, field="ownerId")
        get_owner(work, given["owner_id"])
    if "parent_id" in given:
        parent_id = given.pop("parent_id")
        _place(work, account, UUID(str(parent_id)) if parent_id is not None else None)
    money_into(given, "revenue", default=work.tenant.currency)
    assign(account, given)


def _clean(work: Work, account: Account, given: dict[str, object]) -> None:
    """One form of what a person types; an import has read, and told, what it brings."""
    if isinstance(country := given.get("country"), str):
        given["country"] = country_name(country)
    if isinstance(website := given.get("website"), str):
        given["website"] = read_website(website)
    if isinstance(phone := given.get("phone"), str):
        country = given.get("country", account.country)
        given["phone"] = read_phone(phone, region_of(work, country if isinstance(country, str) else None))


def _check_numbers(work: Work, given: Mapping[str, object]) -> None:
    size, year = given.get("size"), given.get("founded_year")
    if isinstance(size, int) and size < 0:
        raise Invalid("NEGATIVE", "This must not be below zero.", "size")
    if isinstance(year, int) and not EARLIEST_YEAR <= year <= work.clock.now().year:
        raise Invalid("BAD_YEAR", "This is not a year of the past.", "foundedYear")


def _place(work: Work, account: Account, parent_id: UUID | None) -> None:
    """Under a parent, or under none. All above are locked: two accounts at once do not come to stand on each other."""
    if parent_id == account.parent_id:
        return
    line = _line(work, parent_id) if parent_id is not None else []
    account.belong_to(line)
    if len(line) + _height(work, account) > DEEPEST_HIERARCHY:
        raise Invalid("HIERARCHY_DEEP", "A hierarchy has at most %(most)s levels.", "parentId", most=DEEPEST_HIERARCHY)


def _line(work: Work, account_id: UUID) -> list[Account]:
    """The account and its ancestors, nearest first, deleted ones too: they may come back."""
    line = [work.lock(Account, account_id, field="parentId", to=None)]
    while line[-1].parent_id is not None and len(line) <= DEEPEST_HIERARCHY:
        line.append(work.lock(Account, line[-1].parent_id, deleted=True, to=None))
    return line


def _height(work: Work, account: Account) -> int:
    """Levels from the account down to the lowest below it; a new one has none below."""
    height, level = 1, [account.id]
    while height <= DEEPEST_HIERARCHY:
        below = select(Account.id).where(Account.parent_id.in_(level), work.visible(Account, deleted=True))
        level = work.all(below) if account.id else []
        if not level:
            break
        height += 1
    return height
