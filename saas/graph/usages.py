"""Where an operation uses its variables: in its own selection and in the fragments that it spreads."""

from collections.abc import Iterator, Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    NonNullTypeNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    TypeInfo,
    ValidationContext,
    VariableDefinitionNode,
    is_non_null_type,
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


def filled(
    schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments
) -> Iterator[tuple[VariableDefinitionNode, str]]:
    """The variables that can be left out, but of which a place takes no null; and the type of such a place.

    The validation lets them pass, because they or the place have a default for when nothing is said.
    """
    defined = operation.variable_definitions or ()
    nullable = {one.variable.name.value: one for one in defined if not isinstance(one.type, NonNullTypeNode)}
    for usage in _usages(schema, operation, fragments) if nullable else ():
        if is_non_null_type(usage.type) and (found := nullable.pop(usage.node.name.value, None)):
            yield found, str(usage.type)


def _usages(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments) -> list[VariableUsage]:
    document = DocumentNode(definitions=(operation, *fragments.values()))
    context = ValidationContext(schema, document, TypeInfo(schema), lambda _error: None)
    return context.get_recursive_variable_usages(operation)
