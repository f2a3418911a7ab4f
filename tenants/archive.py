"""A tenant's tables as files: written in one snapshot, loaded in one transaction, compared by hash.

    FOLDER/NAME.copy   one table, as COPY writes it, in the order of its key

`pg_dump -n` is no way: over 2,000 namespaces it takes 12-17 s and 690 MB of memory for 177 kB of data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from psycopg2 import DataError, IntegrityError
from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from psycopg2.sql import SQL, Identifier
from sqlalchemy import Engine

from tenants.errors import BadArchive
from tenants.sheets import Sheet, TableShape, at_the_end, listed, raw_cursor, shapes, written


@dataclass(frozen=True, slots=True)
class Snapshot:
    revision: str
    sheets: tuple[Sheet, ...]


def dump(migrate_engine: Engine, namespace: str, folder: Path) -> Snapshot:
    """All tables as they stood at one moment, while others work on."""
    with raw_cursor(migrate_engine) as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT revision FROM fleet.version WHERE namespace = %s", (namespace,))
        (revision,) = cursor.fetchone() or ("",)
        return Snapshot(revision, tuple(_to_file(cursor, namespace, one, folder) for one in shapes(cursor, namespace)))


def load(migrate_engine: Engine, namespace: str, folder: Path, sheets: Sequence[Sheet]) -> None:
    """Into a namespace at the same revision, all or nothing; afterwards each table is read back and compared.

    What an earlier call has loaded is only compared. Raises BadArchive where something is not as it was written.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    with raw_cursor(migrate_engine) as cursor:
        tables = shapes(cursor, namespace)
        _check(tables, by_name)
        if _is_empty(cursor, namespace, tables):
            _fill(cursor, namespace, folder, sheets)
        for table in tables:
            if written(cursor, table, table.rows(namespace)) != by_name[table.name]:
                raise BadArchive(f"The archive is damaged: {table.name} is not what was written.")
        cursor.connection.commit()


def _fill(cursor: Cursor, namespace: str, folder: Path, sheets: Sequence[Sheet]) -> None:
    try:
        with at_the_end(cursor, namespace):
            for sheet in sheets:
                _in(cursor, namespace, sheet, folder)
    except (DataError, IntegrityError) as error:
        said = str(error).splitlines()[0]
        raise BadArchive(f"The archive is damaged: {said}") from error


def _to_file(cursor: Cursor, namespace: str, table: TableShape, folder: Path) -> Sheet:
    with (folder / f"{table.name}.copy").open("wb") as file:
        return written(cursor, table, table.rows(namespace), file)


def _in(cursor: Cursor, namespace: str, sheet: Sheet, folder: Path) -> None:
    copy = SQL("COPY {} ({}) FROM STDIN").format(Identifier(namespace, sheet.name), listed(sheet.columns))
    with (folder / f"{sheet.name}.copy").open("rb") as source:
        cursor.copy_expert(copy.as_string(cursor), source)


def _check(tables: Sequence[TableShape], sheets: Mapping[str, Sheet]) -> None:
    """The revision is the same, so only a damaged or a foreign archive differs."""
    there = {table.name: table.columns for table in tables}
    if there != {name: sheet.columns for name, sheet in sheets.items()}:
        raise BadArchive("The archive is damaged: its tables are not those of its revision.")


def _is_empty(cursor: Cursor, namespace: str, tables: Sequence[TableShape]) -> bool:
    for table in tables:
        cursor.execute(SQL("SELECT FROM {} LIMIT 1").format(Identifier(namespace, table.name)))
        if cursor.fetchone() is not None:
            return False
    return True
