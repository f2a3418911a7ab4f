"""What an errand does with whole companies in files: exported, imported, restored from a backup."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import UUID

import psycopg2
from sqlalchemy import select
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from saas.console.archives import ArchiveKind, Shelf
from saas.console.errands import Errand
from saas.core.errors import Invalid, LimitReached, Refusal, Unavailable
from saas.founding.actions import slug_taken
from saas.operations import archive
from saas.operations.actions import OperationKind
from saas.operations.archive import files_of, pack_company
from saas.operations.arrival import Arrival, import_company
from saas.operations.backups import Vault, fetch
from saas.operations.queries import get_standing
from saas.operations.room import check_room
from saas.operations.sealing import opened, seal
from tenants import fleet
from tenants.errors import BadArchive, NewerArchive, OtherSecret, SlugTaken
from tenants.platform import tenant
from tenants.registry import Directory, Tenant

log = logging.getLogger("kesher.worker")

_DISK_FULL: Final = "53100"


@dataclass(frozen=True, slots=True)
class Bundles:
    """Of one errand. `shelf` is the owner's."""

    errand: archive.Errand
    vault: Vault
    shelf: Shelf

    def export(self, company: Tenant, asked: Errand) -> None:
        """Sealed, until it was fetched or a day has passed."""
        self.shelf.expect(asked, f"{company.slug}-{asked.asked_at:%Y-%m-%d}.kesher")
        with _told(company.slug), TemporaryDirectory() as scratch:
            check_room(Path(scratch), self._weight(company))
            plain, sealed = Path(scratch, "plain"), Path(scratch, "sealed")
            pack_company(self.errand, company, plain)
            self.errand.progress("sealing")
            seal(plain, sealed, self.vault.secret())
            self.shelf.depot.keep(asked.id, sealed)
            self.shelf.complete(asked.id, sealed.stat().st_size)

    def bring(self, asked: Errand) -> Tenant:
        """A company of what was brought, which then goes."""
        upload = UUID(str(asked.given["upload"]))
        name = asked.given.get("name")
        arrival = Arrival(asked.slug, None if name is None else str(name), asked.id)
        with TemporaryDirectory() as scratch:
            source = Path(scratch, "archive.kesher")
            if self._is_missing(asked.id):
                self.errand.progress("receiving")
                with _told(asked.slug):
                    self.shelf.depot.join(upload, self.shelf.get(upload, ArchiveKind.UPLOAD).size or 0, source)
            made = self._make(source, arrival)
        try:
            self.shelf.remove(upload)
        except (Refusal, SQLAlchemyError) as error:
            log.warning("what %s was made of stays until it is swept away: %s", made.slug, error)
        return made

    def restore(self, company: Tenant, asked: Errand) -> Tenant:
        """A copy beside the company, suspended, on the same plan."""
        plan = select(tenant.c.plan).where(tenant.c.id == company.id)
        with self.errand.migrate.connect() as connection:
            extra = {"plan": connection.execute(plan).scalar_one()}
        arrival = Arrival(
            str(asked.given["to"]), None, asked.id, suspended=True, kind=OperationKind.RESTORE_BACKUP, extra=extra
        )  # fmt: skip
        with TemporaryDirectory() as scratch:
            source = Path(scratch, "archive.kesher")
            if self._is_missing(asked.id):
                self.errand.progress("receiving")
                with _told(company.slug):
                    fetch(self.vault, company, datetime.fromisoformat(str(asked.given["takenAt"])), source)
            return self._make(source, arrival)

    def _make(self, source: Path, arrival: Arrival) -> Tenant:
        """What was broken off is begun anew; what fails is taken away by whoever gives the errand up."""
        with _told(str(arrival.slug)), opened(source, self.vault.secret) as plain:
            made = import_company(self.errand, plain, arrival)
        self.errand.progress("upgrading")
        at = self.errand.at(made.cell) or self.errand.migrate
        if why := fleet.upgrade_one(at, made.namespace):
            raise Unavailable("NOT_UPGRADED", "It is there, but was not brought to this version: %(why)s", why=why)
        return made

    def _is_missing(self, id: UUID) -> bool:
        return Directory(self.errand.platform, ttl=0).find(id) is None

    def _weight(self, company: Tenant) -> int:
        """At most so many bytes, unpacked, packed and sealed."""
        tables = get_standing(self.errand.migrate, company, at=self.errand.at(company.cell)).size
        return 2 * (tables + sum(file.size for file in files_of(self.errand.opener(company))))


@contextmanager
def _told(slug: str) -> Iterator[None]:
    """What is wrong with a file, in words that can be said in every language; the log has the details."""
    try:
        yield
    except OtherSecret as error:
        raise Invalid(
            "OTHER_SECRET", "This file cannot be opened: it was sealed with another KESHER_SECRET_KEY, or was changed."
        ) from error
    except NewerArchive as error:
        raise Invalid("NEWER_ARCHIVE", "A newer version of Kesher has written this file. Update this one.") from error
    except BadArchive as error:
        log.warning("no company was made at %s: %s", slug, error)
        raise Invalid(
            "BAD_ARCHIVE", "This file is no archive of a company, or is damaged. Nothing was made."
        ) from error
    except SlugTaken:
        raise slug_taken(slug) from None
    except (OSError, OperationalError, psycopg2.Error) as error:
        said = error.orig if isinstance(error, OperationalError) else error
        if getattr(said, "errno", None) != errno.ENOSPC and getattr(said, "pgcode", None) != _DISK_FULL:
            raise
        raise LimitReached("DISK_FULL", "The disk is full. Make room and try again.") from error
