"""The compiler: a validated selection becomes one SQL statement in which Postgres writes the JSON.

Each root field is one column of the statement's only row. Scalars are columns or declared SQL; to-one edges are joins
on the key; to-many edges are ordered, limited sub-selects. The policy of every table that is touched is in the
statement, as is the life of every list's rows: a record that has been deleted is named where others refer to it, and
listed nowhere.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from graphql import GraphQLObjectType, SelectionSetNode

from saas.core.policy import live, visible
from saas.core.principal import Role, who
from saas.graph.arguments import Operand, Tree, read_arguments, words
from saas.graph.assembly import Graph
from saas.graph.bindings import (
    Amount,
    Expression,
    Key,
    Order,
    RootKind,
    Scalar,
    TableType,
    ToMany,
    ToOne,
    form_of,
)  # fmt: skip
from saas.graph.filters import Filters
from saas.graph.ids import decode, key_of
from saas.graph.ids import sql as global_id
from saas.graph.pages import Keyset, check_size, keyset_of, size_of
from saas.graph.selection import Selected, Selector
from saas.graph.sql import Binds, JsonText, Scope

COUNTED_UP_TO = 100_000


class Compiler:
    """Writes one statement for members of one role. `selector` knows the operation's fragments and variables."""

    def __init__(self, graph: Graph, selector: Selector, role: Role) -> None:
        self.graph = graph
        self.selector = selector
        self.who = who(role)
        self.binds = Binds()
        self.filters = Filters(dict(graph.types), self.binds, self._opened, self._seen_and_live)
        self._aliases = 0

    def root(self, selected: Selected) -> str:
        """A planned root field of Query as one SQL expression."""
        root = self.graph.roots[selected.name]
        if root.kind is RootKind.PAGES:
            return self._pages("Query", selected, self.graph.types[root.target], [], ())
        if root.kind is RootKind.PLAIN:
            table = self.graph.types[root.target]
            return self._list(table, selected.sets, None, table.order)
        operand = cast(Operand, self._arguments("Query", selected)["id"])
        name = root.target or decode(str(operand.get(self.selector.variables)))[0]
        if name not in self.graph.types:
            return "'null'"
        return self.by_id(self.graph.types[name], selected.sets, operand)

    def by_id(self, table: TableType, sets: Iterable[SelectionSetNode], operand: Operand) -> str:
        """One record, or null where it is hidden or absent."""
        scope = self._opened()
        json, joins = self._object(table, sets, scope)
        key = self.binds.add(operand.get, lambda given: str(key_of(table.name, str(given))), "uuid")
        where = [f"{scope.alias}.id={key}", *self._seen_and_live(table, scope)]
        return f"coalesce((SELECT {json} FROM {_from(table, scope, joins)} WHERE {' AND '.join(where)}),'null')"

    def by_keys(self, table: TableType, sets: Iterable[SelectionSetNode], operand: Operand) -> str:
        """A whole statement: key and JSON of each of these records that may be seen, deleted ones too."""
        scope = self._opened()
        json, joins = self._object(table, sets, scope)
        keys = self.binds.add(operand.get, lambda given: [str(key) for key in cast("list[object]", given)], "uuid[]")
        where = [f"{scope.alias}.id=ANY({keys})", *self._seen(table, scope)]
        return f"SELECT {scope.alias}.id::text,{json} FROM {_from(table, scope, joins)} WHERE {' AND '.join(where)}"

    def _object(self, table: TableType, sets: Iterable[SelectionSetNode], scope: Scope) -> tuple[str, list[str]]:
        text, joins = JsonText(), list[str]()
        text.say("{")
        for index, selected in enumerate(self.selector.fields(table.name, sets)):
            text.key(selected.key, first=index == 0)
            self._field(table, selected, scope, text, joins)
        text.say("}")
        return text.sql(), joins

    def _field(self, table: TableType, selected: Selected, scope: Scope, text: JsonText, joins: list[str]) -> None:
        if selected.name == "__typename":
            text.say(f'"{table.name}"')
            return
        match table.fields[selected.name]:
            case Key():
                text.say('"')
                text.put(global_id(table.name, scope(table.table.c.id)))
                text.say('"')
            case Scalar(column, form):
                text.put(form.json(scope(column), nullable=bool(column.nullable)))
            case Expression() as expression:
                text.put(self._expression(table, expression, scope))
            case Amount() as amount:
                text.put(self._amount(amount, selected, scope))
            case ToOne(target, column):
                text.put(self._to_one(self.graph.types[target], column, selected, scope, joins))
            case ToMany(target, column, order, paged):
                scope(table.table.c.id)
                within = (column, f"{scope.alias}.id")
                other = self.graph.types[target]
                if paged:
                    text.put(self._pages(table.name, selected, other, [within], order))
                else:
                    text.put(self._list(other, selected.sets, within, order))

    def _expression(self, table: TableType, expression: Expression, scope: Scope) -> str:
        made = expression.sql(table.model)
        rendered = self.binds.render(table.model, scope, expression.sql)
        return form_of(made.type, is_enum=expression.is_enum).json(f"({rendered})", nullable=expression.nullable)

    def _amount(self, amount: Amount, selected: Selected, scope: Scope) -> str:
        value, currency = scope(amount.amount), scope(amount.currency)
        json = self._money(selected.sets, value, currency)
        columns = ((amount.amount, value), (amount.currency, currency))
        missing = " OR ".join(f"{reference} IS NULL" for column, reference in columns if column.nullable)
        return f"CASE WHEN {missing} THEN 'null' ELSE {json} END" if missing else json

    def _money(self, sets: Iterable[SelectionSetNode], value: str, currency: str) -> str:
        text = JsonText()
        text.say("{")
        for index, inner in enumerate(self.selector.fields("Money", sets)):
            text.key(inner.key, first=index == 0)
            text.say('"Money"' if inner.name == "__typename" else '"')
            if inner.name != "__typename":
                text.put(value if inner.name == "amount" else currency)
                text.say('"')
        text.say("}")
        return text.sql()

    def _to_one(self, target: TableType, column: object, selected: Selected, scope: Scope, joins: list[str]) -> str:
        other = self._opened()
        json, inner = self._object(target, selected.sets, other)
        policy = self._seen(target, other)
        on = " AND ".join([f"{other.alias}.id={scope(column)}", *policy])  # type: ignore[arg-type]
        joins.append(f"LEFT JOIN {target.table.name} {other.alias} ON {on}")
        joins.extend(inner)
        return f"CASE WHEN {other.alias}.id IS NULL THEN 'null' ELSE {json} END"

    def _list(self, table: TableType, sets: Iterable[SelectionSetNode], within: tuple[object, str] | None,
              order: tuple[Order, ...]) -> str:  # fmt: skip
        scope = self._opened()
        json, joins = self._object(table, sets, scope)
        by = Keyset(order, table.table.c.id).order_by(scope, backward=False)
        where = self._within(scope, [within] if within else []) + self._seen_and_live(table, scope)
        rows = f"FROM {_from(table, scope, joins)} WHERE {' AND '.join(where) or 'true'}"
        return f"'['||coalesce((SELECT string_agg({json},',' ORDER BY {by}) {rows}),'')||']'"

    def _pages(self, parent: str, selected: Selected, table: TableType, within: list[tuple[object, str]],
               default: tuple[Order, ...]) -> str:  # fmt: skip
        arguments = self._arguments(parent, selected)
        page = _Page(self, table, arguments, default or table.order)
        scope = page.scope
        where = self._within(scope, within) + self._seen_and_live(table, scope)
        if "filter" in arguments:
            where.append("(" + self.filters.condition(table, scope, arguments["filter"]) + ")")
        if "search" in arguments:
            operand = cast(Operand, arguments["search"])
            count = len(words(operand.get(self.selector.variables)))
            where.extend(self.filters.search(table, scope, operand, count))
        return page.sql(selected, where)

    def _arguments(self, parent: str, selected: Selected) -> dict[str, Tree]:
        field = cast(GraphQLObjectType, self.graph.schema.type_map[parent]).fields[selected.name]
        return read_arguments(selected.nodes[0], field.args, self.selector.variables)

    def _within(self, scope: Scope, within: Iterable[tuple[object, str]]) -> list[str]:
        return [f"{scope(column)}={parent}" for column, parent in within]  # type: ignore[arg-type]

    def _seen(self, table: TableType, scope: Scope) -> list[str]:
        policy = self.binds.render(table.model, scope, lambda alias: visible(self.who, alias))
        return [] if policy == "true" else [f"({policy})"]

    def _seen_and_live(self, table: TableType, scope: Scope) -> list[str]:
        alive = self.binds.render(table.model, scope, live)
        return [*([] if alive == "true" else [alive]), *self._seen(table, scope)]

    def _opened(self) -> Scope:
        self._aliases += 1
        return Scope(f"t{self._aliases}")


class _Page:
    """A connection: its page, its whole list's count and sums, and what a client wants to see of them."""

    def __init__(
        self, compiler: Compiler, table: TableType, arguments: Mapping[str, Tree], order: tuple[Order, ...]
    ) -> None:
        variables = compiler.selector.variables
        self.compiler, self.table, self.arguments = compiler, table, arguments
        self.keyset = keyset_of(table, order, arguments.get("orderBy"), variables)
        size, self.backward = size_of(arguments, variables)
        self.size = compiler.binds.add(size.get, check_size(backward=self.backward), "int")
        self.scope = compiler._opened()  # noqa: SLF001  a page is a part of its compiler

    def sql(self, selected: Selected, where: list[str]) -> str:
        """The connection's JSON as one expression; the rows are read only where something of them is asked for."""
        compiler, text, joins = self.compiler, JsonText(), list[str]()
        condition = " AND ".join(where) or "true"
        fields = compiler.selector.fields(self.table.name + "Connection", selected.sets)
        peek = any(field.name == "pageInfo" for field in fields)
        outer = Scope(self.scope.alias)
        text.say("{")
        for index, field in enumerate(fields):
            text.key(field.key, first=index == 0)
            self._part(field, text, outer, joins, condition, peek=peek)
        text.say("}")
        if not any(field.name in {"nodes", "edges", "pageInfo"} for field in fields):
            return text.sql()
        rows = f"{self._rows(outer, condition, peek=peek)}{_joined(joins)}"
        return f"(SELECT {text.sql()} FROM {rows} GROUP BY ())"  # one row, whether or not anything here aggregates

    def _part(
        self, field: Selected, text: JsonText, outer: Scope, joins: list[str], condition: str, *, peek: bool
    ) -> None:
        name = self.table.name
        if field.name == "__typename":
            text.say(f'"{name}Connection"')
        elif field.name == "totalCount":
            text.put(self._count(condition))
        elif field.name == "pageInfo":
            self._page_info(field, text, outer)
        elif field.name in self.table.sums:
            text.put(self._sum(field, condition))
        else:
            item = self._edge(field, outer, joins) if field.name == "edges" else self._node(field.sets, outer, joins)
            text.say("[")
            text.put(f"coalesce(string_agg({self._kept(item, peek=peek)},',' ORDER BY {self._rank}),'')")
            text.say("]")

    @property
    def _rank(self) -> str:
        return f"{self.scope.alias}.rank" + (" DESC" if self.backward else "")

    def _kept(self, item: str, *, peek: bool) -> str:
        return f"CASE WHEN {self.scope.alias}.rank<={self.size} THEN {item} END" if peek else item

    def _node(self, sets: Iterable[SelectionSetNode], outer: Scope, joins: list[str]) -> str:
        json, inner = self.compiler._object(self.table, sets, outer)  # noqa: SLF001
        joins.extend(inner)
        return json

    def _edge(self, field: Selected, outer: Scope, joins: list[str]) -> str:
        text = JsonText()
        text.say("{")
        for index, inner in enumerate(self.compiler.selector.fields(self.table.name + "Edge", field.sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say(f'"{self.table.name}Edge"')
            elif inner.name == "cursor":
                text.say('"')
                text.put(self.keyset.cursor(outer))
                text.say('"')
            else:
                text.put(self._node(inner.sets, outer, joins))
        text.say("}")
        return text.sql()

    def _page_info(self, field: Selected, text: JsonText, outer: Scope) -> None:
        more = f"(count(*)>{self.size})::text"
        beyond = "true" if "after" in self.arguments or "before" in self.arguments else "false"
        text.say("{")
        for index, inner in enumerate(self.compiler.selector.fields("PageInfo", field.sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say('"PageInfo"')
            elif inner.name in {"hasNextPage", "hasPreviousPage"}:
                if (inner.name == "hasNextPage") is self.backward:
                    text.say(beyond)
                else:
                    text.put(more)
            else:
                text.put(self._end(outer, first=(inner.name == "startCursor") is not self.backward))
        text.say("}")

    def _end(self, outer: Scope, *, first: bool) -> str:
        rank = f"{outer.alias}.rank"
        way = "" if first else " DESC"
        ends = f"(array_agg({self.keyset.cursor(outer)} ORDER BY {rank}{way}) FILTER (WHERE {rank}<={self.size}))[1]"
        return f"coalesce('\"'||{ends}||'\"','null')"

    def _rows(self, outer: Scope, condition: str, *, peek: bool) -> str:
        inner = self.scope
        order = self.keyset.order_by(inner, backward=self.backward)
        anchor = self.arguments.get("before" if self.backward else "after")
        if anchor is not None:
            operand = cast(Operand, anchor)
            condition += " AND " + self.keyset.beyond(inner, self.compiler.binds, operand, backward=self.backward)
        columns = ",".join(f"{inner.alias}.{name}" for name in outer.used) or "1"
        limit = f"{self.size}+1" if peek else self.size
        source = f"{self.table.table.name} {inner.alias}"
        rows = f"SELECT {columns} FROM {source} WHERE {condition} ORDER BY {order} LIMIT {limit}"
        return f"(SELECT page.*,row_number() OVER () AS rank FROM ({rows}) page) {outer.alias}"

    def _count(self, condition: str) -> str:
        """Whole where the table is known to be small; a limit under the count costs half as much again."""
        name = self.table.table.name
        rows = f"FROM {name} {self.scope.alias} WHERE {condition}"
        large = f"(SELECT reltuples FROM pg_catalog.pg_class WHERE oid='{name}'::regclass)>{COUNTED_UP_TO}"
        capped = f"(SELECT count(*) FROM (SELECT 1 {rows} LIMIT {COUNTED_UP_TO}) counted)"
        return f"(CASE WHEN {large} THEN {capped} ELSE (SELECT count(*) {rows}) END)::text"

    def _sum(self, field: Selected, condition: str) -> str:
        amount = self.table.sums[field.name]
        value, currency = self.scope(amount.amount), self.scope(amount.currency)
        rows = (
            f"SELECT {currency} AS currency,sum({value}) AS amount FROM {self.table.table.name} {self.scope.alias}"
            f" WHERE {condition} AND {value} IS NOT NULL AND {currency} IS NOT NULL GROUP BY 1"
        )
        json = self.compiler._money(field.sets, "total.amount", "total.currency")  # noqa: SLF001
        by = "total.amount DESC,total.currency"
        return f"'['||coalesce((SELECT string_agg({json},',' ORDER BY {by}) FROM ({rows}) total),'')||']'"


def _from(table: TableType, scope: Scope, joins: list[str]) -> str:
    return f"{table.table.name} {scope.alias}{_joined(joins)}"


def _joined(joins: list[str]) -> str:
    return "".join(f" {join}" for join in joins)
