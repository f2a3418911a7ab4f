"""Changes of many rows in one statement, with the audit rows of each written by the same statement.

    WITH was AS (SELECT …), became AS (UPDATE … RETURNING …) INSERT INTO audit_entry … SELECT …

The rows are locked first, so that what `was` sees is what the change overwrites. Of a table that is `untold` they are
only changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from typing import cast as typed

from sqlalchemy import (
    CTE,
    ColumnElement,
    DateTime,
    Delete,
    FromClause,
    Insert,
    Numeric,
    Table,
    Text,
    Update,
    Uuid,
    case,
    cast,
    func,
    insert,
    literal,
    null,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from saas.core.audit import AuditAction, AuditEntry
from saas.core.ids import new_id
from saas.core.news import MOST_ROWS
from saas.core.trail import Stamp, told_columns, turn
from saas.core.writing import Draft

Row = Mapping[str, object]

_ENTRY = typed(Table, AuditEntry.__table__)
_ARGUMENTS = 40
_COUNTED = 8
_INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'


class _Told(NamedTuple):
    """Of each row of a change: its key, and what the audit says of it."""

    key: ColumnElement[object]
    action: ColumnElement[object]
    before: ColumnElement[object]
    after: ColumnElement[object]


@dataclass(frozen=True, slots=True)
class Bulk:
    session: Session
    stamp: Stamp

    def insert(self, statement: Insert, rows: Sequence[Row]) -> int:
        """Rows of plain values by column name; ids, defaults, `version` and times are added."""
        draft = Draft(self.stamp)
        for row in rows:
            draft.insert(typed(Table, statement.table), row)
        draft.write(self.session)
        return len(rows)

    def update(self, statement: Update) -> int:
        """`version` and `updated_at` go along."""
        table, chosen = typed(Table, statement.table), _chosen(statement)
        if table.info.get("untold"):
            return self.session.connection().execute(statement.values(_kept(table, self.stamp))).rowcount
        if not (count := self._lock(table, chosen)):
            return 0
        was = select(table.c.id, _told(table).label("told")).where(chosen).cte("was")
        became = (
            statement.values(_kept(table, self.stamp)).returning(table.c.id, _told(table).label("told")).cte("became")
        )
        ended = became.c.told["deleted_at"].astext.is_not(None) & was.c.told["deleted_at"].astext.is_(None)
        told = _Told(
            was.c.id,
            case((ended, AuditAction.DELETE.value), else_=AuditAction.UPDATE.value),
            _differing(was, became, keep=was),
            _differing(was, became, keep=became),
        )
        return self._tell(was.join(became, was.c.id == became.c.id), table, told, count)

    def delete(self, statement: Delete) -> int:
        table, chosen = typed(Table, statement.table), _chosen(statement)
        if table.info.get("untold"):
            return self.session.connection().execute(statement).rowcount
        if not (count := self._lock(table, chosen)):
            return 0
        gone = statement.returning(table.c.id, _told(table).label("told")).cte("gone")
        told = _Told(gone.c.id, literal(AuditAction.DELETE.value, Text()), gone.c.told, cast(null(), JSONB))
        return self._tell(gone, table, told, count)

    def _lock(self, table: Table, chosen: ColumnElement[bool]) -> int:
        rows = select(table.c.id).where(chosen).with_for_update().subquery()
        return self.session.connection().execute(select(func.count()).select_from(rows)).scalar_one()

    def _tell(self, source: FromClause, table: Table, told: _Told, count: int) -> int:
        stamp = self.stamp
        entry: dict[str, ColumnElement[object]] = {
            "id": _numbered(), "at": literal(stamp.at, DateTime(timezone=True)),
            "member_id": literal(stamp.member_id, Uuid()), "request_id": literal(stamp.request_id),
            "origin_id": literal(stamp.origin_id, Uuid()), "action": told.action, "entity": literal(table.name),
            "entity_id": told.key, "before": told.before, "after": told.after,
        }  # fmt: skip
        written = insert(_ENTRY).from_select(list(entry), select(*entry.values()).select_from(source))
        if count > MOST_ROWS:
            stamp.news.note_many(table.name)
            return self.session.connection().execute(written).rowcount
        columns = (_ENTRY.c.action, _ENTRY.c.entity_id, _ENTRY.c.before)
        found = self.session.connection().execute(written.returning(*columns)).all()
        for done, key_of, overwritten in found:
            stamp.news.note(table.name, key_of, turn(AuditAction(done), overwritten))
        return len(found)


def _chosen(statement: Update | Delete) -> ColumnElement[bool]:
    return true() if statement.whereclause is None else statement.whereclause


def _kept(table: Table, stamp: Stamp) -> dict[str, object]:
    kept: dict[str, object] = {}
    if "updated_at" in table.c:
        kept["updated_at"] = stamp.at
    if "version" in table.c:
        kept["version"] = table.c.version + 1
    return kept


def _told(table: Table) -> ColumnElement[object]:
    """The row as the trail writes it; a function of Postgres takes a hundred arguments at most."""
    columns = told_columns(table)
    parts = [
        func.jsonb_build_object(
            *(part for column in columns[i : i + _ARGUMENTS] for part in (column.name, _plain(column)))
        )
        for i in range(0, len(columns), _ARGUMENTS)
    ]
    whole: ColumnElement[object] = parts[0]
    for part in parts[1:]:
        whole = whole.op("||")(part)
    return cast(whole, JSONB)


def _plain(column: ColumnElement[object]) -> ColumnElement[object]:
    if isinstance(column.type, Numeric):
        return cast(column, Text)
    if isinstance(column.type, DateTime):
        return func.to_char(func.timezone("UTC", column), _INSTANT)
    return column


def _differing(was: CTE, became: CTE, *, keep: CTE) -> ColumnElement[object]:
    """The fields of `keep` that are not the same in both."""
    name, value = (part := func.jsonb_each(keep.c.told).table_valued("key", "value", name="part")).c.key, part.c.value
    other = became if keep is was else was
    differs = value.is_distinct_from(other.c.told.op("->")(name))
    return (
        select(func.jsonb_object_agg(name, value))
        .select_from(part)
        .where(differs)
        .correlate(was, became)
        .scalar_subquery()
    )


def _numbered() -> ColumnElement[object]:
    """Ids of this application for rows that Postgres makes: one id, its last digits counted up."""
    stem = str(new_id())[:-_COUNTED]
    return cast(literal(stem).concat(func.lpad(func.to_hex(func.row_number().over()), _COUNTED, "0")), Uuid)
