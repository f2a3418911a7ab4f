"""Files that wait: exports that an admin fetches once, and what he brings to make a company of it.

A file is fetched by a link that lasts ten minutes and opens once; it is gone when it was handed over, and after a day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, Select, insert, select, update
from sqlalchemy.dialects.postgresql import insert as put

from saas.console.errands import Errand
from saas.console.sessions import Admin
from saas.core.clock import Clock
from saas.core.errors import Conflict, Invalid, LimitReached, Refusal
from saas.core.ids import new_id
from saas.files.names import read_name
from saas.identity.credentials import digest, new_session
from saas.operations.depot import LARGEST, LIFE, Depot
from tenants.administration import archive, errand
from tenants.platform import person, tenant

LINK: Final = timedelta(minutes=10)
_BILLION: Final = 1_000_000_000


class ArchiveKind(StrEnum):
    """EXPORT is fetched, UPLOAD is brought."""

    EXPORT = "EXPORT"
    UPLOAD = "UPLOAD"


@dataclass(frozen=True, slots=True)
class Archive:
    """`size` None: it is being written. `slug` is of the company that an export is of."""

    id: UUID
    kind: ArchiveKind
    slug: str | None
    admin: str
    name: str
    size: int | None
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """`platform` is the web role's engine, or the owner's."""

    platform: Engine
    depot: Depot
    clock: Clock

    def list(self) -> Sequence[Archive]:
        """The latest first."""
        found = _archives(*self._here()).order_by(archive.c.created_at.desc()).limit(100)
        with self.platform.connect() as connection:
            return [_archive(tuple(row)) for row in connection.execute(found)]

    def get(self, id: UUID, kind: ArchiveKind) -> Archive:
        with self.platform.connect() as connection:
            row = connection.execute(_archives(archive.c.id == id, archive.c.kind == kind, *self._here())).one_or_none()
        if row is None:
            raise _gone()
        return _archive(tuple(row))

    def begin_upload(self, admin: Admin, name: str, size: int) -> Archive:
        """Of so many bytes, which then come in pieces."""
        if size <= 0:
            raise Invalid("EMPTY_FILE", "This file is empty.", "size")
        if size > LARGEST:
            raise LimitReached(
                "TOO_LARGE", "A file may have %(most)s GB at most.", "size", most=LARGEST // _BILLION
            )  # fmt: skip
        self.depot.check_room(size)
        now = self.clock.now()
        row = {
            "id": new_id(), "kind": ArchiveKind.UPLOAD, "admin_id": admin.person_id, "name": read_name(name),
            "size": size, "created_at": now, "expires_at": now + LIFE,
        }  # fmt: skip
        with self.platform.begin() as connection:
            connection.execute(insert(archive), row)
        return self.get(row["id"], ArchiveKind.UPLOAD)  # type: ignore[arg-type]

    def make_link(self, id: UUID) -> str:
        """The secret that opens it once; one that was made before opens it no more."""
        secret, now = new_session(), self.clock.now()
        ready = archive.c.id == id, archive.c.kind == ArchiveKind.EXPORT, archive.c.size.is_not(None), *self._here()
        values = {"key": digest(secret), "key_until": now + LINK}
        with self.platform.begin() as connection:
            if connection.execute(update(archive).where(*ready).values(values)).rowcount == 0:
                raise _gone()
        return secret

    def claim(self, admin: Admin, id: UUID, secret: str) -> Archive:
        """From now on the link opens nothing."""
        now = self.clock.now()
        good = archive.c.id == id, archive.c.key == digest(secret), archive.c.key_until > now, *self._here()
        values = {"key": None, "fetched_by": admin.person_id, "fetched_at": now}
        with self.platform.begin() as connection:
            if connection.execute(update(archive).where(*good).values(values)).rowcount == 0:
                raise _gone()
        return self.get(id, ArchiveKind.EXPORT)

    def put_piece(self, id: UUID, number: int, content: bytes) -> None:
        """One that comes while its file is taken away stays no more than the others."""
        self.depot.put_piece(id, number, content)
        try:
            self.get(id, ArchiveKind.UPLOAD)
        except Refusal:
            self.depot.remove(id)
            raise

    def extend(self, id: UUID) -> None:
        """From now on: whatever waits for it finds it."""
        if not self._change(id, {"expires_at": self.clock.now() + LIFE}):
            raise _gone()

    def remove(self, id: UUID, discarded_by: UUID | None = None) -> None:
        """Again, it changes nothing. What was written until it was known to be gone is taken away after that."""
        self.depot.remove(id)
        if self._change(id, {"gone_at": self.clock.now(), "key": None, "discarded_by": discarded_by}):
            self.depot.remove(id)

    def sweep(self) -> int:
        """Takes away what nobody has fetched or used in time; how many."""
        over = archive.c.gone_at.is_(None), archive.c.expires_at <= self.clock.now()
        with self.platform.connect() as connection:
            found = list(connection.execute(select(archive.c.id).where(*over)).scalars())
        for id_ in found:
            self.remove(id_)
        return len(found)

    def expect(self, asked: Errand, name: str) -> None:
        """An export that is being written, under its errand's id; again, it lasts longer, unless it is gone."""
        now = self.clock.now()
        who = select(errand.c.admin_id).where(errand.c.id == asked.id).scalar_subquery()
        row = {
            "id": asked.id, "kind": ArchiveKind.EXPORT, "tenant_id": asked.tenant_id, "admin_id": who, "name": name,
            "created_at": now, "expires_at": now + LIFE,
        }  # fmt: skip
        with self.platform.begin() as connection:
            connection.execute(put(archive).values(row).on_conflict_do_nothing())
        self._change_or_clear(asked.id, {"expires_at": row["expires_at"]})

    def complete(self, id: UUID, size: int) -> None:
        """Raises Conflict where somebody has discarded it, or its time was over; then nothing of it stays."""
        self._change_or_clear(id, {"size": size, "expires_at": self.clock.now() + LIFE})

    def _change_or_clear(self, id: UUID, values: Mapping[str, object]) -> None:
        if not self._change(id, values):
            self.depot.remove(id)
            raise _gone()

    def _change(self, id: UUID, values: Mapping[str, object]) -> bool:
        """Whether it was still there."""
        mine = archive.c.id == id, archive.c.gone_at.is_(None)
        with self.platform.begin() as connection:
            return connection.execute(update(archive).where(*mine).values(values)).rowcount == 1

    def _here(self) -> tuple[ColumnElement[bool], ...]:
        return archive.c.gone_at.is_(None), archive.c.expires_at > self.clock.now()


def _archives(*which: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    return (
        select(archive.c.id, archive.c.kind, tenant.c.slug, person.c.email, archive.c.name, archive.c.size,
               archive.c.created_at, archive.c.expires_at)
        .join(person, person.c.id == archive.c.admin_id)
        .outerjoin(tenant, tenant.c.id == archive.c.tenant_id)
        .where(*which)
    )  # fmt: skip


def _archive(row: tuple[object, ...]) -> Archive:
    id_, kind, *rest = row
    return Archive(id_, ArchiveKind(str(kind)), *rest)  # type: ignore[arg-type]


def _gone() -> Conflict:
    return Conflict("ARCHIVE_GONE", "This file is not here any more: it was fetched, or its time is over.", "id")
