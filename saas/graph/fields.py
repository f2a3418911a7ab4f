"""Which fields of a type a role may hide, and which it may lock: told by the graph itself.

Hidden is null, or empty; so what is never null can never be hidden, nor can what tells the same columns as such a
field. Locked is refused in inputs; so what no input writes cannot be locked, nor what a new record cannot be without.
"""

from collections.abc import Iterator
from functools import cache
from typing import cast

from graphql import GraphQLInputObjectType, GraphQLNonNull, GraphQLObjectType, get_named_type, is_required_input_field

from saas.graph.assembly import Graph, graph
from saas.graph.bindings import ToMany
from saas.graph.hiding import columns_of

NEVER = frozenset({"id", "version", "clientMutationId"})
MAKES = "create"


@cache
def hideable(type_name: str) -> frozenset[str]:
    """The fields of this type of the graph that may be hidden."""
    made = graph()
    if type_name not in made.types:
        return frozenset()
    table, firm = made.types[type_name], _firm()
    return frozenset(
        name
        for name, binding in table.fields.items()
        if _may_be_null(made, type_name, name) and firm.isdisjoint(columns_of(binding, table))
    )


@cache
def lockable(type_name: str) -> frozenset[str]:
    """The fields of this type that may be read-only: `owner` where an input takes `ownerId`."""
    made, written, demanded = graph(), set[str](), set[str]()
    fields = made.types[type_name].fields if type_name in made.types else {}
    for mutation, name, required in _inputs(made, type_name):
        field = field_of(name, fields)
        if field is not None:
            written.add(field)
            if required and mutation.startswith(MAKES):
                demanded.add(field)
    return frozenset(written - demanded - NEVER)


def field_of(name: str, fields: object) -> str | None:
    """The field that an input's `name` writes: itself, or the record whose id it gives."""
    known = cast("dict[str, object]", fields)
    return next((one for one in (name, name.removesuffix("Id"), name.removesuffix("Ids")) if one in known), None)


def _inputs(made: Graph, type_name: str) -> Iterator[tuple[str, str, bool]]:
    defined = cast(GraphQLObjectType, made.schema.mutation_type)
    for name, mutation in made.mutations.items():
        if mutation.target == type_name:
            given = cast(GraphQLInputObjectType, get_named_type(defined.fields[name].args["input"].type))
            yield from ((name, one, is_required_input_field(field)) for one, field in given.fields.items())


@cache
def _firm() -> frozenset[tuple[str, str]]:
    """The columns of fields that are never null."""
    made = graph()
    return frozenset(
        place
        for table in made.types.values()
        for name, binding in table.fields.items()
        if not _may_be_null(made, table.name, name)
        for place in columns_of(binding, table)
    )


def _may_be_null(made: Graph, type_name: str, field: str) -> bool:
    defined = cast(GraphQLObjectType, made.schema.type_map[type_name]).fields[field]
    return isinstance(made.types[type_name].fields[field], ToMany) or not isinstance(defined.type, GraphQLNonNull)
