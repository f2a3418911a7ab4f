"""Tables of a namespace as COPY writes them: which there are, what they hold, by count and hash.

A row is a line, in the order of the key, and no setting of a server has a say in how it is written.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, Final, cast

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Composed, Identifier
from sqlalchemy import Engine

from tenants.namespace import checked

_FORM: Final = """
SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1
"""
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
JOIN pg_catalog.pg_class f ON f.oid = c.confrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE n.nspname = %(namespace)s AND c.contype = 'f'
    AND (%(names)s::text[] IS NULL OR r.relname = ANY (%(names)s) OR f.relname = ANY (%(names)s))
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `digest` is the SHA-256 of its file."""

    name: str
    columns: tuple[str, ...]
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class TableShape:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def order(self) -> Composed:
        return listed(self.key or self.columns)

    def rows(self, namespace: str) -> Composed:
        """All of them, in their order."""
        name = Identifier(namespace, self.name)
        return SQL("SELECT {} FROM {} ORDER BY {}").format(listed(self.columns), name, self.order)


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

    def sheet(self, table: TableShape) -> Sheet:
        return Sheet(table.name, table.columns, self.rows, self._hash.hexdigest())


def written(cursor: Cursor, table: TableShape, rows: Composed, into: IO[bytes] | None = None) -> Sheet:
    """Reads rows of a table, and writes them where they are to go."""
    hashing = _Hashing(into)
    cursor.copy_expert(SQL("COPY ({}) TO STDOUT").format(rows).as_string(cursor), hashing)
    return hashing.sheet(table)


def listed(names: Sequence[str]) -> Composed:
    return SQL(", ").join(map(Identifier, names))


def shapes(cursor: Cursor, namespace: str) -> list[TableShape]:
    cursor.execute(_TABLES, (checked(namespace),))
    return [TableShape(name, tuple(columns), tuple(key)) for name, columns, key in cursor.fetchall()]


@contextmanager
def at_the_end(cursor: Cursor, namespace: str, names: Sequence[str] | None = None) -> Iterator[None]:
    """References, or those from and to some tables, are tried once everything is there: a team has a manager, who is
    of a team.
    """
    cursor.execute(_REFERENCES, {"namespace": namespace, "names": None if names is None else list(names)})
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
def raw_cursor(engine: Engine) -> Iterator[Cursor]:
    """In a transaction that is taken back unless it was committed."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute(_FORM)
        yield cast(Cursor, cursor)
