"""Asking for something: checked against what is known, and written down for the worker, under the database's guard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import available_timezones

import orjson
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from saas.console.archives import ArchiveKind, Shelf
from saas.console.copies import find_original
from saas.console.errands import ErrandKind, Wish
from saas.console.queries import find_tenant
from saas.console.sessions import Admin
from saas.core.errors import Conflict, Forbidden, Invalid, NotFound
from saas.core.fields import text_or_none, written
from saas.core.ids import new_id
from saas.core.money import read_currency
from saas.core.texts import LOCALES
from saas.founding.plan import read_slug
from saas.members.actions import read_email
from saas.operations.addresses import no_copy
from saas.operations.deletion import GRACE, LONGEST
from saas.operations.depot import check_whole
from saas.operations.plans import Plan
from tenants.administration import backup_file
from tenants.placement import LONGEST as LONGEST_SLUG
from tenants.platform import move, tenant
from tenants.registry import TenantStatus as Status

RESTORED: Final = "-restored"
MOST_DAYS: Final = LONGEST.days
_ASK: Final = text("SELECT platform.ask_errand(:secret, CAST(:asked AS jsonb))")
_REFUSED: Final = "42501"
_ASIDE: Final = ("-replaced", *(f"-replaced-{number}" for number in range(2, 10)))

#: From which statuses each can be asked for, and what is said where it cannot.
_FROM: Final = {
    ErrandKind.SUSPEND: {Status.ACTIVE},
    ErrandKind.RESUME: {Status.SUSPENDED},
    ErrandKind.DELETE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.RESTORE: {Status.DELETING},
    ErrandKind.MOVE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.CONFIRM_MOVE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.BACK_UP: {Status.ACTIVE, Status.SUSPENDED, Status.DELETING},
    ErrandKind.EXPORT: {Status.ACTIVE, Status.SUSPENDED, Status.DELETING},
    ErrandKind.RESTORE_BACKUP: {Status.ACTIVE, Status.SUSPENDED, Status.DELETING},
    ErrandKind.TAKE_PLACE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.RENAME: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.CHANGE_PLAN: {Status.ACTIVE, Status.SUSPENDED, Status.DELETING},
}


@dataclass(frozen=True, slots=True)
class CompanyPlan:
    """A company that an admin makes for somebody else, its owner."""

    slug: str
    name: str
    owner: str
    currency: str = "USD"
    locale: str = "en"
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an admin asks. `platform` is the web role's engine, `cells` the names of all there are."""

    platform: Engine
    admin: Admin
    cells: tuple[str, ...]
    shelf: Shelf

    def suspend(self, slug: str, reason: str) -> UUID:
        return self._about(ErrandKind.SUSPEND, slug, reason)

    def resume(self, slug: str, reason: str) -> UUID:
        return self._about(ErrandKind.RESUME, slug, reason)

    def delete(self, slug: str, reason: str, *, days: int | None = None) -> UUID:
        """With the days for which it can be restored."""
        lasts = GRACE.days if days is None else days
        if not 0 <= lasts <= MOST_DAYS:
            raise Invalid("BAD_GRACE", "The grace is from 0 to 365 days.", "graceDays")
        return self._about(ErrandKind.DELETE, slug, reason, days=lasts)

    def restore(self, slug: str, reason: str) -> UUID:
        return self._about(ErrandKind.RESTORE, slug, reason)

    def move(self, slug: str, reason: str, *, to: str) -> UUID:
        if to not in self.cells:
            raise Invalid("UNKNOWN_CELL", "There is no cell %(cell)s.", "to", cell=to)
        return self._about(ErrandKind.MOVE, slug, reason, to=to)

    def confirm_move(self, slug: str, reason: str) -> UUID:
        """Takes the old copy away."""
        return self._about(ErrandKind.CONFIRM_MOVE, slug, reason)

    def back_up(self, slug: str, reason: str) -> UUID:
        return self._about(ErrandKind.BACK_UP, slug, reason)

    def create(self, plan: CompanyPlan, reason: str) -> UUID:
        why, given = written(reason, "reason"), _read(plan)
        slug = self._free(given["slug"], "slug")
        return self._ask(Wish(ErrandKind.CREATE, slug, why, None, given))

    def change_plan(self, slug: str, reason: str, *, plan: Plan) -> UUID:
        return self._about(ErrandKind.CHANGE_PLAN, slug, reason, plan=plan)

    def export(self, slug: str, reason: str) -> UUID:
        return self._about(ErrandKind.EXPORT, slug, reason)

    def bring(self, upload: UUID, slug: str, reason: str, *, name: str | None = None) -> UUID:
        """A company of what was brought, under this address and name; its own name where none is said."""
        why, to = written(reason, "reason"), self._free(slug, "slug")
        found = self.shelf.get(upload, ArchiveKind.UPLOAD)
        check_whole(self.shelf.depot.received(upload), found.size or 0)
        self.shelf.extend(upload)
        given = {"upload": str(upload), "name": text_or_none(name, "name")}
        return self._ask(Wish(ErrandKind.IMPORT, to, why, None, given))

    def restore_backup(self, slug: str, reason: str, *, taken_at: datetime, to: str | None = None) -> UUID:
        """A copy at another address, which is suspended until somebody has looked at it."""
        address = self._free(to or restored(slug), "to")
        mine = backup_file.c.taken_at == taken_at, tenant.c.slug == slug.strip().lower()
        known = select(backup_file.c.tenant_id).join(tenant, tenant.c.id == backup_file.c.tenant_id).where(*mine)
        with self.platform.connect() as connection:
            if connection.execute(known).first() is None:
                raise NotFound("NO_BACKUP", "There is no backup of this moment.", "takenAt")
        return self._about(ErrandKind.RESTORE_BACKUP, slug, reason, takenAt=taken_at.isoformat(), to=address)

    def take_place(self, slug: str, reason: str) -> UUID:
        """Of a restored copy: it goes where what it is a copy of is, which is suspended beside it."""
        original = find_original(self.platform, slug)
        if original is None:
            raise no_copy()
        aside = self._aside(original.slug)
        return self._about(ErrandKind.TAKE_PLACE, slug, reason, original=str(original.id), aside=aside)

    def rename(self, slug: str, reason: str, *, to: str) -> UUID:
        return self._about(ErrandKind.RENAME, slug, reason, to=self._free(to, "to"))

    def _free(self, said: str, field: str) -> str:
        try:
            slug = read_slug(said)
        except Invalid as refused:
            raise Invalid(refused.code, refused.message, field, **refused.params) from None
        if self._is_taken(slug):
            raise Conflict("SLUG_TAKEN", "%(slug)s is taken. Choose another address.", field, slug=slug)
        return slug

    def _is_taken(self, slug: str) -> bool:
        with self.platform.connect() as connection:
            return connection.execute(select(tenant.c.id).where(tenant.c.slug == slug)).first() is not None

    def _aside(self, slug: str) -> str:
        """Where the original goes."""
        named = (f"{slug[: LONGEST_SLUG - len(ending)].rstrip('-')}{ending}" for ending in _ASIDE)
        free = next((one for one in named if not self._is_taken(one)), None)
        if free is None:
            raise Conflict("SLUG_TAKEN", "%(slug)s is taken. Choose another address.", "slug", slug=f"{slug}-replaced")
        return free

    def _about(self, kind: ErrandKind, slug: str, reason: str, **given: object) -> UUID:
        why = written(reason, "reason")
        company = find_tenant(self.platform, slug)
        if company is None:
            raise NotFound("NOT_FOUND", "There is no company %(slug)s.", "slug", slug=slug)
        if company.status not in _FROM[kind]:
            raise _unfit(company.status, company.slug)
        self._check_place(kind, company.id, given.get("to"), company.cell)
        return self._ask(Wish(kind, company.slug, why, company.id, given))

    def _check_place(self, kind: ErrandKind, tenant_id: UUID, to: object, cell: str) -> None:
        if kind is ErrandKind.MOVE and to == cell:
            raise Conflict("ALREADY_THERE", "The company lives in %(cell)s already.", "to", cell=cell)
        if kind not in {ErrandKind.MOVE, ErrandKind.CONFIRM_MOVE}:
            return
        waits = select(move.c.step).where(move.c.tenant_id == tenant_id, move.c.ended_at.is_(None))
        with self.platform.connect() as connection:
            step = connection.execute(waits).scalar_one_or_none()
        if kind is ErrandKind.MOVE and step == "MOVED":
            raise Conflict("OLD_COPY_WAITS", "Its old copy still waits: take that away first.", "slug")
        if kind is ErrandKind.CONFIRM_MOVE and step != "MOVED":
            raise Conflict("NO_OLD_COPY", "There is no old copy that could be taken away.", "slug")

    def _ask(self, wish: Wish) -> UUID:
        asked = {
            "id": str(new_id()), "kind": wish.kind, "slug": wish.slug, "reason": wish.reason,
            "tenant": None if wish.tenant_id is None else str(wish.tenant_id), "given": dict(wish.given),
        }  # fmt: skip
        said = {"secret": self.admin.secret, "asked": orjson.dumps(asked).decode()}
        try:
            with self.platform.begin() as connection:
                return UUID(str(connection.execute(_ASK, said).scalar_one()))
        except IntegrityError:
            raise Conflict(
                "ERRAND_UNDER_WAY", "Something else is being done with %(slug)s. Wait until it is finished.", "slug",
                slug=wish.slug,
            ) from None  # fmt: skip
        except ProgrammingError as error:
            if getattr(error.orig, "pgcode", None) == _REFUSED:
                raise Forbidden from None
            raise


def restored(slug: str) -> str:
    """The address of a copy, unless another is chosen."""
    return f"{slug.strip().lower()[: LONGEST_SLUG - len(RESTORED)].rstrip('-')}{RESTORED}"


def _unfit(status: Status, slug: str) -> Conflict:
    if status is Status.ACTIVE:
        return Conflict("TENANT_ACTIVE", "%(company)s is at work.", "slug", company=slug)
    if status is Status.SUSPENDED:
        return Conflict("TENANT_SUSPENDED", "%(company)s is suspended already.", "slug", company=slug)
    return Conflict("TENANT_DELETED", "%(company)s is being deleted.", "slug", company=slug)


def _read(plan: CompanyPlan) -> dict[str, str]:
    if plan.locale not in LOCALES:
        raise Invalid("BAD_LOCALE", "%(value)s is not a language of ours: en, he or ar.", "locale", value=plan.locale)
    if plan.time_zone not in available_timezones():
        raise Invalid(
            "BAD_TIME_ZONE", "%(value)s is not a time zone, such as Asia/Jerusalem.", "timeZone", value=plan.time_zone
        )
    return {
        "slug": read_slug(plan.slug), "name": written(plan.name, "name"), "owner": read_email(plan.owner),
        "currency": read_currency(plan.currency.strip().upper(), field="currency"), "locale": plan.locale,
        "time_zone": plan.time_zone,
    }  # fmt: skip
