"""What each kind of errand does: the operator's actions, in the admin's name. Done again, each changes nothing more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select

from saas.console.archives import Shelf
from saas.console.bundles import Bundles
from saas.console.copies import find_original, has_taken_place
from saas.console.errands import Errand, ErrandKind
from saas.console.making import Making
from saas.core.clock import Clock
from saas.core.errors import NotFound, Unavailable
from saas.core.outside import Outside
from saas.core.principal import system
from saas.core.work import Opener
from saas.operations import archive
from saas.operations.actions import OperationKind, Reason, book, resume_company, suspend_company, wake_jobs
from saas.operations.addresses import Addresses, no_copy
from saas.operations.arrival import clear_away
from saas.operations.backups import Vault, back_up
from saas.operations.deletion import Grace, delete_company, restore_company
from saas.operations.depot import Depot
from saas.operations.moves import move_company
from saas.operations.plans import change_plan, read_plan
from tenants.cells import Cells
from tenants.engine import Lanes
from tenants.moving import confirm, find_move
from tenants.platform import operation
from tenants.registry import Directory, Tenant
from tenants.route import Route

NOT_BACKED_UP: Final = "The backup failed: %(why)s"


@dataclass(frozen=True, slots=True)
class Deeds:
    """Of one errand; `progress` tells what is being done."""

    cells: Cells
    platform: Engine
    lanes: Lanes
    clock: Clock
    outside: Outside
    vault: Vault
    progress: Callable[[str], None]

    def do(self, asked: Errand) -> UUID:
        """The company's id. Raises Refusal or TenancyError, after which nothing is half done."""
        if asked.kind is ErrandKind.CREATE:
            return self._create(asked).id
        if asked.kind is ErrandKind.IMPORT:
            return self._bundles(asked).bring(asked).id
        company = self._company(asked)
        self._doers()[asked.kind](company, asked)
        return company.id

    def _doers(self) -> Mapping[ErrandKind, Callable[[Tenant, Errand], object]]:
        return {
            ErrandKind.SUSPEND: lambda company, asked: suspend_company(
                self.cells.home, self._opener(company), _reason(asked)
            ),
            ErrandKind.RESUME: self._resume,
            ErrandKind.RESTORE: self._restore,
            ErrandKind.DELETE: self._delete,
            ErrandKind.MOVE: self._move,
            ErrandKind.CONFIRM_MOVE: self._confirm_move,
            ErrandKind.BACK_UP: self._back_up,
            ErrandKind.EXPORT: self._export,
            ErrandKind.RESTORE_BACKUP: self._restore_backup,
            ErrandKind.TAKE_PLACE: self._take_place,
            ErrandKind.RENAME: lambda company, asked: self._addresses.rename(
                company, str(asked.given["to"]), _reason(asked)
            ),
            ErrandKind.CHANGE_PLAN: lambda company, asked: change_plan(
                self.cells.home, self._opener(company), read_plan(str(asked.given["plan"])), _reason(asked)
            ),
        }

    def give_up(self, asked: Errand) -> None:
        """Takes away what its runs have left of a company that was to be made."""
        if asked.kind in {ErrandKind.CREATE, ErrandKind.IMPORT, ErrandKind.RESTORE_BACKUP}:
            clear_away(self._bundle(asked), asked.id)

    def _resume(self, company: Tenant, asked: Errand) -> None:
        """Its jobs are woken in any case: an earlier run may have died before that."""
        at = self._beyond_home(company)
        if not resume_company(self.cells.home, self._opener(company), _reason(asked), at=at):
            wake_jobs(at or self.cells.home, self._opener(company))

    def _restore(self, company: Tenant, asked: Errand) -> None:
        """The same."""
        at = self._beyond_home(company)
        if not restore_company(self.cells.home, self._opener(company), _reason(asked), at=at):
            wake_jobs(at or self.cells.home, self._opener(company))

    def _delete(self, company: Tenant, asked: Errand) -> None:
        grace = Grace(self.clock, timedelta(days=int(str(asked.given["days"]))))
        delete_company(self.cells.home, self._opener(company), _reason(asked), grace)

    def _move(self, company: Tenant, asked: Errand) -> None:
        target = str(asked.given["to"])
        if company.cell == target and self._is_booked(company, OperationKind.MOVE, asked):
            return
        move_company(Route(self.cells, company, target, self.progress), self._opener, _reason(asked))

    def _confirm_move(self, company: Tenant, asked: Errand) -> None:
        if self._is_booked(company, OperationKind.CONFIRM_MOVE, asked):
            return
        if find_move(self.cells.home, company.id) is not None:  # an earlier run may have died before the book
            confirm(Route(self.cells, company, company.cell, self.progress))
        book(self.cells.home, self._opener(company), OperationKind.CONFIRM_MOVE, _reason(asked))

    def _back_up(self, company: Tenant, asked: Errand) -> None:
        if not self.vault.places:
            raise _no_vault()
        for kept in back_up(self._bundle(asked), self.vault, [company]):
            if kept.failure is not None:
                raise Unavailable("NOT_BACKED_UP", NOT_BACKED_UP, why=kept.failure)
        self._book(company, OperationKind.BACK_UP, asked)

    def _export(self, company: Tenant, asked: Errand) -> None:
        self._bundles(asked).export(company, asked)
        self._book(company, OperationKind.EXPORT, asked)

    def _restore_backup(self, company: Tenant, asked: Errand) -> None:
        """Both companies' books tell of it."""
        if not self.vault.places:
            raise _no_vault()
        self._bundles(asked).restore(company, asked)
        self._book(company, OperationKind.RESTORE_BACKUP, asked)

    def _take_place(self, company: Tenant, asked: Errand) -> None:
        original = self._directory.find(UUID(str(asked.given["original"])))
        if original is None:
            raise NotFound("NOT_FOUND", "There is no company %(slug)s.", "slug", slug=asked.slug)
        if has_taken_place(self.platform, company.id, original.id, asked.asked_at):
            self._addresses.settle(company, original)
            return
        now = find_original(self.platform, company.slug)
        if now is None or now.id != original.id:  # another copy was quicker
            raise no_copy()
        self._addresses.take_place(company, original, str(asked.given["aside"]), _reason(asked))

    def _create(self, asked: Errand) -> Tenant:
        company = Making(self.cells, self.platform, self._opener, self.clock, self.progress).make(asked)
        self._book(company, OperationKind.CREATE, asked)
        return company

    @property
    def _directory(self) -> Directory:
        return Directory(self.platform, ttl=0)

    def _company(self, asked: Errand) -> Tenant:
        company = None if asked.tenant_id is None else self._directory.find(asked.tenant_id)
        if company is None:
            raise NotFound("NOT_FOUND", "There is no company %(slug)s.", "slug", slug=asked.slug)
        return company

    def _is_booked(self, company: Tenant, kind: OperationKind, asked: Errand) -> bool:
        """Whether an earlier run of this errand came as far as the book."""
        mine = operation.c.tenant_id == company.id, operation.c.kind == kind, operation.c.at >= asked.asked_at
        with self.platform.connect() as connection:
            return connection.execute(select(operation.c.id).where(*mine)).first() is not None

    def _book(self, company: Tenant, kind: OperationKind, asked: Errand) -> None:
        """Once."""
        if not self._is_booked(company, kind, asked):
            book(self.cells.home, self._opener(company), kind, _reason(asked))

    @property
    def _addresses(self) -> Addresses:
        return Addresses(self.cells, self._opener)

    def _bundle(self, asked: Errand) -> archive.Errand:
        return archive.Errand(self.cells.home, self.platform, self._opener, _reason(asked), self.progress, self.cells)

    def _bundles(self, asked: Errand) -> Bundles:
        shelf = Shelf(self.cells.home, Depot(self.outside.files_url), self.clock)
        return Bundles(self._bundle(asked), self.vault, shelf)

    def _opener(self, company: Tenant) -> Opener:
        who = system("console", locale=company.locale, time_zone=company.time_zone)
        return Opener(self.lanes, company, who, self.clock, self.outside)

    def _beyond_home(self, company: Tenant) -> Engine | None:
        return self.cells.beyond_home(company.cell)


def _no_vault() -> Unavailable:
    return Unavailable("NO_VAULT", "No place for backups is set: KESHER_BACKUPS says where they go.")


def _reason(asked: Errand) -> Reason:
    return Reason(asked.reason, asked.admin)
