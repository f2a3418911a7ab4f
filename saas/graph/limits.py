"""What a document may ask for, judged in time linear in the document, before it is validated."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)  # fmt: skip

from saas.core.errors import LimitReached

MOST_TOKENS = 3_000
MOST_FIELDS = 1_000
MOST_PAIRS = 10_000
MOST_ROOTS = 50
MOST_INTROSPECTIONS = 2
DEEPEST = 12
MOST_NESTED = 200
"""Brackets in brackets, through fragments too: whatever walks a selection stands that deep on its stack."""
MOST_NAMES = 10
"""Under which a selection may ask for one field, where that takes no arguments: the same value again each time."""


class Size(NamedTuple):
    """Of a selection with its fragments spread: its fields, how deep they go, how deep its brackets nest."""

    fields: int = 0
    depth: int = 0
    nested: int = 0


class _Measure:
    """Each fragment is measured once. Raises LimitReached before it stands too deep on the stack itself."""

    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self.known: dict[str, Size] = {}

    def of(self, selection_set: SelectionSetNode | None, at: int = 0) -> Size:
        """Of what stands in so many brackets."""
        if selection_set is None:
            return Size()
        _check_nested(at + 1)
        fields, depth, nested = 0, 0, 0
        for selection in selection_set.selections:
            if isinstance(selection, FragmentSpreadNode):
                inner = self.fragment(selection.name.value, at + 1)
            else:
                inner = self.of(cast(FieldNode | InlineFragmentNode, selection).selection_set, at + 1)
            itself = isinstance(selection, FieldNode)
            fields, depth = fields + inner.fields + itself, max(depth, inner.depth + itself)
            nested = max(nested, inner.nested)
        return Size(fields, depth, nested + 1)

    def fragment(self, name: str, at: int = 0) -> Size:
        if name not in self.known:
            self.known[name] = Size()  # a circle is refused by the validation
            definition = self.fragments.get(name)
            self.known[name] = self.of(definition.selection_set, at) if definition else Size()
        _check_nested(at + self.known[name].nested)
        return self.known[name]


def _check_nested(nested: int) -> None:
    if nested > MOST_NESTED:
        raise LimitReached("TOO_DEEP", "Brackets may stand %(most)s levels deep.", most=MOST_NESTED)


class _Pairs:
    """Pairs of fields under one response key, which the validation compares, each of them; and one field's keys."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.fields = 0
        self.pairs = 0

    def too_many_in(self, sets: list[SelectionSetNode]) -> bool:
        """Stops as soon as they are too many; circles of fragments, which a count does not see, are too many too."""
        found: dict[str, list[SelectionSetNode]] = {}
        times: dict[str, int] = {}
        names: dict[tuple[str, str], set[str]] = {}
        for of, field in self._collected(sets):
            key = (field.alias or field.name).value
            self.pairs += times.get(key, 0)
            times[key] = times.get(key, 0) + 1
            if not field.arguments:
                known = names.setdefault((of, field.name.value), set())
                known.add(key)
                if len(known) > MOST_NAMES:
                    return True
            if field.selection_set is not None:
                found.setdefault(key, []).append(field.selection_set)
            if self.pairs > MOST_PAIRS or self.fields > MOST_FIELDS:
                return True
        return any(self.too_many_in(inner) for inner in found.values())

    def roots(self, operation: OperationDefinitionNode) -> Iterator[FieldNode]:
        return (field for _of, field in self._collected([operation.selection_set]))

    def _collected(self, sets: list[SelectionSetNode]) -> Iterator[tuple[str, FieldNode]]:
        """Each with the type that the nearest fragment asks for, none where it is the selection's own."""
        visited, left = set[str](), [("", one) for one in reversed(sets)]
        while left:
            of, selection_set = left.pop()
            for selection in selection_set.selections:
                if isinstance(selection, FieldNode):
                    self.fields += 1
                    yield of, selection
                elif isinstance(selection, InlineFragmentNode):
                    condition = selection.type_condition
                    left.append((condition.name.value if condition else of, selection.selection_set))
                elif (name := cast(FragmentSpreadNode, selection).name.value) in self.fragments and name not in visited:
                    visited.add(name)
                    fragment = self.fragments[name]
                    left.append((fragment.type_condition.name.value, fragment.selection_set))


def introspects(document: DocumentNode) -> bool:
    """Whether any of its operations asks for the graph's own types."""
    measure = _Measure(document)
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    return any(_looks(field) for one in operations for field in _Pairs(measure.fragments).roots(one))


def check(document: DocumentNode) -> None:
    """Refuses a document whose operations ask for too many fields, repeat them too often or go too deep."""
    measure = _Measure(document)
    for name in measure.fragments:
        measure.fragment(name)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            fields, depth, _nested = measure.of(definition.selection_set)
            if fields > MOST_FIELDS:
                message = "An operation may ask for %(most)s fields; this one asks for %(asked)s."
                raise LimitReached("TOO_MANY_FIELDS", message, most=MOST_FIELDS, asked=fields)
            _check_roots(measure, definition)
            if depth > DEEPEST and not _introspects(definition):
                message = "An operation may go %(most)s levels deep; this one goes %(asked)s."
                raise LimitReached("TOO_DEEP", message, most=DEEPEST, asked=depth)
            if _Pairs(measure.fragments).too_many_in([definition.selection_set]):
                raise LimitReached("TOO_MANY_REPEATS", "An operation may not ask for the same field over and over.")


def _check_roots(measure: _Measure, operation: OperationDefinitionNode) -> None:
    """Each root field is a statement's column, a unit of work, or a walk through the whole graph."""
    keys, looks = set[str](), set[str]()
    for field in _Pairs(measure.fragments).roots(operation):
        key = (field.alias or field.name).value
        (looks if _looks(field) else keys).add(key)
    if len(keys) > MOST_ROOTS or len(looks) > MOST_INTROSPECTIONS:
        most, asked = (MOST_ROOTS, len(keys)) if len(keys) > MOST_ROOTS else (MOST_INTROSPECTIONS, len(looks))
        message = "An operation may have %(most)s root fields of this kind; this one has %(asked)s."
        raise LimitReached("TOO_MANY_ROOTS", message, most=most, asked=asked)


def _looks(field: FieldNode) -> bool:
    return field.name.value.startswith("__") and field.name.value != "__typename"


def _introspects(operation: OperationDefinitionNode) -> bool:
    return all(
        isinstance(field, FieldNode) and field.name.value.startswith("__")
        for field in operation.selection_set.selections
    )
