"""Spare namespaces: made in the quiet, role, tables and all, so that a sign-up is one statement.

A spare is a tenant without an address yet: PROVISIONING, with its namespace for a slug, which no host name can be. The
directory does not list it, revisions reach it as any other. New roles make the next `SET ROLE` of each backend dearer
(35-60 ms at 5,000 roles on Postgres 15), therefore they are made by the batch, and not one at a sign-up.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from tenants.filling import fill
from tenants.namespace import checked, new_name
from tenants.placement import HOME
from tenants.revisions import head

_LOCK: Final = "spares"
_TAKE: Final = text("""
WITH spare AS (
    SELECT t.id, t.namespace FROM platform.tenant t JOIN fleet.version v ON v.namespace = t.namespace
    WHERE t.status = 'PROVISIONING' AND t.slug = t.namespace AND t.cell = :cell AND v.revision = :revision
    ORDER BY t.created_at LIMIT 1 FOR UPDATE SKIP LOCKED
), told AS (
    UPDATE fleet.version v SET tenant_id = :id FROM spare WHERE v.namespace = spare.namespace
)
UPDATE platform.tenant t SET id = :id, slug = :slug, name = :name, currency = :currency, locale = :locale,
    time_zone = :time_zone, week_start = :week_start, status = 'ACTIVE', created_at = now()
FROM spare WHERE t.id = spare.id RETURNING t.namespace
""")
_THERE: Final = text("""
SELECT t.id, t.namespace, v.revision FROM platform.tenant t LEFT JOIN fleet.version v ON v.namespace = t.namespace
WHERE t.status = 'PROVISIONING' AND t.slug = t.namespace AND t.cell = :cell ORDER BY t.created_at
""")
_CLAIM: Final = text("""
INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone)
VALUES (:id, :namespace, :namespace, :namespace, :cell, 'PROVISIONING', 'USD', 'en', 'UTC')
""")


def take(migrate_engine: Engine, wanted: Mapping[str, object], id: UUID, revision: str) -> str | None:
    """The namespace of a spare at this revision, which is the company's from now on.

    None where there is no spare, and where the slug or the id is in use.
    """
    try:
        with migrate_engine.begin() as connection:
            found = connection.execute(_TAKE, {**wanted, "id": id, "revision": revision}).scalar_one_or_none()
    except IntegrityError:
        return None
    return None if found is None else str(found)


def count(migrate_engine: Engine, *, cell: str = HOME) -> int:
    """Those that can be taken; of another revision than the head they cannot."""
    with migrate_engine.connect() as connection:
        there = connection.execute(_THERE, {"cell": cell}).all()
    return sum(row.revision == head("tenant") for row in there)


def stock(migrate_engine: Engine, most: int, *, cell: str = HOME, hands: int = 1) -> int:
    """Fills the store once half of it is gone, and finishes what was broken off. How many were made.

    Another that is at it already is left to it. `hands` work side by side, each on a connection of its own.
    """
    with _alone(migrate_engine) as mine:
        if not mine:
            return 0
        with migrate_engine.connect() as connection:
            there = connection.execute(_THERE, {"cell": cell}).all()
        broken = [(row.id, row.namespace) for row in there if row.revision is None]
        whole = len(there) - len(broken)
        fresh = [_claim(migrate_engine, cell) for _ in range(most - whole - len(broken))] if 2 * whole < most else []
        with ThreadPoolExecutor(hands) as threads:
            work = (*broken, *fresh)
            done = [threads.submit(fill, migrate_engine, id, checked(name), head("tenant")) for id, name in work]
        return sum(one.result() is None for one in done)


def _claim(engine: Engine, cell: str) -> tuple[UUID, str]:
    id, namespace = uuid4(), new_name()
    with engine.begin() as connection:
        connection.execute(_CLAIM, {"id": id, "namespace": namespace, "cell": cell})
    return id, namespace


@contextmanager
def _alone(engine: Engine) -> Iterator[bool]:
    """Held by a transaction, so that a process that dies lets go."""
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))  # a large store takes minutes
        lock = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
        yield bool(connection.execute(lock, {"name": _LOCK}).scalar_one())
