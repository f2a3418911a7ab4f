"""Where an operation uses its variables: in its own selection and in the fragments that it spreads."""

from collections.abc import Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    TypeInfo,
    ValidationContext,
)  # fmt: skip
from graphql.validation.validation_context import VariableUsage

Fragments = Mapping[str, FragmentDefinitionNode]


def used(schema: GraphQLSchema, roots: tuple[FieldNode, ...], fragments: Fragments) -> frozenset[str]:
    """The names of the variables that some of a query's root fields use."""
    asks = OperationDefinitionNode(
        operation=OperationType.QUERY, name=None, variable_definitions=(), directives=(),
        selection_set=SelectionSetNode(selections=roots),
    )  # fmt: skip
    return frozenset(usage.node.name.value for usage in _usages(schema, asks, fragments))


def _usages(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> list[VariableUsage]:
    document = DocumentNode(definitions=(operation, *fragments.values()))
    context = ValidationContext(schema, document, TypeInfo(schema), lambda _error: None)
    return context.get_recursive_variable_usages(operation)
