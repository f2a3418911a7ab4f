"""How rows are written: all that a unit of work has changed, and the trail of it, by one statement.

    WITH w0 AS (UPDATE …), w1 AS (DELETE …), w2 AS (INSERT …), w3 AS (INSERT INTO audit_entry …) SELECT …

Rows travel as JSON, so that the text depends on the tables and the changed columns alone: it is made once in a process,
and Postgres keeps its plan.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final
from typing import cast as typed

import orjson
from sqlalchemy import (
    JSON,
    Column,
    Delete,
    Enum,
    Insert,
    Table,
    TableValuedAlias,
    Text,
    Update,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)  # fmt: skip
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import CallableColumnDefault, ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

from saas.core import trail
from saas.core.audit import AuditAction, AuditEntry
from saas.core.errors import Conflict
from saas.core.trail import Change, Stamp
from tenants.engine import run_within
from tenants.prepared import Statement

Row = Mapping[str, object]

DIALECT: Final = PGDialect_psycopg2()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
_ORDER: Final = (AuditAction.UPDATE, AuditAction.DELETE, AuditAction.CREATE)  # what is taken out makes room


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one table that are written alike; `names` are the columns that an update sets.

    Postgres is told where an update or a deletion is of `one` row.
    """

    action: AuditAction
    table: Table
    names: tuple[str, ...] = ()
    one: bool = False


_TRAIL: Final = Part(AuditAction.CREATE, typed(Table, AuditEntry.__table__))


class Draft:
    """What is to be written, table by table, and what the trail tells of it."""

    def __init__(self, stamp: Stamp) -> None:
        self._stamp = stamp
        self._parts: dict[Part, list[Row]] = {}
        self._told: list[Change] = []

    def insert(self, table: Table, row: Row) -> dict[str, object]:
        """Returns it with its id, its defaults and what the unit of work keeps."""
        whole = _filled(table, row, self._stamp)
        said = {name: value for name, value in whole.items() if value is not None}
        self._parts.setdefault(Part(AuditAction.CREATE, table), []).append(said)
        self.tell(trail.created(table, whole))
        return whole

    def update(self, table: Table, row: Row, was: Row) -> dict[str, object]:
        """Of a row in which other values stood before, `version` where it is raised for its own sake.

        Returns what is new in it.
        """
        new = {name: row[name] for name in was if name != "version"}
        if "updated_at" in table.c:
            new["updated_at"] = self._stamp.at
        named = _named({**row, **was})
        self._parts.setdefault(Part(AuditAction.UPDATE, table, tuple(sorted(new))), []).append(named | new)
        self.tell(trail.updated(table, row, was))
        return new | {"version": typed(int, named["version"]) + 1} if "version" in named else new

    def delete(self, table: Table, row: Row) -> None:
        self._parts.setdefault(Part(AuditAction.DELETE, table), []).append(_named(row))
        self.tell(trail.removed(table, row))

    def tell(self, change: Change | None) -> None:
        """What is written otherwise, too, or stands outside the company's own tables."""
        if change is not None:
            self._told.append(change)

    def write(self, session: Session) -> None:
        """Raises Conflict where a row that is to be changed is no more, or is of another version."""
        parts = dict(sorted(self._parts.items(), key=lambda part: _ORDER.index(part[0].action)))
        if self._told:
            parts[_TRAIL] = parts.get(_TRAIL, []) + [self._stamp.entry(change) for change in self._told]
        rows = {_numbered(part, len(rows)): rows for part, rows in parts.items()}
        if rows:
            given = {f"w{place}": _dumped(part, each) for place, (part, each) in enumerate(rows.items())}
            (written,) = run_within(session, _statement(tuple(rows)), given)
            if list(written) != [len(each) for each in rows.values()]:
                raise Conflict


def _numbered(part: Part, rows: int) -> Part:
    return replace(part, one=rows == 1 and part.action is not AuditAction.CREATE)


def _named(row: Row) -> dict[str, object]:
    return {name: row[name] for name in ("id", "version") if name in row}


def _filled(table: Table, row: Row, stamp: Stamp) -> dict[str, object]:
    """All columns; null for what nobody said."""
    whole: dict[str, object] = {column.name: row.get(column.name) for column in written_columns(table)}
    for name, default in _defaults(table).items():
        if whole[name] is None:
            whole[name] = default.arg if isinstance(default, ScalarElementColumnDefault) else default.arg(_Given(whole))
    kept = {"created_at": stamp.at, "updated_at": stamp.at, "version": 1}
    return whole | {name: value for name, value in kept.items() if name in whole and whole[name] is None}


@cache
def written_columns(table: Table) -> tuple[Column[object], ...]:
    """All but what Postgres computes."""
    return tuple(column for column in table.columns if column.computed is None)


@dataclass(frozen=True, slots=True)
class _Given:
    """What SQLAlchemy hands to a default that is a function."""

    row: Row

    def get_current_parameters(self) -> Row:
        return self.row


@cache
def _defaults(table: Table) -> dict[str, Any]:
    kinds = (ScalarElementColumnDefault, CallableColumnDefault)
    return {column.name: column.default for column in table.columns if isinstance(column.default, kinds)}


@lru_cache(maxsize=4096)
def _statement(parts: tuple[Part, ...]) -> Statement:
    written = [
        _change(part, f"w{place}").returning(literal_column("1")).cte(f"w{place}") for place, part in enumerate(parts)
    ]
    counted = select(*(select(func.count()).select_from(each).scalar_subquery() for each in written))
    return Statement(str(counted.compile(dialect=DIALECT)))


def _change(part: Part, hole: str) -> Insert | Update | Delete:
    table, columns = part.table, {column.name: column for column in written_columns(part.table)}
    if part.action is AuditAction.CREATE:
        told = _rows(part, hole, columns.values())
        return insert(table).from_select(list(columns), select(*told.c), include_defaults=False)
    guarded = [name for name in ("id", "version") if name in columns]
    told = _rows(part, hole, [columns[name] for name in (*guarded, *part.names)])
    same = [table.c[name] == told.c[name] for name in guarded]
    if part.action is AuditAction.DELETE:
        return delete(table).where(*same)
    raised = {"version": table.c.version + literal_column("1")} if "version" in columns else {}
    return update(table).where(*same).values({**{name: told.c[name] for name in part.names}, **raised})


def _rows(part: Part, hole: str, columns: Iterable[Column[object]]) -> TableValuedAlias:
    given = cast(bindparam(hole, type_=Text()), JSON)
    rows = func.json_to_record(given) if part.one else func.json_to_recordset(given)
    listed = rows.table_valued(*(column(each.name, _plain(each.type)) for each in columns))
    return listed.render_derived(name="told", with_types=True)


def _plain(type_: TypeEngine[object]) -> TypeEngine[object]:
    """A choice is a text."""
    return typed("TypeEngine[object]", Text()) if isinstance(type_, Enum) else type_


def _dumped(part: Part, rows: Sequence[Row]) -> str:
    return orjson.dumps(rows[0] if part.one else rows, default=_in_json).decode()


def _in_json(value: object) -> object:
    """As Postgres reads the text of a number or of bytes."""
    if isinstance(value, (bytes, memoryview)):
        return rf"\x{bytes(value).hex()}"
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in a table")
