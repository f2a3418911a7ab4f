"""A new tenant: a spare namespace that is given its address, otherwise one that is made for it.

    a spare ──────────────────────────────────────────────────────────────────────────────► ACTIVE (one statement)
    PROVISIONING row ──► role, namespace, tables, version, ledger (one transaction of the cell) ──► ACTIVE

Each step finds out whether it was done; a process that dies anywhere is made good by calling `create` again.
"""

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError

from tenants.cells import adopt, forget
from tenants.errors import SlugTaken
from tenants.filling import fill
from tenants.namespace import checked, new_name
from tenants.placement import HOME, check_slug
from tenants.registry import Tenant, TenantStatus
from tenants.revisions import head
from tenants.spares import take, take_at

_CLAIM: Final = """
INSERT INTO platform.tenant (id, slug, name, namespace, cell, status, currency, locale, time_zone, week_start,
    fiscal_start, logo)
VALUES (:id, :slug, :name, :namespace, :cell, 'PROVISIONING', :currency, :locale, :time_zone, :week_start,
    :fiscal_start, :logo)
"""
_CLAIMED: Final = """
SELECT t.id, t.namespace, t.cell, t.status, EXISTS (SELECT FROM platform.errand e WHERE e.id = t.id) AS asked
FROM platform.tenant t WHERE t.slug = :slug
"""
_RENEW: Final = """
UPDATE platform.tenant SET name = :name, currency = :currency, locale = :locale, time_zone = :time_zone,
    week_start = :week_start WHERE slug = :slug
"""

_OPENED: Final = text("UPDATE platform.tenant SET status = 'ACTIVE' WHERE id = :id")


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
    at: Engine | None = None,
) -> Tenant:
    """Raises `BadSlug` or `SlugTaken`. A tenant that an earlier call left half made is finished, under its new name.

    `id` is the one to give it, by which a caller that was broken off knows it again. `at` is the engine of a `cell`
    that is not the home.
    """
    check_slug(slug)
    wanted: dict[str, object] = {
        "slug": slug, "name": name, "currency": currency, "locale": locale, "time_zone": time_zone,
        "week_start": week_start, "cell": cell,
    }  # fmt: skip
    id, revision = id or uuid4(), head("tenant")
    namespace = take(migrate_engine, wanted, id, revision) if at is None else take_at(migrate_engine, at, wanted, id)
    if namespace is None:
        id, namespace = prepare(migrate_engine, wanted, id, revision, at=at)
        open_up(migrate_engine, id)
    return Tenant(
        id, slug, name, namespace, cell, TenantStatus.ACTIVE, revision, currency, locale, time_zone, week_start
    )


def prepare(
    engine: Engine, wanted: dict[str, object], id: UUID, revision: str, *, at: Engine | None = None, own: bool = False
) -> tuple[UUID, str]:
    """A namespace at some revision for what will be a tenant once it is opened: its id and its name.

    What an earlier call left half made is finished, if it is its `own` (of this id): what an errand makes is finished
    by that errand alone. `wanted` are the columns of the directory.
    """
    check_slug(str(wanted["slug"]))
    id, namespace = _claim(engine, wanted, id, own=own)
    fill(at or engine, id, checked(namespace), revision)
    if at is not None:
        with engine.connect() as home, at.begin() as there:
            adopt(home, there, namespace)
            there.execute(_OPENED, {"id": id})
    return id, namespace


def open_up(engine: Engine, id: UUID, status: TenantStatus = TenantStatus.ACTIVE) -> None:
    with engine.begin() as connection:
        opened = text("UPDATE platform.tenant SET status = :status WHERE id = :id")
        connection.execute(opened, {"id": id, "status": status})


def undo(engine: Engine, id: UUID, namespace: str, *, at: Engine | None = None) -> None:
    """Takes back what was prepared and not opened yet; of a tenant it takes nothing."""
    mine = {"id": id, "namespace": checked(namespace)}
    with engine.begin() as connection:
        gone = text("DELETE FROM platform.tenant WHERE id = :id AND namespace = :namespace AND status = 'PROVISIONING'")
        if connection.execute(gone, mine).rowcount == 0:
            return
        if at is None:
            drop(connection, id, namespace)
            return
        with at.begin() as there:  # first: what is left of it is found by the home's row
            drop(there, id, namespace)
            forget(there, mine)


def drop(connection: Connection, id: UUID, namespace: str) -> None:
    """The namespace of a cell, whatever is in it, and its role; again, it changes nothing."""
    mine = {"id": id, "namespace": checked(namespace)}
    connection.execute(text("DELETE FROM fleet.version WHERE namespace = :namespace"), mine)
    connection.execute(text(f"DROP SCHEMA IF EXISTS {namespace} CASCADE"))
    connection.execute(text(f"DROP ROLE IF EXISTS {namespace}"))


def _claim(engine: Engine, wanted: dict[str, object], id: UUID, *, own: bool) -> tuple[UUID, str]:
    """The tenant's id and namespace: new ones, or those of a creation that was broken off."""
    fresh = (id, new_name())
    try:
        with engine.begin() as connection:
            said = {"fiscal_start": 1, "logo": None, **wanted, "id": fresh[0], "namespace": fresh[1]}
            connection.execute(text(_CLAIM), said)
    except IntegrityError as error:
        with engine.begin() as connection:
            row = connection.execute(text(_CLAIMED), {"slug": wanted["slug"]}).one_or_none()
            if row is None:
                raise
            foreign = row.id != id and (own or row.asked)
            if foreign or row.status != TenantStatus.PROVISIONING or row.cell != wanted["cell"]:
                raise SlugTaken(f"{wanted['slug']!r} is taken; choose another address.") from error
            connection.execute(text(_RENEW), wanted)
        return row.id, row.namespace
    return fresh
