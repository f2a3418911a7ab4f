"""Asking for something: checked against what is known, and written down for the worker, under the database's guard."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID
from zoneinfo import available_timezones

import orjson
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from saas.console.errands import ErrandKind, Wish
from saas.console.queries import find_tenant
from saas.console.sessions import Admin
from saas.core.errors import Conflict, Forbidden, Invalid, NotFound
from saas.core.fields import written
from saas.core.ids import new_id
from saas.core.money import read_currency
from saas.core.texts import LOCALES
from saas.founding.plan import read_slug
from saas.members.actions import read_email
from saas.operations.deletion import GRACE, LONGEST
from tenants.platform import move, tenant
from tenants.registry import TenantStatus as Status

MOST_DAYS: Final = LONGEST.days
_ASK: Final = text("SELECT platform.ask_errand(:secret, CAST(:asked AS jsonb))")
_REFUSED: Final = "42501"

#: From which statuses each can be asked for, and what is said where it cannot.
_FROM: Final = {
    ErrandKind.SUSPEND: {Status.ACTIVE},
    ErrandKind.RESUME: {Status.SUSPENDED},
    ErrandKind.DELETE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.RESTORE: {Status.DELETING},
    ErrandKind.MOVE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.CONFIRM_MOVE: {Status.ACTIVE, Status.SUSPENDED},
    ErrandKind.BACK_UP: {Status.ACTIVE, Status.SUSPENDED, Status.DELETING},
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
        slug = given["slug"]
        taken = select(tenant.c.id).where(tenant.c.slug == slug)
        with self.platform.connect() as connection:
            if connection.execute(taken).first() is not None:
                raise Conflict("SLUG_TAKEN", "%(slug)s is taken. Choose another address.", "slug", slug=slug)
        return self._ask(Wish(ErrandKind.CREATE, slug, why, None, given))

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
