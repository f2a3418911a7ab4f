"""Which fields a selection asks for: fragments spread, directives obeyed, equal response keys merged.

CollectFields of the specification, over one concrete type.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from graphql import (
    BooleanValueNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    is_abstract_type,
)  # fmt: skip

Variables = Mapping[str, object]
Fragment = FragmentDefinitionNode | InlineFragmentNode


@dataclass(frozen=True, slots=True)
class Selected:
    """A response key with the field nodes that were merged under it; they agree in name and arguments."""

    key: str
    nodes: tuple[FieldNode, ...]

    @property
    def name(self) -> str:
        return self.nodes[0].name.value

    @property
    def sets(self) -> tuple[SelectionSetNode, ...]:
        return tuple(node.selection_set for node in self.nodes if node.selection_set is not None)


@dataclass(frozen=True, slots=True)
class Selector:
    """Collects the fields of one operation under the values of its variables."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Variables

    def given(self, variables: Variables) -> "Selector":
        """The same operation under the values of another request."""
        return Selector(self.schema, self.fragments, variables)

    def fields(self, type_name: str, sets: Iterable[SelectionSetNode]) -> list[Selected]:
        """In the order of the answer."""
        found: dict[str, list[FieldNode]] = {}
        visited: set[str] = set()
        for selection_set in sets:
            self._collect(type_name, selection_set, found, visited)
        return [Selected(key, tuple(nodes)) for key, nodes in found.items()]

    def _collect(
        self, type_name: str, selection_set: SelectionSetNode, found: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for selection in selection_set.selections:
            if not self._included(selection.directives or ()):
                continue
            if isinstance(selection, FieldNode):
                key = (selection.alias or selection.name).value
                found.setdefault(key, []).append(selection)
                continue
            fragment = self._fragment(selection, visited)
            if fragment is not None and self._applies(fragment.type_condition, type_name):
                self._collect(type_name, fragment.selection_set, found, visited)

    def _fragment(self, selection: SelectionNode, visited: set[str]) -> Fragment | None:
        """An inline fragment, or a named one that has not been spread into this selection yet."""
        if isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            if name in visited:
                return None
            visited.add(name)
            return self.fragments[name]
        return cast(InlineFragmentNode, selection)

    def _included(self, directives: Iterable[DirectiveNode]) -> bool:
        for directive in directives:
            if directive.name.value in {"skip", "include"}:
                said = (directive.arguments or ())[0].value
                value = self.variables[said.name.value] if isinstance(said, VariableNode) else _truth(said)
                if value is (directive.name.value == "skip"):
                    return False
        return True

    def _applies(self, condition: NamedTypeNode | None, type_name: str) -> bool:
        if condition is None or condition.name.value == type_name:
            return True
        wanted = self.schema.type_map[condition.name.value]
        return is_abstract_type(wanted) and self.schema.is_sub_type(wanted, self.schema.type_map[type_name])


def _truth(said: ValueNode) -> bool:
    return cast(BooleanValueNode, said).value
