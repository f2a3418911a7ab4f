"""Builders: accounts, also in lines one below the other."""

from uuid import UUID

from sqlalchemy import insert

from saas.accounts.model import Account
from saas.core.ids import new_id
from tests.members.make import Company, Json


def make_account(company: Company, name: str = "Acme", *, who: str = "olga", **given: object) -> Json:
    return company.do(who, "createAccount", name=name, **given)


def make_line(company: Company, levels: int, name: str = "Level") -> list[Json]:
    """The topmost first, each the parent of the next."""
    line: list[Json] = []
    for level in range(levels):
        line.append(make_account(company, f"{name} {level}", parentId=line[-1]["id"] if line else None))
    return line


def make_accounts(company: Company, count: int) -> list[UUID]:
    """Many at once, nobody's."""
    keys = [new_id() for _ in range(count)]
    with company.open() as work:
        work.bulk(insert(Account), [{"id": key, "name": f"Account {n}"} for n, key in enumerate(keys)])
    return keys
