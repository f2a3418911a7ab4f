"""The audit trail of one unit of work: every flushed or bulk change becomes a row, in the same statement order.

Values are written as JSON: ids, dates and instants (UTC, with `Z`) and decimals as strings. What the unit of work
keeps by itself (`version`, `updated_at`) and what Postgres computes is left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import cast
from uuid import UUID

from sqlalchemy import Column, Table

from saas.core.audit import AuditAction, AuditEntry, MutationReceipt
from saas.core.ids import new_id
from saas.core.news import SIGHT, News, Turn

KEPT = frozenset({"version", "updated_at"})
UNTOLD = frozenset({AuditEntry.__tablename__, MutationReceipt.__tablename__})

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all rows of one unit of work have in common."""

    at: datetime
    member_id: UUID | None
    request_id: str
    origin_id: UUID | None
    news: News = field(default_factory=News)

    def entry(self, change: "Change") -> dict[str, object]:
        """The audit row of a change, which those who look on will hear of too."""
        self.news.note(change.entity, change.entity_id, turn(change.action, change.before))
        return {
            "id": new_id(), "at": self.at, "member_id": self.member_id, "request_id": self.request_id,
            "origin_id": self.origin_id, "action": change.action, "entity": change.entity,
            "entity_id": change.entity_id, "before": change.before, "after": change.after,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """`entity` is the table's name."""

    action: AuditAction
    entity: str
    entity_id: UUID
    before: Row | None
    after: Row | None


Tell = Callable[[Change], None]


def created(table: Table, row: Row) -> Change | None:
    return _change(AuditAction.CREATE, table, row, (None, _values(table, row)))


def updated(table: Table, row: Row, was: Row) -> Change | None:
    """`was` are the values that stood in the changed columns; setting the mark of deletion is one."""
    names = [name for name in _names(table) if name in was]
    before, after = ({name: moment(values[name]) for name in names} for values in (was, row))
    if not after:
        return None
    action = AuditAction.UPDATE if after.get("deleted_at") is None else AuditAction.DELETE
    return _change(action, table, row, (before, after))


def removed(table: Table, row: Row) -> Change | None:
    return _change(AuditAction.DELETE, table, row, (_values(table, row), None))


def turn(action: AuditAction, before: Row | None) -> Turn:
    """What became of the record, for whoever looks at it."""
    if action is AuditAction.UPDATE:
        return Turn.UPDATED if SIGHT.isdisjoint(before or ()) else Turn.MOVED
    return Turn.CREATED if action is AuditAction.CREATE else Turn.DELETED


def told_columns(table: Table) -> list[Column[object]]:
    """A column that says `info={"untold": True}` is left out: a file's content, kept once."""
    told = [column for column in table.columns if column.computed is None and column.name not in KEPT]
    return [column for column in told if not column.info.get("untold")]


def moment(value: object) -> object:
    """Instants in UTC with `Z`, whatever zone they came in."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value


def _values(table: Table, row: Row) -> dict[str, object]:
    return {name: moment(value) for name in _names(table) if (value := row.get(name)) is not None}


@cache
def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in told_columns(table))


def _change(action: AuditAction, table: Table, row: Row, told: tuple[Row | None, Row | None]) -> Change | None:
    """None of a table that says `{"info": {"untold": True}}`: what a member looked at last."""
    if table.name in UNTOLD or table.info.get("untold"):
        return None
    return Change(action, table.name, cast(UUID, row["id"]), *told)
