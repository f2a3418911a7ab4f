"""What the operator knows of a company."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select, text

from tenants.platform import operation
from tenants.registry import Tenant
from tenants.revisions import head


@dataclass(frozen=True, slots=True)
class Standing:
    """`size` is in bytes with indexes, `records` as Postgres estimates them (-1 before it has looked)."""

    revision: str
    head: str
    created_at: datetime
    size: int
    tables: int
    records: int
    members: int
    sessions: int
    seen_at: datetime | None
    jobs_waiting: int
    jobs_failed: int
    trouble: str | None

    @property
    def behind(self) -> bool:
        return self.revision != self.head


@dataclass(frozen=True, slots=True)
class Operation:
    at: datetime
    kind: str
    reason: str
    operator: str


_AT_HOME: Final = text("""
SELECT t.created_at, people.members, open.*
FROM platform.tenant t
CROSS JOIN LATERAL (
    SELECT count(*) AS members FROM platform.membership m WHERE m.tenant_id = t.id AND m.ended_at IS NULL
) people
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE s.ended_at IS NULL AND s.expires_at > now()) AS sessions, max(s.seen_at) AS seen_at
    FROM platform.session s WHERE s.tenant_id = t.id
) open
WHERE t.id = :id
""")
_IN_CELL: Final = text("""
SELECT v.revision, sizes.*, queue.*,
    (SELECT l.error FROM fleet.ledger l WHERE l.namespace = v.namespace ORDER BY l.id DESC LIMIT 1) AS trouble
FROM fleet.version v
CROSS JOIN LATERAL (
    SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint AS size, count(*) AS tables,
        coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint AS records
    FROM fleet.held h JOIN pg_catalog.pg_class c ON c.oid = h.id
    WHERE h.namespace = v.namespace::regnamespace AND h.catalog = 'pg_catalog.pg_class'::regclass AND c.relkind = 'r'
) sizes
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE j.status IN ('todo', 'doing')) AS jobs_waiting,
        count(*) FILTER (WHERE j.status = 'failed') AS jobs_failed
    FROM jobs.procrastinate_jobs j WHERE j.args ->> 'namespace' = v.namespace
) queue
WHERE v.namespace = :namespace
""")


def get_standing(migrate: Engine, tenant: Tenant, *, at: Engine | None = None) -> Standing:
    """`migrate` because only the owner of a namespace may ask for its size; `at` is that of a cell beyond the home."""
    with migrate.connect() as connection:
        known = connection.execute(_AT_HOME, {"id": tenant.id}).one()
    with (at or migrate).connect() as connection:
        there = connection.execute(_IN_CELL, {"namespace": tenant.namespace}).one()
    return Standing(head=head("tenant"), **known._asdict(), **there._asdict())


def list_operations(platform: Engine, tenant: Tenant, *, most: int = 20) -> list[Operation]:
    return list_operations_of(platform, tenant.id, most=most)


def list_operations_of(platform: Engine, tenant_id: UUID, *, most: int = 20) -> list[Operation]:
    """The latest first."""
    columns = operation.c.at, operation.c.kind, operation.c.reason, operation.c.operator
    mine = select(*columns).where(operation.c.tenant_id == tenant_id).order_by(operation.c.at.desc()).limit(most)
    with platform.connect() as connection:
        return [Operation(*row) for row in connection.execute(mine).all()]
