"""The pieces that statements are written of: JSON text, binds, scopes and rendered SQLAlchemy predicates."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import cast

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    SQLColumnExpression,
    Subquery,
    Table,
    func,
    inspect,
    literal_column,
    select,
)  # fmt: skip
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.orm import aliased
from sqlalchemy.sql import visitors

from saas.core.model import Model
from saas.core.principal import WHO_MEMBER
from saas.graph.arguments import Get

DIALECT = PGDialect_psycopg2()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
NOW, TODAY, CURRENCY = "now", "company_today", "company_currency"
GIVEN = frozenset({WHO_MEMBER, NOW, TODAY, CURRENCY})
"""Parameters that every statement gets: the acting member, the clock's time, the company's day and currency."""

KINDS = {NOW: "timestamptz", TODAY: "date"}
"""Of those whose place in a statement does not always tell."""

Convert = Callable[[object], object]


def quote(text: str) -> str:
    """A text as an SQL literal, in a statement that takes parameters."""
    return "'" + text.replace("'", "''").replace("%", "%%") + "'"


def name_of(column: Column[object]) -> str:
    return DIALECT.identifier_preparer.quote(column.name)


def type_of(column: Column[object]) -> str:
    return column.type.compile(dialect=DIALECT)


def source_of(rows: FromClause) -> str:
    """What a FROM reads: a table's name, or a SELECT without parameters in brackets."""
    if isinstance(rows, Table):
        return rows.name
    written = cast("Subquery", rows).element.compile(dialect=DIALECT)
    if written.params:
        raise TypeError(f"{rows}: the SELECT of a node takes no parameters; write constants as literal_column")
    return f"({written})".replace("\n", " ")


class JsonText:
    """JSON built by concatenation: literals that touch are one literal."""

    def __init__(self) -> None:
        self._pieces: list[tuple[bool, str]] = []

    def say(self, literal: str) -> None:
        if not literal:
            return
        if self._pieces and self._pieces[-1][0]:
            literal = self._pieces.pop()[1] + literal
        self._pieces.append((True, literal))

    def put(self, expression: str) -> None:
        self._pieces.append((False, expression))

    def key(self, key: str, *, first: bool) -> None:
        self.say(("" if first else ",") + f'"{key}":')

    def sql(self) -> str:
        return "||".join(quote(text) if is_literal else text for is_literal, text in self._pieces)


@dataclass(slots=True)
class Scope:
    """An alias of a table, and which of its columns are read."""

    alias: str
    used: dict[str, None] = field(default_factory=dict)

    def __call__(self, column: Column[object]) -> str:
        name = name_of(column)
        self.used[name] = None
        return f"{self.alias}.{name}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row's JSON in the making: the alias it is read from, its text, and the joins that its text needs."""

    scope: Scope
    text: JsonText = field(default_factory=JsonText)
    joins: list[str] = field(default_factory=list)


def joined(joins: list[str]) -> str:
    return "".join(f" {join}" for join in joins)


class Use(Enum):
    """What Postgres makes of a parameter: any VALUE; a CONSTANT of the statement; a SIZE, which decides how to plan."""

    VALUE = 1
    CONSTANT = 2
    SIZE = 3


@dataclass(frozen=True, slots=True)
class Bind:
    """A parameter: where its value comes from, and how it is checked and turned into what Postgres takes."""

    get: Get
    convert: Convert
    use: Use = Use.VALUE


@dataclass(slots=True)
class Binds:
    """The parameters of a statement in the making."""

    binds: dict[str, Bind] = field(default_factory=dict)

    def add(self, get: Get, convert: Convert, kind: str, use: Use = Use.VALUE) -> str:
        name = f"p{len(self.binds)}"
        self.binds[name] = Bind(get, convert, use)
        return f"%({name})s::{kind}"

    def render(self, recipe: "Recipe", scope: Scope) -> str:
        """A SQLAlchemy expression over this scope's alias as text; its constants become parameters."""
        made = _rendered(recipe)
        scope.used.update(dict.fromkeys(made.columns))
        return self._bound(made).replace(f"{ROW}.", f"{scope.alias}.")

    def written(self, rows: FromClause, expression: SQLColumnExpression[object]) -> str:
        """An expression over rows that bear their own alias already."""
        return self._bound(_written(rows, expression))

    def _bound(self, made: "Rendered") -> str:
        text = made.text
        for name, value in made.constants:
            mine = f"p{len(self.binds)}"
            self.binds[mine] = Bind(_constant(value), _as_it_is, Use.CONSTANT)
            text = text.replace(f"%({name})s", f"%({mine})s")
        return text


ROW = "kesher_row"
"""The alias of the row in what is rendered once, for whatever alias it is read under later."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """An expression over a row of `model`; recipes of one `key` make the same SQL."""

    model: type[Model]
    key: object
    build: Callable[..., SQLColumnExpression[object]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """`columns` are those of the row that the text reads."""

    text: str
    columns: tuple[str, ...]
    constants: tuple[tuple[str, object], ...]


@lru_cache(maxsize=4096)
def _rendered(recipe: Recipe) -> Rendered:
    """SQLAlchemy writes an expression in milliseconds, so each is written once in a process."""
    row = aliased(recipe.model, name=ROW)
    expression = recipe.build(row)
    columns = dict[str, None]()
    for element in visitors.iterate(cast("ColumnElement[object]", expression)):
        if isinstance(element, Column) or getattr(element, "table", None) is not None:
            named = cast("Column[object]", element)
            if getattr(named.table, "name", None) == ROW:
                columns[name_of(named)] = None
    return replace(_written(inspect(row).selectable, expression), columns=tuple(columns))


def _written(rows: FromClause, expression: SQLColumnExpression[object]) -> Rendered:
    inside: Select[tuple[object]] = select(literal_column("1")).select_from(rows).where(func.rendered(expression))
    compiled = inside.compile(dialect=DIALECT)
    text = str(compiled).partition("WHERE rendered(")[2].removesuffix(")")
    constants = tuple((name, value) for name, value in compiled.params.items() if name not in GIVEN)
    return Rendered(text.replace("\n", " "), (), constants)


def _constant(value: object) -> Get:
    return lambda _given: value


def _as_it_is(value: object) -> object:
    return value
