"""The variables that a request gives, coerced as the specification says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from graphql import (
    GraphQLError,
    GraphQLInputType,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableDefinitionNode,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)  # fmt: skip
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import input_is_nested_too_deeply
from graphql.utilities import coerce_input_value

from saas.graph.usages import Fragments, filled


@dataclass(frozen=True, slots=True)
class Plain:
    """The variables of an operation, with what is found out of them once.

    `needed` are those that are not just left out where nobody says them; `deep` those that hold others; `filled` those
    that can be left out but not be null, with the type of the place that takes none.
    """

    kinds: Mapping[str, GraphQLInputType]
    needed: frozenset[str]
    deep: tuple[str, ...]
    filled: tuple[tuple[VariableDefinitionNode, str], ...]

    @classmethod
    def of(cls, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> "Plain":
        defined = operation.variable_definitions or ()
        signed = cast("list[GraphQLVariableSignature]", [get_variable_signature(schema, one) for one in defined])
        kinds = {one.name: one.type for one in signed}
        needed = frozenset(one.name for one in signed if one.default is not None or is_non_null_type(one.type))
        deep = tuple(name for name, kind in kinds.items() if not is_leaf_type(get_nullable_type(kind)))
        return cls(kinds, needed, deep, tuple(filled(schema, operation, fragments)))

    def take(self, given: Mapping[str, object]) -> dict[str, object] | None:
        """None where they may be wrong: graphql-core knows how to say why."""
        kinds = self.kinds
        if not given.keys() >= self.needed:
            return None
        if any(input_is_nested_too_deeply(given[name], kinds[name]) for name in self.deep if name in given):
            return None
        coerced = {name: coerce_input_value(given[name], kind) for name, kind in kinds.items() if name in given}
        return None if any(value is Undefined for value in coerced.values()) else coerced

    def nulls(self, coerced: Mapping[str, object]) -> list[GraphQLError]:
        """Those where none is taken: the coercion of a variable knows nothing of its places."""
        return [
            GraphQLError(f"Variable '${name}' is null, but is used in position expecting type '{kind}'.", node)
            for node, kind in self.filled
            if coerced.get(name := node.variable.name.value, Undefined) is None
        ]
