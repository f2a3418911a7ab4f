"""Filters and searches as SQL conditions.

An operand that is null is left out, so a client can pass `$owner` unset to mean anybody. A filter through a relation
sees no more than its member may see: the policy of the other table is part of the condition. The `id` of a relation is
the key that the record itself holds, so `{account: {id: {isNull: true}}}` are the records without an account.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import cast

from sqlalchemy import Column, Numeric

from saas.core.errors import Forbidden
from saas.core.folding import fold
from saas.graph.arguments import Get, Operand, Tree, words
from saas.graph.bindings import Amount, Hidden, Key, Scalar, TableType, ToMany, ToOne
from saas.graph.ids import key_of
from saas.graph.sql import Binds, Scope, name_of, type_of

OPERATORS = {"eq": "=", "ne": "IS DISTINCT FROM", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}


@dataclass(frozen=True, slots=True)
class Filters:
    """Writes conditions into one statement.

    `opened` gives a table a fresh alias, `seen` its policy and life, `allowed` its policy alone; `public` tells that
    its policy hides nothing.
    """

    types: dict[str, TableType]
    binds: Binds
    opened: Callable[[], Scope]
    seen: Callable[[TableType, Scope], list[str]]
    allowed: Callable[[TableType, Scope], list[str]]
    public: Callable[[TableType], bool]

    def condition(self, table: TableType, scope: Scope, tree: Tree) -> str:
        """A filter input as one condition; an empty one is true."""
        parts: list[str] = []
        for name, inner in cast("dict[str, Tree]", tree).items():
            if name in {"and", "or"}:
                each = [self.condition(table, scope, one) for one in cast("list[Tree]", inner)]
                parts.append("(" + f" {name.upper()} ".join(each) + ")" if each else "true")
            elif name == "not":
                parts.append(f"(({self.condition(table, scope, inner)}) IS NOT TRUE)")
            else:
                parts.append(self._field(table, scope, name, cast("dict[str, Tree]", inner)))
        return " AND ".join(parts) or "true"

    def search(self, table: TableType, scope: Scope, operand: Operand, count: int) -> list[str]:
        """Each of the search's `count` words is somewhere in the record's folded text, or in a record it names."""
        return [self._word(table, scope, operand.get, i) for i in range(count)]

    def _field(self, table: TableType, scope: Scope, name: str, inner: dict[str, Tree]) -> str:
        match table.fields[name]:
            case ToOne(target, column):
                return self._related(self.types[target], scope(column), inner)
            case ToMany(target, column):
                return self._some_and_none(self.types[target], scope, column, inner)
            case Key():
                return self._same(table, scope(table.table.c.id), inner)
            case Amount(amount):
                return self._compare(scope(amount), amount, inner, plain)
            case Scalar(column):
                return self._compare(scope(column), column, inner, plain)
            case Hidden():
                raise hidden(name)
        raise AssertionError(f"{table.name}.{name} has no filter")

    def _related(self, target: TableType, key: str, inner: dict[str, Tree]) -> str:
        rest, parts = dict(inner), list[str]()
        if "id" in rest:
            reference = key if self.public(target) else self._seen_key(target, key)
            parts.append(self._same(target, reference, cast("dict[str, Tree]", rest.pop("id"))))
        if rest or not parts:
            parts.append(self._through(target, rest, lambda other: f"{other}.id={key}"))
        return " AND ".join(parts)

    def _seen_key(self, target: TableType, key: str) -> str:
        """The key of a record that may be seen, deleted or not; null as for one that is not there."""
        other = self.opened()
        where = " AND ".join([f"{other.alias}.id={key}", *self.allowed(target, other)])
        return f"(SELECT {other.alias}.id FROM {target.source} {other.alias} WHERE {where})"

    def _same(self, table: TableType, reference: str, inner: dict[str, Tree]) -> str:
        """Compares a key with global ids of the table's type."""
        return self._compare(reference, table.table.c.id, inner, lambda given: str(key_of(table.name, str(given))))

    def _through(self, target: TableType, inner: dict[str, Tree], joined: Callable[[str], str]) -> str:
        other = self.opened()
        where = [joined(other.alias), *self.seen(target, other), self.condition(target, other, inner)]
        return f"EXISTS (SELECT 1 FROM {target.source} {other.alias} WHERE {' AND '.join(where)})"

    def _some_and_none(self, target: TableType, scope: Scope, column: Column[object], inner: dict[str, Tree]) -> str:
        mine = f"{scope.alias}.id"
        parts = [
            ("NOT " if quantifier == "none" else "")
            + self._through(target, cast("dict[str, Tree]", tree), lambda other: f"{other}.{name_of(column)}={mine}")
            for quantifier, tree in inner.items()
        ]
        return " AND ".join(parts) or "true"

    def _compare(
        self, reference: str, column: Column[object], inner: dict[str, Tree], convert: Callable[[object], object]
    ) -> str:
        parts, kind = list[str](), _operand_of(column)
        for operator, tree in inner.items():
            get = cast(Operand, tree).get
            if operator in OPERATORS:
                parts.append(f"{reference} {OPERATORS[operator]} {self.binds.add(get, convert, kind)}")
            elif operator == "in":
                each = lambda given: [convert(one) for one in cast("list[object]", given)]  # noqa: E731
                parts.append(f"{reference}=ANY({self.binds.add(get, each, kind + '[]')})")
            elif operator == "isNull":
                parts.append(f"({reference} IS NULL)={self.binds.add(get, lambda v: v, 'boolean')}")
            else:
                pattern = {"contains": "%{}%", "startsWith": "{}%"}[operator]
                like = lambda given, pattern=pattern: pattern.format(escape(str(given)))  # noqa: E731
                parts.append(f"{reference} ILIKE {self.binds.add(get, like, 'text')}")
        return " AND ".join(parts) or "true"

    def _word(self, table: TableType, scope: Scope, get: Get, index: int) -> str:
        def pattern(text: object) -> str:
            return f"%{escape(fold(words(text)[index]))}%"

        bound = self.binds.add(get, pattern, "text")
        own = f"{_folded(table, scope)} LIKE {bound}"
        others: list[str] = []
        for name in table.search_through:
            relation = cast(ToOne, table.fields[name])
            target, other = self.types[relation.target], self.opened()
            found = [f"{_folded(target, other)} LIKE {bound}", *self.seen(target, other)]
            inside = f"SELECT {other.alias}.id FROM {target.source} {other.alias} WHERE {' AND '.join(found)}"
            others.append(f"{scope(relation.column)} IN ({inside})")
        return "(" + " OR ".join([own, *others]) + ")"


def hidden(name: str) -> Forbidden:
    """Of a filter or an order by what the member's role hides: its answer would tell the field."""
    return Forbidden("FIELD_HIDDEN", "Your role does not show %(name)s.", name, name=name)


def _operand_of(column: Column[object]) -> str:
    """A number has as many places as are said of it: those of its column would round it before it is compared."""
    return "numeric" if isinstance(column.type, Numeric) else type_of(column)


def _folded(table: TableType, scope: Scope) -> str:
    """The stored text, where the role hides nothing of it."""
    if not table.unfolded:
        return scope(table.table.c.search_text)
    words = "||' '||".join(f"coalesce({scope(column)},'')" for column in table.folds) or "''"
    return f"ext.fold({words})"


def plain(value: object) -> object:
    """An operand as psycopg2 takes it."""
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


def escape(text: str) -> str:
    """A text whose LIKE pattern is itself."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
