"""Makes the schema and its bindings of what the capabilities declare.

The only module that touches Strawberry's inner definitions: `_add` appends a field to a type that exists already, for
which Strawberry has no public way.
"""

import inspect as reflection
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import Optional, cast, get_type_hints

import strawberry
from graphql import GraphQLSchema
from sqlalchemy import Column, Table, inspect
from sqlalchemy.orm import Mapper, RelationshipProperty
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema.config import StrawberryConfig
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import capitalize_first
from strawberry.utils.str_converters import to_camel_case as camel

from saas.core import walk
from saas.core.model import Model
from saas.graph.bindings import (
    Amount,
    Binding,
    Chosen,
    Expression,
    Key,
    OneOf,
    Root,
    RootKind,
    Scalar,
    TableType,
    ToMany,
    ToOne,
    amount_of,
    converted_of,
    form_of,
    read_order,
    sums_of,
)  # fmt: skip
from saas.graph.changes import ABOUT, ARGUMENTS, Changes
from saas.graph.declare import (
    Alternatives,
    Choice,
    Computed,
    ConvertedSum,
    Many,
    Money,
    Mutates,
    Node,
    NodeSpec,
    OrderDirection,
    PageInfo,
    Pair,
    Problem,
    spec_of,
)
from saas.graph.hiding import Hiding
from saas.graph.hints import bare, is_enum, optional
from saas.graph.intake import Intake
from saas.graph.literals import SCALARS

Function = Callable[..., object]


class BadDeclaration(Exception):
    """A graph.py that cannot be: two root fields of one name, a field that is no column, an edge to nowhere."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """`field` is the payload's own field for the record, which is of the type `target`."""

    action: Function
    target: str
    field: str
    take: Intake


@dataclass(frozen=True, slots=True)
class Resolver:
    """A root field of Query that Python answers."""

    function: Function
    take: Intake


@dataclass(frozen=True, slots=True)
class Graph:
    """The schema, what each type and root field is, and the functions behind mutations and resolved roots."""

    strawberry: strawberry.Schema
    schema: GraphQLSchema
    types: Mapping[str, TableType]
    roots: Mapping[str, Root]
    resolvers: Mapping[str, Resolver]
    mutations: Mapping[str, Mutation]
    hiding: Hiding


@cache
def graph() -> Graph:
    """The graph of all capabilities; made once per process."""
    return assemble(walk.modules("graph"))


def sdl() -> str:
    """The contract, as it stands in graphql/schema.graphql."""
    return graph().strawberry.as_str() + "\n"


def assemble(modules: Sequence[ModuleType]) -> Graph:
    """Refuses a declaration that cannot be, with the mend in its message."""
    nodes = {spec_of(cls).model: cls for cls in _found(modules, "__node__")}
    assembly = _Assembly(cast("dict[type[Model], type[Node]]", nodes))
    query, mutate, watch = (strawberry.type(type(name, (), {})) for name in ("Query", "Mutation", "Subscription"))
    types = {spec.name: assembly.table_type(cls) for cls in nodes.values() for spec in [spec_of(cls)]}
    roots = assembly.roots(query)
    resolvers = _resolvers(query, _found(modules, "__resolves__"), roots)
    mutations = _mutations(mutate, _found(modules, "__mutates__"))
    _add(watch, "changes", Changes, args=ARGUMENTS, about=ABOUT)
    config = StrawberryConfig(scalar_map=SCALARS)
    made = strawberry.Schema(query, mutate if mutations else None, watch, types=[*nodes.values()], config=config)
    return Graph(made, made._schema, types, roots, resolvers, mutations, Hiding(types))  # noqa: SLF001  what the compiler plans on


def _found(modules: Iterable[ModuleType], mark: str) -> list[type]:
    """What these modules themselves define with the mark, in the order in which it stands."""
    return [
        value
        for module in modules
        for value in vars(module).values()
        if mark in getattr(value, "__dict__", {}) and value.__module__ == module.__name__
    ]


def _add(cls: type, name: str, annotation: object, *, about: str | None = None,
         args: Mapping[str, object] | None = None,
         default: object = ...) -> StrawberryField:  # fmt: skip
    """Appends a field to a Strawberry type; an input's field is left out by default with `default=UNSET`."""
    annotated = StrawberryAnnotation(annotation)
    made = StrawberryField(
        python_name=name, type_annotation=annotated, description=about, origin=cls,
        default=MISSING if default is ... else default,
    )  # fmt: skip
    made.arguments = [
        StrawberryArgument(python_name=key, graphql_name=None, type_annotation=StrawberryAnnotation(value),
                           **({} if optional(value) else {"default": strawberry.UNSET}))
        for key, value in (args or {}).items()
    ]  # fmt: skip
    definition = cls.__strawberry_definition__  # type: ignore[attr-defined]
    if any(field.python_name == name for field in definition.fields):
        raise BadDeclaration(f"{definition.name}.{camel(name)} is declared twice: rename one of them")
    definition.fields.append(made)
    return made


class _Assembly:
    """The types that the nodes imply: connections, filters, orders; and the bindings of their fields."""

    def __init__(self, nodes: dict[type[Model], type[Node]]) -> None:
        self.nodes = nodes
        self.connections = {cls: _connection(spec_of(cls), cls) for cls in nodes.values()}
        self.filters = {cls: _empty_input(spec_of(cls).name + "Filter") for cls in nodes.values()}
        self.list_filters = {cls: self._list_filter(cls) for cls in nodes.values()}
        self.orders = {cls: _empty_input(spec_of(cls).name + "Order") for cls in nodes.values()}

    def table_type(self, cls: type[Node]) -> TableType:
        spec = spec_of(cls)
        mapper: Mapper[Model] = inspect(spec.model)
        table = cast(Table, mapper.local_table)
        fields: dict[str, Binding] = {"id": Key()}
        hints = get_type_hints(cls, include_extras=True)
        for name, hint in hints.items():
            if name != "id":
                fields[camel(name)] = self._binding(spec, mapper, name, hint)
        for name, declared in spec.declared.items():
            if isinstance(declared, Many):
                fields[camel(name)] = self._to_many(cls, mapper, name, declared)
            if isinstance(declared, Choice):
                _add(cls, name, Optional[declared.node])
                fields[camel(name)] = Chosen(spec_of(declared.node).name, declared.sql)
        sortable = {k: c for k, b in fields.items() if (c := _sort_column(b)) is not None}
        self._fill_inputs(cls, fields, sortable, hints)
        amounts = {
            capitalize_first(camel(name)): amount_of(mapper, cast(Pair, spec.declared[name])) for name in spec.sums
        }
        sums, converted = sums_of(amounts), converted_of(amounts, spec.conversion)
        order = read_order(mapper, spec.order)
        folds = tuple(table.c[name] for name in table.c.search_text.info["folds"]) if "search_text" in table.c else ()
        return TableType(
            spec.name, spec.model, table, fields, sortable, order, sums, spec.search_through, converted, folds
        )

    def roots(self, query: type) -> dict[str, Root]:
        roots = {"node": Root(RootKind.NODE, ""), "nodes": Root(RootKind.NODES, "")}
        _add(query, "node", Optional[Node], args={"id": strawberry.ID}, about="Any record by its id.")
        about = "Records of any types by their ids, in this order; null where hidden or absent."
        _add(query, "nodes", list[Optional[Node]], args={"ids": list[strawberry.ID]}, about=about)
        for cls in self.nodes.values():
            spec = spec_of(cls)
            if spec.one:
                roots[spec.one] = Root(RootKind.ONE, spec.name)
                _add(query, spec.one, Optional[cls], args={"id": strawberry.ID}, about="Null where hidden or absent.")
            if spec.many:
                roots[spec.many] = Root(RootKind.PAGES, spec.name)
                _add(query, spec.many, self.connections[cls], args=self._page_arguments(cls))
            if spec.plain:
                roots[spec.plain] = Root(RootKind.PLAIN, spec.name)
                _add(query, spec.plain, list[cls])  # type: ignore[valid-type]
        return {camel(name): root for name, root in roots.items()}

    def _binding(self, spec: NodeSpec, mapper: Mapper[Model], name: str, hint: object) -> Binding:
        declared = spec.declared.get(name)
        if isinstance(declared, Pair):
            return amount_of(mapper, declared)
        if isinstance(declared, Computed):
            return Expression(declared.sql, is_enum=is_enum(hint), nullable=optional(hint))
        if isinstance(declared, Alternatives):
            if not optional(hint):
                raise BadDeclaration(f"{spec.name}.{name}: none of them may be there, so the field must be `| None`")
            return OneOf(tuple(self._to_one(spec, mapper.relationships[one], hint) for one in declared.relations))
        if name in mapper.relationships:
            return self._to_one(spec, mapper.relationships[name], hint)
        if name in mapper.columns:
            column = cast("Column[object]", mapper.columns[name])
            if column.nullable and not optional(hint):
                raise BadDeclaration(f"{spec.name}.{name}: the column may be null, so the field must be `| None`")
            return Scalar(column, form_of(column.type, is_enum=is_enum(hint)))
        raise BadDeclaration(
            f"{spec.name}.{name} is no column or relationship of {spec.model.__name__}: declare its SQL"
        )

    def _to_one(self, spec: NodeSpec, relation: RelationshipProperty[Model], hint: object) -> ToOne:
        ((local, _remote),) = relation.local_remote_pairs or ((None, None),)
        column = cast("Column[object]", local)
        if column.nullable and not optional(hint):
            raise BadDeclaration(f"{spec.name}.{relation.key}: the key may be null, so the field must be `| None`")
        return ToOne(self._target(spec, relation), column)

    def _to_many(self, cls: type[Node], mapper: Mapper[Model], name: str, declared: Many) -> ToMany:
        spec = spec_of(cls)
        if name not in mapper.relationships:
            raise BadDeclaration(f"{spec.name}.{name} is no relationship of {spec.model.__name__}")
        relation = mapper.relationships[name]
        target = self._target(spec, relation)
        node = self.nodes[relation.mapper.class_]
        ((_local, remote),) = relation.local_remote_pairs or ((None, None),)
        if declared.paged:
            _add(cls, name, self.connections[node], args=self._page_arguments(node))
        else:
            _add(cls, name, list[node])  # type: ignore[valid-type]
        order = read_order(relation.mapper, declared.order)
        return ToMany(target, cast("Column[object]", remote), order, declared.paged, declared.most)

    def _target(self, spec: NodeSpec, relation: RelationshipProperty[Model]) -> str:
        if relation.mapper.class_ not in self.nodes:
            raise BadDeclaration(
                f"{spec.name}.{relation.key} leads to {relation.mapper.class_.__name__}, which is no node"
            )
        return spec_of(self.nodes[relation.mapper.class_]).name

    def _page_arguments(self, cls: type[Node]) -> dict[str, object]:
        pages: dict[str, object] = dict.fromkeys(("first", "last"), Optional[int])
        pages |= dict.fromkeys(("after", "before"), Optional[str])
        pages["filter"] = Optional[self.filters[cls]]
        pages["order_by"] = Optional[list.__class_getitem__(self.orders[cls])]
        if "search_text" in inspect(spec_of(cls).model).columns:
            pages["search"] = Optional[str]
        return pages

    def _list_filter(self, cls: type[Node]) -> type:
        made = _empty_input(spec_of(cls).name + "ListFilter")
        for name, about in (("some", "At least one is like this."), ("none", "None is like this.")):
            _add(made, name, Optional[self.filters[cls]], default=strawberry.UNSET, about=about)
        return made

    def _fill_inputs(self, cls: type[Node], fields: dict[str, Binding], sortable: Mapping[str, object],
                     hints: Mapping[str, object]) -> None:  # fmt: skip
        made, by_camel = self.filters[cls], {camel(name): hint for name, hint in hints.items()}
        for name, binding in fields.items():
            kind = self._filter_of(binding, by_camel.get(name))
            if kind is not None:
                _add(made, _snake(name), Optional[kind], default=strawberry.UNSET)
        for name in ("and", "or"):
            _add(made, name, Optional[list[made]], default=strawberry.UNSET)  # type: ignore[valid-type]
        _add(made, "not", Optional[made], default=strawberry.UNSET)
        for name in sortable:
            _add(self.orders[cls], _snake(name), Optional[OrderDirection], default=strawberry.UNSET)

    def _filter_of(self, binding: Binding, hint: object) -> type | None:
        match binding:
            case ToOne(target):
                return next(made for cls, made in self.filters.items() if spec_of(cls).name == target)
            case ToMany(target):
                return next(made for cls, made in self.list_filters.items() if spec_of(cls).name == target)
            case Expression() | Chosen() | OneOf():
                return None
            case Key():
                return comparison(strawberry.ID)
            case Amount():
                return comparison(Decimal)
        return comparison(bare(hint))


@cache
def comparison(kind: type) -> type:
    """The filter input of a scalar: `DateFilter { eq ne in lt lte gt gte isNull }`; a null operand is left out."""
    names = {str: "String", int: "Int", bool: "Boolean", Decimal: "Decimal", date: "Date", datetime: "DateTime"}
    name = "ID" if kind is strawberry.ID else names.get(kind) or kind.__name__
    made = _empty_input(name + "Filter")
    operators: dict[str, object] = {"eq": kind}
    if kind is not bool:
        operators |= {"ne": kind, "in": list[kind]}  # type: ignore[valid-type]
    if kind in {int, Decimal, date, datetime}:
        operators |= dict.fromkeys(("lt", "lte", "gt", "gte"), kind)
    if kind is str:
        operators |= {"contains": str, "starts_with": str}
    for operator, operand in (operators | {"is_null": bool}).items():
        _add(made, operator, Optional[operand], default=strawberry.UNSET)
    return made


def _resolvers(query: type, functions: Iterable[Function], roots: Mapping[str, Root]) -> dict[str, Resolver]:
    found: dict[str, Resolver] = {}
    for function in functions:
        hints = get_type_hints(function, include_extras=True)
        arguments = {name: hints[name] for name in list(reflection.signature(function).parameters)[1:]}
        if camel(function.__name__) in roots:
            raise BadDeclaration(f"Query.{camel(function.__name__)} is declared twice: rename one of them")
        made = _add(query, function.__name__, Optional[hints.get("return")], args=arguments, about=function.__doc__)
        found[camel(function.__name__)] = Resolver(function, Intake(made.arguments))
    return found


def _mutations(mutate: type, functions: Iterable[Function]) -> dict[str, Mutation]:
    found: dict[str, Mutation] = {}
    for function in functions:
        marked: Mutates = function.__mutates__  # type: ignore[attr-defined]
        spec = spec_of(marked.node)
        noun = spec.one or spec.name[0].lower() + spec.name[1:]
        taken = get_type_hints(function, include_extras=True)["input"]
        if not any(f.python_name == "client_mutation_id" for f in taken.__strawberry_definition__.fields):
            about = "A name of the sender's own: a repeat under it gets the first answer."
            _add(taken, "client_mutation_id", Optional[str], default=strawberry.UNSET, about=about)
        payload = strawberry.type(
            type(capitalize_first(camel(function.__name__)) + "Payload", (), {"__annotations__": {}})
        )
        _add(payload, noun, Optional[marked.node])
        _add(payload, "problems", list[Problem])
        _add(payload, "client_mutation_id", Optional[str])
        made = _add(mutate, function.__name__, payload, args={"input": taken}, about=function.__doc__)
        found[camel(function.__name__)] = Mutation(function, spec.name, camel(noun), Intake(made.arguments))
    return found


def _connection(spec: NodeSpec, cls: type[Node]) -> type:
    edge = strawberry.type(type(spec.name + "Edge", (), {"__annotations__": {"cursor": str, "node": cls}}))
    made = strawberry.type(type(spec.name + "Connection", (), {"__annotations__": {}}))
    _add(made, "total_count", int, about="Exact up to 100,000; beyond it 100,000.")
    for name in spec.sums:
        _add(made, "total_" + name, list[Money], about="The sum of the whole list, one for each currency.")
        _add(made, "average_" + name, list[Money], about="Of those that have one, for each currency; largest first.")
        if spec.conversion:
            _add(made, "converted_" + name, Optional[ConvertedSum])
    _add(made, "page_info", PageInfo)
    _add(made, "nodes", list[cls])  # type: ignore[valid-type]
    _add(made, "edges", list[edge])  # type: ignore[valid-type]
    return made


def _empty_input(name: str) -> type:
    return strawberry.input(type(name, (), {"__annotations__": {}}))


def _sort_column(binding: Binding) -> "Column[object] | None":
    match binding:
        case Scalar(column) | Amount(column):
            return column
    return None


def _snake(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)
