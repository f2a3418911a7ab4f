"""What each GraphQL type and field is in SQL: the one table that the compiler reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, cast
from uuid import UUID

from sqlalchemy import Boolean, Column, ColumnElement, Date, DateTime, FromClause, Integer, Numeric, Table, Uuid
from sqlalchemy.orm import Mapper
from sqlalchemy.types import TypeEngine
from strawberry.utils.str_converters import to_camel_case as camel

from saas.core.model import Model
from saas.core.principal import Who
from saas.graph.declare import Conversion, Pair
from saas.graph.sql import JsonText, source_of


class Form(Enum):
    """How a value's JSON text is written in SQL: a literal, an expression, a literal."""

    TEXT = ("", "to_json({0})::text", "")
    WORD = ('"', "{0}", '"')
    BARE = ("", "({0})::text", "")
    INSTANT = ('"', "replace(({0} AT TIME ZONE 'UTC')::text,' ','T')", 'Z"')

    def write(self, text: JsonText, reference: str, *, nullable: bool) -> None:
        before, expression, after = self.value
        written = JsonText() if nullable else text
        written.say(before)
        written.put(expression.format(reference))
        written.say(after)
        if nullable:
            text.put(f"coalesce({written.sql()},'null')")


def form_of(kind: TypeEngine[object], *, is_enum: bool = False) -> Form:
    if isinstance(kind, DateTime):
        return Form.INSTANT
    if isinstance(kind, Numeric | Date | Uuid) or is_enum:
        return Form.WORD
    if isinstance(kind, Integer | Boolean):
        return Form.BARE
    return Form.TEXT


class Order(NamedTuple):
    """A column to sort by; nulls come last in both directions."""

    name: str
    column: Column[object]
    descending: bool


@dataclass(frozen=True, slots=True)
class Key:
    """The global id."""


@dataclass(frozen=True, slots=True)
class Scalar:
    column: Column[object]
    form: Form


@dataclass(frozen=True, slots=True)
class Expression:
    """SQL over an alias of the node's table; `nullable` by the field's type."""

    sql: Callable[..., ColumnElement[object]]
    is_enum: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class Amount:
    amount: Column[object]
    currency: Column[object]


@dataclass(frozen=True, slots=True)
class ToOne:
    target: str
    column: Column[object]

    @property
    def arms(self) -> "tuple[ToOne, ...]":
        return (self,)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The one row of the target whose id this SQL gives, by who asks and an alias of the node's table."""

    target: str
    sql: Callable[[Who, type[Model]], ColumnElement[UUID]]


@dataclass(frozen=True, slots=True)
class OneOf:
    """A union or an interface: the first of these rows that is there and may be seen."""

    arms: tuple[ToOne, ...]


@dataclass(frozen=True, slots=True)
class ToMany:
    """The target's rows whose `column` is this row's id; in a plain list `most` of them where that is said."""

    target: str
    column: Column[object]
    order: tuple[Order, ...]
    paged: bool
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the role of those who ask does not show; of a list its kind is kept, for it is empty."""

    many: ToMany | None


Binding = Key | Scalar | Expression | Amount | ToOne | Chosen | OneOf | ToMany | Hidden


@dataclass(frozen=True, slots=True)
class TableType:
    """A GraphQL object type over a table. The maps are by GraphQL field name.

    `converted` are sums, none where its columns are hidden. `folds` are the columns that a search looks into;
    `unfolded` where the stored text holds others too. A FROM reads the `source`: the table's name, or the SELECT that
    the class is mapped to; `rows` where a role hides some of its columns.
    """

    name: str
    model: type[Model]
    table: Table
    fields: Mapping[str, Binding]
    sortable: Mapping[str, Column[object]]
    order: tuple[Order, ...]
    sums: "Mapping[str, Sum]"
    search_through: tuple[str, ...]
    converted: "Mapping[str, Converted | None]" = field(default_factory=dict)
    folds: tuple[Column[object], ...] = ()
    unfolded: bool = False
    rows: FromClause | None = None

    @property
    def source(self) -> str:
        return source_of(self.table if self.rows is None else self.rows)

    @property
    def searchable(self) -> bool:
        return "search_text" in self.table.c


@dataclass(frozen=True, slots=True)
class Sum:
    """Of a list's amounts, one for each currency: all of them together, or what they are on average."""

    amount: Amount
    average: bool


@dataclass(frozen=True, slots=True)
class Converted:
    """A list's sum in the company's currency."""

    amount: Amount
    conversion: Conversion


def amount_of(mapper: Mapper[Model], pair: Pair) -> Amount:
    columns = mapper.columns
    return Amount(cast("Column[object]", columns[pair.amount]), cast("Column[object]", columns[pair.currency]))


def sums_of(amounts: Mapping[str, Amount]) -> dict[str, Sum]:
    """Of `Amount` a `totalAmount` and an `averageAmount`."""
    ways = (("total", False), ("average", True))
    return {way + name: Sum(amount, average) for name, amount in amounts.items() for way, average in ways}


def converted_of(amounts: Mapping[str, Amount], conversion: Conversion | None) -> "dict[str, Converted | None]":
    """Beside them a `convertedAmount`, where the node says how."""
    into = conversion
    return {"converted" + name: Converted(amount, into) for name, amount in amounts.items() if into}


class RootKind(Enum):
    ONE = "ONE"
    PAGES = "PAGES"
    PLAIN = "PLAIN"
    NODE = "NODE"
    NODES = "NODES"


@dataclass(frozen=True, slots=True)
class Root:
    """A root field of Query that is planned; `target` is empty for `node` and `nodes`, whose ids say the type."""

    kind: RootKind
    target: str


def read_order(mapper: Mapper[Model], written: str) -> tuple[Order, ...]:
    """`"-at,name"` as columns; the id is always appended by the pages."""
    return tuple(
        Order(camel(name.lstrip("-")), cast("Column[object]", mapper.columns[name.lstrip("-")]), name.startswith("-"))
        for name in written.split(",")
        if name != "id"
    )
