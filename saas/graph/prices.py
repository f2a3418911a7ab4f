"""What an operation costs: the most records that its answer can hold, told before any SQL is run.

A record costs 1 for each `FIELDS` of its fields that are begun, and a computed one counts as `COMPUTED` fields. A page
costs as many records as it may hold, one where it holds none, times what stands in each of them; a list that is short
by its nature counts as `SHORT`, a count or a sum of a list as `COUNTED`, what Python says as `RESOLVED`. The sizes of
pages may be variables, so a price is a formula, made once with the plan and worked out for each request.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from graphql import (
    GraphQLAbstractType,
    GraphQLObjectType,
    GraphQLOutputType,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)  # fmt: skip

from saas.core.errors import LimitReached
from saas.graph.arguments import SIZES, Operand, read_arguments, types_of
from saas.graph.assembly import Graph
from saas.graph.bindings import Amount, Chosen, Expression, OneOf, RootKind, TableType, ToMany, ToOne
from saas.graph.ids import decode
from saas.graph.pages import LARGEST_SIZE, size_of
from saas.graph.selection import Selected, Selector, Variables

DEAREST = 500_000
"""The most that one operation may cost."""

Sets = tuple[SelectionSetNode, ...]

FIELDS = 20
COMPUTED = 5
SHORT = 50
COUNTED = 20
RESOLVED = 100


@dataclass(frozen=True, slots=True)
class Price:
    """Records, and pages of records: how many, and what each of them holds."""

    records: int = 0
    pages: tuple[tuple[Operand, "Price"], ...] = ()

    def of(self, variables: Variables) -> int:
        """Under these variables. A size that is no size is refused when the plan is run."""
        total = self.records
        for size, each in self.pages:
            total += max(1, min(LARGEST_SIZE, cast(int, size.get(variables)))) * each.of(variables)
        return total

    def __add__(self, other: "Price") -> "Price":
        return Price(self.records + other.records, self.pages + other.pages)

    def times(self, most: int) -> "Price":
        return Price(self.records * most, tuple((size, each.times(most)) for size, each in self.pages))


def check_price(asked: int) -> None:
    if asked > DEAREST:
        message = "This could bring %(asked)s records; the most is %(most)s. Ask for smaller pages."
        raise LimitReached("TOO_COSTLY", message, "first", asked=asked, most=DEAREST)


@dataclass(frozen=True, slots=True)
class Pricer:
    """Of one operation."""

    graph: Graph
    selector: Selector

    def of(self, roots: Iterable[Selected], parent: str) -> Price:
        """Of an operation's root fields; `parent` is Query, Mutation or Subscription."""
        return sum((self._root(root, parent) for root in roots if not root.name.startswith("__")), Price())

    def _root(self, root: Selected, parent: str) -> Price:
        planned = self.graph.roots.get(root.name) if parent == "Query" else None
        if planned is not None and planned.kind is RootKind.PAGES:
            return self._pages(parent, root, planned.target)
        field = cast(GraphQLObjectType, self.graph.schema.type_map[parent]).fields[root.name]
        if planned is not None and planned.kind is RootKind.NODE:
            said = cast(Operand, read_arguments(root.nodes[0], field.args, self.selector.variables)["id"])
            name = decode(str(said.get(self.selector.variables)))[0]
            return _together(self._object(name, root.sets)) if name in self.graph.types else Price(1)
        if planned is not None and planned.kind is RootKind.NODES:
            return self._nodes(
                root, cast(Operand, read_arguments(root.nodes[0], field.args, self.selector.variables)["ids"])
            )
        return self._value(field.type, root.sets) + Price(0 if planned is not None else RESOLVED)

    def _nodes(self, root: Selected, ids: Operand) -> Price:
        """As many records as there are ids, each as dear as the dearest of their types."""
        names = types_of(cast("list[object]", ids.get(self.selector.variables)))
        known = [_together(self._object(name, root.sets)) for name in names if name in self.graph.types]
        many = Operand(lambda given: len(cast("list[object]", ids.get(given))))
        return Price(0, ((many, _dearest([Price(1), *known])),))

    def _value(self, kind: GraphQLOutputType, sets: Sets) -> Price:
        """Of a field that is no page: a record, an object, a list of them; what has no fields costs nothing."""
        if not sets:
            return Price()
        each, lists = self._object(get_named_type(kind).name, sets)
        return (each.times(SHORT) if is_list_type(get_nullable_type(kind)) else each) + lists

    def _object(self, name: str, sets: Sets) -> tuple[Price, Price]:
        """Itself, and the short lists inside it; a list of short lists is as short as they are together."""
        if (table := self.graph.types.get(name)) is not None:
            return self._record(table, sets)
        made = self.graph.schema.type_map[name]
        if not isinstance(made, GraphQLObjectType):
            possible = self.graph.schema.get_possible_types(cast("GraphQLAbstractType", made))
            return _dearest(_together(self._object(one.name, sets)) for one in possible), Price()
        itself, lists = Price(), Price()
        for field in self.selector.fields(name, sets):
            if field.sets:
                kind = made.fields[field.name].type
                each, inside = self._object(get_named_type(kind).name, field.sets)
                lists += inside
                if is_list_type(get_nullable_type(kind)):
                    lists += each.times(SHORT)
                else:
                    itself += each
        return itself, lists

    def _record(self, table: TableType, sets: Sets) -> tuple[Price, Price]:
        itself, lists, fields = Price(), Price(), 0
        for field in self.selector.fields(table.name, sets):
            match table.fields.get(field.name):
                case Chosen(target):
                    itself += _together(self._record(self.graph.types[target], field.sets))
                case (ToOne() | OneOf()) as one:
                    found = (self._record(self.graph.types[arm.target], field.sets) for arm in one.arms)
                    itself += _dearest(_together(each) for each in found)
                case ToMany(target, paged=True):
                    itself += self._pages(table.name, field, target)
                case ToMany(target):
                    each, inside = self._record(self.graph.types[target], field.sets)
                    lists += each.times(SHORT) + inside
                case Amount():
                    fields += len(self.selector.fields("Money", field.sets))
                case Expression():
                    fields += COMPUTED
                case _:
                    fields += 1
        return itself + Price(max(1, -(-fields // FIELDS))), lists

    def _pages(self, parent: str, selected: Selected, target: str) -> Price:
        field = cast(GraphQLObjectType, self.graph.schema.type_map[parent]).fields[selected.name]
        arguments = read_arguments(selected.nodes[0], field.args, self.selector.variables, places=SIZES)
        size, _backward = size_of(arguments, self.selector.variables)
        total, shown, paged = Price(), list[Price](), False
        for inner in self.selector.fields(target + "Connection", selected.sets):
            if inner.name == "nodes":
                shown.append(_together(self._record(self.graph.types[target], inner.sets)))
            elif inner.name == "edges":
                shown.extend(self._edge(inner, target))
            elif inner.name == "pageInfo":
                paged = True
            elif inner.name != "__typename":
                total += Price(COUNTED)
        each = sum(shown, Price()) if shown else Price(int(paged))
        return total + Price(0, ((size, each),))

    def _edge(self, selected: Selected, target: str) -> list[Price]:
        edges = self.selector.fields(target + "Edge", selected.sets)
        nodes = [edge for edge in edges if edge.name == "node"]
        return [_together(self._record(self.graph.types[target], node.sets)) for node in nodes] or [Price(1)]


def _dearest(prices: Iterable[Price]) -> Price:
    """No less than any of them, whatever the sizes of their pages turn out to be."""
    known = list(prices)
    return Price(max((one.records for one in known), default=0), tuple(page for one in known for page in one.pages))


def _together(parts: tuple[Price, Price]) -> Price:
    return parts[0] + parts[1]
