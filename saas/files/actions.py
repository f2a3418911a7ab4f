"""What is done with files: hanging them on records, taking them away, and clearing up behind that."""

import hashlib
import tempfile
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import IO
from uuid import UUID

from sqlalchemy import or_, select, text

from saas.core.errors import Invalid, NotFound
from saas.core.ids import new_id
from saas.core.model import Model
from saas.core.principal import system
from saas.core.rights import Verb, models
from saas.core.work import Opener, Work
from saas.files.events import FileAttached, FileDetached
from saas.files.gateway import Store, store_of
from saas.files.kinds import KINDS, find_kind, fitting
from saas.files.model import Attachment, PreviewStatus, StoredFile
from saas.files.names import read_name
from saas.files.thumbnails import PICTURES, BadPicture, thumbnail

IN_MEMORY = 1_000_000
_PATIENCE = 4
UNFINISHED = timedelta(days=1)
KEPT = timedelta(days=30)
"""How long a deleted attachment can be brought back."""

_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


@dataclass(frozen=True, slots=True)
class Record:
    """What a file is to hang on, by the name of its class."""

    kind: str
    id: UUID


class Upload:
    """Content on its way in: written to a file beside memory as it comes, counted and digested."""

    def __init__(self, limit: int) -> None:
        self.content: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed by `close`
        self.size = 0
        self._limit = limit
        self._sha = hashlib.sha256()

    @property
    def digest(self) -> str:
        return self._sha.hexdigest()

    def add(self, chunk: bytes) -> None:
        """What is too much is heard out, within reason: a browser that is cut off cannot say why."""
        self.size += len(chunk)
        if self.size > self._limit * _PATIENCE:
            self.check()
        if self.size <= self._limit:
            self._sha.update(chunk)
            self.content.write(chunk)

    def check(self) -> None:
        if self.size > self._limit:
            most = self._limit // 1_000_000
            raise Invalid("FILE_TOO_LARGE", "A file may have at most %(most)s MB.", "file", most=most)
        if self.size == 0:
            raise Invalid("FILE_EMPTY", "The file is empty.", "file")

    def close(self) -> None:
        self.content.close()


@dataclass(frozen=True, slots=True)
class Attached:
    """`remark` says what was changed about the name, in the member's language."""

    id: UUID
    name: str
    remark: str | None


def check_target(work: Work, record: Record) -> Model:
    """The record, which the acting member may change; asked before anything is sent."""
    model = models().get(record.kind)
    if model is None:
        raise NotFound(field="about")
    found = work.get(model, record.id, field="about")
    work.permit(found, Verb.UPDATE, field="about")
    return found


def attach_file(opener: Opener, record: Record, name: str, upload: Upload) -> Attached:
    """Content that is there already is not kept twice. What dies on the way is cleared up a day later."""
    upload.check()
    kind = find_kind(upload.content)
    with opener() as work:
        check_target(work, record)
        given, held, remark = fitting(read_name(name), kind, locale=work.who.locale)
        file_id = _reserve(work, upload, kind.name)
        store = _store(work)
    _keep(store, upload)
    with opener() as work:
        check_target(work, record)
        file = _alone_with(work, file_id)
        _keep(store, upload)
        file.gone_at = None
        attachment = work.add(
            Attachment(
                id=new_id(), about_type=record.kind, about_id=record.id, file_id=file.id, name=given, kind=held.name,
                size=file.size, added_by_id=work.who.member_id,
            )
        )  # fmt: skip
        if file.preview is PreviewStatus.WAITING:
            work.enqueue("files.make_preview", {"file_id": str(file.id)})
        work.emit(FileAttached(attachment.id, record.kind, record.id))
    return Attached(attachment.id, given, remark)


def rename_attachment(work: Work, attachment_id: UUID, name: str, *, version: int | None = None) -> Attachment:
    """A name that does not fit the content is corrected or refused, as when it was added."""
    attachment = _changeable(work, attachment_id, version=version)
    attachment.name, _kind, _remark = fitting(read_name(name), KINDS[attachment.kind], locale=work.who.locale)
    return attachment


def delete_attachment(work: Work, attachment_id: UUID, *, version: int | None = None) -> Attachment:
    """Can be taken back for thirty days; afterwards its content goes, unless it hangs elsewhere too."""
    attachment = _changeable(work, attachment_id, version=version)
    work.remove(attachment)
    work.enqueue("files.sweep_file", {"file_id": str(attachment.file_id)}, run_at=work.clock.now() + KEPT)
    work.emit(FileDetached(attachment.id, attachment.about_type, attachment.about_id))
    return attachment


def restore_attachment(work: Work, attachment_id: UUID, *, version: int | None = None) -> Attachment:
    attachment = _changeable(work, attachment_id, version=version, deleted=True)
    if attachment.deleted_at is not None:
        attachment.come_back(_alone_with(work, attachment.file_id))
        work.emit(FileAttached(attachment.id, attachment.about_type, attachment.about_id))
    return attachment


def sweep_file(opener: Opener, file_id: UUID) -> None:
    """Takes content out of the store that no attachment needs, or has needed within the time of bringing back."""
    with _as_product(opener)() as work:
        file = _alone_with(work, file_id)
        since = work.clock.now() - KEPT
        needed = select(Attachment.id).where(
            Attachment.file_id == file.id, or_(Attachment.deleted_at.is_(None), Attachment.deleted_at > since)
        )
        if file.gone_at is None and work.first(needed.limit(1)) is None:
            store = _store(work)
            store.delete(store.key(file.digest))
            store.delete(store.preview_key(file.digest))
            file.gone_at = work.clock.now()


def make_preview(opener: Opener, file_id: UUID) -> None:
    """Again and again the same picture."""
    with _as_product(opener)() as work:
        file = _find_file(work, file_id)
        store, digest, wanted = _store(work), file.digest, file.preview is PreviewStatus.WAITING
    if not wanted:
        return
    try:
        store.put(store.preview_key(digest), thumbnail(store.get(store.key(digest))))
        status = PreviewStatus.READY
    except BadPicture:
        status = PreviewStatus.FAILED
    with _as_product(opener)() as work:
        _find_file(work, file_id).preview = status


def _keep(store: Store, upload: Upload) -> None:
    """Before the transaction, since it may take its time; and in it again, should it have been swept away meanwhile."""
    key = store.key(upload.digest)
    if not store.has(key):
        upload.content.seek(0)
        store.put(key, upload.content)


def _reserve(work: Work, upload: Upload, kind: str) -> UUID:
    """The row of this content, there before the content is: so what is left behind by a crash is known."""
    work.rows(_ALONE, {"name": f"{work.tenant.namespace}:{upload.digest}"})
    known = work.first(select(StoredFile).where(StoredFile.digest == upload.digest))
    if known is not None and known.gone_at is None:
        return known.id
    preview = PreviewStatus.WAITING if kind in PICTURES else PreviewStatus.NONE
    file = known or work.add(
        StoredFile(id=new_id(), digest=upload.digest, size=upload.size, kind=kind, preview=preview)
    )
    file.preview = preview
    work.enqueue("files.sweep_file", {"file_id": str(file.id)}, run_at=work.clock.now() + UNFINISHED)
    return file.id


def _alone_with(work: Work, file_id: UUID) -> StoredFile:
    """While nobody else puts this content into the store or takes it out."""
    digest = _find_file(work, file_id).digest
    work.rows(_ALONE, {"name": f"{work.tenant.namespace}:{digest}"})
    return _find_file(work, file_id)


def _find_file(work: Work, file_id: UUID) -> StoredFile:
    """Whatever hangs on it: the policy asks for an attachment, and one that is only being added has none yet."""
    found = select(StoredFile).where(StoredFile.id == file_id).execution_options(populate_existing=True)
    file = work.first(found)
    if file is None:
        raise NotFound(field="id")
    return file


def _changeable(work: Work, attachment_id: UUID, *, version: int | None, deleted: bool = False) -> Attachment:
    """The rights are those of the record that it hangs on."""
    attachment = work.lock(Attachment, attachment_id, field="id", version=version, deleted=deleted)
    check_target(work, Record(attachment.about_type, attachment.about_id))
    return attachment


def _store(work: Work) -> Store:
    return store_of(work.outside.files_url, work.tenant.namespace)


def _as_product(opener: Opener) -> Opener:
    tenant = opener.tenant
    who = system(opener.principal.request_id, locale=tenant.locale, time_zone=tenant.time_zone)
    return replace(opener, principal=who)
