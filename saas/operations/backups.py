"""Backups: every company, sealed, in each of the places; and the proof that what lies there can be restored."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import obstore
from obstore.store import ObjectStore
from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError

from saas.core.errors import Refusal
from saas.files.gateway import objects_at
from saas.operations.archive import Errand, pack_company, rehearse
from saas.operations.leftovers import rehearsing
from saas.operations.sealing import seal, unseal
from tenants.administration import backup
from tenants.errors import BadArchive, TenancyError
from tenants.registry import Tenant

KEPT: Final = 14  # the latest of a company in a place: a week, twice a day
_NAME: Final = "%Y-%m-%dT%H%M%SZ.kesher"


@dataclass(frozen=True, slots=True)
class Vault:
    """`places` are URLs of folders or buckets; `secret` seals, and is never kept beside what it seals."""

    places: Sequence[str]
    secret: Callable[[], bytes]

    def stores(self) -> list[ObjectStore]:
        return [objects_at(place) for place in self.places]


@dataclass(frozen=True, slots=True)
class Kept:
    """One company's backup: `failure` says why there is none, `size` is what lies in each place."""

    company: Tenant
    size: int
    failure: str | None = None


def back_up(errand: Errand, vault: Vault, companies: Sequence[Tenant]) -> Iterator[Kept]:
    """One after the other, each told when it lies in every place and was read back. One that fails stops no other."""
    for company in companies:
        try:
            kept = Kept(company, _back_up_one(errand, vault, vault.stores(), company))
        except (Refusal, TenancyError, SQLAlchemyError, OSError, obstore.exceptions.BaseError) as error:
            kept = Kept(company, 0, str(error).strip().split("\n", 1)[0] or type(error).__name__)
        _note(errand.migrate, vault, kept)
        yield kept


def drill(errand: Errand, vault: Vault, company: Tenant) -> datetime:
    """Takes the latest backup of each place, restores it beside everything, compares it, and takes that away again;
    first what one that was killed has left.

    When the oldest of them was taken. Raises BadArchive where one is missing or cannot be restored.
    """
    with rehearsing(errand.migrate, errand.opener(company).outside.files_url):
        return min(_drill_one(errand, vault, store, company) for store in vault.stores())


def fetch(store: ObjectStore, company: Tenant, into: Path) -> None:
    """The latest, still sealed."""
    names = _names(store, company)
    if not names:
        raise BadArchive(f"There is no backup of {company.slug}.")
    into.write_bytes(bytes(obstore.get(store, names[-1]).bytes()))


def _note(migrate: Engine, vault: Vault, kept: Kept) -> None:
    """What the operator reads of it without asking the places."""
    now = datetime.now(UTC)
    values: dict[str, object] = {"failed_at": now, "failure": kept.failure}
    if kept.failure is None:
        taken = {"taken_at": now, "size": kept.size, "places": len(vault.places)}
        values = {**taken, "failed_at": None, "failure": None}
    noted = insert(backup).values(tenant_id=kept.company.id, **values)
    with migrate.begin() as connection:
        connection.execute(noted.on_conflict_do_update(index_elements=["tenant_id"], set_=values))


def _back_up_one(errand: Errand, vault: Vault, stores: Sequence[ObjectStore], company: Tenant) -> int:
    with TemporaryDirectory() as scratch:
        plain, sealed = Path(scratch, "plain"), Path(scratch, "sealed")
        manifest = pack_company(errand, company, plain)
        seal(plain, sealed, vault.secret())
        name = f"{company.id}/{manifest.taken_at.strftime(_NAME)}"
        digest = hashlib.sha256(sealed.read_bytes()).digest()
        for store in stores:
            obstore.put(store, name, sealed)
            if hashlib.sha256(bytes(obstore.get(store, name).bytes())).digest() != digest:
                raise BadArchive("What was read back is not what was written.")
        for store in stores:
            obstore.delete(store, _names(store, company)[:-KEPT])
        return sealed.stat().st_size


def _drill_one(errand: Errand, vault: Vault, store: ObjectStore, company: Tenant) -> datetime:
    with TemporaryDirectory() as scratch:
        sealed, plain = Path(scratch, "sealed"), Path(scratch, "plain")
        fetch(store, company, sealed)
        unseal(sealed, plain, vault.secret())
        return rehearse(errand, plain).taken_at.astimezone(UTC)


def _names(store: ObjectStore, company: Tenant) -> list[str]:
    """By age: the name is the moment."""
    found = obstore.list(store, prefix=f"{company.id}/").collect()
    return sorted(str(one["path"]) for one in found)
