"""What a change overwrites, in the form in which it can be said again: the input that gives it back.

It is read from the columns and not through the graph: what the member may not see is kept for the undo all the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import Column

from saas.core.errors import Invalid
from saas.core.model import Json
from saas.graph.bindings import Amount, Scalar, TableType, ToOne
from saas.graph.fields import field_of
from saas.graph.ids import encode

Kept = Scalar | Amount | ToOne


def kept_fields(table: TableType, change: Mapping[str, object] | None) -> dict[str, Kept]:
    """By the input's names; refuses what is no value of the record itself, and could not be given back."""
    found: dict[str, Kept] = {}
    for name in change or {}:
        binding = table.fields.get(field_of(name, table.fields) or "")
        if not isinstance(binding, Kept):
            raise Invalid("BAD_CHANGE", "%(name)s cannot be changed for many at once.", "change", name=name[:80])
        found[name] = binding
    return found


def columns_of(kept: Mapping[str, Kept]) -> Sequence[Column[object]]:
    """Two for money."""
    each = ((b.amount, b.currency) if isinstance(b, Amount) else (b.column,) for b in kept.values())
    return tuple(dict.fromkeys(column for columns in each for column in columns))


def read_before(kept: Mapping[str, Kept], row: Mapping[str, object]) -> Json:
    """Of a row by the names of its columns."""
    return {name: _said(binding, row) for name, binding in kept.items()}


def _said(binding: Kept, row: Mapping[str, object]) -> object:
    if isinstance(binding, Amount):
        amount, currency = row[binding.amount.name], row[binding.currency.name]
        return None if amount is None else {"amount": str(amount), "currency": currency}
    value = row[binding.column.name]
    if isinstance(binding, ToOne):
        return None if value is None else encode(binding.target, cast(UUID, value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value
