"""Indexes on large tables, made while others write to them: outside a transaction, and sound after any crash.

A build that was broken off leaves an index that Postgres keeps up and never uses. It is known by that, dropped, and
made anew.
"""

from collections.abc import Sequence
from contextlib import closing
from typing import Final, cast

from psycopg2.extensions import cursor as Cursor  # noqa: N812 - a class, whatever its case
from sqlalchemy import Engine

from tenants.namespace import checked
from tenants.revisions import Index

LARGE: Final = 8 * 1024 * 1024  # bytes of a table whose index takes long enough to be felt by who writes to it

_LARGE: Final = """
SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = %s::regnamespace AND c.relname = ANY (%s)
    AND pg_catalog.pg_relation_size(c.oid) > %s)
"""
_VALID: Final = """
SELECT i.indisvalid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace = %s::regnamespace AND c.relname = %s
"""


def any_large(cursor: Cursor, namespace: str, indexes: Sequence[Index]) -> bool:
    """Whether a table of these is large. One that is not there yet is not."""
    if not indexes:
        return False
    cursor.execute(_LARGE, (checked(namespace), [index.table for index in indexes], LARGE))
    return cursor.fetchone() == (True,)


def build(engine: Engine, namespace: str, indexes: Sequence[Index]) -> None:
    """On a connection of its own, which goes afterwards: what is set there is set for the session."""
    with closing(engine.raw_connection()) as connection:
        try:
            connection.dbapi_connection.autocommit = True  # type: ignore[union-attr]
            with closing(cast(Cursor, connection.cursor())) as cursor:
                cursor.execute(
                    f"SET search_path = {checked(namespace)}, ext; SET lock_timeout = 0; SET statement_timeout = 0"
                )
                for index in indexes:
                    _build_one(cursor, namespace, index)
        finally:
            connection.invalidate()


def _build_one(cursor: Cursor, namespace: str, index: Index) -> None:
    # Whoever was killed may have left a backend that is still building: it is waited for.
    cursor.execute(f"BEGIN; LOCK TABLE {index.table} IN SHARE UPDATE EXCLUSIVE MODE; COMMIT")
    cursor.execute(_VALID, (namespace, index.name))
    found = cursor.fetchone()
    if found == (False,):
        cursor.execute(f"DROP INDEX CONCURRENTLY {index.name}")
    if found != (True,):
        cursor.execute(index.sql)
