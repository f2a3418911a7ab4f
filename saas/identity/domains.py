"""Domains of companies: said, proved by a record in the DNS, and open for people of it to join or not.

Many companies may say a domain; one at most has it proved. What a domain is good for: the company's own single sign-on
vouches for its addresses, and who has proved an address there may be offered to join.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from saas.core.clock import Clock
from saas.core.errors import Conflict, Invalid, LimitReached, NotFound
from saas.core.ids import new_id
from saas.core.rights import Role
from saas.identity.proofs import Proofs, record_name, record_value
from tenants.platform import company_domain, tenant
from tenants.registry import Tenant

MOST: Final = 20
JOINERS: Final = tuple(role for role in Role if role not in {Role.OWNER, Role.ADMIN})
"""Roles that nobody is asked for."""

_DOMAIN: Final = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_COLUMNS: Final = (
    company_domain.c.id, company_domain.c.domain, company_domain.c.proof, company_domain.c.verified_at,
    company_domain.c.joins, company_domain.c.role,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Domain:
    """`role` is the one that joiners get."""

    id: UUID
    domain: str
    proof: str
    verified_at: datetime | None
    joins: bool
    role: str | None


@dataclass(frozen=True, slots=True)
class Domains:
    platform: Engine
    proofs: Proofs
    clock: Clock

    def list_of(self, company: Tenant) -> list[Domain]:
        with self.platform.connect() as connection:
            mine = select(*_COLUMNS).where(company_domain.c.tenant_id == company.id)
            return [Domain(**row._asdict()) for row in connection.execute(mine.order_by(company_domain.c.domain))]

    def add(self, company: Tenant, said: str) -> Domain:
        """Again changes nothing: the proof stays the same."""
        domain = read_domain(said)
        mine = company_domain.c.tenant_id == company.id
        with self.platform.begin() as connection:
            if connection.execute(select(func.count()).where(mine)).scalar_one() >= MOST:
                raise LimitReached("TOO_MANY_DOMAINS", "A company has at most %(most)s domains.", "domain", most=MOST)
            there = select(*_COLUMNS).where(mine, company_domain.c.domain == domain)
            row = connection.execute(there).one_or_none()
            if row is None:
                made = {
                    "id": new_id(), "tenant_id": company.id, "domain": domain, "proof": secrets.token_hex(16),
                    "created_at": self.clock.now(),
                }  # fmt: skip
                connection.execute(insert(company_domain), made)
                row = connection.execute(there).one()
        return Domain(**row._asdict())

    def verify(self, company: Tenant, domain_id: UUID) -> Domain:
        """Asks the DNS. Refuses where the record is not there, or another company has proved the domain."""
        found = self._get(company, domain_id)
        if not self.proofs.shows(found.domain, found.proof):
            raise Invalid(
                "PROOF_MISSING",
                "There is no TXT record %(record)s with the value %(value)s yet. After a change it may take an hour.",
                "id",
                record=record_name(found.domain),
                value=record_value(found.proof),
            )
        try:
            return self._change(company, domain_id, verified_at=self.clock.now())
        except IntegrityError as error:
            raise Conflict(
                "DOMAIN_TAKEN", "Another company has proved %(domain)s. It has to remove it first.", "id",
                domain=found.domain,
            ) from error  # fmt: skip

    def open_to_join(self, company: Tenant, domain_id: UUID, role: str | None) -> Domain:
        """With this role; None closes it."""
        found = self._get(company, domain_id)
        if role is not None and role not in JOINERS:
            raise Invalid("BAD_ROLE", "Nobody joins by himself with this role.", "role")
        if role is not None and found.verified_at is None:
            raise Invalid("UNPROVED", "Prove the domain first.", "id")
        return self._change(company, domain_id, joins=role is not None, role=role)

    def remove(self, company: Tenant, domain_id: UUID) -> None:
        self._get(company, domain_id)
        with self.platform.begin() as connection:
            connection.execute(delete(company_domain).where(_mine(company, domain_id)))

    def offers_to(self, email: str) -> Sequence[tuple[UUID, Role]]:
        """The companies that one who has proved this address may join, and with which role."""
        domain = ascii_domain(email.rpartition("@")[2])
        open_ = company_domain.c.verified_at.is_not(None), company_domain.c.joins, company_domain.c.domain == domain
        joined = company_domain.join(tenant, tenant.c.id == company_domain.c.tenant_id)
        found = select(company_domain.c.tenant_id, company_domain.c.role).select_from(joined)
        with self.platform.connect() as connection:
            rows = connection.execute(found.where(*open_, tenant.c.status == "ACTIVE").order_by(tenant.c.name)).all()
        return [(row.tenant_id, Role(row.role)) for row in rows]

    def _get(self, company: Tenant, domain_id: UUID) -> Domain:
        with self.platform.connect() as connection:
            row = connection.execute(select(*_COLUMNS).where(_mine(company, domain_id))).one_or_none()
        if row is None:
            raise NotFound(field="id")
        return Domain(**row._asdict())

    def _change(self, company: Tenant, domain_id: UUID, **values: object) -> Domain:
        with self.platform.begin() as connection:
            changed = update(company_domain).where(_mine(company, domain_id)).values(values).returning(*_COLUMNS)
            return Domain(**connection.execute(changed).one()._asdict())


def read_domain(said: str) -> str:
    """As the DNS has it: small ASCII letters, without a scheme, a path or a dot at the end."""
    text = re.sub(r"^(https?://|@)", "", said.strip().lower()).partition("/")[0].rstrip(".")
    domain = ascii_domain(text)
    if not _DOMAIN.fullmatch(domain) or domain.endswith((".localhost", ".local", ".internal", ".invalid", ".arpa")):
        raise Invalid("BAD_DOMAIN", "%(value)s is not a domain, such as acme.com.", "domain", value=said[:80])
    return domain


def ascii_domain(text: str) -> str:
    """Empty where it cannot be one."""
    try:
        return text.encode("idna").decode().lower()
    except UnicodeError:
        return ""


def _mine(company: Tenant, domain_id: UUID) -> ColumnElement[bool]:
    return (company_domain.c.id == domain_id) & (company_domain.c.tenant_id == company.id)
