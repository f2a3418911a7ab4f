"""A tenant's tables as files: written in one snapshot, loaded in one transaction, compared by hash.

    FOLDER/NAME.copy   one table, as COPY writes it, in the order of its key

`pg_dump -n` is no way: over 2,000 namespaces it takes 12-17 s and 690 MB of memory for 177 kB of data.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Final, cast

from psycopg2 import DataError, IntegrityError
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Composed, Identifier
from sqlalchemy import Engine

from tenants.errors import BadArchive
from tenants.namespace import checked

_TABLES: Final = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum),
    coalesce((SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int2[], k.attnum))
        FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary), '{}')
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE n.nspname = %s AND c.relkind = 'r' GROUP BY c.oid, c.relname ORDER BY c.relname
"""
_REFERENCES: Final = """
SELECT r.relname, c.conname FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = %s AND c.contype = 'f'
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `digest` is the SHA-256 of its file."""

    name: str
    columns: tuple[str, ...]
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    revision: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    def copy_out(self, namespace: str) -> Composed:
        columns, order = _listed(self.columns), _listed(self.key or self.columns)
        return SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT").format(
            columns, Identifier(namespace, self.name), order
        )


class _Hashing:
    """Passes on what is written, and knows its lines and its hash: COPY writes a line a row."""

    def __init__(self, into: IO[bytes] | None) -> None:
        self._into = into
        self._hash = sha256()
        self.rows = 0

    def write(self, chunk: bytes | memoryview) -> int:
        self._hash.update(chunk)
        self.rows += bytes(chunk).count(b"\n")
        return len(chunk) if self._into is None else self._into.write(chunk)

    def sheet(self, table: _Table) -> Sheet:
        return Sheet(table.name, table.columns, self.rows, self._hash.hexdigest())


def dump(migrate_engine: Engine, namespace: str, folder: Path) -> Snapshot:
    """All tables as they stood at one moment, while others work on."""
    with _cursor(migrate_engine) as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT revision FROM fleet.version WHERE namespace = %s", (namespace,))
        (revision,) = cursor.fetchone() or ("",)
        return Snapshot(revision, tuple(_out(cursor, namespace, one, folder) for one in _tables(cursor, namespace)))


def load(migrate_engine: Engine, namespace: str, folder: Path, sheets: Sequence[Sheet]) -> None:
    """Into a namespace at the same revision, all or nothing; afterwards each table is read back and compared.

    What an earlier call has loaded is only compared. Raises BadArchive where something is not as it was written.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    with _cursor(migrate_engine) as cursor:
        tables = _tables(cursor, namespace)
        _check(tables, by_name)
        if _is_empty(cursor, namespace, tables):
            _fill(cursor, namespace, folder, sheets)
        for table in tables:
            if _out(cursor, namespace, table, None) != by_name[table.name]:
                raise BadArchive(f"The archive is damaged: {table.name} is not what was written.")
        cursor.connection.commit()


def _fill(cursor: Cursor, namespace: str, folder: Path, sheets: Sequence[Sheet]) -> None:
    try:
        with _at_the_end(cursor, namespace):
            for sheet in sheets:
                _in(cursor, namespace, sheet, folder)
    except (DataError, IntegrityError) as error:
        said = str(error).splitlines()[0]
        raise BadArchive(f"The archive is damaged: {said}") from error


def _out(cursor: Cursor, namespace: str, table: _Table, folder: Path | None) -> Sheet:
    if folder is None:
        hashing = _Hashing(None)
        cursor.copy_expert(table.copy_out(namespace).as_string(cursor), hashing)
        return hashing.sheet(table)
    with (folder / f"{table.name}.copy").open("wb") as file:
        hashing = _Hashing(file)
        cursor.copy_expert(table.copy_out(namespace).as_string(cursor), hashing)
    return hashing.sheet(table)


def _in(cursor: Cursor, namespace: str, sheet: Sheet, folder: Path) -> None:
    copy = SQL("COPY {} ({}) FROM STDIN").format(Identifier(namespace, sheet.name), _listed(sheet.columns))
    with (folder / f"{sheet.name}.copy").open("rb") as source:
        cursor.copy_expert(copy.as_string(cursor), source)


def _listed(names: Sequence[str]) -> Composed:
    return SQL(", ").join(map(Identifier, names))


def _tables(cursor: Cursor, namespace: str) -> list[_Table]:
    cursor.execute(_TABLES, (checked(namespace),))
    return [_Table(name, tuple(columns), tuple(key)) for name, columns, key in cursor.fetchall()]


def _check(tables: Sequence[_Table], sheets: Mapping[str, Sheet]) -> None:
    """The revision is the same, so only a damaged or a foreign archive differs."""
    there = {table.name: table.columns for table in tables}
    if there != {name: sheet.columns for name, sheet in sheets.items()}:
        raise BadArchive("The archive is damaged: its tables are not those of its revision.")


def _is_empty(cursor: Cursor, namespace: str, tables: Sequence[_Table]) -> bool:
    for table in tables:
        cursor.execute(SQL("SELECT FROM {} LIMIT 1").format(Identifier(namespace, table.name)))
        if cursor.fetchone() is not None:
            return False
    return True


@contextmanager
def _at_the_end(cursor: Cursor, namespace: str) -> Iterator[None]:
    """References are tried once everything is there: a team has a manager, who is of a team."""
    cursor.execute(_REFERENCES, (namespace,))
    references = cursor.fetchall()
    alter = SQL("ALTER TABLE {} ALTER CONSTRAINT {} {}")
    for table, name in references:
        cursor.execute(
            alter.format(Identifier(namespace, table), Identifier(name), SQL("DEFERRABLE INITIALLY DEFERRED"))
        )
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table, name in references:
        cursor.execute(alter.format(Identifier(namespace, table), Identifier(name), SQL("NOT DEFERRABLE")))


@contextmanager
def _cursor(engine: Engine) -> Iterator[Cursor]:
    """In a transaction that is taken back unless it was committed."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        yield cast(Cursor, cursor)
