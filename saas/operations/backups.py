"""Backups: every company, sealed, in each of the places; and the proof that what lies there can be restored."""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import ObjectStore
from sqlalchemy import Engine, delete, update
from sqlalchemy.dialects.postgresql import insert

from saas.core.errors import NotFound, Refusal, Unavailable
from saas.files.gateway import CHUNK, objects_at
from saas.operations.archive import Errand, pack_company
from saas.operations.arrival import rehearse
from saas.operations.leftovers import rehearsing
from saas.operations.room import check_room
from saas.operations.sealing import seal, unseal
from tenants.administration import backup, backup_file
from tenants.errors import DATABASE_ERRORS, BadArchive, TenancyError
from tenants.registry import Tenant

log = logging.getLogger("kesher.operations")

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
            _note_files(errand.migrate, vault, company)
        except (Refusal, TenancyError, *DATABASE_ERRORS, OSError, obstore.exceptions.BaseError) as error:
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


def fetch(vault: Vault, company: Tenant, taken_at: datetime, into: Path) -> None:
    """Still sealed, from the first place that has it. Raises NotFound where none has, Unavailable where one that may
    have it cannot be reached.
    """
    name, unreached = _name(company, taken_at), list[Exception]()
    for store in vault.stores():
        try:
            download(store, name, into)
        except (NotFoundError, FileNotFoundError):
            continue
        except obstore.exceptions.BaseError as error:
            log.warning("a place for backups cannot be reached: %s", error)
            unreached.append(error)
            continue
        return
    if unreached:
        raise Unavailable(
            "BACKUPS_UNREACHABLE", "A place where backups lie cannot be reached. Try again later."
        ) from unreached[0]
    raise NotFound("NO_BACKUP", "There is no backup of this moment.", "takenAt")


def download(store: ObjectStore, name: str, into: Path) -> None:
    """Piece by piece."""
    found = obstore.get(store, name)
    check_room(into.parent, found.meta["size"])
    with into.open("wb") as out:
        for chunk in found.stream(min_chunk_size=CHUNK):
            out.write(chunk)


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
        name = _name(company, manifest.taken_at)
        digest = hashlib.sha256(sealed.read_bytes()).digest()
        for store in stores:
            obstore.put(store, name, sealed)
            if hashlib.sha256(bytes(obstore.get(store, name).bytes())).digest() != digest:
                raise BadArchive("What was read back is not what was written.")
        for store in stores:
            obstore.delete(store, list(_sizes(store, company))[:-KEPT])
        return sealed.stat().st_size


def _drill_one(errand: Errand, vault: Vault, store: ObjectStore, company: Tenant) -> datetime:
    names = list(_sizes(store, company))
    if not names:
        raise BadArchive(f"There is no backup of {company.slug}.")
    try:
        with TemporaryDirectory() as scratch:
            sealed, plain = Path(scratch, "sealed"), Path(scratch, "plain")
            download(store, names[-1], sealed)
            unseal(sealed, plain, vault.secret())
            taken_at = rehearse(errand, plain).taken_at.astimezone(UTC)
    except BadArchive as error:
        _note_drill(errand.migrate, company, _moment(names[-1]), str(error))
        raise
    _note_drill(errand.migrate, company, _moment(names[-1]), None)
    return taken_at


def _note_files(migrate: Engine, vault: Vault, company: Tenant) -> None:
    """All that lie in the places now, those of earlier versions too."""
    places, sizes = Counter[datetime](), dict[datetime, int]()
    for store in vault.stores():
        for name, size in _sizes(store, company).items():
            places[_moment(name)] += 1
            sizes[_moment(name)] = size
    mine = backup_file.c.tenant_id == company.id
    with migrate.begin() as connection:
        connection.execute(delete(backup_file).where(mine, backup_file.c.taken_at.not_in(list(sizes))))
        for at, size in sizes.items():
            known: dict[str, object] = {"size": size, "places": places[at]}
            noted = insert(backup_file).values(tenant_id=company.id, taken_at=at, **known)
            connection.execute(noted.on_conflict_do_update(index_elements=["tenant_id", "taken_at"], set_=known))


def _note_drill(migrate: Engine, company: Tenant, taken_at: datetime, failure: str | None) -> None:
    mine = backup_file.c.tenant_id == company.id, backup_file.c.taken_at == taken_at
    with migrate.begin() as connection:
        values = {"drilled_at": datetime.now(UTC), "drill_failure": failure}
        connection.execute(update(backup_file).where(*mine).values(values))


def _sizes(store: ObjectStore, company: Tenant) -> dict[str, int]:
    """By name, which is the moment, and so by age."""
    found = obstore.list(store, prefix=f"{company.id}/").collect()
    ours = [one for one in found if _is_ours(str(one["path"]))]
    return {str(one["path"]): one["size"] for one in sorted(ours, key=lambda one: str(one["path"]))}


def _name(company: Tenant, taken_at: datetime) -> str:
    return f"{company.id}/{taken_at.astimezone(UTC).strftime(_NAME)}"


def _is_ours(name: str) -> bool:
    try:
        _moment(name)
    except ValueError:
        return False
    return True


def _moment(name: str) -> datetime:
    return datetime.strptime(name.rpartition("/")[2], _NAME).replace(tzinfo=UTC)
