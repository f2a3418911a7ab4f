"""A new tenant: a row in the directory, a role, a namespace filled by the head script in one round trip.

    PROVISIONING row ──► role, namespace, tables, version, ledger (one transaction of the cell) ──► ACTIVE

Each step finds out whether it was done; a process that dies anywhere is made good by calling `create` again.
"""

from contextlib import closing
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from tenants.errors import SlugTaken
from tenants.namespace import checked, new_name
from tenants.placement import HOME, check_slug
from tenants.registry import Tenant, TenantStatus
from tenants.revisions import BASE, digest, head, render

_CLAIM: Final = """
INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone, week_start)
VALUES (:id, :slug, :name, :namespace, :cell, 'PROVISIONING', :currency, :locale, :time_zone, :week_start)
"""
_CLAIMED: Final = """
SELECT id, namespace, cell, status, currency, locale, time_zone FROM platform.tenant WHERE slug = :slug
"""
_RENEW: Final = """
UPDATE platform.tenant SET name = :name, currency = :currency, locale = :locale, time_zone = :time_zone,
    week_start = :week_start WHERE slug = :slug
"""
# LOGIN is there only because Citus asks for it; without a password nobody logs in as a tenant.
_SCRIPT: Final = """
CREATE ROLE {name} LOGIN NOINHERIT;
GRANT {name} TO kesher_web, kesher_work;
CREATE SCHEMA {name};
GRANT USAGE ON SCHEMA {name} TO {name};
SET LOCAL search_path = {name}, ext;
{head}
SET LOCAL search_path = '';
SELECT fleet.grant_tables('{name}');
INSERT INTO fleet.version (namespace, tenant_id, revision) VALUES ('{name}', '{id}', '{revision}');
INSERT INTO fleet.ledger (namespace, from_revision, to_revision, sql_hash, state, started_at)
VALUES ('{name}', '{base}', '{revision}', '{hash}', 'DONE', now());
"""


def create(
    migrate_engine: Engine,
    *,
    slug: str,
    name: str,
    currency: str,
    locale: str,
    time_zone: str,
    week_start: int = 1,
    id: UUID | None = None,
    cell: str = HOME,
) -> Tenant:
    """Raises `BadSlug` or `SlugTaken`. A tenant that an earlier call left half made is finished, under its new name.

    `id` is the one to give it, by which a caller that was broken off knows it again.
    """
    check_slug(slug)
    wanted: dict[str, object] = {
        "slug": slug, "name": name, "currency": currency, "locale": locale, "time_zone": time_zone,
        "week_start": week_start, "cell": cell,
    }  # fmt: skip
    id, namespace = _claim(migrate_engine, wanted, id or uuid4())
    revision = head("tenant")
    _fill(migrate_engine, id, checked(namespace), revision)
    with migrate_engine.begin() as connection:
        connection.execute(text("UPDATE platform.tenant SET status = 'ACTIVE' WHERE id = :id"), {"id": id})
    return Tenant(
        id, slug, name, namespace, cell, TenantStatus.ACTIVE, revision, currency, locale, time_zone, week_start
    )


def _claim(engine: Engine, wanted: dict[str, object], id: UUID) -> tuple[UUID, str]:
    """The tenant's id and namespace: new ones, or those of a creation that was broken off."""
    fresh = (id, new_name())
    try:
        with engine.begin() as connection:
            connection.execute(text(_CLAIM), {**wanted, "id": fresh[0], "namespace": fresh[1]})
    except IntegrityError as error:
        with engine.begin() as connection:
            row = connection.execute(text(_CLAIMED), {"slug": wanted["slug"]}).one_or_none()
            if row is None:
                raise
            if row.status != TenantStatus.PROVISIONING or row.cell != wanted["cell"]:
                raise SlugTaken(f"{wanted['slug']!r} is taken; choose another address.") from error
            connection.execute(text(_RENEW), wanted)
        return row.id, row.namespace
    return fresh


def _fill(engine: Engine, id: UUID, namespace: str, revision: str) -> None:
    """The cell's part, in one message and one transaction."""
    script = render("tenant", BASE, revision)
    sql = _SCRIPT.format(
        name=namespace, id=id, head=script, revision=revision, base=BASE, hash=digest(script)
    )  # fmt: skip
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (namespace,))
        cursor.execute("SELECT FROM fleet.version WHERE namespace = %s", (namespace,))
        if cursor.fetchone() is None:
            cursor.execute(sql)
        connection.commit()
