"""Reads of files for those who download them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from saas.core.errors import NotFound
from saas.core.work import Work
from saas.files.gateway import Store, store_of
from saas.files.kinds import KINDS, Kind
from saas.files.model import Attachment, PreviewStatus, StoredFile


@dataclass(frozen=True, slots=True)
class Content:
    """Where the content of an attachment is, and what a browser is told of it."""

    store: Store
    name: str
    kind: Kind
    digest: str
    size: int


def get_content(work: Work, attachment_id: UUID) -> Content:
    attachment = work.get(Attachment, attachment_id, field="id")
    file = _file(work, attachment)
    store = store_of(work.outside.files_url, work.tenant.namespace)
    return Content(store, attachment.name, KINDS[attachment.kind], file.digest, file.size)


def get_preview(work: Work, attachment_id: UUID) -> tuple[bytes, str]:
    """The picture, WebP, and the digest of what it shows."""
    file = _file(work, work.get(Attachment, attachment_id, field="id"))
    if file.preview != PreviewStatus.READY:
        raise NotFound(field="id")
    store = store_of(work.outside.files_url, work.tenant.namespace)
    return store.get(store.preview_key(file.digest)), file.digest


def _file(work: Work, attachment: Attachment) -> StoredFile:
    file = work.first(select(StoredFile).where(StoredFile.id == attachment.file_id, work.visible(StoredFile)))
    if file is None or file.gone_at is not None:
        raise NotFound(field="id")
    return file
