"""Coerced arguments as a Python function takes them: input objects made, names in snake case.

What each argument and each field of an input is made by is found out once in a process, not for each request.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING
from functools import cache
from typing import cast

from strawberry import UNSET
from strawberry.schema.config import StrawberryConfig
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryList, StrawberryMaybe, StrawberryObjectDefinition, StrawberryOptional
from strawberry.types.lazy_type import LazyType

Make = Callable[[object], object]
Taken = tuple[str, str, Make]
"""A name of GraphQL's, one of Python's, and what makes the value."""

_NAMES = StrawberryConfig().name_converter


class Intake:
    """The arguments of one function."""

    def __init__(self, arguments: Iterable[StrawberryArgument]) -> None:
        self._taken = [(_NAMES.from_argument(one), one.python_name, _maker(one.type)) for one in arguments]

    def __call__(self, coerced: Mapping[str, object]) -> dict[str, object]:
        return {python: make(coerced[name]) for name, python, make in self._taken if name in coerced}


def _maker(kind: object) -> Make:
    """Scalars and choices are coerced already."""
    if isinstance(kind, LazyType | StrawberryMaybe):
        raise TypeError(f"{kind}: an argument is a scalar, a choice, an input, a list of them, or null")
    if isinstance(kind, StrawberryOptional):
        return _maker(kind.of_type)
    if isinstance(kind, StrawberryList):
        return _list_maker(_maker(kind.of_type))
    defined = getattr(kind, "__strawberry_definition__", None)
    return _input_maker(cast(type, kind)) if isinstance(defined, StrawberryObjectDefinition) else _as_it_is


def _as_it_is(value: object) -> object:
    return value


def _list_maker(make: Make) -> Make:
    """A new list: the coerced one may be the document's own."""

    def of_list(value: object) -> object:
        return value if value is None or value is UNSET else [make(one) for one in cast("list[object]", value)]

    return of_list


def _input_maker(cls: type) -> Make:
    def of_input(value: object) -> object:
        if value is None or value is UNSET:
            return value
        given, (taken, unsaid) = cast("dict[str, object]", value), _fields(cls)
        said = {python: make(given[name]) for name, python, make in taken if name in given}
        return cls(**(unsaid | said if unsaid else said))

    return of_input


@cache
def _fields(cls: type) -> tuple[list[Taken], dict[str, object]]:
    """An input's fields, which may be of its own type; null for what has no default and was not said."""
    defined: StrawberryObjectDefinition = cls.__strawberry_definition__  # type: ignore[attr-defined]
    taken = [
        (_NAMES.from_field(one), one.python_name, _maker(one.resolve_type(type_definition=defined)))
        for one in defined.fields
    ]
    bare = (one for one in defined.fields if one.default_value is MISSING and one.default_factory is MISSING)
    return taken, dict.fromkeys(one.python_name for one in bare)
