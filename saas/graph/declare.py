"""What a capability's graph.py speaks: nodes and their edges, queries and mutations.

    @node(Deal, one="deal", many="deals", sums=("amount",), search_through=("account",))
    class DealNode(Node):
        name: str                                              # a mapped column or relationship of the same name
        stage: StageNode
        account: AccountNode | None
        amount: Money | None = money("amount", "currency")     # two columns
        seconds: int = computed(lambda deal: …)                # the SQL that it is
        history: Connection[DealEventNode] = connection(order="at")
        customer: Customer | None = one_of("account", "contact")    # a union: whichever is set

    edge(DealNode, "next_activity", chosen(ActivityNode, lambda who, deal: …))    # the SQL of its key
    edge(AccountNode, "deals", connection(order="-created_at"))    # the owner of an arrow declares its reverse end too

    @mutation(DealNode)
    def move_deal(work: Work, input: MoveDealInput) -> Deal: …     # one call to an action

    @query
    def forecast(work: Work, period: Period) -> Forecast: …        # what SQL cannot say

A declaration only marks what it stands on; `assembly` finds it by walking the capabilities.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar, cast
from uuid import UUID

import strawberry
from sqlalchemy import ColumnElement, Date, DateTime, FromClause, Text, bindparam
from strawberry import UNSET

from saas.core.model import Model
from saas.graph.ids import encode, key_of

T = TypeVar("T")
N = TypeVar("N", bound="Node")
F = TypeVar("F", bound=Callable[..., object])

NOW = bindparam("now", type_=DateTime(timezone=True))
"""The clock's time, in a computed field."""
TODAY = bindparam("company_today", type_=Date())
"""The day that it is where the company is."""
CURRENCY = bindparam("company_currency", type_=Text())
"""The company's currency."""


@strawberry.interface(description="Anything with an id of its own.")
class Node:
    id: strawberry.ID


@strawberry.type(description="An amount and its currency (ISO 4217).")
class Money:
    amount: Decimal
    currency: str


@strawberry.type(description="What of a sum is in one currency: so many records, of which some lack a rate.")
class SumPart:
    sum: Money
    count: int
    unrated: int


@strawberry.type(
    description="A whole list's sum in the company's currency, each amount at the rate of its day, rounded at the end. "
    "What has no rate is not in the total: the parts tell how many, in which currency. Null where the amount is hidden."
)
class ConvertedSum:
    total: Money
    average: Money | None = strawberry.field(description="Of the amounts that have a rate; null where none has.")
    parts: list[SumPart]


@strawberry.input(description="An amount; the currency is the company's where it is left out.")
class MoneyInput:
    amount: Decimal
    currency: str | None = None


@strawberry.type(
    description="Why something was refused: a stable code, a sentence in the member's language, the field."
)
class Problem:
    code: str
    message: str
    field: str | None


@strawberry.enum(description="Nulls come last in both directions.")
class OrderDirection(StrEnum):
    ASC = "ASC"
    DESC = "DESC"


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


class Connection(Generic[T]):
    """A to-many edge that is read in pages; its GraphQL types are made when the graph is assembled."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A field that is more than a column or relationship of its own name."""


@dataclass(frozen=True, slots=True)
class Many(Declared):
    """A to-many relationship, in pages or plain, in this order: `-` before an attribute's name means descending.

    A plain one that may grow tells the first `most`.
    """

    order: str
    paged: bool
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Pair(Declared):
    """Money out of two columns; null where the amount is."""

    amount: str
    currency: str


@dataclass(frozen=True, slots=True)
class Computed(Declared):
    """An SQL expression over an alias of the node's table."""

    sql: Callable[..., ColumnElement[object]]


@dataclass(frozen=True, slots=True)
class Alternatives(Declared):
    """A union or an interface: the first of these relationships that is set and may be seen."""

    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice(Declared):
    """A record of another node, or none: SQL gives its key, from who asks and an alias of this node's table."""

    node: type["Node"]
    sql: Callable[..., ColumnElement[UUID]]


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a node's sums become the company's currency: the day whose rate counts, from an alias of its table, and the
    rate by currency, day, currency wanted and the rows that these are read from; null where there is none.
    """

    day: Callable[..., ColumnElement[date]]
    rate: Callable[[ColumnElement[str], ColumnElement[date], ColumnElement[str], FromClause], ColumnElement[Decimal]]


@dataclass(frozen=True, slots=True)
class NodeSpec:
    """A node's declaration: its model, its root fields, its default order, its sums and its further fields."""

    model: type[Model]
    name: str
    one: str | None
    many: str | None
    plain: str | None
    order: str
    sums: tuple[str, ...]
    search_through: tuple[str, ...]
    conversion: Conversion | None = None
    declared: dict[str, Declared] = field(default_factory=dict)


def node(
    model: type[Model],
    *,
    name: str | None = None,
    one: str | None = None,
    many: str | None = None,
    plain: str | None = None,
    order: str = "id",
    sums: tuple[str, ...] = (),
    search_through: tuple[str, ...] = (),
    conversion: Conversion | None = None,
) -> Callable[[type[N]], type[N]]:
    """Makes a class a GraphQL type over a table. `one`, `many`, `plain` name root fields: by id, pages, a list."""

    def declare(cls: type[N]) -> type[N]:
        spec = NodeSpec(model, name or model.__name__, one, many, plain, order, sums, search_through, conversion)
        for attribute, value in list(vars(cls).items()):
            if isinstance(value, Declared):
                spec.declared[attribute] = value
                delattr(cls, attribute)
            if isinstance(value, Many):
                del cls.__annotations__[attribute]
        made = strawberry.type(cls, name=spec.name, description=cls.__doc__)
        made.__node__ = spec  # type: ignore[attr-defined]
        return made

    return declare


def spec_of(cls: type[Node]) -> NodeSpec:
    return cast(NodeSpec, cls.__node__)  # type: ignore[attr-defined]


def edge(cls: type[Node], name: str, declared: object) -> None:
    """Declares the reverse end of an arrow on a node of a lower capability."""
    if not isinstance(declared, Declared):
        raise TypeError(f"edge({cls.__name__}, {name!r}) takes connection(…), many(…) or chosen(…)")
    spec_of(cls).declared[name] = declared


def connection(*, order: str = "id") -> Connection[T]:
    return cast("Connection[T]", Many(order, paged=True))


def many(*, order: str = "id", most: int | None = None) -> list[T]:
    return cast("list[T]", Many(order, paged=False, most=most))


def chosen(cls: type[N], sql: Callable[..., ColumnElement[UUID]]) -> N | None:
    """The SQL tells which of the records that the member may see it is."""
    return cast("N | None", Choice(cls, sql))


def one_of(*relations: str) -> Any:  # noqa: ANN401  of the field's own type
    """Relationships of the model; the field's type is a union of their nodes, or `Node`."""
    return Alternatives(relations)


def money(amount: str, currency: str = "currency") -> Money:
    return cast(Money, Pair(amount, currency))


def computed(sql: Callable[..., ColumnElement[T]]) -> T:
    return cast(T, Computed(cast("Callable[..., ColumnElement[object]]", sql)))


class Mutates(NamedTuple):
    """What `mutation` leaves on a function: the node that it gives back, None where only an id is left to tell."""

    node: type[Node]


def mutation(cls: type[Node]) -> Callable[[F], F]:
    """A root field of Mutation: one call to an action, whose record is read back as this node."""

    def declare(function: F) -> F:
        function.__mutates__ = Mutates(cls)  # type: ignore[attr-defined]
        return function

    return declare


def query(function: F) -> F:
    """A root field of Query that Python answers; records in its answer are given by `record`."""
    function.__resolves__ = True  # type: ignore[attr-defined]
    return function


@dataclass(frozen=True, slots=True)
class Ref:
    """A record in an answer that Python gives: the compiler reads it, under its policy."""

    name: str
    key: UUID


def record(cls: type[N], key: UUID) -> N:
    """Stands for a record in a resolved answer."""
    return cast(N, Ref(spec_of(cls).name, key))


def record_or_none(cls: type[N], key: UUID | None) -> N | None:
    return None if key is None else record(cls, key)


def key(cls: type[Node], global_id: str) -> UUID:
    """The key in a global id; of a foreign or broken one a key that no record has, so it is not found."""
    return key_of(spec_of(cls).name, global_id)


def key_or_none(cls: type[Node], global_id: str | None) -> UUID | None:
    return key(cls, global_id) if isinstance(global_id, str) else None


def global_id(cls: type[Node], record_key: UUID) -> str:
    return encode(spec_of(cls).name, record_key)


def changes(given: object, *without: str) -> dict[str, object]:
    """The fields that an update's input names, null included; what it leaves out stays as it is."""
    return {
        name: value
        for name in (field.name for field in fields(given))  # type: ignore[arg-type]  # an input is a dataclass
        if name not in without and (value := getattr(given, name)) is not UNSET
    }
