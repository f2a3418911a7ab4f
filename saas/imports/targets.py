"""What a column can be mapped to: the fields of each entity, their kinds of value and which are required."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from saas.core.texts import later


class Entity(StrEnum):
    """In the order in which they depend on each other: a deal names an account, an account an owner."""

    PRODUCT = "product"
    MEMBER = "member"
    ACCOUNT = "account"
    CONTACT = "contact"
    DEAL = "deal"
    LEAD = "lead"


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
    LINES = "LINES"
    LANGUAGE = "LANGUAGE"
    ANSWER = "ANSWER"


@dataclass(frozen=True, slots=True)
class Target:
    entity: Entity
    field: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False

    @property
    def many(self) -> bool:
        """Whether several columns may go there, each with its header."""
        return self.kind is Kind.ANSWER

    @property
    def path(self) -> str:
        """How it is named outside: `deal.stage`."""
        return f"{self.entity}.{self.field}"


def _of(entity: Entity, *fields: tuple[str, str, Kind], required: str | None = None) -> list[Target]:
    return [Target(entity, field, label, kind, field == required) for field, label, kind in fields]


TARGETS: Sequence[Target] = (
    *_of(
        Entity.PRODUCT,
        ("name", later("Name"), Kind.NAME),
        ("code", later("Code"), Kind.TEXT),
        ("family", later("Family"), Kind.TEXT),
        ("price", later("List price"), Kind.NUMBER),
        ("currency", later("Currency"), Kind.CURRENCY),
        ("active", later("Active"), Kind.FLAG),
        required="name",
    ),
    *_of(
        Entity.MEMBER,
        ("name", later("Name"), Kind.NAME),
        ("email", later("E-mail"), Kind.EMAIL),
        ("team", later("Team"), Kind.NAME),
        ("manager", later("Manager"), Kind.NAME),
        ("office", later("Office"), Kind.TEXT),
        required="name",
    ),
    *_of(
        Entity.ACCOUNT,
        ("name", later("Name"), Kind.NAME),
        ("external_id", later("Number in the old system"), Kind.TEXT),
        ("industry", later("Industry"), Kind.TEXT),
        ("founded_year", later("Year founded"), Kind.WHOLE),
        ("revenue", later("Yearly revenue"), Kind.NUMBER),
        ("currency", later("Currency"), Kind.CURRENCY),
        ("size", later("Employees"), Kind.WHOLE),
        ("country", later("Country"), Kind.COUNTRY),
        ("website", later("Website"), Kind.WEBSITE),
        ("phone", later("Phone"), Kind.PHONE),
        ("parent", later("Parent company"), Kind.NAME),
        ("owner", later("Owner"), Kind.NAME),
        required="name",
    ),
    *_of(
        Entity.CONTACT,
        ("name", later("Name"), Kind.NAME),
        ("first_name", later("First name"), Kind.NAME),
        ("last_name", later("Last name"), Kind.NAME),
        ("external_id", later("Number in the old system"), Kind.TEXT),
        ("email", later("E-mail"), Kind.EMAIL),
        ("phone", later("Phone"), Kind.PHONE),
        ("title", later("Title"), Kind.TEXT),
        ("account", later("Account"), Kind.NAME),
        ("owner", later("Owner"), Kind.NAME),
    ),
    *_of(
        Entity.DEAL,
        ("external_id", later("Number in the old system"), Kind.TEXT),
        ("name", later("Name"), Kind.NAME),
        ("owner", later("Owner"), Kind.NAME),
        ("product", later("Product"), Kind.NAME),
        ("quantity", later("Quantity"), Kind.NUMBER),
        ("account", later("Account"), Kind.NAME),
        ("contact", later("Contact"), Kind.NAME),
        ("stage", later("Stage"), Kind.NAME),
        ("opened_on", later("Opened on"), Kind.DATE),
        ("expected_close_on", later("Expected close"), Kind.DATE),
        ("closed_on", later("Closed on"), Kind.DATE),
        ("amount", later("Amount"), Kind.NUMBER),
        ("realized_amount", later("Value at close"), Kind.NUMBER),
        ("currency", later("Currency"), Kind.CURRENCY),
        ("loss_reason", later("Reason for the loss"), Kind.TEXT),
    ),
    *_of(
        Entity.LEAD,
        ("name", later("Name"), Kind.NAME),
        ("first_name", later("First name"), Kind.NAME),
        ("last_name", later("Last name"), Kind.NAME),
        ("company", later("Company"), Kind.NAME),
        ("title", later("Title"), Kind.TEXT),
        ("email", later("E-mail"), Kind.EMAIL),
        ("phone", later("Phone"), Kind.PHONE),
        ("message", later("Message"), Kind.LINES),
        ("country", later("Country"), Kind.COUNTRY),
        ("language", later("Language"), Kind.LANGUAGE),
        ("status", later("Status"), Kind.NAME),
        ("source", later("Source"), Kind.NAME),
        ("product", later("Product"), Kind.NAME),
        ("received_on", later("Came in on"), Kind.DATE),
        ("consent", later("Consent"), Kind.FLAG),
        ("utm_source", later("Campaign's source"), Kind.TEXT),
        ("utm_medium", later("Campaign's medium"), Kind.TEXT),
        ("utm_campaign", later("Campaign"), Kind.TEXT),
        ("owner", later("Owner"), Kind.NAME),
        ("answer", later("Answer, with its question"), Kind.ANSWER),
    ),
)
BY_PATH = {target.path: target for target in TARGETS}
NEEDS_ONE_OF: dict[Entity, tuple[str, ...]] = {
    Entity.CONTACT: ("name", "first_name", "last_name", "email"),
    Entity.DEAL: ("name", "product", "account"),
    Entity.LEAD: ("name", "first_name", "last_name", "email", "phone"),
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
