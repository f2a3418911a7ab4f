"""Spare namespaces: made in the quiet, role, tables and all, so that a sign-up is one statement.

A spare is a tenant without an address yet: PROVISIONING, with its namespace for a slug, which no host name can be. The
directory does not list it, revisions reach it as any other. New roles make the next `SET ROLE` of each backend dearer
(35-60 ms at 5,000 roles on Postgres 15), therefore they are made by the batch, and not one at a sign-up.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from tenants.cells import adopt, alone
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
_FILLED: Final = text("SELECT namespace FROM fleet.version WHERE namespace = ANY(:names)")
_THERE: Final = text("""
SELECT t.id, t.namespace FROM platform.tenant t
WHERE t.status = 'PROVISIONING' AND t.slug = t.namespace AND t.cell = :cell ORDER BY t.created_at
""")
_CLAIM: Final = text("""
INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone)
VALUES (:id, :namespace, :namespace, :namespace, :cell, 'PROVISIONING', 'USD', 'en', 'UTC')
""")
_NEXT: Final = text("""
SELECT t.namespace FROM platform.tenant t WHERE t.status = 'PROVISIONING' AND t.slug = t.namespace AND t.cell = :cell
    AND t.namespace = ANY(:whole) ORDER BY t.created_at LIMIT 1 FOR UPDATE SKIP LOCKED
""")
_WHOLE: Final = text("SELECT namespace FROM fleet.version WHERE revision = :revision AND namespace = ANY(:names)")
_MINE: Final = text("UPDATE fleet.version SET tenant_id = :id WHERE namespace = :namespace")
_NAME: Final = text("""
UPDATE platform.tenant t SET id = :id, slug = :slug, name = :name, currency = :currency, locale = :locale,
    time_zone = :time_zone, week_start = :week_start, status = 'ACTIVE', created_at = now() WHERE namespace = :namespace
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


def take_at(migrate_engine: Engine, at: Engine, wanted: Mapping[str, object], id: UUID) -> str | None:
    """As `take`, of a cell that is not the home: the home's transaction holds the spare while the cell is told of its
    company. One that dies in between leaves a spare as it was.
    """
    names = [name for _, name in _there(migrate_engine, str(wanted["cell"]))]
    with at.connect() as connection:
        whole = connection.execute(_WHOLE, {"revision": head("tenant"), "names": names}).scalars().all()
    try:
        with migrate_engine.begin() as home:
            found = home.execute(_NEXT, {**wanted, "whole": list(whole)}).scalar_one_or_none()
            if found is None:
                return None
            home.execute(_NAME, {**wanted, "id": id, "namespace": found})
            with at.begin() as there:
                there.execute(_MINE, {"id": id, "namespace": found})
                adopt(home, there, str(found))
    except IntegrityError:
        return None
    return str(found)


def count(migrate_engine: Engine, *, cell: str = HOME, at: Engine | None = None) -> int:
    """Those that can be taken; of another revision than the head they cannot."""
    names = [name for _, name in _there(migrate_engine, cell)]
    with (at or migrate_engine).connect() as connection:
        return len(connection.execute(_WHOLE, {"revision": head("tenant"), "names": names}).all())


def stock(migrate_engine: Engine, most: int, *, cell: str = HOME, at: Engine | None = None, hands: int = 1) -> int:
    """Fills the store of a cell once half of it is gone, and finishes what was broken off. How many were made.

    Another that is at it already is left to it. `hands` work side by side, each on a connection of its own. `at` is the
    engine of a cell that is not the home.
    """
    filled = at or migrate_engine
    with alone(migrate_engine, f"{_LOCK}:{cell}") as mine:
        if not mine:
            return 0
        there = _there(migrate_engine, cell)
        with filled.connect() as connection:
            names = connection.execute(_FILLED, {"names": [name for _, name in there]}).scalars().all()
        broken = [(id, name) for id, name in there if name not in set(names)]
        whole = len(there) - len(broken)
        fresh = [_claim(migrate_engine, cell) for _ in range(most - whole - len(broken))] if 2 * whole < most else []
        with ThreadPoolExecutor(hands) as threads:
            work = (*broken, *fresh)
            done = [threads.submit(fill, filled, id, checked(name), head("tenant")) for id, name in work]
        return sum(one.result() is None for one in done)


def _claim(engine: Engine, cell: str) -> tuple[UUID, str]:
    id, namespace = uuid4(), new_name()
    with engine.begin() as connection:
        connection.execute(_CLAIM, {"id": id, "namespace": namespace, "cell": cell})
    return id, namespace


def _there(engine: Engine, cell: str) -> list[tuple[UUID, str]]:
    with engine.connect() as connection:
        return [(row.id, row.namespace) for row in connection.execute(_THERE, {"cell": cell})]
