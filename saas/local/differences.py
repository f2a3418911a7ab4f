"""The models as plain tables, and what Alembic's comparison does not see: CHECKs, defaults, generated columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from alembic.operations import ops
from sqlalchemy import Column, Computed, Connection, Enum, MetaData, Table, Text, text
from sqlalchemy.schema import CreateSchema, DropSchema

from saas.core import walk
from saas.core.model import Model

WANTED: Final = "wanted"
PATH: Final = text("SELECT set_config('search_path', :path, false)")

_CHECKS: Final = """
SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
WHERE k.connamespace = CAST(:namespace AS regnamespace) AND k.contype = 'c'
"""
_DEFAULTS: Final = """
SELECT c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relnamespace = CAST(:namespace AS regnamespace) AND c.relkind IN ('r', 'p') AND a.attnum > 0
  AND NOT a.attisdropped
"""

Facts = dict[tuple[str, str], str | None]


@dataclass(frozen=True, slots=True)
class Unseen:
    """Steps to take before and after those that Alembic found."""

    before: list[ops.MigrateOperation]
    after: list[ops.MigrateOperation]


def models() -> MetaData:
    """The tables of all capabilities without types of ours: a choice is text, and its words stand in a CHECK."""
    import_module("saas.core.audit")
    walk.modules("model")
    plain = MetaData(naming_convention=Model.metadata.naming_convention)
    for table in Model.metadata.tables.values():
        copy = table.to_metadata(plain)
        copy.comment = "append-only" if table.info.get("append_only") else None
        for column in copy.columns:
            if isinstance(column.type, Enum):
                column.type = Text()
    return plain


def unseen(connection: Connection, namespace: str, metadata: MetaData) -> Unseen:
    """Makes the models beside the namespace, in a scratch database, and lets Postgres say where they differ."""
    connection.execute(CreateSchema(WANTED))
    connection.execute(PATH, {"path": f"{WANTED}, ext"})
    metadata.create_all(connection, checkfirst=False)
    connection.execute(PATH, {"path": ""})
    unlike = Unseen([], [])
    _compare_checks(connection, namespace, metadata, unlike)
    _compare_defaults(connection, namespace, metadata, unlike)
    connection.execute(DropSchema(WANTED, cascade=True))
    connection.execute(PATH, {"path": namespace})
    return unlike


def _compare_checks(connection: Connection, namespace: str, metadata: MetaData, unlike: Unseen) -> None:
    found, wanted = _facts(connection, _CHECKS, namespace), _facts(connection, _CHECKS, WANTED)
    there = {table for table, _ in _facts(connection, _DEFAULTS, namespace)}
    for (table, name), rule in sorted(found.items()):
        if table in metadata.tables and wanted.get((table, name)) != rule:
            unlike.before.append(ops.DropConstraintOp(name, table, type_="check"))
    for table, name in sorted(wanted):
        if table in there and found.get((table, name)) != wanted[table, name]:
            check = next(c for c in metadata.tables[table].constraints if c.name == name)
            unlike.after.append(ops.AddConstraintOp.from_constraint(check))


def _compare_defaults(connection: Connection, namespace: str, metadata: MetaData, unlike: Unseen) -> None:
    found, wanted = _facts(connection, _DEFAULTS, namespace), _facts(connection, _DEFAULTS, WANTED)
    for table, name in sorted(found.keys() & wanted.keys()):
        if found[table, name] == wanted[table, name]:
            continue
        column = metadata.tables[table].columns[name]
        if isinstance(column.server_default, Computed):
            unlike.after.extend(_made_anew(metadata.tables[table], column))
        else:
            unlike.after.append(ops.AlterColumnOp(table, name, modify_server_default=column.server_default))


def _made_anew(table: Table, column: Column[object]) -> Iterator[ops.MigrateOperation]:
    """Before PostgreSQL 17 a generated column cannot change; its indexes go and come with it."""
    yield ops.DropColumnOp(table.name, column.name)
    yield ops.AddColumnOp.from_column(column)
    for index in sorted(table.indexes, key=str):
        if column.name in index.columns:
            yield ops.CreateIndexOp.from_index(index)


def _facts(connection: Connection, sql: str, namespace: str) -> Facts:
    rows = connection.execute(text(sql), {"namespace": namespace})
    return {(row[0], row[1]): row[2] for row in rows}
