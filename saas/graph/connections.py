"""Connections: a page of a list, its whole list's count and sums, as one SQL expression."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from graphql import SelectionSetNode
from sqlalchemy import Column

from saas.graph.arguments import Operand, Tree
from saas.graph.bindings import Order, TableType
from saas.graph.conversions import ConvertedSum, Speaker
from saas.graph.pages import check_size, keyset_of, size_of
from saas.graph.selection import Selected
from saas.graph.sql import JsonText, Row, Scope, Use, joined

COUNTED_UP_TO = 100_000


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a list: a table's, those whose column is `within` where that is given, in an order of their own.

    An `empty` one is hidden by the role of those who ask.
    """

    table: TableType
    order: tuple[Order, ...]
    within: tuple[Column[object], str] | None = None
    empty: bool = False


class Writer(Speaker, Protocol):
    """The compiler, as much of it as a connection needs."""

    def opened(self) -> Scope: ...

    def write(self, table: TableType, sets: Iterable[SelectionSetNode], row: Row) -> None: ...

    def counted(self, table: TableType, count: str) -> str: ...


class Connection:
    """A connection: its page, its whole list's count and sums, and what a client wants to see of them."""

    def __init__(self, writer: Writer, source: Source, arguments: Mapping[str, Tree]) -> None:
        variables = writer.selector.variables
        self.writer, self.table, self.arguments = writer, source.table, arguments
        self.within = source.within
        self.keyset = keyset_of(source.table, source.order, arguments.get("orderBy"), variables)
        size, self.backward = size_of(arguments, variables)
        self.size = writer.binds.add(size.get, check_size(backward=self.backward), "int", Use.SIZE)
        self.scope = writer.opened()
        self.reads = False

    def sql(self, selected: Selected, where: list[str]) -> str:
        """The connection's JSON as one expression; the rows are read only where something of them is asked for."""
        condition = " AND ".join(where) or "true"
        fields = self.writer.selector.fields(self.table.name + "Connection", selected.sets)
        peek = any(field.name == "pageInfo" for field in fields)
        page = Row(Scope(self.scope.alias))
        page.text.say("{")
        for index, field in enumerate(fields):
            page.text.key(field.key, first=index == 0)
            if field.name in {"nodes", "edges"}:
                self._items(field, page, peek=peek)
            else:
                self._part(field, page, condition)
        page.text.say("}")
        if not self.reads:
            return page.text.sql()
        rows = self._rows(page.scope, condition, peek=peek) + joined(page.joins)
        return f"(SELECT {page.text.sql()} FROM {rows})"

    def _part(self, field: Selected, page: Row, condition: str) -> None:
        if field.name == "__typename":
            page.text.say(f'"{self.table.name}Connection"')
        elif field.name == "totalCount":
            page.text.put(self._count(condition))
        elif field.name == "pageInfo":
            self._page_info(field, page)
        elif field.name in self.table.converted:
            page.text.put(self._converted(field, condition))
        else:
            page.text.put(self._sum(field, condition))

    def _items(self, field: Selected, page: Row, *, peek: bool) -> None:
        item = self._edge(field, page) if field.name == "edges" else self._node(field.sets, page)
        kept = f"CASE WHEN {self._rank}<={self.size} THEN {item} END" if peek else item
        order = self.keyset.order_by(page.scope, backward=False)
        self.reads = True
        page.text.say("[")
        page.text.put(f"coalesce(string_agg({kept},',' ORDER BY {order}),'')")
        page.text.say("]")

    def _node(self, sets: Iterable[SelectionSetNode], page: Row) -> str:
        node = Row(page.scope, joins=page.joins)
        self.writer.write(self.table, sets, node)
        return node.text.sql()

    def _edge(self, field: Selected, page: Row) -> str:
        text = JsonText()
        text.say("{")
        for index, inner in enumerate(self.writer.selector.fields(self.table.name + "Edge", field.sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say(f'"{self.table.name}Edge"')
            elif inner.name == "cursor":
                text.say('"')
                text.put(self.keyset.cursor(page.scope))
                text.say('"')
            else:
                text.put(self._node(inner.sets, page))
        text.say("}")
        return text.sql()

    def _page_info(self, field: Selected, page: Row) -> None:
        text = page.text
        beyond = "true" if "after" in self.arguments or "before" in self.arguments else "false"
        text.say("{")
        for index, inner in enumerate(self.writer.selector.fields("PageInfo", field.sets)):
            text.key(inner.key, first=index == 0)
            if inner.name == "__typename":
                text.say('"PageInfo"')
            elif inner.name in {"hasNextPage", "hasPreviousPage"}:
                if (inner.name == "hasNextPage") is self.backward:
                    text.say(beyond)
                else:
                    text.put(f"(count(*)>{self.size})::text")
                    self.reads = True
            else:
                text.put(self._end(page.scope, first=(inner.name == "startCursor") is not self.backward))
        text.say("}")

    def _end(self, outer: Scope, *, first: bool) -> str:
        """The cursor of one row, made for no other; of a page of none there is none."""
        place = f"least({self.size},{'1' if first else outer.alias + '.rows'})"
        end = f"max({self.keyset.cursor(outer)}) FILTER (WHERE {self._rank}={place})"
        self.reads = True
        return f"coalesce('\"'||{end}||'\"','null')"

    @property
    def _rank(self) -> str:
        return f"{self.scope.alias}.rank"

    def _rows(self, outer: Scope, condition: str, *, peek: bool) -> str:
        """The page's rows in their order. Where somebody asks for what follows, one more than the page holds, each with
        its rank and their number.

        Postgres knows the order of a page that it reads in order, and sorts it only where joins may have changed that.
        """
        inner = self.scope
        order = self.keyset.order_by(inner, backward=self.backward)
        anchor = self.arguments.get("before" if self.backward else "after")
        if anchor is not None:
            operand = cast(Operand, anchor)
            condition += " AND " + self.keyset.beyond(inner, self.writer.binds, operand, backward=self.backward)
        columns = ",".join(f"{inner.alias}.{name}" for name in outer.used) or "1"
        source = f"{self.table.source} {inner.alias}"
        rows = f"SELECT {columns} FROM {source} WHERE {condition} ORDER BY {order} LIMIT {self.size}"
        if not peek:
            return f"({rows}) {outer.alias}"
        ranked = "row_number() OVER () AS rank,count(*) OVER () AS rows"
        return f"(SELECT page.*,{ranked} FROM ({rows}+1) page) {outer.alias}"

    def _count(self, condition: str) -> str:
        """Whole where the table is known to be small: a limit under the count costs half as much again, and to look how
        large it is costs more than to count the few that hang on one record.
        """
        name = self.table.source
        rows = f"FROM {name} {self.scope.alias} WHERE {condition}"
        if name != self.table.table.name:
            return f"(SELECT count(*) {rows})::text"
        capped = f"(SELECT count(*) FROM (SELECT 1 {rows} LIMIT {COUNTED_UP_TO}) counted)"
        if self.within:
            return f"{capped}::text"
        large = f"(SELECT reltuples FROM pg_catalog.pg_class WHERE oid='{name}'::regclass)>{COUNTED_UP_TO}"
        count = f"(CASE WHEN {large} THEN {capped} ELSE (SELECT count(*) {rows}) END)"
        alone = condition == f"{self.scope.alias}.deleted_at IS NULL"
        return self.writer.counted(self.table, count) if alone else f"{count}::text"

    def _converted(self, field: Selected, condition: str) -> str:
        converted = self.table.converted[field.name]
        if converted is None:
            return "'null'"
        return ConvertedSum(self.writer, self.table, self.scope, converted).sql(field.sets, condition)

    def _sum(self, field: Selected, condition: str) -> str:
        asked = self.table.sums.get(field.name)
        if asked is None:
            return "'[]'"
        value, currency = self.scope(asked.amount.amount), self.scope(asked.amount.currency)
        gathered = f"round(avg({value}),2)" if asked.average else f"sum({value})"
        rows = (
            f"SELECT {currency} AS currency,{gathered} AS amount FROM {self.table.source} {self.scope.alias}"
            f" WHERE {condition} AND {value} IS NOT NULL AND {currency} IS NOT NULL GROUP BY 1"
        )
        json = self.writer.money(field.sets, "total.amount", "total.currency")
        by = "total.amount DESC,total.currency"
        return f"'['||coalesce((SELECT string_agg({json},',' ORDER BY {by}) FROM ({rows}) total),'')||']'"
