"""Another address for a company, and a restored copy in the place of what it is a copy of.

The address is true in the home; a cell beyond it has its own row, which follows. Done again, each changes nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Connection, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from saas.core.audit import AuditAction
from saas.core.errors import Conflict
from saas.core.trail import Change
from saas.core.work import Opener
from saas.operations.actions import OperationKind, Reason, check_not_deleted, check_reason, entry, wake_jobs
from tenants.cells import Cells
from tenants.platform import (
    api_token,
    company_domain,
    company_security,
    identity_provider,
    move,
    operation,
    scim_token,
    tenant,
)
from tenants.registry import Tenant, TenantStatus

# What people and programs enter a company by. Sessions stay behind: everybody signs in anew.
_ENTERED_BY = (api_token, scim_token, identity_provider, company_domain, company_security)

# Both may have rows that may be there once only, so all are taken before any is given. With columns that this version
# does not know.
_TAKEN: Final = "DELETE FROM {table} AS held WHERE tenant_id = ANY(:ids) RETURNING to_jsonb(held)"
_GIVEN: Final = "INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, CAST(:rows AS jsonb))"


@dataclass(frozen=True, slots=True)
class Addresses:
    """`cells` are the owner's engines."""

    cells: Cells
    opener: Callable[[Tenant], Opener]

    def rename(self, company: Tenant, to: str, reason: Reason) -> bool:
        """False where it has that address already. Old links lead nowhere from then on."""
        why = check_reason(reason)
        opener = self.opener(company)
        with opener() as work, self.cells.home.begin() as home:
            [(_, before)] = _held(home, [company])
            check_not_deleted(opener, before)
            if company.slug == to:
                self._follow([company])
                return False
            said = {"slug": to, "operation": OperationKind.RENAME, "reason": why}
            work.tell(Change(AuditAction.UPDATE, "tenant", company.id, {"slug": company.slug}, said))
            work.flush()
            _give(home, {company.id: to})
            home.execute(insert(operation), entry(company.id, OperationKind.RENAME, why, reason.operator))
        self._follow([company])
        return True

    def take_place(self, copy: Tenant, original: Tenant, aside: str, reason: Reason) -> None:
        """The copy gets the original's address, status, plan, tokens, domains and single sign-on; the original is
        suspended at the address `aside`. Raises Conflict where that has another address by now.
        """
        why = check_reason(reason)
        openers = self.opener(copy), self.opener(original)
        with openers[0]() as here, openers[1]() as there, self.cells.home.begin() as home:
            held = dict(_held(home, [copy, original]))
            if _slug(home, original) != original.slug:
                raise no_copy()
            for opener in openers:
                check_not_deleted(opener, held[opener.tenant.id])
            said = {"operation": OperationKind.TAKE_PLACE, "reason": why}
            for work, company, slug in ((here, copy, original.slug), (there, original, aside)):
                after = {"slug": slug, **said}
                work.tell(Change(AuditAction.UPDATE, "tenant", company.id, {"slug": company.slug}, after))
                work.flush()
                told = entry(company.id, OperationKind.TAKE_PLACE, why, reason.operator)
                home.execute(insert(operation), told)
            _give(home, {copy.id: original.slug, original.id: aside})
            _exchange(home, copy.id, original.id, held[original.id])
        self.settle(copy, original)

    def settle(self, copy: Tenant, original: Tenant) -> None:
        """What follows once the copy has taken the place; again, it changes nothing."""
        self._follow([copy, original])
        wake_jobs(self.cells.at(copy.cell), self.opener(copy))

    def _follow(self, companies: Sequence[Tenant]) -> None:
        """The rows of cells beyond the home: what another has there gives it up first."""
        ids = [one.id for one in companies]
        with self.cells.home.connect() as home:
            now = {row.id: row.slug for row in home.execute(select(tenant.c.id, tenant.c.slug).where(_among(ids)))}
        for cell in {one.cell for one in companies}:
            if (at := self.cells.beyond_home(cell)) is not None:
                with at.begin() as there:
                    _give(there, {one.id: now[one.id] for one in companies if one.cell == cell})


def _held(home: Connection, companies: Sequence[Tenant]) -> list[tuple[UUID, TenantStatus]]:
    """Their statuses, with the rows locked. Raises Conflict where one is on its way, or has left a copy behind."""
    ids = [one.id for one in companies]
    under_way = select(move.c.tenant_id).where(move.c.tenant_id.in_(ids), move.c.ended_at.is_(None))
    if home.execute(under_way).first() is not None:
        raise Conflict("OLD_COPY_WAITS", "A move is not finished: take the old copy away first.", "slug")
    found = select(tenant.c.id, tenant.c.status).where(_among(ids)).order_by(tenant.c.id).with_for_update()
    return [(row.id, TenantStatus(row.status)) for row in home.execute(found)]


def _slug(home: Connection, company: Tenant) -> str:
    return str(home.execute(select(tenant.c.slug).where(tenant.c.id == company.id)).scalar_one())


def _give(connection: Connection, slugs: dict[UUID, str]) -> None:
    """Addresses are one's alone at every moment, so all are let go of first."""
    try:
        connection.execute(update(tenant).where(_among(list(slugs))).values(slug=tenant.c.namespace))
        for id, slug in slugs.items():
            connection.execute(update(tenant).where(tenant.c.id == id).values(slug=slug))
    except IntegrityError:
        taken = ", ".join(slugs.values())
        raise Conflict("SLUG_TAKEN", "%(slug)s is taken. Choose another address.", "slug", slug=taken) from None


def _exchange(home: Connection, copy: UUID, original: UUID, status: TenantStatus) -> None:
    plan = select(tenant.c.plan).where(tenant.c.id == original).scalar_subquery()
    home.execute(update(tenant).where(tenant.c.id == copy).values(status=status, plan=plan))
    home.execute(update(tenant).where(tenant.c.id == original).values(status=TenantStatus.SUSPENDED))
    other = {str(copy): str(original), str(original): str(copy)}
    for table in _ENTERED_BY:
        rows = home.execute(text(_TAKEN.format(table=table)), {"ids": [copy, original]}).scalars()
        exchanged = [{**row, "tenant_id": other[row["tenant_id"]]} for row in rows]
        home.execute(text(_GIVEN.format(table=table)), {"rows": orjson.dumps(exchanged).decode()})


def _among(ids: Sequence[UUID]) -> ColumnElement[bool]:
    return tenant.c.id.in_(ids)


def no_copy() -> Conflict:
    return Conflict("NO_COPY", "This company is no restored copy of one that is there.", "slug")
