"""What each kind of errand does: the operator's actions, in the admin's name. Done again, each changes nothing more."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, select

from saas.console.errands import Errand, ErrandKind
from saas.core.clock import Clock
from saas.core.errors import NotFound, Unavailable
from saas.core.outside import Outside
from saas.core.principal import system
from saas.core.rights import Role
from saas.core.work import Opener
from saas.founding.actions import furnish, slug_taken
from saas.identity.actions import Newcomer, join_company
from saas.members.actions import MemberDraft
from saas.operations import archive
from saas.operations.actions import OperationKind, Reason, book, resume_company, suspend_company, wake_jobs
from saas.operations.backups import Vault, back_up
from saas.operations.deletion import Grace, delete_company, restore_company
from saas.operations.moves import move_company
from tenants import provision
from tenants.cells import Cells, place
from tenants.engine import Lanes
from tenants.errors import SlugTaken
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
        }

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
            raise Unavailable("NO_VAULT", "No place for backups is set: KESHER_BACKUPS says where they go.")
        bundle = archive.Errand(
            self.cells.home, self.platform, self._opener, _reason(asked), self.progress, self.cells
        )  # fmt: skip
        for kept in back_up(bundle, self.vault, [company]):
            if kept.failure is not None:
                raise Unavailable("NOT_BACKED_UP", NOT_BACKED_UP, why=kept.failure)
        if not self._is_booked(company, OperationKind.BACK_UP, asked):
            book(self.cells.home, self._opener(company), OperationKind.BACK_UP, _reason(asked))

    def _create(self, asked: Errand) -> Tenant:
        """The company has the errand's id, by which one that was broken off is known to be ours."""
        said = {name: str(value) for name, value in asked.given.items()}
        self.progress("namespace")
        company = self._provision(asked, said)
        self.progress("owner")
        with self._opener(company)() as work:
            draft = MemberDraft(
                _name_of(said["owner"]), said["owner"], Role.OWNER, locale=said["locale"], time_zone=said["time_zone"]
            )  # fmt: skip
            owner = furnish(work, draft)
            newcomer = Newcomer(owner.id, owner.email, owner.name)
        join_company(self.platform, company, newcomer, clock=self.clock)
        if not self._is_booked(company, OperationKind.CREATE, asked):
            book(self.cells.home, self._opener(company), OperationKind.CREATE, _reason(asked))
        return company

    def _provision(self, asked: Errand, said: Mapping[str, str]) -> Tenant:
        cell = place(self.cells, asked.slug)
        try:
            return provision.create(
                self.cells.home, slug=asked.slug, name=said["name"], currency=said["currency"], locale=said["locale"],
                time_zone=said["time_zone"], id=asked.id, cell=cell, at=self.cells.beyond_home(cell),
            )  # fmt: skip
        except SlugTaken:
            made = self._directory.find(asked.id)
            if made is None:
                raise slug_taken(asked.slug) from None
            return made

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

    def _opener(self, company: Tenant) -> Opener:
        who = system("console", locale=company.locale, time_zone=company.time_zone)
        return Opener(self.lanes, company, who, self.clock, self.outside)

    def _beyond_home(self, company: Tenant) -> Engine | None:
        return self.cells.beyond_home(company.cell)


def _reason(asked: Errand) -> Reason:
    return Reason(asked.reason, asked.admin)


def _name_of(email: str) -> str:
    """`dana.levi@acme.test` is Dana Levi until somebody says otherwise."""
    words = [word for word in re.split(r"[._+-]+", email.partition("@")[0]) if word]
    return " ".join(word.capitalize() for word in words) or email
