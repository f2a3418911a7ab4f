"""A company written into one file."""

import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import Engine, select

from saas.core.work import Opener
from saas.files.gateway import store_of
from saas.files.model import PreviewStatus, StoredFile
from saas.operations.actions import OperationKind, Reason, book, check_reason
from saas.operations.packing import MANIFEST, SETTINGS, Manifest, add, written
from tenants import archive
from tenants.cells import Cells
from tenants.platform import membership
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


def _people(platform: Engine, company: Tenant) -> tuple[UUID, ...]:
    mine = select(membership.c.member_id).order_by(membership.c.member_id)
    present = mine.where(membership.c.tenant_id == company.id, membership.c.ended_at.is_(None))
    with platform.connect() as there:
        return tuple(there.execute(present).scalars())


def files_of(opener: Opener) -> list[StoredFile]:
    with opener() as work:
        return work.all(select(StoredFile).where(StoredFile.gone_at.is_(None)).order_by(StoredFile.digest))


def _contents(opener: Opener) -> Iterator[tuple[str, bytes]]:
    store = store_of(opener.outside.files_url, opener.tenant.namespace)
    for file in files_of(opener):
        yield f"files/{file.digest}", store.get(store.key(file.digest))
        if file.preview is PreviewStatus.READY:
            yield f"previews/{file.digest}", store.get(store.preview_key(file.digest))
