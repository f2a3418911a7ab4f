"""Root fields that Python answers: their values as JSON, with the records in them read by the compiler.

An answer is walked twice: first for the records that it names, which are read by one statement for each place in the
selection, then to write it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast
from uuid import UUID

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
)  # fmt: skip
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.utils.str_converters import to_snake_case as snake

from saas.core.work import Work
from saas.graph.assembly import Graph
from saas.graph.declare import Ref
from saas.graph.documents import Asking, Operation, Place
from saas.graph.selection import Selected, Selector


def arguments_of(graph: Graph, parent: str, selected: Selected, variables: Mapping[str, object]) -> dict[str, object]:
    """A field's arguments, coerced, by their GraphQL names."""
    defined = cast(GraphQLObjectType, graph.schema.type_map[parent]).fields[selected.name]
    return dict(get_argument_values(defined, selected.nodes[0], VariableValues({}, dict(variables))))


def write_resolved(
    asked: tuple[Graph, Operation, Mapping[str, object]], work: Work, selected: Selected, value: object,
    *, of: str = "Query",
) -> bytes:  # fmt: skip
    """The JSON of what Python gives for a root field."""
    graph, operation, variables = asked
    kind = cast(GraphQLObjectType, graph.schema.type_map[of]).fields[selected.name].type
    answer = _Answer(graph, operation, operation.selector.given(variables))
    answer.gather(kind, value, selected, (selected.key,))
    answer.read(work)
    return answer.write(kind, value, selected, (selected.key,))


@dataclass(slots=True)
class _Answer:
    graph: Graph
    operation: Operation
    selector: Selector
    wanted: dict[Place, tuple[Selected, Ref, set[UUID]]] = field(default_factory=dict)
    found: dict[Place, dict[str, bytes]] = field(default_factory=dict)

    def gather(self, kind: GraphQLOutputType, value: object, selected: Selected, place: Place) -> None:
        bare = _bare(kind)
        if value is None:
            return
        if isinstance(bare, GraphQLList):
            for one in cast("Iterable[object]", value):
                self.gather(bare.of_type, one, selected, place)
        elif isinstance(value, Ref):
            self.wanted.setdefault((*place, value.name), (selected, value, set()))[2].add(value.key)
        elif not isinstance(bare, GraphQLScalarType | GraphQLEnumType):
            for inner, inner_kind in self._fields(self._made(bare, value), selected):
                self.gather(inner_kind, getattr(value, snake(inner.name)), inner, (*place, inner.key))

    def read(self, work: Work) -> None:
        for place, (selected, ref, keys) in self.wanted.items():
            plan, named = self.operation.of_records(self.graph, place, (ref.name, selected.sets), keys)
            params = plan.params({**self.selector.variables, **named}, Asking.of(work))
            rows = work.read(plan.statement, params, vetted=True)
            self.found[place] = {cast(bytes, key).decode(): cast(bytes, json) for key, json in rows}

    def write(self, kind: GraphQLOutputType, value: object, selected: Selected, place: Place) -> bytes:
        bare = _bare(kind)
        if value is None:
            return b"null"
        if isinstance(bare, GraphQLList):
            return (
                b"["
                + b",".join(self.write(bare.of_type, v, selected, place) for v in cast("Iterable[object]", value))
                + b"]"
            )
        if isinstance(bare, GraphQLScalarType | GraphQLEnumType):
            return orjson.dumps(bare.serialize(value), default=str)
        if isinstance(value, Ref):
            return self.found[(*place, value.name)].get(str(value.key), b"null")
        parts, made = list[bytes](), self._made(bare, value)
        for inner in self.selector.fields(made.name, selected.sets):
            if inner.name == "__typename":
                written = orjson.dumps(made.name)
            else:
                inner_kind = made.fields[inner.name].type
                written = self.write(inner_kind, getattr(value, snake(inner.name)), inner, (*place, inner.key))
            parts.append(orjson.dumps(inner.key) + b":" + written)
        return b"{" + b",".join(parts) + b"}"

    def _made(self, kind: GraphQLOutputType, value: object) -> GraphQLObjectType:
        """The type itself; of an interface or a union the one that the value is of."""
        if isinstance(kind, GraphQLObjectType):
            return kind
        name = type(value).__strawberry_definition__.name  # type: ignore[attr-defined]
        return cast(GraphQLObjectType, self.graph.schema.type_map[name])

    def _fields(self, kind: GraphQLObjectType, selected: Selected) -> list[tuple[Selected, GraphQLOutputType]]:
        fields = self.selector.fields(kind.name, selected.sets)
        return [(inner, kind.fields[inner.name].type) for inner in fields if inner.name != "__typename"]


def _bare(kind: GraphQLOutputType) -> GraphQLOutputType:
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind
