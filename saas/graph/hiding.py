"""Fields that a role hides, taken out of what the compiler reads before it writes anything.

A hidden field is null, its list empty, its sum none; nobody filters, sorts or searches by it. What tells the same
columns is hidden with it: a computed field, the reverse end of an edge; in a node's SELECT they are null.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Final, cast

from sqlalchemy import Alias, Column, ColumnElement, FromClause, Select, Subquery, null
from sqlalchemy import cast as cast_as
from sqlalchemy.sql import visitors

from saas.core.principal import who
from saas.core.rights import Rights, Role, rights_of
from saas.graph.bindings import (
    Amount,
    Binding,
    Chosen,
    Converted,
    Expression,
    Hidden,
    OneOf,
    Order,
    Scalar,
    TableType,
    ToMany,
    ToOne,
)

Place = tuple[str, str]
"""A table's name and a column's."""

Types = Mapping[str, TableType]
KEPT: Final = 64
"""Of how many roles what is shown is remembered."""


class Hiding:
    """A graph's types as the members of each rights see them."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self.shown_to = lru_cache(KEPT)(self._shown_to)

    def _shown_to(self, rights: Rights) -> Types:
        """The same types, where the role hides nothing."""
        if not any(rights.hides(*place) for place in rights.fields):
            return self._types
        gone = frozenset(
            place
            for (type_name, field), places in self._reads.items()
            if rights.hides(type_name, field)
            for place in places
        )
        hidden = {place for place, places in self._reads.items() if rights.hides(*place) or not gone.isdisjoint(places)}
        return {name: _without(table, hidden, gone) for name, table in self._types.items()}

    @cached_property
    def _reads(self) -> Mapping[tuple[str, str], frozenset[Place]]:
        """By type and field."""
        return {
            (table.name, name): columns_of(binding, table)
            for table in self._types.values()
            for name, binding in table.fields.items()
        }


def _without(table: TableType, hidden: set[tuple[str, str]], gone: frozenset[Place]) -> TableType:
    fields: dict[str, Binding] = {}
    for name, binding in table.fields.items():
        if isinstance(binding, OneOf):
            fields[name] = OneOf(tuple(arm for arm in binding.arms if _place(arm.column) not in gone))
        elif (table.name, name) in hidden:
            fields[name] = Hidden(binding if isinstance(binding, ToMany) else None)
        else:
            fields[name] = _sorted_without(binding, gone)
    left = {name for name, binding in fields.items() if not isinstance(binding, Hidden)}
    return replace(
        table,
        fields=fields,
        sortable={name: column for name, column in table.sortable.items() if name in left},
        order=_left(table.order, gone),
        sums={name: sum_ for name, sum_ in table.sums.items() if _place(sum_.amount.amount) not in gone},
        converted={
            name: None if one is None or not gone.isdisjoint(_of_sum(one, table)) else one
            for name, one in table.converted.items()
        },
        search_through=tuple(name for name in table.search_through if name in left),
        folds=tuple(column for column in table.folds if _place(column) not in gone),
        unfolded=any(_place(column) in gone for column in table.folds),
        rows=_emptied(table.table, gone),
    )


def _of_sum(one: Converted, table: TableType) -> frozenset[Place]:
    return _read(cast("ColumnElement[object]", one.conversion.day(table.model))) | {_place(one.amount.amount)}


def _emptied(rows: FromClause, gone: frozenset[Place]) -> FromClause | None:
    """A node's SELECT with null in place of the hidden columns that it reads."""
    if not isinstance(rows, Subquery):
        return None

    def empty(element: object, **_: object) -> ColumnElement[object] | None:
        hidden = isinstance(element, Column) and element.table is not None and _place(element) in gone
        return cast_as(null(), element.type) if hidden else None  # type: ignore[attr-defined]

    return cast("Select[object]", visitors.replacement_traverse(rows.element, {}, empty)).subquery(rows.name)


def _sorted_without(binding: Binding, gone: frozenset[Place]) -> Binding:
    return replace(binding, order=_left(binding.order, gone)) if isinstance(binding, ToMany) else binding


def _left(orders: tuple[Order, ...], gone: frozenset[Place]) -> tuple[Order, ...]:
    return tuple(order for order in orders if _place(order.column) not in gone)


def columns_of(binding: Binding, table: TableType) -> frozenset[Place]:
    """Whose hiding hides this field; the currency alone tells nothing."""
    match binding:
        case Scalar(column) | ToOne(_, column) | Amount(column) | ToMany(_, column):
            return frozenset({_place(column)})
        case OneOf(arms):
            return frozenset(_place(arm.column) for arm in arms)
        case Expression(sql):
            return _read(sql(table.model))
        case Chosen(_, sql):
            chosen = cast("ColumnElement[object]", sql(who(rights_of(Role.OWNER)), table.model))
            return _read(chosen) - {(table.table.name, "id")}
    return frozenset()


def _read(sql: ColumnElement[object]) -> frozenset[Place]:
    columns = (each for each in visitors.iterate(sql) if isinstance(each, Column) and each.table is not None)
    return frozenset(_place(column) for column in columns)


def _place(column: Column[object]) -> Place:
    """Of an alias's column it is that of the table."""
    table: FromClause = column.table
    while isinstance(table, Alias):
        table = table.element
    return cast(str, getattr(table, "name", "")), column.name
