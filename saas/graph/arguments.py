"""What a field's arguments say, split into the shape that makes the SQL and the operands that fill it.

A plan serves every request whose variables have the same shape: which filters are given, the order, how many words a
search has. The values inside are operands, read from the request's variables each time.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import cast

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    GraphQLArgument,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    ListValueNode,
    Node,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    Visitor,
    visit,
)  # fmt: skip
from graphql.utilities import value_from_ast

from saas.core.errors import LimitReached
from saas.graph.ids import decode
from saas.graph.selection import Variables

Get = Callable[[Variables], object]
MOST_CONDITIONS = 200
DEEPEST_FILTER = 25
"""Lists and objects in each other."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A leaf: its value is read when the plan runs."""

    get: Get


Tree = Operand | dict[str, "Tree"] | list["Tree"]


SIZES = frozenset({"first", "last", "after", "before"})
"""Arguments that say how large a page is."""


def read_arguments(
    node: FieldNode, defined: Mapping[str, GraphQLArgument], variables: Variables, *, places: Collection[str] = ()
) -> dict[str, Tree]:
    """By argument name, those of `places` or all; what is left out, or null, is not there, nor is an object or a list
    that nothing is left of.
    """
    found: dict[str, Tree] = {}
    for argument in node.arguments or ():
        if places and argument.name.value not in places:
            continue
        tree = _read(argument.value, defined[argument.name.value].type, variables)
        if tree is not None:
            found[argument.name.value] = tree
    return found


def _read(node: ValueNode, kind: GraphQLInputType, variables: Variables) -> Tree | None:
    if isinstance(node, VariableNode):
        name = node.name.value
        return _unfold(variables.get(name), kind, lambda given: given.get(name))
    if isinstance(node, NullValueNode):
        return None
    bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if isinstance(bare, GraphQLInputObjectType) and isinstance(node, ObjectValueNode):
        kinds = {name: field.type for name, field in bare.fields.items()}
        return _left({f.name.value: _read(f.value, kinds[f.name.value], variables) for f in node.fields}, bare)
    if _lists_objects(bare):
        nodes = node.values if isinstance(node, ListValueNode) else (node,)
        return [
            tree
            for one in nodes
            if (tree := _read(one, cast("GraphQLList[GraphQLInputType]", bare).of_type, variables)) is not None
        ] or None
    return _literal(node, bare)


def _literal(node: ValueNode, kind: GraphQLInputType) -> Operand:
    names = _variables_in(node)
    if not names:
        constant = value_from_ast(node, kind)
        return Operand(lambda _given: constant)
    return Operand(lambda given: value_from_ast(node, kind, dict(given)))


def _unfold(value: object, kind: GraphQLInputType, get: Get) -> Tree | None:
    if value is None:
        return None
    bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
    if isinstance(bare, GraphQLInputObjectType):
        fields = cast("dict[str, object]", value)
        read = {name: _unfold(one, bare.fields[name].type, _inside(get, name)) for name, one in fields.items()}
        return _left(read, bare)
    if _lists_objects(bare):
        items = cast("list[object]", value)
        inner = cast("GraphQLList[GraphQLInputType]", bare).of_type
        trees = (_unfold(one, inner, _inside(get, i)) for i, one in enumerate(items))
        return [tree for tree in trees if tree is not None] or None
    return Operand(get)


def _left(read: Mapping[str, Tree | None], kind: GraphQLInputObjectType) -> Tree | None:
    """Without the nulls. A record's filter that is said to be `{}` asks that there is a record, so it stays."""
    left = {name: tree for name, tree in read.items() if tree is not None}
    return left if left or (not read and "and" in kind.fields) else None


def _inside(get: Get, key: str | int) -> Get:
    return lambda given: cast("dict[str | int, object]", get(given))[key]


def _lists_objects(kind: GraphQLInputType) -> bool:
    if not isinstance(kind, GraphQLList):
        return False
    inner = kind.of_type.of_type if isinstance(kind.of_type, GraphQLNonNull) else kind.of_type
    return isinstance(inner, GraphQLInputObjectType)


def conditions(said: object, level: int = 0) -> int:
    """How many comparisons, branches and related records a filter has, as a client says it or as it was read. The
    values of `in` are one comparison. Refuses one that goes too deep.
    """
    if not isinstance(said, dict | list):
        return 1
    if level > DEEPEST_FILTER:
        raise LimitReached("TOO_DEEP", "A filter may go %(most)s levels deep.", "filter", most=DEEPEST_FILTER)
    if isinstance(said, list):
        return sum(conditions(one, level + 1) for one in said) if _is_branched(said) else 1
    branched = not said or any(isinstance(one, dict) or _is_branched(one) for one in said.values())
    return branched + sum(conditions(one, level + 1) for one in said.values())


def check_conditions(count: int) -> None:
    if count > MOST_CONDITIONS:
        message = "All filters of an operation may have %(most)s conditions together; these have %(asked)s."
        raise LimitReached("TOO_MANY_CONDITIONS", message, "filter", most=MOST_CONDITIONS, asked=count)


def repeats(document: DocumentNode) -> dict[str, int]:
    """How often at most one filter names each variable that it is made of."""
    found: dict[str, int] = {}

    class Places(Visitor):
        def enter_argument(self, node: ArgumentNode, *_: object) -> None:
            if node.name.value == "filter":
                for name, times in Counter(_variables_in(node.value)).items():
                    found[name] = max(times, found.get(name, 0))

    visit(document, Places())
    return found


class Bearing(Enum):
    """How a variable bears on the SQL, by the place where it is used."""

    SHAPE = "SHAPE"
    LITERAL = "LITERAL"
    WORDS = "WORDS"
    TYPE = "TYPE"


PLACES = {
    "filter": Bearing.SHAPE, "first": Bearing.SHAPE, "last": Bearing.SHAPE, "after": Bearing.SHAPE,
    "before": Bearing.SHAPE, "orderBy": Bearing.LITERAL, "search": Bearing.WORDS, "if": Bearing.LITERAL,
}  # fmt: skip
OF_ANY_TYPE = frozenset({"node", "nodes"})
"""Root fields whose ids say the types of what is read; of others the field says it."""


def bearings(document: DocumentNode) -> tuple[tuple[str, Bearing], ...]:
    """Each variable that bears on the SQL, once for each way in which it does."""
    found: dict[tuple[str, Bearing], None] = {}

    def note(place: Bearing, node: ArgumentNode) -> None:
        found.update(dict.fromkeys((name, place) for name in _variables_in(node.value)))

    class Places(Visitor):
        def enter_field(self, node: FieldNode, *_: object) -> None:
            for argument in (node.arguments or ()) if node.name.value in OF_ANY_TYPE else ():
                note(Bearing.TYPE, argument)

        def enter_argument(self, node: ArgumentNode, *_: object) -> None:
            place = PLACES.get(node.name.value)
            if place is not None:
                note(place, node)

    visit(document, Places())
    return tuple(found)


def signature(bearing: Iterable[tuple[str, Bearing]], variables: Variables) -> tuple[object, ...]:
    """What of these variables a plan depends on; hashable."""
    return tuple(_SIGNS[kind](variables.get(name)) for name, kind in bearing)


def words(text: object) -> list[str]:
    """The words of a search, at most eight."""
    return str(text).split()[:8] if text is not None else []


def types_of(ids: Iterable[object]) -> tuple[str, ...]:
    """The names of types that these global ids say, each once."""
    return tuple(sorted({decode(str(one))[0] for one in ids}))


def _is_branched(said: object) -> bool:
    return isinstance(said, list) and bool(said) and isinstance(said[0], dict)


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return tuple((name, _shape(one)) for name, one in value.items())
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return tuple(_shape(one) for one in value)
    return value is not None


def _freeze(value: object) -> object:
    if isinstance(value, dict):
        return tuple((name, _freeze(one)) for name, one in value.items())
    return tuple(_freeze(one) for one in value) if isinstance(value, list) else value


_SIGNS: Mapping[Bearing, Callable[[object], object]] = {
    Bearing.SHAPE: _shape,
    Bearing.LITERAL: _freeze,
    Bearing.WORDS: lambda value: None if value is None else len(words(value)),
    Bearing.TYPE: lambda value: types_of(value if isinstance(value, list) else [value]),
}


def _variables_in(node: Node) -> list[str]:
    found: list[str] = []

    class Names(Visitor):
        def enter_variable(self, node: VariableNode, *_: object) -> None:
            found.append(node.name.value)

    visit(node, Names())
    return found
