"""One company from outside: how it stood when a worker looked last, its backup, its end, its old copy."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine, select

from saas.console.queries import joined
from tenants.administration import backup, survey
from tenants.platform import deletion, move, tenant


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the home knows of a company beyond the line: the survey, the backup, the end, the old copy."""

    settings: tuple[str, str, str]
    namespace: str
    looked_at: datetime | None
    tables: int | None
    records: int | None
    members: int | None
    sessions: int | None
    seen_at: datetime | None
    jobs_waiting: int | None
    jobs_failed: int | None
    trouble: str | None
    backup_taken_at: datetime | None
    backup_size: int | None
    backup_places: int | None
    backup_failed_at: datetime | None
    backup_failure: str | None
    restorable_until: datetime | None
    old_copy_in: str | None


def find_surroundings(platform: Engine, id: UUID) -> Surroundings:
    """Raises NoResultFound."""
    old_copy = (
        select(move.c.source).where(move.c.tenant_id == tenant.c.id, move.c.step == "MOVED", move.c.ended_at.is_(None))
        .scalar_subquery()
    )  # fmt: skip
    found = joined(
        select(
            tenant.c.currency, tenant.c.locale, tenant.c.time_zone, tenant.c.namespace, survey.c.at, survey.c.tables,
            survey.c.records, survey.c.members, survey.c.sessions, survey.c.seen_at, survey.c.jobs_waiting,
            survey.c.jobs_failed, survey.c.trouble, backup.c.taken_at, backup.c.size, backup.c.places,
            backup.c.failed_at, backup.c.failure, deletion.c.due_at, old_copy,
        )
    ).outerjoin(deletion, deletion.c.tenant_id == tenant.c.id)  # fmt: skip
    with platform.connect() as connection:
        row = tuple(connection.execute(found.where(tenant.c.id == id)).one())
    return Surroundings(row[:3], *row[3:])  # type: ignore[arg-type]  # in the order of the class
