"""JSON as a value of the graph: in a document it means what it means as a variable, and neither is nested for ever."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import orjson
from graphql import Undefined, ValueNode, value_from_ast_untyped
from strawberry.scalars import JSON
from strawberry.schema.types.scalar import DEFAULT_SCALAR_REGISTRY
from strawberry.types.scalar import ScalarDefinition

from saas.graph.selection import Variables

DEEPEST = 100


def read_value(value: object) -> object:
    """ValueError for what is nested more deeply than whoever writes it down again can follow."""
    if _is_deeper(value, DEEPEST):
        raise ValueError("It is nested too deeply.")
    return value


def read_literal(node: ValueNode, variables: Variables | None = None) -> object:
    """Whole numbers beyond 64 bits are as exact as JSON's are; ValueError for a number that JSON has no word for.

    The variables in it are coerced already; what one of them leaves out is left out.
    """
    said = value_from_ast_untyped(node, None if variables is None else dict(variables))
    return read_value(orjson.loads(json.dumps(_said(said), default=_written)))


def _is_deeper(value: object, most: int) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return inside is not None and (most == 0 or any(_is_deeper(one, most - 1) for one in inside))


def _said(value: object) -> object:
    if isinstance(value, dict):
        return {name: _said(one) for name, one in value.items() if one is not Undefined}
    if isinstance(value, list):
        return [None if one is Undefined else _said(one) for one in value]
    return value


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


SCALARS: Mapping[object, ScalarDefinition] = {
    JSON: replace(DEFAULT_SCALAR_REGISTRY[JSON], parse_value=read_value, parse_literal=read_literal)
}
"""Strawberry's own, save for how it is read."""
