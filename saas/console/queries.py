"""The list of companies, seen from outside: nothing of it stands in a namespace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Engine,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy.exc import DataError

from saas.console.cursors import NOWHERE, read_cursor, written_cursor
from saas.operations.plans import Plan
from tenants.administration import backup, survey
from tenants.platform import tenant
from tenants.registry import TenantStatus
from tenants.revisions import head

STALE: Final = timedelta(days=2)  # a backup is taken twice a day
_HIDDEN: Final = ("PROVISIONING", "DELETED")
_NEVER: Final = "-infinity"


class CompanySort(StrEnum):
    """Size and age from the largest and newest, health and backups from the worst."""

    NAME = "NAME"
    SIZE = "SIZE"
    CREATED = "CREATED"
    LAST_BACKUP = "LAST_BACKUP"
    HEALTH = "HEALTH"


class CompanyHealth(StrEnum):
    """UNKNOWN until a worker has looked."""

    ATTENTION = "ATTENTION"
    UNKNOWN = "UNKNOWN"
    GOOD = "GOOD"


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """A company in the list; `revision` and `size` are None until a worker has looked."""

    id: UUID
    slug: str
    name: str
    status: TenantStatus
    cell: str
    moving_to: str | None
    created_at: datetime
    revision: str | None
    size: int | None
    last_backup_at: datetime | None
    plan: Plan
    health: CompanyHealth


@dataclass(frozen=True, slots=True)
class Wanted:
    """`behind`: whether a company waits for a later revision; those nobody has looked at yet are neither."""

    search: str = ""
    status: TenantStatus | None = None
    cell: str | None = None
    behind: bool | None = None
    health: CompanyHealth | None = None
    plan: Plan | None = None
    sort: CompanySort = CompanySort.NAME
    first: int = 25
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CompanyPage:
    lines: Sequence[CompanyLine]
    cursors: Sequence[str]
    total: int
    has_more: bool


def list_companies(platform: Engine, wanted: Wanted, now: datetime) -> CompanyPage:
    """By a key that stays where it is while companies come and go."""
    health = _health(now)
    key, falls = _keys(health)[wanted.sort]
    which = _which(wanted, health)
    lines = _lines(health, key).where(*which)
    order = (key.desc(), tenant.c.id.desc()) if falls else (key, tenant.c.id)
    if wanted.after is not None:
        value, id_ = read_cursor(wanted.after)
        here = tuple_(key, tenant.c.id)
        there = tuple_(cast(literal(value), key.type), literal(id_))
        lines = lines.where(here < there if falls else here > there)
    try:
        with platform.connect() as connection:
            total = int(str(connection.execute(joined(select(func.count())).where(*which)).scalar_one()))
            rows = connection.execute(lines.order_by(*order).limit(wanted.first + 1)).all()
    except DataError:  # of another order, or made by hand
        raise NOWHERE from None
    shown = rows[: wanted.first]
    return CompanyPage(
        [_line(tuple(row)[:-1]) for row in shown], [written_cursor(row[-1], row.id) for row in shown], total,
        len(rows) > wanted.first,
    )  # fmt: skip


def find_tenant(platform: Engine, slug: str) -> CompanyLine | None:
    health = _health(datetime.now().astimezone())
    mine = _lines(health, tenant.c.slug).where(tenant.c.slug == slug.strip().lower(), tenant.c.status.not_in(_HIDDEN))
    with platform.connect() as connection:
        row = connection.execute(mine).one_or_none()
    return None if row is None else _line(tuple(row)[:-1])


def joined(chosen: Select[tuple[object, ...]]) -> Select[tuple[object, ...]]:
    return (
        chosen.select_from(tenant)
        .outerjoin(survey, survey.c.tenant_id == tenant.c.id)
        .outerjoin(backup, backup.c.tenant_id == tenant.c.id)
    )


def _lines(health: ColumnElement[str], key: ColumnElement[object]) -> Select[tuple[object, ...]]:
    return joined(
        select(
            tenant.c.id, tenant.c.slug, tenant.c.name, tenant.c.status, tenant.c.cell, tenant.c.moving_to,
            tenant.c.created_at, survey.c.revision, survey.c.size, backup.c.taken_at, tenant.c.plan,
            health.label("health"),
            cast(key, Text).label("key"),
        )
    )  # fmt: skip


def _line(row: tuple[object, ...]) -> CompanyLine:
    id_, slug, name, status, *rest, plan, health = row
    return CompanyLine(
        id_, slug, name, TenantStatus(str(status)), *rest, Plan(str(plan)), CompanyHealth(str(health))  # type: ignore[arg-type, call-arg]
    )  # fmt: skip


def _health(now: datetime) -> ColumnElement[str]:
    """Behind, in trouble, with jobs that failed, or without a backup of the last days."""
    old = or_(
        backup.c.failure.is_not(None),
        and_(backup.c.taken_at.is_not(None), backup.c.taken_at < now - STALE),
    )
    bad = or_(survey.c.revision != head("tenant"), survey.c.trouble.is_not(None), survey.c.jobs_failed > 0, old)
    return case((bad, "ATTENTION"), (survey.c.at.is_(None), "UNKNOWN"), else_="GOOD")


def _keys(health: ColumnElement[str]) -> dict[CompanySort, tuple[ColumnElement[object], bool]]:
    """What each order goes by, and whether it falls."""
    never = cast(literal(_NEVER), DateTime(timezone=True))
    worst = case((health == "ATTENTION", 0), (health == "UNKNOWN", 1), else_=2)
    return {
        CompanySort.NAME: (cast(func.lower(tenant.c.name), Text), False),
        CompanySort.SIZE: (cast(func.coalesce(survey.c.size, -1), BigInteger), True),
        CompanySort.CREATED: (cast(tenant.c.created_at, DateTime(timezone=True)), True),
        CompanySort.LAST_BACKUP: (cast(func.coalesce(backup.c.taken_at, never), DateTime(timezone=True)), False),
        CompanySort.HEALTH: (cast(worst, Integer), False),
    }


def _which(wanted: Wanted, health: ColumnElement[str]) -> list[ColumnElement[bool]]:
    which: list[ColumnElement[bool]] = [tenant.c.status.not_in(_HIDDEN), tenant.c.slug != tenant.c.namespace]
    if wanted.status is not None:
        which.append(tenant.c.status == wanted.status)
    if wanted.plan is not None:
        which.append(tenant.c.plan == wanted.plan)
    if wanted.cell is not None:
        which.append(tenant.c.cell == wanted.cell)
    if wanted.behind is not None:
        latest = head("tenant")
        which.append(survey.c.revision != latest if wanted.behind else survey.c.revision == latest)
    if wanted.health is not None:
        which.append(health == wanted.health)
    words = wanted.search.split()[:8]
    named = [
        or_(*(column.icontains(word, autoescape=True) for column in (tenant.c.slug, tenant.c.name))) for word in words
    ]
    return which + named
