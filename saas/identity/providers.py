"""Identity providers: those of the deployment, which its settings name, and a company's own.

A company's own provider speaks for people of the company's verified domains only, and opens that company only. Where
it is *enforced*, they come in by no other way; an owner still may (`break glass`), and it is kept with the session.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from saas.core.clock import Clock
from saas.core.errors import Conflict, Invalid, NotFound
from saas.core.ids import new_id
from saas.core.sealing import BrokenSeal, Seal
from tenants.platform import company_domain, identity_provider
from tenants.registry import Tenant


@dataclass(frozen=True, slots=True)
class Provider:
    """`key` names it in addresses: of the deployment's its own word, of a company's the id. `tenant_id` None: it is of
    the deployment. `vouches`: an address of which it says nothing counts as verified.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    tenant_id: UUID | None = None
    vouches: bool = False
    enforced: bool = False
    tested_at: datetime | None = None
    created_at: datetime | None = None

    @property
    def method(self) -> str:
        """How a session says that it was opened by this provider."""
        return f"provider:{self.key}"


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Providers:
    """`own` are those of the deployment."""

    platform: Engine
    seal: Seal
    clock: Clock
    own: tuple[Provider, ...] = ()

    def find(self, key: str) -> Provider | None:
        """None also for one that was disabled."""
        for one in self.own:
            if one.key == key:
                return one
        try:
            id_ = UUID(key)
        except ValueError:
            return None
        found = self._select(identity_provider.c.id == id_)
        return found[0] if found else None

    def of_company(self, tenant_id: UUID) -> list[Provider]:
        """By name."""
        return self._select(identity_provider.c.tenant_id == tenant_id)

    def for_address(self, email: str) -> list[Provider]:
        """A company's own, where the address is of one of its verified domains."""
        held = and_(
            company_domain.c.tenant_id == identity_provider.c.tenant_id,
            company_domain.c.domain == domain_of(email),
            company_domain.c.verified_at.is_not(None),
        )
        return self._select(exists().where(held)) if domain_of(email) else []

    def enforced_for(self, tenant_id: UUID, email: str) -> Provider | None:
        """The one by which a person of this address has to come into the company."""
        ours = [one for one in self.for_address(email) if one.tenant_id == tenant_id and one.enforced]
        return ours[0] if ours else None

    def add(self, company: Tenant, draft: Draft) -> Provider:
        """Its issuer has answered already."""
        id_ = new_id()
        secret = draft.client_secret
        row = {
            "id": id_, "tenant_id": company.id, "issuer": draft.issuer, "client_id": draft.client_id,
            "client_secret": self.seal.close(secret, id_.bytes) if secret else None, "name": draft.name,
            "created_at": self.clock.now(),
        }  # fmt: skip
        try:
            with self.platform.begin() as connection:
                connection.execute(insert(identity_provider), row)
        except IntegrityError as error:
            raise Conflict(
                "PROVIDER_THERE", "There is a provider with this issuer already. Disable that one first.", "issuer"
            ) from error
        return self._mine(company, str(id_))

    def mark_tested(self, provider: Provider) -> None:
        """Somebody has come through it with an address of the company."""
        mine = identity_provider.c.id == UUID(provider.key)
        with self.platform.begin() as connection:
            connection.execute(update(identity_provider).where(mine).values(tested_at=self.clock.now()))

    def enforce(self, company: Tenant, key: str, *, enforced: bool) -> Provider:
        """Refuses what would lock everybody out: a provider that nobody has come through, or no domain to speak for."""
        found = self._mine(company, key)
        if enforced and found.tested_at is None:
            raise Invalid("NOT_TESTED", "Try this provider first: nobody has come through it yet.", "enforced")
        with self.platform.begin() as connection:
            if enforced and not _has_domain(connection, company):
                raise Invalid("NO_DOMAIN", "Verify a domain of the company first.", "enforced")
            _change(connection, company, found, enforced=enforced)
        return self._mine(company, key)

    def disable(self, company: Tenant, key: str) -> None:
        """It is kept for the record and takes nobody in any more. Disabling it twice finds nothing."""
        found = self._mine(company, key)
        with self.platform.begin() as connection:
            _change(connection, company, found, enforced=False, disabled_at=self.clock.now())

    def _mine(self, company: Tenant, key: str) -> Provider:
        found = self.find(key)
        if found is None or found.tenant_id != company.id:
            raise NotFound(field="id")
        return found

    def _select(self, which: ColumnElement[bool]) -> list[Provider]:
        live = select(identity_provider).where(which, identity_provider.c.disabled_at.is_(None))
        order = identity_provider.c.enforced.desc(), identity_provider.c.name, identity_provider.c.id
        with self.platform.connect() as connection:
            return [self._provider(row) for row in connection.execute(live.order_by(*order))]

    def _provider(self, row: Row[*tuple[object, ...]]) -> Provider:
        said = row._mapping  # noqa: SLF001  SQLAlchemy's own name for a row by its columns
        sealed = said["client_secret"]
        try:
            secret = self.seal.open(bytes(sealed), said["id"].bytes) if sealed else None
        except BrokenSeal:
            secret = None  # the provider will refuse us, and its page says so
        return Provider(
            str(said["id"]), said["name"], said["issuer"], said["client_id"], secret, said["tenant_id"],
            vouches=True,  # for the company's own domains; for others it does not speak at all
            enforced=said["enforced"], tested_at=said["tested_at"], created_at=said["created_at"],
        )  # fmt: skip


def domain_of(email: str) -> str:
    return email.rpartition("@")[2].strip().lower()


def verified_domains(platform: Engine, tenant_id: UUID) -> Sequence[str]:
    held = company_domain.c.tenant_id == tenant_id, company_domain.c.verified_at.is_not(None)
    with platform.connect() as connection:
        return connection.execute(select(company_domain.c.domain).where(*held).order_by("domain")).scalars().all()


def _has_domain(connection: Connection, company: Tenant) -> bool:
    held = company_domain.c.tenant_id == company.id, company_domain.c.verified_at.is_not(None)
    return connection.execute(select(company_domain.c.id).where(*held).limit(1)).first() is not None


def _change(connection: Connection, company: Tenant, found: Provider, **values: object) -> None:
    mine = identity_provider.c.id == UUID(found.key), identity_provider.c.tenant_id == company.id
    connection.execute(update(identity_provider).where(*mine).values(**values))
