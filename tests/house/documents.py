"""Documents written from the graph itself: every root field with arguments that fit, for checks that walk all of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import graphql
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
)

from saas.graph.assembly import graph

Json = object
Ids = Callable[[str], str]  # a global id of a record of this type

#: Ids whose name is not the name of a type.
ROLES = {
    "owner": "Member", "manager": "Member", "parent": "Account", "assignee": "Member", "record": "Deal",
    "successor": "Member", "moveTo": "CustomRole", "mentioned": "Member", "followUpOf": "Activity",
    "moveDealsTo": "Stage", "view": "SavedView", "ids": "Notification",
}  # fmt: skip
IDS = {"Company": "Holiday", "Deal": "Deal"}  # what `ids` are of, where the root field is about something else
NODES = {"node": "Deal", "nodes": "Deal", "sharesOf": "Deal", "whoCanSee": "Deal"}  # of any type; one does
PARTS = {"columns": "ImportColumn"}  # what an `id` inside these inputs is of
VALUES: Mapping[str, Json] = {
    "Int": 1,
    "Float": 1.5,
    "Boolean": True,
    "Date": "2026-03-01",
    "DateTime": "2026-03-01T09:00:00+00:00",
    "Decimal": "12.50",
    "UUID": "00000000-0000-7000-8000-000000000000",
    "JSON": {"name": "Walk"},
}
WORDS: Mapping[str, Json] = {
    "currency": "USD", "into": "USD", "country": "IL", "object": "Deal", "path": "name", "email": "walk@walk.test",
    "kind": "deals.given", "year": 2026, "endpoint": "https://push.test/walk", "secret": "BTBZMqHH6r4Tts7J_aSIgg",
    "publicKey": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
}  # fmt: skip
ENUMS = {"MemberRole": "REP"}  # the widest one is not everywhere
DEEP = 2
FEW = "(first: 10)"  # of a list inside a record: nobody has more here, and each level is paid for


@dataclass(frozen=True, slots=True)
class Spot:
    """An id inside a mutation's input: its path, and the type it is of."""

    path: tuple[str, ...]
    type: str


def roots(kind: str) -> list[str]:
    """Names of the root fields of `query` or `mutation`."""
    return list(_root(kind).fields)


def document(kind: str, field: str) -> str:
    """Asks for the field with everything that lies within two levels; of a record at their end for its id."""
    definition = _root(kind).fields[field]
    variables = ", ".join(f"${name}: {argument.type}" for name, argument in _asked(definition).items())
    passed = ", ".join(f"{name}: ${name}" for name in _asked(definition))
    inside = _selection(definition.type, DEEP)
    return f"{kind} Walk{f'({variables})' if variables else ''} {{ {field}{f'({passed})' if passed else ''} {inside} }}"


def variables(kind: str, field: str, ids: Ids) -> dict[str, Json]:
    target = graph().mutations[field].target if kind == "mutation" else NODES.get(field, field[:1].upper() + field[1:])
    return {
        name: _value(argument.type, name, target, ids) for name, argument in _asked(_root(kind).fields[field]).items()
    }


def value(kind: GraphQLInputType, name: str, target: str, ids: Ids) -> Json:
    """One that fits an input's field of a mutation of `target`."""
    return _value(kind, name, target, ids)


def spots(field: str) -> Iterator[Spot]:
    """Every id that a mutation's input may name, the optional ones too."""
    yield from _spots(_root("mutation").fields[field].args["input"].type, (), graph().mutations[field].target)


def spotted(field: str, ids: Ids, spot: Spot, foreign: str) -> dict[str, Json]:
    """Variables that fit, but for one id."""
    whole = variables("mutation", field, ids)
    place, kind = whole["input"], _input(_root("mutation").fields[field].args["input"].type)
    for name in spot.path[:-1]:
        assert isinstance(place, dict)
        below = kind.fields[name].type
        kind = _input(below)
        inner = _value(kind, name, PARTS.get(name, ""), ids)
        place[name] = [inner] if isinstance(graphql.get_nullable_type(below), GraphQLList) else inner
        place = inner
    assert isinstance(place, dict)
    place[spot.path[-1]] = foreign
    return whole


def _asked(field: GraphQLField) -> dict[str, graphql.GraphQLArgument]:
    return {name: argument for name, argument in field.args.items() if graphql.is_required_argument(argument)}


def _root(kind: str) -> GraphQLObjectType:
    found = graph().schema.query_type if kind == "query" else graph().schema.mutation_type
    assert found is not None
    return found


def _input(kind: GraphQLInputType) -> GraphQLInputObjectType:
    named = graphql.get_named_type(kind)
    assert isinstance(named, GraphQLInputObjectType)
    return named


def _selection(kind: GraphQLOutputType, depth: int) -> str:
    named = graphql.get_named_type(kind)
    if graphql.is_leaf_type(named):
        return ""
    if not isinstance(named, GraphQLObjectType):
        return "{ __typename ... on Node { id } }"
    parts = [
        f"{name}{FEW if 'first' in field.args else ''} {inner}".strip()
        for name, field in named.fields.items()
        if (inner := _inside(named, field, depth)) is not None
    ]
    return "{ " + " ".join(parts or ["__typename"]) + " }"


def _inside(owner: GraphQLObjectType, field: GraphQLField, depth: int) -> str | None:
    """None for what lies too deep or asks for more than we know; a connection's nodes are no level of their own, and
    its edges are asked for their cursors alone: their nodes are the same ones.
    """
    if _asked(field):
        return None
    if str(graphql.get_named_type(field.type)).endswith("Edge"):
        return "{ cursor }"
    named = graphql.get_named_type(field.type)
    if graphql.is_leaf_type(named):
        return ""
    if depth == 1 and named.name in graph().types and not graphql.is_list_type(graphql.get_nullable_type(field.type)):
        return "{ id }"
    through = owner.name.endswith("Connection")
    return _selection(field.type, depth if through else depth - 1) if depth > 0 or through else None


def _value(kind: GraphQLInputType, name: str, target: str, ids: Ids) -> Json:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, target, ids)
    if isinstance(kind, GraphQLList):
        return [_value(kind.of_type, name, target, ids)]
    if isinstance(kind, GraphQLInputObjectType):
        asked = {n: f for n, f in kind.fields.items() if graphql.is_required_input_field(f)}
        return {n: _value(f.type, n, PARTS.get(n, target), ids) for n, f in asked.items()}
    if isinstance(kind, GraphQLEnumType):
        return ENUMS.get(kind.name, next(iter(kind.values)))
    if kind.name == "ID":
        return ids(type_of(name, target))
    return WORDS.get(name, VALUES.get(kind.name, "Walk"))


def _spots(kind: GraphQLInputType, path: tuple[str, ...], target: str) -> Iterator[Spot]:
    named = graphql.get_named_type(kind)
    if isinstance(named, GraphQLScalarType) and named.name == "ID":
        yield Spot(path, type_of(path[-1], target))
    if isinstance(named, GraphQLInputObjectType):
        for name, field in named.fields.items():
            yield from _spots(field.type, (*path, name), PARTS.get(name, target))


def type_of(name: str, target: str) -> str:
    """`dealId` is of a Deal, `ownerId` of a Member, `id` of what the root field is about."""
    if name == "id":
        return target
    if name == "ids" and target in IDS:
        return IDS[target]
    noun = name.removesuffix("Ids").removesuffix("Id")
    found = ROLES.get(noun, noun[:1].upper() + noun[1:])
    assert found in graph().types, f"{name}: of which type is this id? Say it in ROLES."
    return found
