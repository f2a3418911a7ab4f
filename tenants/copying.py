"""A namespace copied from one cell into another, straight from server to server, and brought up to what has changed.

    copy       all tables, as they stood at one moment
    catch_up   row by row what differs; then each table is compared by count and hash

Both write into a namespace that nobody uses yet. A row is known by its key; its hash is that of its text.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Composed, Identifier, Literal
from sqlalchemy import Engine

from tenants.errors import MoveRefused
from tenants.sheets import Sheet, TableShape, at_the_end, listed, raw_cursor, shapes, written

HANDS: Final = 3
_CHUNK: Final = 1 << 20

Progress = Callable[[str], None]
Digests = dict[str, Sheet]


def copy(source: Engine, target: Engine, namespace: str, progress: Progress) -> None:
    """All rows of all tables, in one snapshot and one transaction."""
    with raw_cursor(source) as here, raw_cursor(target) as there:
        here.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = _alike(here, there, namespace)
        with at_the_end(there, namespace):
            for table in tables:
                progress(table.name)
                out = SQL("COPY {} ({}) TO STDOUT").format(Identifier(namespace, table.name), listed(table.columns))
                _stream(here, out, there, _into(namespace, table))
        for table in tables:  # without figures of its own the planner would read whole tables
            there.execute(SQL("ANALYZE {}").format(Identifier(namespace, table.name)))
        there.connection.commit()


def digests(engine: Engine, namespace: str, names: Collection[str] | None = None) -> Digests:
    """Of all tables, or of those, by several hands; nobody changes them meanwhile."""
    with raw_cursor(engine) as cursor:
        tables = [one for one in shapes(cursor, namespace) if names is None or one.name in names]

    def one(table: TableShape) -> Sheet:
        with raw_cursor(engine) as cursor:
            return written(cursor, namespace, table, None)

    with ThreadPoolExecutor(HANDS) as threads:
        return {sheet.name: sheet for sheet in threads.map(one, tables)}


def catch_up(source: Engine, target: Engine, namespace: str, known: Digests) -> tuple[Digests, Digests]:
    """Changes in the target what differs, and tells how the two stand then. `known` is how the target stood.

    Of a source that is not held still it brings most, and another call is to follow.
    """
    wanted = digests(source, namespace)
    differing = {name for name, sheet in wanted.items() if known.get(name) != sheet}
    with raw_cursor(source) as here, raw_cursor(target) as there:
        here.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = [table for table in _alike(here, there, namespace) if table.name in differing]
        with at_the_end(there, namespace):
            _change(here, there, namespace, tables)
        there.connection.commit()
    return wanted, known | digests(target, namespace, differing)


def check(wanted: Mapping[str, Sheet], found: Mapping[str, Sheet]) -> None:
    for name, sheet in wanted.items():
        if found.get(name) != sheet:
            raise MoveRefused(f"The copy of {name} is not what it was made from.")


def _alike(here: Cursor, there: Cursor, namespace: str) -> list[TableShape]:
    for cursor in (here, there):
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
    tables = shapes(here, namespace)
    if tables != shapes(there, namespace):
        raise MoveRefused("Its tables in the two cells are not of one revision.")
    return tables


def _change(here: Cursor, there: Cursor, namespace: str, tables: Sequence[TableShape]) -> None:
    """First what is no more, so that a name that went from one row to another is free."""
    new = list[tuple[TableShape, list[str]]]()
    for table in tables:
        was, now = _rows(there, namespace, table), _rows(here, namespace, table)
        gone = [key for key, digest in was.items() if now.get(key) != digest]
        new.append((table, [key for key, digest in now.items() if was.get(key) != digest]))
        name = Identifier(namespace, table.name)
        there.execute(SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(name, _key(table)), (gone,))
    for table, keys in new:
        columns, name = listed(table.columns), Identifier(namespace, table.name)
        out = SQL("COPY (SELECT {} FROM {} WHERE {} = ANY({})) TO STDOUT")
        _stream(here, out.format(columns, name, _key(table), Literal(keys)), there, _into(namespace, table))


def _rows(cursor: Cursor, namespace: str, table: TableShape) -> dict[str, str]:
    """The hash of each row by its key."""
    columns, name = listed(table.columns), Identifier(namespace, table.name)
    cursor.execute(SQL("SELECT {}, md5(ROW({})::text) FROM {}").format(_key(table), columns, name))
    return dict(cursor.fetchall())


def _key(table: TableShape) -> Composed:
    return SQL("ROW({})::text").format(listed(table.key or table.columns))


def _into(namespace: str, table: TableShape) -> Composed:
    return SQL("COPY {} ({}) FROM STDIN").format(Identifier(namespace, table.name), listed(table.columns))


def _stream(here: Cursor, out: Composed, there: Cursor, into: Composed) -> None:
    """What one COPY writes is what the other reads; whichever fails ends both."""
    reading, writing = os.pipe()

    def write() -> None:
        with os.fdopen(writing, "wb", _CHUNK) as pipe:
            here.copy_expert(out.as_string(here), pipe)

    with ThreadPoolExecutor(1) as threads:
        written_out = threads.submit(write)
        with os.fdopen(reading, "rb", _CHUNK) as pipe:
            there.copy_expert(into.as_string(there), pipe)
        written_out.result()
