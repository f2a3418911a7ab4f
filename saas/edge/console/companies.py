"""Companies and errands as the platform's graph shows them."""

from collections.abc import Callable
from datetime import datetime

import strawberry
from sqlalchemy import Engine

from saas.console.copies import find_original, list_backups
from saas.console.errands import Errand as Asked
from saas.console.errands import ErrandKind, ErrandState, list_errands
from saas.console.queries import CompanyHealth, CompanyLine, CompanySort
from saas.console.surroundings import Surroundings, find_surroundings
from saas.core.errors import Refusal
from saas.operations.actions import OperationKind
from saas.operations.plans import Plan
from saas.operations.queries import list_operations_of
from tenants.registry import TenantStatus
from tenants.revisions import head

Teller = Callable[[Refusal], str]

strawberry.enum(TenantStatus, name="CompanyStatus", description="How far the life of a company has come.")
strawberry.enum(CompanySort, description="Size and age from the largest and newest, health and backups from the worst.")
strawberry.enum(CompanyHealth, description="UNKNOWN until a worker has looked.")
strawberry.enum(Plan, description="What a company has agreed to; the operator decides it.")
strawberry.enum(OperationKind, description="What was done with a company.")
strawberry.enum(ErrandKind, description="What an admin may ask for.")
strawberry.enum(ErrandState, description="How far an errand has come.")


@strawberry.type(description="An action that was asked for; a worker carries it out.")
class Errand:
    id: strawberry.ID
    kind: ErrandKind
    slug: str
    reason: str
    admin: str = strawberry.field(description="The e-mail address of who asked.")
    state: ErrandState
    step: str | None = strawberry.field(description="What is being done.")
    count: int = strawberry.field(description="How much of that step is done.")
    target: str | None = strawberry.field(description="The cell, the address or the plan that it goes to.")
    trouble: str | None = strawberry.field(description="Why it failed.")
    asked_at: datetime
    began_at: datetime | None
    ended_at: datetime | None


@strawberry.type(description="A line of the operator's book, of which nothing is ever changed.")
class Operation:
    at: datetime
    kind: OperationKind
    reason: str
    operator: str


@strawberry.type(description="How a company stood when a worker looked last.")
class Survey:
    at: datetime
    tables: int
    records: int = strawberry.field(description="Rows as Postgres estimates them.")
    members: int
    sessions: int
    seen_at: datetime | None
    jobs_waiting: int
    jobs_failed: int
    trouble: str | None = strawberry.field(description="Why its last upgrade failed.")


@strawberry.type(description="The latest backup; `failure` is why a later one is missing.")
class Backup:
    taken_at: datetime | None
    size: float
    places: int
    failed_at: datetime | None
    failure: str | None


@strawberry.type(description="A backup that lies in the places, and what became of the try to restore it.")
class BackupFile:
    taken_at: datetime
    size: float
    places: int
    drilled_at: datetime | None
    drill_failure: str | None


@strawberry.type(description="A company from outside.")
class CompanySummary:
    id: strawberry.ID
    slug: str
    name: str
    status: TenantStatus
    cell: str
    moving_to: str | None
    created_at: datetime
    revision: str | None = strawberry.field(description="Null until a worker has looked.")
    head: str = strawberry.field(description="The revision that this version of the product wants.")
    size: float | None = strawberry.field(description="Bytes with indexes, null until a worker has looked.")
    last_backup_at: datetime | None
    plan: Plan
    health: CompanyHealth


@strawberry.type(description="A company with all that the operator knows of it.")
class Company(CompanySummary):
    currency: str
    locale: str
    time_zone: str
    namespace: str
    restorable_until: datetime | None = strawberry.field(description="Of one that is being deleted.")
    old_copy_in: str | None = strawberry.field(description="The cell where an old copy waits to be taken away.")
    survey: Survey | None
    backup: Backup | None
    backups: list[BackupFile] = strawberry.field(description="Those that lie in the places, the newest first.")
    copy_of: str | None = strawberry.field(
        description="The address of the company that this one is a restored copy of, until it takes its place."
    )
    operations: list[Operation] = strawberry.field(description="The latest hundred, the newest first.")
    errands: list[Errand] = strawberry.field(description="The latest twenty, those under way first.")


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class CompanyEdge:
    cursor: str
    node: CompanySummary


@strawberry.type
class CompanyConnection:
    edges: list[CompanyEdge]
    page_info: PageInfo
    total_count: int


@strawberry.type
class ErrandConnection:
    nodes: list[Errand]


def listed(line: CompanyLine) -> CompanySummary:
    return CompanySummary(**_summary(line))  # type: ignore[arg-type]


def company_of(platform: Engine, line: CompanyLine, teller: Teller) -> Company:
    known = find_surroundings(platform, line.id)
    currency, locale, time_zone = known.settings
    done = list_operations_of(platform, line.id, most=100)
    original = find_original(platform, line.slug)
    return Company(
        **_summary(line),  # type: ignore[arg-type]
        currency=currency, locale=locale, time_zone=time_zone, namespace=known.namespace,
        restorable_until=known.restorable_until, old_copy_in=known.old_copy_in,
        survey=_survey(known), backup=_backup(line, known), backups=_backups(platform, line),
        copy_of=None if original is None else original.slug,
        operations=[
            Operation(at=one.at, kind=OperationKind(one.kind), reason=one.reason, operator=one.operator) for one in done
        ],
        errands=[shown_errand(one, teller) for one in list_errands(platform, company=line.id)],
    )  # fmt: skip


def shown_errand(asked: Asked, teller: Teller) -> Errand:
    target = asked.given.get("to") or asked.given.get("plan")
    return Errand(
        id=strawberry.ID(str(asked.id)), kind=asked.kind, slug=asked.slug, reason=asked.reason, admin=asked.admin,
        state=asked.state, step=asked.step, count=asked.count, target=None if target is None else str(target),
        trouble=None if asked.trouble is None else teller(asked.trouble), asked_at=asked.asked_at,
        began_at=asked.began_at, ended_at=asked.ended_at,
    )  # fmt: skip


def _summary(line: CompanyLine) -> dict[str, object]:
    names = (
        "slug",
        "name",
        "status",
        "cell",
        "moving_to",
        "created_at",
        "revision",
        "size",
        "last_backup_at",
        "plan",
        "health",
    )
    return {"id": strawberry.ID(str(line.id)), "head": head("tenant"), **{name: getattr(line, name) for name in names}}


def _survey(known: Surroundings) -> Survey | None:
    if known.looked_at is None:
        return None
    names = ("tables", "records", "members", "sessions", "seen_at", "jobs_waiting", "jobs_failed", "trouble")
    return Survey(at=known.looked_at, **{name: getattr(known, name) for name in names})


def _backups(platform: Engine, line: CompanyLine) -> list[BackupFile]:
    return [
        BackupFile(taken_at=one.taken_at, size=one.size, places=one.places, drilled_at=one.drilled_at,
                   drill_failure=one.drill_failure)
        for one in list_backups(platform, line.id)
    ]  # fmt: skip


def _backup(line: CompanyLine, known: Surroundings) -> Backup | None:
    if known.backup_size is None:
        return None
    return Backup(
        taken_at=line.last_backup_at, size=known.backup_size, places=known.backup_places or 0,
        failed_at=known.backup_failed_at, failure=known.backup_failure,
    )  # fmt: skip
