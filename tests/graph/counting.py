"""How many records an answer holds, by the types of its places."""

from collections.abc import Mapping
from typing import cast

from graphql import GraphQLAbstractType, GraphQLObjectType, GraphQLOutputType, SelectionSetNode, get_named_type

from saas.graph.assembly import Graph
from saas.graph.documents import Document
from saas.graph.selection import Selector


def records_in(graph: Graph, document: Document, variables: Mapping[str, object], data: object) -> int:
    selector = Selector(graph.schema, document.fragments, variables)
    sets = (document.operation(None).selection_set,)
    query = cast(GraphQLObjectType, graph.schema.query_type)
    return _within(graph, selector, (query, sets), data)


def _within(
    graph: Graph, selector: Selector, place: tuple[GraphQLOutputType, tuple[SelectionSetNode, ...]], value: object
) -> int:
    kind, sets = place
    if isinstance(value, list):
        return sum(_within(graph, selector, place, one) for one in value)
    made = get_named_type(kind)
    if not isinstance(value, dict):
        return 0
    if isinstance(made, GraphQLAbstractType):
        return max(
            _within(graph, selector, (one, sets), value)
            for one in graph.schema.get_possible_types(made)
            if [field.key for field in selector.fields(one.name, sets)] == list(value)
        )
    assert isinstance(made, GraphQLObjectType)
    fields = [field for field in selector.fields(made.name, sets) if not field.name.startswith("__")]
    inside = (
        _within(graph, selector, (made.fields[field.name].type, field.sets), value[field.key]) for field in fields
    )
    return (made.name in graph.types) + sum(inside)
