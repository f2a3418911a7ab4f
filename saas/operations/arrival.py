"""A company made of a file: an import, a restored backup, and the rehearsal of one."""

import hashlib
import io
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, cast
from uuid import UUID, uuid4

from sqlalchemy import Engine, select, update

from saas.files.gateway import store_of
from saas.files.model import PreviewStatus
from saas.identity.actions import Newcomer, join_company
from saas.members.model import Member
from saas.operations.actions import OperationKind, book, check_reason
from saas.operations.archive import Errand, files_of
from saas.operations.leftovers import leave_devices, take_away_files
from saas.operations.packing import Manifest, copy, read, unpacked
from saas.operations.room import check_room
from tenants import archive, provision
from tenants.cells import place
from tenants.errors import BadArchive, NewerArchive, SlugTaken, UnknownRevision
from tenants.placement import HOME, check_slug
from tenants.platform import operation, tenant
from tenants.registry import Directory, Tenant, TenantStatus
from tenants.revisions import BASE, render

_OF_HALF: Final = ("id", "slug", "name", "namespace", "cell", "currency", "locale", "time_zone")


@dataclass(frozen=True, slots=True)
class Arrival:
    """As what a file becomes a company: None is as the file says. By its `id`, which is then new, one that was broken
    off is known again. `extra` are further columns of the directory.
    """

    slug: str | None = None
    name: str | None = None
    id: UUID | None = None
    suspended: bool = False
    kind: OperationKind = OperationKind.IMPORT
    extra: dict[str, object] = field(default_factory=dict)


def import_company(errand: Errand, source: Path, to: Arrival | None = None) -> Tenant:
    """A company of its own beside whatever is there, under another slug if the old one is in use (SlugTaken).

    Broken off, it is finished by doing it again: with an `id` what is half made is taken away first, and one that is
    opened already is only told in the books. Raises BadArchive for what is none, and where something is damaged.
    """
    check_reason(errand.reason)
    to = to or Arrival()
    made = None if to.id is None else Directory(errand.platform, ttl=0).find(to.id)
    if made is None:
        with unpacked(source) as (manifest, packed):
            made = _make(errand, to, manifest, packed)
    if to.id is None or not _is_booked(errand.platform, to.id, to.kind):
        leave_devices(errand.at(made.cell) or errand.migrate, made.namespace)
        book(errand.migrate, errand.opener(made), to.kind, errand.reason)
    return made


def clear_away(errand: Errand, id: UUID) -> bool:
    """What was made under this id and never opened; whether there was anything."""
    half = select(*(tenant.c[name] for name in _OF_HALF)).where(tenant.c.id == id, tenant.c.status == "PROVISIONING")
    with errand.migrate.connect() as connection:
        row = connection.execute(half).mappings().one_or_none()
    if row is None:
        return False
    made = Tenant(status=TenantStatus.PROVISIONING, version=BASE, **row)
    take_away_files(errand.opener(made).outside.files_url, made.namespace)
    provision.undo(errand.migrate, id, made.namespace, at=errand.at(made.cell))
    return True


def rehearse(errand: Errand, source: Path) -> Manifest:
    """Restores all of it beside everything else, compares it with what was written, and takes it away again."""
    with unpacked(source) as (manifest, packed):
        slug = f"drill-{uuid4().hex[:12]}"
        made = _prepare(errand, {**manifest.settings, "cell": HOME, "slug": slug}, manifest, Arrival())
        try:
            _restore(errand, made, manifest, packed)
        finally:
            clear_away(errand, made.id)
        return manifest


def _make(errand: Errand, to: Arrival, manifest: Manifest, packed: tarfile.TarFile) -> Tenant:
    _check_version(manifest)
    address = to.slug or str(manifest.settings["slug"])
    check_slug(address)
    if to.id is not None:
        clear_away(errand, to.id)
        _check_free(errand.migrate, address)
    cell = HOME if errand.cells is None else place(errand.cells, address)
    name = to.name or manifest.settings["name"]
    made = _prepare(errand, {**manifest.settings, "cell": cell, "slug": address, "name": name}, manifest, to)
    try:
        _restore(errand, made, manifest, packed)
    except BadArchive:
        clear_away(errand, made.id)
        raise
    _bind_people(errand, made, manifest.people)
    if to.extra:
        with errand.migrate.begin() as connection:
            connection.execute(update(tenant).where(tenant.c.id == made.id).values(to.extra))
    provision.open_up(errand.migrate, made.id, made.status)
    return made


def _check_version(manifest: Manifest) -> None:
    """Before anything is made."""
    try:
        render("tenant", BASE, manifest.revision)
    except UnknownRevision as error:
        raise NewerArchive("The archive was written by a newer version of Kesher: update this one.") from error


def _check_free(migrate: Engine, slug: str) -> None:
    """Whoever has an id finishes nobody else's."""
    with migrate.connect() as connection:
        if connection.execute(select(tenant.c.id).where(tenant.c.slug == slug)).first() is not None:
            raise SlugTaken(f"{slug!r} is taken; choose another address.")


def _is_booked(platform: Engine, id: UUID, kind: OperationKind) -> bool:
    with platform.connect() as connection:
        told = select(operation.c.id).where(operation.c.tenant_id == id, operation.c.kind == kind)
        return connection.execute(told).first() is not None


def _restore(errand: Errand, made: Tenant, manifest: Manifest, packed: tarfile.TarFile) -> None:
    """Everything but the people, into a company that is not opened yet."""
    errand.progress("tables")
    _load(errand.at(made.cell) or errand.migrate, made.namespace, manifest, packed)
    _put_files(errand, made, packed)


def _prepare(errand: Errand, wanted: dict[str, object], manifest: Manifest, to: Arrival) -> Tenant:
    """As it will be once it is open: what was suspended, or was being deleted, answers nobody until it is resumed."""
    cell = str(wanted["cell"])
    status = TenantStatus.SUSPENDED if manifest.suspended or to.suspended else TenantStatus.ACTIVE
    errand.progress("namespace")
    id, namespace = provision.prepare(
        errand.migrate, wanted, to.id or _id(errand.migrate, manifest.id), manifest.revision, at=errand.at(cell),
        own=to.id is not None,
    )  # fmt: skip
    name, currency, locale, zone = (str(wanted[one]) for one in ("name", "currency", "locale", "time_zone"))
    return Tenant(
        id, str(wanted["slug"]), name, namespace, cell, status, manifest.revision, currency, locale, zone,
        cast(int, wanted["week_start"]), cast(int, wanted["fiscal_start"]), cast("str | None", wanted["logo"]),
    )  # fmt: skip


def _load(migrate: Engine, namespace: str, manifest: Manifest, packed: tarfile.TarFile) -> None:
    with TemporaryDirectory() as scratch:
        check_room(Path(scratch), sum(one.size for one in packed.getmembers() if one.name.startswith("tables/")))
        for sheet in manifest.sheets:
            with Path(scratch, f"{sheet.name}.copy").open("wb") as out:
                copy(packed, f"tables/{sheet.name}.copy", out)
        archive.load(migrate, namespace, Path(scratch), manifest.sheets)


def _put_files(errand: Errand, made: Tenant, packed: tarfile.TarFile) -> None:
    opener = errand.opener(made)
    store = store_of(opener.outside.files_url, made.namespace)
    for file in files_of(opener):
        errand.progress("files")
        content = read(packed, f"files/{file.digest}")
        if hashlib.sha256(content).hexdigest() != file.digest:
            raise BadArchive(f"The archive is damaged: file {file.digest} is not what was written.")
        store.put(store.key(file.digest), io.BytesIO(content))
        if file.preview is PreviewStatus.READY:
            store.put(store.preview_key(file.digest), io.BytesIO(read(packed, f"previews/{file.digest}")))


def _bind_people(errand: Errand, company: Tenant, people: tuple[UUID, ...]) -> None:
    """Whoever runs this vouches for the addresses, as when a company is made in the terminal."""
    errand.progress("people")
    with errand.opener(company)() as work:
        rows = work.all(select(Member).where(Member.id.in_(people)))
        newcomers = [Newcomer(member.id, member.email, member.name) for member in rows]
    for newcomer in newcomers:
        join_company(errand.platform, company, newcomer)


def _id(engine: Engine, wanted: UUID) -> UUID:
    """The company's own where it is free: a copy beside the original is another company."""
    with engine.connect() as connection:
        return uuid4() if connection.execute(select(tenant.c.id).where(tenant.c.id == wanted)).first() else wanted
