"""Pages of a list: order, keyset cursors and limits.

A cursor is the base64 of a JSON array: its order, the values of the order's columns, the id. It is refused
under another order. Nulls come last in both directions; the id breaks ties in the direction of the first column.
"""

from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

import orjson
from sqlalchemy import Column

from saas.core.errors import Forbidden, Invalid
from saas.graph.arguments import Operand, Tree
from saas.graph.bindings import Order, TableType
from saas.graph.selection import Variables
from saas.graph.sql import Binds, Scope, quote, type_of

DEFAULT_SIZE = 20
LARGEST_SIZE = 200
MOST_ORDERS = 8


class Step(NamedTuple):
    """One column of an order, and the cursor's value of it."""

    order: Order
    column: str
    value: str
    sign: str

    def beyond(self, rest: str, *, backward: bool) -> str:
        """Further on in this column, or equal in it and further on in the `rest`."""
        column, value = self.column, self.value
        if not self.order.column.nullable:
            return f"({column}{self.sign}{value} OR ({column}={value} AND {rest}))"
        null, other = (value, column) if backward else (column, value)
        beyond = f"{column}{self.sign}{value} OR ({null} IS NULL AND {other} IS NOT NULL)"
        return f"({beyond} OR ({column} IS NOT DISTINCT FROM {value} AND {rest}))"


@dataclass(frozen=True, slots=True)
class Keyset:
    """An order of a table's rows, ended by the id."""

    orders: tuple[Order, ...]
    key: Column[object]

    @property
    def descending(self) -> bool:
        return bool(self.orders) and self.orders[0].descending

    @property
    def name(self) -> str:
        return ",".join(f"{order.name}:{'DESC' if order.descending else 'ASC'}" for order in self.orders)

    def order_by(self, scope: Scope, *, backward: bool) -> str:
        """Backward, everything is turned round, the place of the nulls too."""
        parts = [
            f"{scope(o.column)} {_way(o.descending is not backward)}" + _nulls(o, backward=backward)
            for o in self.orders
        ]
        return ",".join([*parts, f"{scope(self.key)} {_way(self.descending is not backward)}"])

    def cursor(self, scope: Scope) -> str:
        """SQL text of a row's cursor."""
        values = "".join(f",{scope(order.column)}::text" for order in self.orders)
        array = f"json_build_array({quote(self.name)}{values},{scope(self.key)})::text"
        return rf"translate(encode(convert_to({array},'UTF8'),'base64'),E'+/=\n','-_')"

    def beyond(self, scope: Scope, binds: Binds, operand: Operand, *, backward: bool) -> str:
        """The rows after the cursor, or before it when paging backward."""
        field = "before" if backward else "after"
        places = [*(order.column for order in self.orders), self.key]
        bound = [
            binds.add(operand.get, self._value_at(index, field), type_of(column)) for index, column in enumerate(places)
        ]
        columns = [scope(column) for column in places]
        signs = [
            *(">" if o.descending is backward else "<" for o in self.orders),
            ">" if self.descending is backward else "<",
        ]
        if len(set(signs)) == 1 and not any(order.column.nullable for order in self.orders):
            return f"({','.join(columns)}){signs[0]}({','.join(bound)})"
        condition = f"{columns[-1]}{signs[-1]}{bound[-1]}"
        steps = [Step(*step) for step in zip(self.orders, columns, bound, signs, strict=False)]
        for step in reversed(steps):
            condition = step.beyond(condition, backward=backward)
        return condition

    def _value_at(self, index: int, field: str) -> Callable[[object], object]:
        return lambda cursor: read_cursor(str(cursor), self, field)[index]


def read_cursor(cursor: str, keyset: Keyset, field: str) -> list[object]:
    """The values in a cursor; refuses one that is broken or of another order."""
    try:
        said = orjson.loads(urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (Error, ValueError):
        said = None
    if not isinstance(said, list) or len(said) != len(keyset.orders) + 2 or not isinstance(said[-1], str):
        raise Invalid("BAD_CURSOR", "This cursor is not one of this list.", field)
    if said[0] != keyset.name:
        raise Invalid("BAD_CURSOR", "This cursor belongs to another order: start again from the first page.", field)
    for order, value in zip(keyset.orders, said[1:], strict=False):
        if not isinstance(value, str) and (value is not None or not order.column.nullable):
            raise Invalid("BAD_CURSOR", "This cursor is not one of this list.", field)
    return cast("list[object]", said[1:])


def keyset_of(table: TableType, default: tuple[Order, ...], tree: Tree | None, variables: Variables) -> Keyset:
    """The order that a client asks for, or the list's own."""
    key = cast("Column[object]", table.table.c.id)
    if not tree:
        return Keyset(default, key)
    orders: list[Order] = []
    _check_orders(cast("list[dict[str, Operand]]", tree))
    for one in cast("list[dict[str, Operand]]", tree):
        if len(one) != 1:
            raise Invalid("BAD_ORDER", "Each entry of orderBy names exactly one field.", "orderBy")
        ((name, operand),) = one.items()
        if name not in table.sortable:
            raise Forbidden("FIELD_HIDDEN", "Your role does not show %(name)s.", "orderBy", name=name)
        orders.append(Order(name, table.sortable[name], str(operand.get(variables)) == "DESC"))
    return Keyset(tuple(order for order in orders if order.name != "id"), key)


def _check_orders(said: list[dict[str, Operand]]) -> None:
    """A cursor holds a value for each; a field that comes again orders nothing."""
    names = [name for one in said for name in one]
    if len(said) > MOST_ORDERS or len(names) > len(set(names)):
        message = "orderBy names at most %(most)s fields, each once."
        raise Invalid("BAD_ORDER", message, "orderBy", most=MOST_ORDERS)


def size_of(arguments: Mapping[str, Tree], variables: Variables) -> tuple[Operand, bool]:
    """The page's size and whether it is counted from the end."""
    if "first" in arguments and "last" in arguments:
        raise Invalid("TWO_ENDS", "Ask for the first or for the last ones, not for both.", "last")
    backward = "last" in arguments
    if ("after" in arguments and backward) or ("before" in arguments and not backward):
        raise Invalid(
            "TWO_ENDS", "`after` goes with `first`, `before` with `last`.", "before" if not backward else "after"
        )
    given = arguments.get("last" if backward else "first", Operand(lambda _given: DEFAULT_SIZE))
    check_size(backward=backward)(cast(Operand, given).get(variables))
    return cast(Operand, given), backward


def check_size(*, backward: bool) -> Callable[[object], object]:
    """Refuses a size below zero or above the largest."""

    def convert(size: object) -> object:
        if not 0 <= cast(int, size) <= LARGEST_SIZE:
            message = "A page holds from 0 to %(largest)s records."
            raise Invalid("PAGE_SIZE", message, "last" if backward else "first", largest=LARGEST_SIZE)
        return size

    return convert


def _way(descending: bool) -> str:  # noqa: FBT001
    return "DESC" if descending else "ASC"


def _nulls(order: Order, *, backward: bool) -> str:
    if not order.column.nullable:
        return ""
    return " NULLS FIRST" if backward else " NULLS LAST"
