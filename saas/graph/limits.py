"""What a document may ask for, judged in time linear in the document, before it is validated."""

from collections.abc import Iterator
from typing import cast

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


class _Measure:
    """Fields and depth of a selection with its fragments spread; each fragment is measured once."""

    def __init__(self, document: DocumentNode) -> None:
        self.fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        self.known: dict[str, tuple[int, int]] = {}

    def of(self, selection_set: SelectionSetNode | None) -> tuple[int, int]:
        if selection_set is None:
            return 0, 0
        fields, depth = 0, 0
        for selection in selection_set.selections:
            if isinstance(selection, FragmentSpreadNode):
                inner_fields, inner_depth = self._fragment(selection.name.value)
            else:
                inner_fields, inner_depth = self.of(cast(FieldNode | InlineFragmentNode, selection).selection_set)
                if isinstance(selection, FieldNode):
                    inner_fields, inner_depth = inner_fields + 1, inner_depth + 1
            fields, depth = fields + inner_fields, max(depth, inner_depth)
        return fields, depth

    def _fragment(self, name: str) -> tuple[int, int]:
        if name not in self.known:
            self.known[name] = 0, 0  # a circle is refused by the validation
            definition = self.fragments.get(name)
            self.known[name] = self.of(definition.selection_set) if definition else (0, 0)
        return self.known[name]


class _Pairs:
    """Pairs of fields under one response key: the validation compares each of them."""

    def __init__(self, fragments: dict[str, FragmentDefinitionNode]) -> None:
        self.fragments = fragments
        self.fields = 0
        self.pairs = 0

    def too_many_in(self, sets: list[SelectionSetNode]) -> bool:
        """Stops as soon as they are too many; circles of fragments, which a count does not see, are too many too."""
        found: dict[str, list[SelectionSetNode]] = {}
        times: dict[str, int] = {}
        for field in self._collected(sets):
            key = (field.alias or field.name).value
            self.pairs += times.get(key, 0)
            times[key] = times.get(key, 0) + 1
            if field.selection_set is not None:
                found.setdefault(key, []).append(field.selection_set)
            if self.pairs > MOST_PAIRS or self.fields > MOST_FIELDS:
                return True
        return any(self.too_many_in(inner) for inner in found.values())

    def roots(self, operation: OperationDefinitionNode) -> Iterator[FieldNode]:
        return self._collected([operation.selection_set])

    def _collected(self, sets: list[SelectionSetNode]) -> Iterator[FieldNode]:
        visited, left = set[str](), list(reversed(sets))
        while left:
            for selection in left.pop().selections:
                if isinstance(selection, FieldNode):
                    self.fields += 1
                    yield selection
                elif isinstance(selection, InlineFragmentNode):
                    left.append(selection.selection_set)
                elif (name := cast(FragmentSpreadNode, selection).name.value) in self.fragments and name not in visited:
                    visited.add(name)
                    left.append(self.fragments[name].selection_set)


def introspects(document: DocumentNode) -> bool:
    """Whether any of its operations asks for the graph's own types."""
    measure = _Measure(document)
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    return any(_looks(field) for one in operations for field in _Pairs(measure.fragments).roots(one))


def check(document: DocumentNode) -> None:
    """Refuses a document whose operations ask for too many fields, repeat them too often or go too deep."""
    measure = _Measure(document)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            fields, depth = measure.of(definition.selection_set)
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
