"""A company written into one file, and made of one."""

import hashlib
import io
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import Engine, select

from saas.core.work import Opener
from saas.files.gateway import Store, store_of
from saas.files.model import PreviewStatus, StoredFile
from saas.identity.actions import Newcomer, join_company
from saas.members.model import Member
from saas.operations.actions import OperationKind, Reason, book, check_reason
from saas.operations.packing import MANIFEST, SETTINGS, Manifest, add, read, unpacked, written
from tenants import archive, provision
from tenants.cells import Cells, place
from tenants.errors import BadArchive
from tenants.placement import HOME
from tenants.platform import membership, tenant
from tenants.registry import Tenant, TenantStatus

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Errand:
    """`migrate` owns namespaces, in other cells `cells`; `platform` and `opener` are the worker's."""

    migrate: Engine
    platform: Engine
    opener: Callable[[Tenant], Opener]
    reason: Reason
    progress: Progress = lambda _what: None
    cells: Cells | None = None

    def at(self, cell: str) -> Engine | None:
        """None for the home."""
        return None if self.cells is None else self.cells.beyond_home(cell)


def export_company(errand: Errand, company: Tenant, out: Path) -> Manifest:
    """Whole or not at all: a file of this name is replaced once the new one is complete. Both books tell of it."""
    check_reason(errand.reason)
    part = out.with_name(f"{out.name}.part")
    try:
        part.touch(mode=0o600)
        manifest = pack_company(errand, company, part)
        book(errand.migrate, errand.opener(company), OperationKind.EXPORT, errand.reason)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def pack_company(errand: Errand, company: Tenant, out: Path) -> Manifest:
    with TemporaryDirectory() as scratch:
        taken_at = datetime.now(UTC)
        errand.progress("tables")
        snapshot = archive.dump(errand.at(company.cell) or errand.migrate, company.namespace, Path(scratch))
        manifest = Manifest(
            company.id, {name: getattr(company, name) for name in SETTINGS}, snapshot.revision, taken_at,
            _people(errand.platform, company), snapshot.sheets, company.status is not TenantStatus.ACTIVE,
        )  # fmt: skip
        with tarfile.open(out, "w:gz", compresslevel=6) as packed:
            add(packed, MANIFEST, written(manifest))
            for sheet in manifest.sheets:
                packed.add(Path(scratch, f"{sheet.name}.copy"), f"tables/{sheet.name}.copy")
            for name, content in _contents(errand.opener(company)):
                errand.progress("files")
                add(packed, name, content)
    return manifest


def import_company(errand: Errand, source: Path, *, slug: str | None = None) -> Tenant:
    """A company of its own beside whatever is there, under another slug if the old one is in use (SlugTaken).

    Broken off, it is finished by doing it again. Raises BadArchive for what is none, and where something is damaged.
    """
    check_reason(errand.reason)
    with unpacked(source) as (manifest, packed):
        address = slug or str(manifest.settings["slug"])
        cell = HOME if errand.cells is None else place(errand.cells, address)
        wanted: dict[str, object] = {**manifest.settings, "cell": cell, "slug": address}
        made = _prepare(errand, wanted, manifest)
        try:
            _restore(errand, made, manifest, packed)
        except BadArchive:
            _take_away(errand, made)
            raise
        _bind_people(errand, made, manifest.people)
        provision.open_up(errand.migrate, made.id, made.status)
    book(errand.migrate, errand.opener(made), OperationKind.IMPORT, errand.reason)
    return made


def rehearse(errand: Errand, source: Path) -> Manifest:
    """Restores all of it beside everything else, compares it with what was written, and takes it away again."""
    with unpacked(source) as (manifest, packed):
        slug = f"drill-{uuid4().hex[:12]}"
        made = _prepare(errand, {**manifest.settings, "cell": HOME, "slug": slug}, manifest)
        try:
            _restore(errand, made, manifest, packed)
        finally:
            _take_away(errand, made)
        return manifest


def _restore(errand: Errand, made: Tenant, manifest: Manifest, packed: tarfile.TarFile) -> None:
    """Everything but the people, into a company that is not opened yet."""
    errand.progress("tables")
    _load(errand.at(made.cell) or errand.migrate, made.namespace, manifest, packed)
    _put_files(errand.opener(made), packed, errand.progress)


def _take_away(errand: Errand, made: Tenant) -> None:
    """What was not opened, with the files that came to it."""
    store = _store(errand.opener(made))
    for file in _files(errand.opener(made)):
        store.delete(store.key(file.digest))
        store.delete(store.preview_key(file.digest))
    provision.undo(errand.migrate, made.id, made.namespace, at=errand.at(made.cell))


def _prepare(errand: Errand, wanted: dict[str, object], manifest: Manifest) -> Tenant:
    """As it will be once it is open: what was suspended, or was being deleted, answers nobody until it is resumed."""
    cell, status = str(wanted["cell"]), TenantStatus.SUSPENDED if manifest.suspended else TenantStatus.ACTIVE
    id, namespace = provision.prepare(
        errand.migrate, wanted, _id(errand.migrate, manifest.id), manifest.revision, at=errand.at(cell)
    )
    name, currency, locale, zone = (str(wanted[one]) for one in ("name", "currency", "locale", "time_zone"))
    return Tenant(
        id, str(wanted["slug"]), name, namespace, cell, status, manifest.revision, currency, locale, zone,
        cast(int, wanted["week_start"]), cast(int, wanted["fiscal_start"]), cast("str | None", wanted["logo"]),
    )  # fmt: skip


def _load(migrate: Engine, namespace: str, manifest: Manifest, packed: tarfile.TarFile) -> None:
    with TemporaryDirectory() as scratch:
        for sheet in manifest.sheets:
            Path(scratch, f"{sheet.name}.copy").write_bytes(read(packed, f"tables/{sheet.name}.copy"))
        archive.load(migrate, namespace, Path(scratch), manifest.sheets)


def _people(platform: Engine, company: Tenant) -> tuple[UUID, ...]:
    mine = select(membership.c.member_id).order_by(membership.c.member_id)
    present = mine.where(membership.c.tenant_id == company.id, membership.c.ended_at.is_(None))
    with platform.connect() as there:
        return tuple(there.execute(present).scalars())


def _contents(opener: Opener) -> Iterator[tuple[str, bytes]]:
    store = _store(opener)
    for file in _files(opener):
        yield f"files/{file.digest}", store.get(store.key(file.digest))
        if file.preview is PreviewStatus.READY:
            yield f"previews/{file.digest}", store.get(store.preview_key(file.digest))


def _files(opener: Opener) -> list[StoredFile]:
    with opener() as work:
        return work.all(select(StoredFile).where(StoredFile.gone_at.is_(None)).order_by(StoredFile.digest))


def _store(opener: Opener) -> Store:
    return store_of(opener.outside.files_url, opener.tenant.namespace)


def _put_files(opener: Opener, packed: tarfile.TarFile, progress: Progress) -> None:
    store = _store(opener)
    for file in _files(opener):
        progress("files")
        content = read(packed, f"files/{file.digest}")
        if hashlib.sha256(content).hexdigest() != file.digest:
            raise BadArchive(f"The archive is damaged: file {file.digest} is not what was written.")
        store.put(store.key(file.digest), io.BytesIO(content))
        if file.preview is PreviewStatus.READY:
            store.put(store.preview_key(file.digest), io.BytesIO(read(packed, f"previews/{file.digest}")))


def _bind_people(errand: Errand, company: Tenant, people: tuple[UUID, ...]) -> None:
    """Whoever runs this vouches for the addresses, as when a company is made in the terminal."""
    with errand.opener(company)() as work:
        rows = work.all(select(Member).where(Member.id.in_(people)))
        newcomers = [Newcomer(member.id, member.email, member.name) for member in rows]
    for newcomer in newcomers:
        join_company(errand.platform, company, newcomer)


def _id(engine: Engine, wanted: UUID) -> UUID:
    """The company's own where it is free: a copy beside the original is another company."""
    with engine.connect() as connection:
        return uuid4() if connection.execute(select(tenant.c.id).where(tenant.c.id == wanted)).first() else wanted
