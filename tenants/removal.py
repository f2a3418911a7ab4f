"""A namespace is taken away: tables one by one, each in a transaction of its own, then the rest of it and its role.

It is left out of the fleet first, so that no revision meets half of it. Each step finds out whether it was done.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy import Engine, text

from tenants.namespace import checked

_PATIENCE: Final = text("SET LOCAL lock_timeout = '10s'")  # whoever still reads is let out first
_TABLES: Final = text("""
SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :namespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname
""")
_AMONG_JOBS: Final = text("SET LOCAL search_path = jobs, pg_catalog")  # the queue's own triggers look there
_JOBS: Final = text("DELETE FROM jobs.procrastinate_jobs WHERE args ->> 'namespace' = :namespace")

Progress = Callable[[str], None]


def leave_fleet(cell: Engine, namespace: str) -> None:
    """No revision and no search for drift reaches it any more; what its troubles told may have been its data."""
    mine = {"namespace": checked(namespace)}
    with cell.begin() as connection:
        connection.execute(text("DELETE FROM fleet.version WHERE namespace = :namespace"), mine)
        connection.execute(text("DELETE FROM fleet.ledger WHERE namespace = :namespace"), mine)


def drop(cell: Engine, namespace: str, progress: Progress = lambda _what: None) -> None:
    """Its tables, its role and what waits for it in the queue."""
    mine = {"namespace": checked(namespace)}
    with cell.connect() as connection:
        tables = list(connection.execute(_TABLES, mine).scalars())
    for table in tables:
        progress(table)
        with cell.begin() as connection:
            connection.execute(_PATIENCE)
            connection.execute(text(f'DROP TABLE IF EXISTS {namespace}."{table}" CASCADE'))
    progress("namespace")
    with cell.begin() as connection:
        connection.execute(_PATIENCE)
        connection.execute(text(f"DROP SCHEMA IF EXISTS {namespace} CASCADE"))
        connection.execute(text(f"DROP ROLE IF EXISTS {namespace}"))
    progress("jobs")
    with cell.begin() as connection:
        connection.execute(_AMONG_JOBS)
        connection.execute(_JOBS, mine)
