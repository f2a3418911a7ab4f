"""What a column can be mapped to: the fields of each entity, their kinds of value and which are required."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from saas.core.errors import Plural


class Entity(StrEnum):
    """In the order in which they depend on each other: a deal names an account, an account an owner."""

    PRODUCT = "product"
    MEMBER = "member"
    ACCOUNT = "account"
    CONTACT = "contact"
    DEAL = "deal"


class Kind(StrEnum):
    """How the cells of a column are read."""

    TEXT = "TEXT"
    NAME = "NAME"
    NUMBER = "NUMBER"
    WHOLE = "WHOLE"
    DATE = "DATE"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    WEBSITE = "WEBSITE"
    COUNTRY = "COUNTRY"
    CURRENCY = "CURRENCY"
    FLAG = "FLAG"


@dataclass(frozen=True, slots=True)
class Target:
    entity: Entity
    field: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False

    @property
    def path(self) -> str:
        """How it is named outside: `deal.stage`."""
        return f"{self.entity}.{self.field}"


def _of(entity: Entity, *fields: tuple[str, str, Kind], required: str | None = None) -> list[Target]:
    return [Target(entity, field, label, kind, field == required) for field, label, kind in fields]


TARGETS: Sequence[Target] = (
    *_of(
        Entity.PRODUCT,
        ("name", "Name", Kind.NAME),
        ("code", "Code", Kind.TEXT),
        ("family", "Family", Kind.TEXT),
        ("price", "List price", Kind.NUMBER),
        ("currency", "Currency", Kind.CURRENCY),
        ("active", "Active", Kind.FLAG),
        required="name",
    ),
    *_of(
        Entity.MEMBER,
        ("name", "Name", Kind.NAME),
        ("email", "E-mail", Kind.EMAIL),
        ("team", "Team", Kind.NAME),
        ("manager", "Manager", Kind.NAME),
        ("office", "Office", Kind.TEXT),
        required="name",
    ),
    *_of(
        Entity.ACCOUNT,
        ("name", "Name", Kind.NAME),
        ("external_id", "Number in the old system", Kind.TEXT),
        ("industry", "Industry", Kind.TEXT),
        ("founded_year", "Year founded", Kind.WHOLE),
        ("revenue", "Yearly revenue", Kind.NUMBER),
        ("currency", "Currency", Kind.CURRENCY),
        ("size", "Employees", Kind.WHOLE),
        ("country", "Country", Kind.COUNTRY),
        ("website", "Website", Kind.WEBSITE),
        ("phone", "Phone", Kind.PHONE),
        ("parent", "Parent company", Kind.NAME),
        ("owner", "Owner", Kind.NAME),
        required="name",
    ),
    *_of(
        Entity.CONTACT,
        ("name", "Name", Kind.NAME),
        ("first_name", "First name", Kind.NAME),
        ("last_name", "Last name", Kind.NAME),
        ("external_id", "Number in the old system", Kind.TEXT),
        ("email", "E-mail", Kind.EMAIL),
        ("phone", "Phone", Kind.PHONE),
        ("title", "Title", Kind.TEXT),
        ("account", "Account", Kind.NAME),
        ("owner", "Owner", Kind.NAME),
    ),
    *_of(
        Entity.DEAL,
        ("external_id", "Number in the old system", Kind.TEXT),
        ("name", "Name", Kind.NAME),
        ("owner", "Owner", Kind.NAME),
        ("product", "Product", Kind.NAME),
        ("quantity", "Quantity", Kind.NUMBER),
        ("account", "Account", Kind.NAME),
        ("contact", "Contact", Kind.NAME),
        ("stage", "Stage", Kind.NAME),
        ("opened_on", "Opened on", Kind.DATE),
        ("expected_close_on", "Expected close", Kind.DATE),
        ("closed_on", "Closed on", Kind.DATE),
        ("amount", "Amount", Kind.NUMBER),
        ("realized_amount", "Value at close", Kind.NUMBER),
        ("currency", "Currency", Kind.CURRENCY),
    ),
)
BY_PATH = {target.path: target for target in TARGETS}
LABELS: dict[Entity, Plural] = {
    Entity.PRODUCT: Plural("%(count)s product", "%(count)s products"),
    Entity.MEMBER: Plural("%(count)s member", "%(count)s members"),
    Entity.ACCOUNT: Plural("%(count)s account", "%(count)s accounts"),
    Entity.CONTACT: Plural("%(count)s contact", "%(count)s contacts"),
    Entity.DEAL: Plural("%(count)s deal", "%(count)s deals"),
}
NEEDS_ONE_OF: dict[Entity, tuple[str, ...]] = {
    Entity.CONTACT: ("name", "first_name", "last_name", "email"),
    Entity.DEAL: ("name", "product", "account"),
}


def lacking(entity: Entity, fields: set[str]) -> tuple[Target, ...]:
    """The targets of which one is needed and none is mapped; empty when the mapping is enough."""
    for target in TARGETS:
        if target.entity is entity and target.required and target.field not in fields:
            return (target,)
    ways = NEEDS_ONE_OF.get(entity, ())
    if ways and not fields.intersection(ways):
        return tuple(BY_PATH[f"{entity}.{field}"] for field in ways)
    return ()
