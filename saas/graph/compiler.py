"""The compiler: a validated selection becomes one SQL statement in which Postgres writes the JSON.

Each root field is one column of the statement's only row. Scalars are columns or declared SQL; to-one edges are joins
on the key; to-many edges are ordered, limited sub-selects. The policy of every table that is touched is in the
statement, as is the life of every list's rows: a record that has been deleted is named where others refer to it, and
listed nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, cast
from uuid import UUID

from graphql import GraphQLObjectType, SelectionSetNode

from saas.core.errors import LimitReached
from saas.core.policy import live, visible
from saas.core.principal import who
from saas.core.rights import Rights, Verb
from saas.graph.arguments import (
    Operand,
    Tree,
    check_conditions,
    conditions,
    read_arguments,
    types_of,
    words,
)  # fmt: skip
from saas.graph.assembly import Graph
from saas.graph.bindings import (
    Amount,
    Chosen,
    Expression,
    Hidden,
    Key,
    OneOf,
    RootKind,
    Scalar,
    TableType,
    ToMany,
    ToOne,
    form_of,
)  # fmt: skip
from saas.graph.connections import Connection, Source
from saas.graph.filters import Filters
from saas.graph.ids import decode, key_of
from saas.graph.ids import sql as global_id
from saas.graph.pages import LARGEST_SIZE, Keyset
from saas.graph.selection import Selected, Selector
from saas.graph.sql import Binds, JsonText, Recipe, Row, Scope, joined, quote


class Statements(NamedTuple):
    """`told` is the same as `counting`, but that it is given how many rows the tables in `names` have. After the root
    fields stand these numbers.
    """

    counting: str
    told: str
    names: tuple[str, ...]


class Compiler:
    """Writes one statement for members of equal rights. `selector` knows the operation's fragments and variables.

    `verb` is what the records are wanted for; an export holds what its member may export.
    """

    def __init__(self, graph: Graph, selector: Selector, rights: Rights, verb: Verb = Verb.READ) -> None:
        self.graph = graph
        self.types = graph.hiding.shown_to(rights)
        self.selector = selector
        self.who = replace(who(rights), verb=verb)
        self.binds = Binds()
        self.filters = Filters(dict(self.types), self.binds, self.opened, self._seen_and_live, self._seen, self._public)
        self.counts: dict[str, str] = {}
        self._may = (rights, verb)
        self._aliases = 0
        self._conditions = 0

    def root(self, selected: Selected) -> str:
        """A planned root field of Query as one SQL expression."""
        if selected.name == "__typename":
            return quote('"Query"')
        root = self.graph.roots[selected.name]
        if root.kind is RootKind.PAGES:
            return self._pages("Query", selected, self._all(root.target))
        if root.kind is RootKind.PLAIN:
            return self._list(self._all(root.target), selected.sets)
        if root.kind is RootKind.NODES:
            return self._nodes(selected, cast(Operand, self._arguments("Query", selected)["ids"]))
        operand = cast(Operand, self._arguments("Query", selected)["id"])
        name = root.target or decode(str(operand.get(self.selector.variables)))[0]
        if name not in self.types:
            return "'null'"
        return self.by_id(self.types[name], selected.sets, operand)

    def by_id(self, table: TableType, sets: Iterable[SelectionSetNode], operand: Operand) -> str:
        """One record, or null where it is hidden or absent."""
        row = self._row(table, sets)
        key = self.binds.add(operand.get, lambda given: str(key_of(table.name, str(given))), "uuid")
        where = [f"{row.scope.alias}.id={key}", *self._seen_and_live(table, row.scope)]
        return f"coalesce((SELECT {row.text.sql()} FROM {_from(table, row)} WHERE {' AND '.join(where)}),'null')"

    def _nodes(self, selected: Selected, operand: Operand) -> str:
        """Records of several types in the order of their ids: of each type those that are seen, joined to the ids."""
        names = self.binds.add(operand.get, lambda given: [name for name, _key in _ids(given)], "text[]")
        keys = self.binds.add(operand.get, lambda given: [str(key) for _name, key in _ids(given)], "uuid[]")
        said = types_of(cast("list[object]", operand.get(self.selector.variables)))
        found = ["SELECT NULL::text AS type,NULL::uuid AS key,NULL::text AS json WHERE false"]
        for table in (self.types[name] for name in said if name in self.types):
            row = self._row(table, selected.sets)
            where = " AND ".join([f"{row.scope.alias}.id=ANY({keys})", *self._seen_and_live(table, row.scope)])
            of = f"{row.scope.alias}.id,{row.text.sql()} FROM {_from(table, row)}"
            found.append(f"SELECT {quote(table.name)},{of} WHERE {where}")
        asked = f"unnest({names},{keys}) WITH ORDINALITY AS asked(type,key,place)"
        rows = f"FROM {asked} LEFT JOIN ({' UNION ALL '.join(found)}) AS found USING (type,key)"
        return (
            f"'['||coalesce((SELECT string_agg(coalesce(found.json,'null'),',' ORDER BY asked.place) {rows}),'')||']'"
        )

    def by_keys(self, table: TableType, sets: Iterable[SelectionSetNode], operand: Operand) -> str:
        """A whole statement: key and JSON of each of these records that may be seen, deleted ones too."""
        keys = self.binds.add(operand.get, lambda given: [str(key) for key in cast("list[object]", given)], "uuid[]")
        return self._by(f"ANY({keys})", table, sets)

    def by_key(self, table: TableType, sets: Iterable[SelectionSetNode], operand: Operand) -> str:
        """Like `by_keys`, of one record: Postgres would plan a list of unknown length anew each time."""
        return self._by(self.binds.add(operand.get, str, "uuid"), table, sets)

    def _by(self, keys: str, table: TableType, sets: Iterable[SelectionSetNode]) -> str:
        row = self._row(table, sets)
        where = " AND ".join([f"{row.scope.alias}.id={keys}", *self._seen(table, row.scope)])
        return f"SELECT {row.scope.alias}.id::text,{row.text.sql()} FROM {_from(table, row)} WHERE {where}"

    def write(self, table: TableType, sets: Iterable[SelectionSetNode], row: Row) -> None:
        """What is selected of a record, as a JSON object behind the row's text."""
        row.text.say("{")
        for index, selected in enumerate(self.selector.fields(table.name, sets)):
            row.text.key(selected.key, first=index == 0)
            self._field(table, selected, row)
        row.text.say("}")

    def _field(self, table: TableType, selected: Selected, row: Row) -> None:
        scope, text = row.scope, row.text
        if selected.name == "__typename":
            text.say(f'"{table.name}"')
            return
        match table.fields[selected.name]:
            case Key():
                text.say('"')
                text.put(global_id(table.name, scope(table.table.c.id)))
                text.say('"')
            case Scalar(column, form):
                form.write(text, scope(column), nullable=bool(column.nullable))
            case Expression() as expression:
                self._expression(table, expression, row)
            case Amount() as amount:
                text.put(self._amount(amount, selected, scope))
            case ToOne() | OneOf() as one:
                self._one_of(one, selected, row)
            case Chosen() as chosen:
                text.put(self._chosen(table, chosen, selected, row))
            case (ToMany() as many) | Hidden(ToMany() as many):
                text.put(self._to_many(table, many, selected, scope))
            case Hidden():
                text.say("null")

    def _to_many(self, table: TableType, many: ToMany, selected: Selected, scope: Scope) -> str:
        empty = isinstance(table.fields[selected.name], Hidden)
        within = (many.column, scope(table.table.c.id))
        source = Source(self.types[many.target], () if empty else many.order, within, empty)
        if many.paged:
            return self._pages(table.name, selected, source)
        return self._list(source, selected.sets, most=many.most)

    def _expression(self, table: TableType, expression: Expression, row: Row) -> None:
        made = expression.sql(table.model)
        rendered = self.binds.render(Recipe(table.model, expression.sql, expression.sql), row.scope)
        form = form_of(made.type, is_enum=expression.is_enum)
        form.write(row.text, f"({rendered})", nullable=expression.nullable)

    def _amount(self, amount: Amount, selected: Selected, scope: Scope) -> str:
        value, currency = scope(amount.amount), scope(amount.currency)
        json = self.money(selected.sets, value, currency)
        columns = ((amount.amount, value), (amount.currency, currency))
        missing = " OR ".join(f"{reference} IS NULL" for column, reference in columns if column.nullable)
        return f"CASE WHEN {missing} THEN 'null' ELSE {json} END" if missing else json

    def money(self, sets: Iterable[SelectionSetNode], value: str, currency: str) -> str:
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

    def _one_of(self, one: ToOne | OneOf, selected: Selected, row: Row) -> None:
        """Of an interface or a union each type that it may be, with the fields that are asked of this type."""
        if isinstance(one, ToOne) and self._is_sure(one):
            self._join(one, selected, row, row.text)
        else:
            row.text.put(_first_or_null([self._join(arm, selected, row, JsonText()) for arm in one.arms]))

    def _is_sure(self, one: ToOne) -> bool:
        """Whether there always is such a row, which everybody may see."""
        target = self.types[one.target]
        refers = any(key.column is target.table.c.id for key in one.column.foreign_keys)
        return refers and not one.column.nullable and self._public(target)

    def _join(self, one: ToOne, selected: Selected, row: Row, text: JsonText) -> Row:
        target, other = self.types[one.target], Row(self.opened(), text, row.joins)
        on = " AND ".join([f"{other.scope.alias}.id={row.scope(one.column)}", *self._seen(target, other.scope)])
        row.joins.append(f"LEFT JOIN {target.source} {other.scope.alias} ON {on}")
        self.write(target, selected.sets, other)
        return other

    def _chosen(self, table: TableType, chosen: Chosen, selected: Selected, row: Row) -> str:
        """Found for each row by itself: a join on the key would read the whole table to hash it."""
        target = self.types[chosen.target]
        other = self._row(target, selected.sets)
        recipe = Recipe(table.model, (chosen.sql, *self._may), lambda alias: chosen.sql(self.who, alias))
        key = self.binds.render(recipe, row.scope)
        alias, seen = other.scope.alias, self._seen_and_live(target, other.scope)
        one = f"SELECT * FROM {target.source} {alias} WHERE {' AND '.join([f'{alias}.id={key}', *seen])} LIMIT 1"
        row.joins.append(f"LEFT JOIN LATERAL ({one}) {alias} ON true")
        row.joins.extend(other.joins)
        return _first_or_null([other])

    def _list(self, source: Source, sets: Iterable[SelectionSetNode], *, most: int | None = None) -> str:
        """A whole list, or the first `most` of its order."""
        table = source.table
        row = self._row(table, sets)
        by = Keyset(source.order, table.table.c.id).order_by(row.scope, backward=False)
        condition = " AND ".join(self._rows_of(source, row.scope)) or "true"
        rows = f"FROM {_from(table, row)} WHERE {condition}"
        if most is not None:
            alias = row.scope.alias
            first = f"SELECT * FROM {table.source} {alias} WHERE {condition} ORDER BY {by} LIMIT {most}"
            rows = f"FROM ({first}) {alias}{joined(row.joins)}"
        return f"'['||coalesce((SELECT string_agg({row.text.sql()},',' ORDER BY {by}) {rows}),'')||']'"

    def _pages(self, parent: str, selected: Selected, source: Source) -> str:
        arguments, table = self._arguments(parent, selected), source.table
        page = Connection(self, source, arguments)
        where = self._rows_of(source, page.scope)
        if "filter" in arguments:
            self._conditions += conditions(arguments["filter"])
            check_conditions(self._conditions)
            where.append("(" + self.filters.condition(table, page.scope, arguments["filter"]) + ")")
        if "search" in arguments:
            operand = cast(Operand, arguments["search"])
            count = len(words(operand.get(self.selector.variables)))
            where.extend(self.filters.search(table, page.scope, operand, count))
        return page.sql(selected, where)

    def _all(self, name: str) -> Source:
        return Source(self.types[name], self.types[name].order)

    def _row(self, table: TableType, sets: Iterable[SelectionSetNode]) -> Row:
        row = Row(self.opened())
        self.write(table, sets, row)
        return row

    def _arguments(self, parent: str, selected: Selected) -> dict[str, Tree]:
        field = cast(GraphQLObjectType, self.graph.schema.type_map[parent]).fields[selected.name]
        return read_arguments(selected.nodes[0], field.args, self.selector.variables)

    def _rows_of(self, source: Source, scope: Scope) -> list[str]:
        if source.empty:
            return ["false"]
        within = [f"{scope(source.within[0])}={source.within[1]}"] if source.within else []
        return within + self._seen_and_live(source.table, scope)

    def _seen(self, table: TableType, scope: Scope) -> list[str]:
        policy = self.binds.render(Recipe(table.model, self._may, lambda alias: visible(self.who, alias)), scope)
        return [] if policy == "true" else [f"({policy})"]

    def _public(self, table: TableType) -> bool:
        """Whether the policy hides no row of the table from members of this role."""
        return not self._seen(table, Scope("any"))

    def _seen_and_live(self, table: TableType, scope: Scope) -> list[str]:
        alive = self.binds.render(Recipe(table.model, live, live), scope)
        return [*([] if alive == "true" else [alive]), *self._seen(table, scope)]

    def counted(self, table: TableType, count: str) -> str:
        """How many living rows a table has as a whole, counted so, once in a statement: it may be known already."""
        self.counts[table.table.name] = count
        return f"{_counted(table.table.name)}.rows::text"

    def statements(self, columns: Iterable[str]) -> Statements:
        """Of root fields: the one that counts, and the one that is told."""
        names = tuple(self.counts)
        read = ",".join([*columns, *(f"{_counted(name)}.rows" for name in names)])
        told = {name: f"%({_counted(name)})s::bigint" for name in names}
        return Statements(f"SELECT {read}{_given(self.counts)}", f"SELECT {read}{_given(told)}", names)

    def opened(self) -> Scope:
        self._aliases += 1
        return Scope(f"t{self._aliases}")


def _ids(given: object) -> list[tuple[str, UUID]]:
    asked = cast("list[object]", given)
    if len(asked) > LARGEST_SIZE:
        raise LimitReached("TOO_MANY_IDS", "Ask for at most %(most)s records at once.", "ids", most=LARGEST_SIZE)
    return [decode(str(one)) for one in asked]


def _counted(name: str) -> str:
    return f"counted_{name}"


def _given(rows: Mapping[str, str]) -> str:
    """OFFSET 0: Postgres is not to write the expression wherever it is used."""
    given = ",".join(f"(SELECT {one} AS rows OFFSET 0) {_counted(name)}" for name, one in rows.items())
    return f" FROM {given}" if given else ""


def _from(table: TableType, row: Row) -> str:
    return f"{table.source} {row.scope.alias}{joined(row.joins)}"


def _first_or_null(others: Iterable[Row]) -> str:
    there = "".join(f"WHEN {other.scope.alias}.id IS NOT NULL THEN {other.text.sql()} " for other in others)
    return f"CASE {there}ELSE 'null' END" if there else "'null'"
