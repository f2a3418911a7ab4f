"""What an annotation of a declared field says of it."""

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Union, cast, get_args, get_origin


def bare(hint: object) -> type:
    """The type without None and annotations."""
    if get_origin(hint) is Annotated:
        return bare(get_args(hint)[0])
    parts = [part for part in get_args(hint) if part is not NoneType]
    return bare(parts[0]) if get_origin(hint) in {Union, UnionType} else cast(type, hint)


def optional(hint: object) -> bool:
    return get_origin(hint) in {Union, UnionType} and NoneType in get_args(hint)


def is_enum(hint: object) -> bool:
    kind = bare(hint)
    return isinstance(kind, type) and issubclass(kind, Enum)
