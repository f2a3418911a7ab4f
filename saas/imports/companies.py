"""Rows of accounts and contacts: parents before their subsidiaries, accounts before their people."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from statistics import median
from uuid import UUID

from saas.core.errors import Plural
from saas.core.texts import later
from saas.imports.ledger import likeness
from saas.imports.lexicon import INDUSTRIES, words
from saas.imports.matching import Book, company_key
from saas.imports.records import Record, Source
from saas.imports.staff import refer_member
from saas.imports.world import World, refer

_SCALES = (1, 1_000, 1_000_000)
_LIKELY = range(10_000, 10_000_000)
_ACCOUNT = ("name", "external_id", "industry", "founded_year", "currency", "size", "country", "website", "phone")
_CONTACT = ("external_id", "email", "phone", "title")


def plan_accounts(world: World, source: Source, records: Sequence[Record]) -> None:
    _Accounts(world, source, records).plan()


def refer_account(world: World, column: str, name: str) -> UUID:
    return refer(world, world.accounts, (column, name), lambda: {"name": name})


def plan_contacts(world: World, source: Source, records: Sequence[Record]) -> None:
    for record in records:
        name = record.text("name") or " ".join(filter(None, (record.text("first_name"), record.text("last_name"))))
        name = name or (record.text("email") or "").partition("@")[0]
        if not name:
            world.plan.refuse(record.origin, "NAME_MISSING", later("This row has no name."))
            continue
        given = {field: record.values[field] for field in _CONTACT if field in record.values} | {"name": name}
        account, owner = record.text("account"), record.text("owner")
        if account is not None:
            given["account_id"] = refer_account(world, source.header_of("account") or "", account)
        if owner is not None:
            given["owner_id"] = refer_member(world, source.header_of("owner") or "", owner)
        alike = {"likeness": likeness(name, given.get("account_id"))}
        world.contacts.place(world.plan, record.origin, _contact(world, {**alike, **given}), (given, alike))


def refer_contact(world: World, column: str, name: str, account: UUID | None) -> UUID:
    return refer(
        world,
        world.contacts,
        (column, name),
        lambda: {"name": name, "account_id": account, "likeness": likeness(name, account)},
    )


def _contact(world: World, given: Mapping[str, object]) -> UUID | None:
    """A contact is known by its number, else by its address, else by its name within its account."""
    for field in ("external_id", "email", "likeness"):
        value = given.get(field)
        if isinstance(value, str):
            return world.contacts.by_key(field, value)
    return None


class _Accounts:
    """One file of accounts; a row is placed when its parent is."""

    def __init__(self, world: World, source: Source, records: Sequence[Record]) -> None:
        self._world, self._source, self._records = world, source, records
        self._rows = {company_key(record.text("name") or ""): record for record in reversed(records)}
        self._placed: dict[int, UUID | None] = {}
        self._scale = self._find_scale()

    def plan(self) -> None:
        for record in self._records:
            self._place(record, ())
        self._tell_misspellings()

    def _place(self, record: Record, below: tuple[int, ...]) -> UUID | None:
        line = record.origin.line
        if line in self._placed:
            return self._placed[line]
        if line in below:
            self._refuse(record, "HIERARCHY_CIRCLE", later("An account cannot belong to itself or to one below it."))
            return None
        given = self._given(record, (*below, line))
        if line not in self._placed:
            self._placed[line] = None if given is None else self._settle(record, given)
        return self._placed[line]

    def _settle(self, record: Record, given: dict[str, object]) -> UUID | None:
        accounts = self._world.accounts
        id = accounts.by_key("external_id", record.text("external_id"))
        if id is None and "external_id" not in given:
            id = accounts.by_name(record.text("name"))
        besides = {"currency": self._world.plan.habits.currency} if "revenue" in given else {}
        return accounts.place(self._world.plan, record.origin, id, (given, besides))

    def _given(self, record: Record, below: tuple[int, ...]) -> dict[str, object] | None:
        if record.text("name") is None:
            self._world.plan.refuse(record.origin, "NAME_MISSING", later("This row has no name."))
            return None
        given = {field: record.values[field] for field in _ACCOUNT if field in record.values}
        revenue, owner = record.values.get("revenue"), record.text("owner")
        if isinstance(revenue, Decimal):
            given["revenue"] = revenue * self._scale
        if record.text("parent") is not None:
            given["parent_id"] = self._parent(record, below)
        if owner is not None:
            given["owner_id"] = refer_member(self._world, self._source.header_of("owner") or "", owner)
        return given

    def _parent(self, record: Record, below: tuple[int, ...]) -> UUID | None:
        """None when the parent's own row is refused: so is this one."""
        name = record.text("parent") or ""
        row = self._rows.get(company_key(name))
        if row is None:
            return refer_account(self._world, self._source.header_of("parent") or "", name)
        placed = self._place(row, below)
        if placed is None and record.origin.line not in self._placed:
            self._refuse(record, "PARENT_REFUSED", later("The row of its parent company is refused."))
        return placed

    def _refuse(self, record: Record, code: str, message: str) -> None:
        self._world.plan.refuse(record.origin, code, message)
        self._placed[record.origin.line] = None

    def _find_scale(self) -> int:
        """Sums that would be no year's revenue for so many employees are thousands or millions."""
        pairs = [(each.values.get("revenue"), each.values.get("size")) for each in self._records]
        shares = [
            sum_ / size for sum_, size in pairs if isinstance(sum_, Decimal) and isinstance(size, int) and size > 0
        ]
        if not shares:
            return 1
        usual = median(shares)
        scale = next((scale for scale in _SCALES if int(usual * scale) in _LIKELY), 1)
        if scale > 1:
            self._tell_scale(scale, int(usual * scale))
        return scale

    def _tell_scale(self, scale: int, share: int) -> None:
        messages = {
            1_000: later("%(column)s is in thousands of %(currency)s: that makes a likely %(share)s an employee."),
            1_000_000: later("%(column)s is in millions of %(currency)s: that makes a likely %(share)s an employee."),
        }
        currency, column = self._world.plan.habits.currency, self._source.header_of("revenue")
        self._world.plan.note("REVENUE_SCALE", messages[scale], column=column, currency=currency, share=f"{share:,}")

    def _tell_misspellings(self) -> None:
        message = Plural(
            "%(count)s row says %(value)s in %(column)s: is %(mend)s meant? It was kept as it is.",
            "%(count)s rows say %(value)s in %(column)s: is %(mend)s meant? They were kept as they are.",
        )
        for record in self._records:
            value = record.text("industry")
            match = None if value is None else _industries().find(value)
            if match is not None and match.near:
                column = self._source.header_of("industry")
                self._world.plan.note(
                    "MISSPELLING", message, value=value, column=column, mend=_cased(match.found, str(value))
                )


@cache
def _industries() -> Book[str]:
    return Book({word: word for word in words(INDUSTRIES)})


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
