"""How all companies of a cell stand, in one statement there and one at home.

What one company's own look measures file by file is read here as Postgres has noted it: `size` is of the pages that the
last vacuum, ANALYZE or building of an index counted, which costs no look at the disk.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, text

from saas.operations.queries import Standing
from tenants.revisions import head

_AT_HOME: Final = text("""
SELECT t.id, t.namespace, t.created_at, coalesce(people.members, 0) AS members, coalesce(open.sessions, 0) AS sessions,
    open.seen_at
FROM platform.tenant t
LEFT JOIN (
    SELECT m.tenant_id, count(*) AS members FROM platform.membership m
    WHERE m.ended_at IS NULL AND m.tenant_id = ANY(:ids) GROUP BY m.tenant_id
) people ON people.tenant_id = t.id
LEFT JOIN (
    SELECT s.tenant_id, count(*) FILTER (WHERE s.ended_at IS NULL AND s.expires_at > now()) AS sessions,
        max(s.seen_at) AS seen_at
    FROM platform.session s WHERE s.tenant_id = ANY(:ids) GROUP BY s.tenant_id
) open ON open.tenant_id = t.id
WHERE t.id = ANY(:ids)
""")
_IN_CELL: Final = text("""
WITH wanted AS MATERIALIZED (
    SELECT v.namespace, v.revision, n.oid FROM fleet.version v JOIN pg_catalog.pg_namespace n ON n.nspname = v.namespace
    WHERE v.namespace = ANY(:namespaces)
), sizes AS (
    SELECT c.relnamespace, count(*) FILTER (WHERE c.relkind = 'r') AS tables,
        sum(c.relpages::bigint + coalesce(l.relpages, 0)) * current_setting('block_size')::bigint AS size,
        coalesce(sum(greatest(c.reltuples, 0)) FILTER (WHERE c.relkind = 'r'), 0)::bigint AS records
    FROM pg_catalog.pg_class c JOIN wanted w ON w.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_class l ON l.oid = c.reltoastrelid AND c.reltoastrelid <> 0
    WHERE c.relkind IN ('r', 'i') GROUP BY c.relnamespace
), queue AS (
    SELECT j.args ->> 'namespace' AS namespace, count(*) FILTER (WHERE j.status IN ('todo', 'doing')) AS jobs_waiting,
        count(*) FILTER (WHERE j.status = 'failed') AS jobs_failed
    FROM jobs.procrastinate_jobs j WHERE j.args ->> 'namespace' = ANY(:namespaces) GROUP BY 1
), trouble AS (
    SELECT DISTINCT ON (l.namespace) l.namespace, l.error FROM fleet.ledger l WHERE l.namespace = ANY(:namespaces)
    ORDER BY l.namespace, l.id DESC
)
SELECT w.namespace, w.revision, coalesce(s.size, 0)::bigint AS size, coalesce(s.tables, 0) AS tables,
    coalesce(s.records, 0) AS records, coalesce(q.jobs_waiting, 0) AS jobs_waiting,
    coalesce(q.jobs_failed, 0) AS jobs_failed, t.error AS trouble
FROM wanted w LEFT JOIN sizes s ON s.relnamespace = w.oid LEFT JOIN queue q ON q.namespace = w.namespace
LEFT JOIN trouble t ON t.namespace = w.namespace
""")


def list_standings(migrate: Engine, companies: Sequence[UUID], *, at: Engine | None = None) -> dict[UUID, Standing]:
    """Those of one cell, by id; one that is not there at this moment is left out. `at` is a cell beyond the home."""
    with migrate.connect() as connection:
        known = {row.namespace: row for row in connection.execute(_AT_HOME, {"ids": list(companies)})}
    with (at or migrate).connect() as connection:
        there = connection.execute(_IN_CELL, {"namespaces": list(known)}).all()
    found = dict[UUID, Standing]()
    for row in there:
        home, said = known[row.namespace], row._asdict()
        del said["namespace"]
        found[home.id] = Standing(
            head=head("tenant"), created_at=home.created_at, members=home.members, sessions=home.sessions,
            seen_at=home.seen_at, **said,
        )  # fmt: skip
    return found
