"""The audit trail of one unit of work: every flushed or bulk change becomes a row, in the same statement order.

Values are written as JSON: ids, dates and instants (UTC, with `Z`) and decimals as strings. What the unit of work
keeps by itself (`version`, `updated_at`) and what Postgres computes is left out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import cast
from uuid import UUID

import orjson
from sqlalchemy import Column, Connection, Table, inspect, text
from sqlalchemy.orm import InstanceState, LoaderCallableStatus, Mapper, Session

from saas.core.audit import AuditAction, AuditEntry, MutationReceipt
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.news import SIGHT, News, Turn

KEPT = frozenset({"version", "updated_at"})
UNTOLD: tuple[type[Model], ...] = (AuditEntry, MutationReceipt)

WRITE = text(
    "INSERT INTO audit_entry (id, at, member_id, request_id, origin_id, action, entity, entity_id, before, after) "
    "SELECT id, :at, :member_id, :request_id, :origin_id, action, entity, entity_id, before, after "
    "FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS told"
    "(id uuid, action text, entity text, entity_id uuid, before jsonb, after jsonb)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all rows of one unit of work have in common."""

    at: datetime
    member_id: UUID | None
    request_id: str
    origin_id: UUID | None
    news: News = field(default_factory=News)


@dataclass(frozen=True, slots=True)
class Change:
    """`entity` is the table's name."""

    action: AuditAction
    entity: str
    entity_id: UUID
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


Tell = Callable[[Change], None]


def write(connection: Connection, stamp: Stamp, changes: Iterable[Change]) -> None:
    """One statement for all of them."""
    changes = list(changes)
    for change in changes:
        stamp.news.note(change.entity, change.entity_id, turn(change.action, change.before))
    rows = [
        {
            "id": new_id(), "action": change.action, "entity": change.entity, "entity_id": change.entity_id,
            "before": change.before, "after": change.after,
        }
        for change in changes
    ]  # fmt: skip
    if rows:
        told = orjson.dumps(rows, default=plain).decode()
        connection.execute(
            WRITE,
            {
                "at": stamp.at, "member_id": stamp.member_id, "request_id": stamp.request_id,
                "origin_id": stamp.origin_id, "rows": told,
            },
        )  # fmt: skip


def changes_of(session: Session) -> list[Change]:
    """What the flush that has just run changed: to be read before its history is let go."""
    told = [_created(inspect(thing)) for thing in session.new if _is_told(thing)]
    told += [change for thing in session.dirty if _is_told(thing) and (change := _updated(inspect(thing))) is not None]
    told += [_removed(inspect(thing)) for thing in session.deleted if _is_told(thing)]
    return told


def turn(action: AuditAction, before: Mapping[str, object] | None) -> Turn:
    """What became of the record, for whoever looks at it."""
    if action is AuditAction.UPDATE:
        return Turn.UPDATED if SIGHT.isdisjoint(before or ()) else Turn.MOVED
    return Turn.CREATED if action is AuditAction.CREATE else Turn.DELETED


def told_columns(table: Table) -> list[Column[object]]:
    """A column that says `info={"untold": True}` is left out: a file's content, kept once."""
    told = [column for column in table.columns if column.computed is None and column.name not in KEPT]
    return [column for column in told if not column.info.get("untold")]


def _is_told(thing: object) -> bool:
    """A table that says `{"info": {"untold": True}}` is left out: what a member looked at last."""
    return not isinstance(thing, UNTOLD) and not cast(Table, cast(Model, thing).__table__).info.get("untold")


def plain(value: object) -> object:
    """How a value that JSON does not know is written."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    raise TypeError(f"{type(value).__name__} has no form in the audit trail")


def moment(value: object) -> object:
    """Instants in UTC with `Z`, whatever zone they came in."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value


def _created(state: InstanceState[Model]) -> Change:
    return _change(AuditAction.CREATE, state, before=None, after=_values(state))


def _removed(state: InstanceState[Model]) -> Change:
    return _change(AuditAction.DELETE, state, before=_values(state), after=None)


def _updated(state: InstanceState[Model]) -> Change | None:
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    told = _names(state.mapper)
    for name, old in state.committed_state.items():
        if name in told:
            known = None if isinstance(old, LoaderCallableStatus) else old
            new = state.dict.get(name)
            if known != new:
                before[name], after[name] = moment(known), moment(new)
    if not after:
        return None
    gone = "deleted_at" in after and after["deleted_at"] is not None
    return _change(AuditAction.DELETE if gone else AuditAction.UPDATE, state, before=before, after=after)


def _values(state: InstanceState[Model]) -> dict[str, object]:
    known = state.dict
    return {
        name: value if not isinstance(value, datetime) else moment(value)
        for name in _names(state.mapper)
        if (value := known.get(name)) is not None
    }


@cache
def _names(mapper: Mapper[Model]) -> tuple[str, ...]:
    table = cast(Table, mapper.local_table)
    return tuple(mapper.get_property_by_column(column).key for column in told_columns(table))


def _change(
    action: AuditAction,
    state: InstanceState[Model],
    *,
    before: dict[str, object] | None,
    after: dict[str, object] | None,
) -> Change:
    return Change(action, cast(Table, state.mapper.local_table).name, state.dict["id"], before, after)
